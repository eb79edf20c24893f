"""Finding a dialog by its id or its file, for the commands that show one."""

from pathlib import Path

from bot.errors import WrongSetting
from dialogs import draw
from dialogs.definition import Definition
from dialogs.load import load_any, load_guides, load_library
from dialogs.timed import TimedGuide


def found(name: str) -> Definition | TimedGuide:
    """Raises WrongSetting with the dialogs there are, or with the faults of the file."""
    if name.endswith((".yaml", ".yml")):
        one, faults = load_any(Path(name))
        if one is None:
            raise WrongSetting("\n".join(map(str, faults)))
        return one
    library = every()
    if name not in library:
        raise WrongSetting(f"there is no dialog {name!r}; there are: {', '.join(sorted(library))}.")
    return library[name]


def every() -> dict[str, Definition | TimedGuide]:
    """The library, dialogs and timed guides."""
    return {**load_library(), **load_guides()}


def drawn(name: str, language: str, *, svg: bool) -> str:
    """A dialog or guide as a tree of text, or as SVG."""
    one = found(name)
    if isinstance(one, TimedGuide):
        return (draw.draw_guide_svg if svg else draw.draw_guide)(one, language)
    return (draw.draw_svg if svg else draw.draw)(one, language)
