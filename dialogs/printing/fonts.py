"""Noto Sans for one PDF: only the letters it uses, in regular and in bold.

The installed font is a variable one. To cut it to the letters in use first and to fix its weight
then takes 50 ms; the other way round it takes five seconds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import fontpkg  # type: ignore[import-untyped]
from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib import instancer  # type: ignore[import-untyped]

from dialogs.pictures.png import FAMILY

WEIGHTS = {"": 400, "B": 700}
UNUSED = ("GSUB", "GPOS", "GDEF", "STAT", "MVAR", "HVAR", "DSIG", "meta")
"""Tables for shaping and for choosing weights: fpdf2 sets the letters as they are."""


@lru_cache(maxsize=1)
def known() -> frozenset[int]:
    """The code points the font has a letter for."""
    with TTFont(_file(), lazy=True) as font:
        return frozenset(font.getBestCmap())


@contextmanager
def cut(letters: frozenset[str]) -> Iterator[dict[str, Path]]:
    """A file for each style, as long as the context lasts: fpdf2 reads fonts from files only."""
    with TemporaryDirectory(prefix="pavadonis-") as folder:
        files = {style: Path(folder) / f"{weight}.ttf" for style, weight in WEIGHTS.items()}
        for style, file in files.items():
            _cut(letters, WEIGHTS[style], file)
        yield files


def _cut(letters: frozenset[str], weight: int, to: Path) -> None:
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, drop_tables=list(UNUSED)
    )
    with TTFont(_file(), lazy=True, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=sorted(map(ord, letters)))
        cutter.subset(font)
        instancer.instantiateVariableFont(font, {"wght": weight, "wdth": 100}, inplace=True)
        font.save(to)


def _file() -> str:
    return str(fontpkg.path(FAMILY))
