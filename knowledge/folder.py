"""A programme folder: all that one programme is, as a coordinator wrote it.

It is used whole or not at all: a half-read programme would leave out a helpline or a reminder, and
nobody would notice. So every fault is collected, and a running folder stays until the new one is
sound.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from dialogs.definition import ALONE, Definition
from dialogs.load import load_any, load_guides, load_library
from dialogs.ready_poll import ReadyPoll
from dialogs.source import Fault
from dialogs.timed import TimedGuide
from knowledge.faq import Entry
from knowledge.folder_check_ins import check_in_faults, families, members, variation
from knowledge.folder_faq import FaqReader
from knowledge.folder_guides import Guide, read_guide
from knowledge.folder_polls import FOLDER as POLLS
from knowledge.folder_polls import PICTURES, read_polls
from knowledge.folder_programme import ProgrammeFile, read_programme
from knowledge.tools import Tool, tools_of
from mentoring.check_ins import Variation
from mentoring.programme import Programme

PROGRAMME_FILE = "programme.yaml"
ENDINGS: Mapping[str, str] = {
    "dialogs": ".yaml",
    "faq": ".yaml",
    "guides": ".md",
    "polls": ".yaml",
}


@dataclass(frozen=True, kw_only=True)
class LoadedProgramme:
    """A sound folder. `dialogs` are the library's and the folder's own, by id.

    So are `timed` and `polls`.
    """

    programme: Programme
    dialogs: Mapping[str, Definition]
    faq: tuple[Entry, ...]
    guides: Mapping[str, Guide]
    timed: Mapping[str, TimedGuide] = field(default_factory=dict)
    polls: Mapping[str, ReadyPoll] = field(default_factory=dict)

    def dialog(self, name: str) -> Definition | None:
        """A dialog by its id, or one question of a dialog for two ("agreement#hopes")."""
        whole, _, step = name.partition(ALONE)
        found = self.dialogs.get(whole)
        return found.alone(step) if found and step else found

    def title(self, name: str, language: str) -> str:
        """What a dialog or a timed guide is called now; its id where it is gone."""
        found = self.dialogs.get(name.partition(ALONE)[0]) or self.timed.get(name)
        return found.title.in_language(language) if found else name

    @cached_property
    def check_ins(self) -> tuple[Variation, ...]:
        """Those that take turns; a single one where the programme names a dialog."""
        found = members(self.dialogs, self.programme.check_in.dialog)
        return tuple(variation(one) for one in found)

    @cached_property
    def tools(self) -> tuple[Tool, ...]:
        """All that is begun by a person; what the programme asks by itself is none."""
        own = [one for name, one in self.dialogs.items() if not self.is_check_in(name)]
        return tuple(tools_of(own, self.timed.values()))

    def is_check_in(self, name: str) -> bool:
        """Whether the programme asks this by itself; also one it asked under other rules."""
        found = self.dialogs.get(name)
        return name == self.programme.check_in.dialog or bool(found and found.family)


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
    dialogs, timed = _dialogs(path, faults)
    file = _programme(path, dialogs, timed, faults)
    faults.extend(_never_asked(path, dialogs, file))
    faults.extend(_leads_nowhere(dialogs, timed))
    faults.extend(_untranslated((*dialogs.values(), *timed.values()), file.languages))
    faq = _faq(path, file.languages, faults)
    guides = _guides(path, file.languages, faults)
    polls = read_polls(path, file.languages, faults)
    if file.programme is None or faults:
        return None, sorted(faults)
    loaded = LoadedProgramme(
        programme=file.programme,
        dialogs=dialogs,
        faq=faq,
        guides=guides,
        timed=timed,
        polls=polls,
    )
    return loaded, []


def _leads_nowhere(
    dialogs: Mapping[str, Definition], timed: Mapping[str, TimedGuide]
) -> Iterator[Fault]:
    """Guides that offer a dialog which isn't there."""
    for guide in timed.values():
        if guide.next is not None and guide.next not in dialogs:
            what = f"guide {guide.id}: 'next' names the unknown dialog '{guide.next}'"
            cure = "Name a dialog of the library or of this folder, or leave 'next' out."
            yield Fault(file=guide.file, line=guide.line, what=what, cure=cure)


def _programme(
    path: Path,
    dialogs: Mapping[str, Definition],
    timed: Collection[str],
    faults: list[Fault],
) -> ProgrammeFile:
    broken = {file.stem for file in _files(path, "dialogs")}
    named = broken | {name for name, one in dialogs.items() if not one.follows}
    together = (
        (broken - {*dialogs}) | {*timed} | {name for name, one in dialogs.items() if one.together}
    )
    asked = named | families(dialogs)
    file = read_programme(path / PROGRAMME_FILE, named, asked, together)
    faults.extend(file.faults)
    return file


def _never_asked(
    path: Path, dialogs: Mapping[str, Definition], file: ProgrammeFile
) -> Iterator[Fault]:
    """What is amiss among the check-ins; with faults in programme.yaml nothing can be said."""
    if file.programme is None:
        return
    folder = str(path / "dialogs")
    own = {name for name, one in dialogs.items() if str(Path(one.file).parent) == folder}
    asked = file.programme.check_in.dialog
    yield from check_in_faults(dialogs, own, asked, str(path / PROGRAMME_FILE))


def _dialogs(
    path: Path, faults: list[Fault]
) -> tuple[dict[str, Definition], dict[str, TimedGuide]]:
    """The library's and the folder's own; an own one stands for whatever had its id."""
    own: dict[str, Definition | TimedGuide] = {}
    for file in _files(path, "dialogs"):
        definition, found = load_any(file)
        faults.extend(found)
        if definition is None:
            continue
        if definition.id in own:
            faults.append(_doubled(definition, own[definition.id]))
        own[definition.id] = definition
    every = {**load_library(), **load_guides(), **own}
    dialogs = {name: one for name, one in every.items() if isinstance(one, Definition)}
    return dialogs, {name: one for name, one in every.items() if isinstance(one, TimedGuide)}


def _doubled(second: Definition | TimedGuide, first: Definition | TimedGuide) -> Fault:
    what = f"the dialog '{second.id}' is already in {first.file}"
    return Fault(file=second.file, line=second.line, what=what, cure="Give each its own id.")


def _untranslated(
    dialogs: Sequence[Definition | TimedGuide], languages: Sequence[str]
) -> Iterator[Fault]:
    """Dialogs, the library's too, that would fail in front of somebody who chose the language."""
    cure = "Copy the file to the folder's dialogs and add the texts, or drop the language."
    for dialog in dialogs:
        for language in languages:
            if language not in dialog.title.texts:
                what = f"the dialog '{dialog.id}' lacks the language '{language}'"
                yield Fault(file=dialog.file, line=dialog.line, what=what, cure=cure)


def _faq(path: Path, languages: Sequence[str], faults: list[Fault]) -> tuple[Entry, ...]:
    reader = FaqReader(languages)
    for file in _files(path, "faq"):
        reader.read(file)
    faults.extend(reader.faults)
    return tuple(reader.entries)


def _guides(path: Path, languages: Sequence[str], faults: list[Fault]) -> Mapping[str, Guide]:
    guides: dict[str, Guide] = {}
    for file in _files(path, "guides"):
        guide, found = read_guide(file, languages)
        faults.extend(found)
        if guide is not None:
            guides[guide.id] = guide
    return guides


def _files(path: Path, kind: str) -> list[Path]:
    return sorted((path / kind).glob(f"*{ENDINGS[kind]}"))


def _misplaced(path: Path) -> Iterator[Fault]:
    """Files that would be passed over in silence, since their name or their folder's is amiss."""
    for item in sorted(path.iterdir()):
        near = get_close_matches(item.name, (PROGRAMME_FILE, *ENDINGS), n=1)
        if near and item.name != near[0]:
            yield _unread(item, f"Did you mean '{near[0]}'?")
    for kind, ending in ENDINGS.items():
        for item in sorted((path / kind).glob("*")):
            if kind == POLLS and item.suffix.lower() in PICTURES:
                continue
            if item.suffix != ending and not item.name.startswith("."):
                yield _unread(item, f"Name it '{item.stem}{ending}', or move it away.")


def _unread(item: Path, cure: str) -> Fault:
    return Fault(file=str(item), line=1, what="nothing with this name is read", cure=cure)
