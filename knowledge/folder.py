"""A programme folder: all that one programme is, as a coordinator wrote it.

It is used whole or not at all: a half-read programme would leave out a helpline or a reminder, and
nobody would notice. So every fault is collected, and a running folder stays until the new one is sound.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from dialogs.definition import Definition
from dialogs.load import load, load_library
from dialogs.source import Fault
from knowledge.faq import Entry
from knowledge.folder_faq import FaqReader
from knowledge.folder_guides import Guide, read_guide
from knowledge.folder_programme import read_programme
from mentoring.programme import Programme

PROGRAMME_FILE = "programme.yaml"
ENDINGS: Mapping[str, str] = {"dialogs": ".yaml", "faq": ".yaml", "guides": ".md"}
USUAL_LANGUAGES = ("lv", "en")
"""What the other files are checked for while programme.yaml itself can't be read."""


@dataclass(frozen=True, kw_only=True)
class LoadedProgramme:
    """A sound folder. `dialogs` are the library's and the folder's own, by id."""

    programme: Programme
    dialogs: Mapping[str, Definition]
    faq: tuple[Entry, ...]
    guides: Mapping[str, Guide]


class BrokenFolder(Exception):
    """The programme folder has faults and can't be used."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join([str(self.__doc__), *map(str, self.faults)]))


def load_folder(path: Path) -> LoadedProgramme:
    """The folder's programme with all that belongs to it; raises BrokenFolder with every fault."""
    loaded, faults = _read(path)
    if loaded is None:
        raise BrokenFolder(faults)
    return loaded


def check_folder(path: Path) -> list[Fault]:
    """Every fault, by file and line; an empty list means the folder can be used."""
    return _read(path)[1]


def _read(path: Path) -> tuple[LoadedProgramme | None, list[Fault]]:
    if not path.is_dir():
        cure = "Check the name, or copy the folder of another programme."
        return None, [Fault(file=str(path), line=1, what="there is no such folder", cure=cure)]
    faults = list(_misplaced(path))
    dialogs = _dialogs(path, faults)
    programme = _programme(path, dialogs, faults)
    languages = programme.languages if programme else USUAL_LANGUAGES
    faq = _faq(path, languages, faults)
    guides = _guides(path, languages, faults)
    if programme is None or faults:
        return None, sorted(faults)
    return LoadedProgramme(programme=programme, dialogs=dialogs, faq=faq, guides=guides), []
