"""A timed guide: what two people talk about, part by part, both led by the same clock.

Nothing is answered in it, so it has no engine: the desk says each part to both at the same moment.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dialogs.check_texts import same_faults, text_size
from dialogs.shape import Place
from dialogs.source import Fault, LocatedDict
from dialogs.version import version_of
from dialogs.wording import Wording

MINUTES_MAX = 60
SAY_MIN, SAY_MAX = 1, 4
PARTS_MAX = 12

_KEYS = ("id", "guide", "title", "intro", "decide", "steps", "done", "next")
_PART_KEYS = ("id", "title", "say", "minutes", "insights")


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part: its topic, two or three things to talk about, how long at most.

    With `insights`, each is shown before it what they themselves have understood so far.
    """

    id: str
    title: Wording
    say: tuple[Wording, ...]
    minutes: int
    line: int
    insights: bool = False


@dataclass(frozen=True, kw_only=True)
class TimedGuide:
    """A whole guide. With `decide`, both are asked at the end whether to go on together.

    `next` is a dialog that each is offered afterwards.
    """

    id: str
    title: Wording
    parts: tuple[Part, ...]
    version: str
    file: str
    line: int = 1
    intro: Wording | None = None
    done: Wording | None = None
    decide: bool = False
    next: str | None = None

    @property
    def about(self) -> int:
        """Minutes at most."""
        return sum(part.minutes for part in self.parts)


def is_timed(data: object) -> bool:
    """Whether a file's data is a guide and no dialog."""
    return isinstance(data, LocatedDict) and "guide" in data


def build_timed(data: LocatedDict, file: str) -> tuple[TimedGuide | None, list[Fault]]:
    """The guide, or its faults in the order of their lines."""
    faults: list[Fault] = []
    top = Place(data=data, file=file, faults=faults, dialog=str(data.get("id", "?")))
    guide = _guide(top)
    if guide is not None:
        _check(top, guide)
    return (None, sorted(faults)) if faults or guide is None else (guide, [])


def _guide(top: Place) -> TimedGuide | None:
    top.only(_KEYS)
    if not top.yes("guide"):
        top.fault("guide is not yes", "Write 'guide: yes', or leave it out for a dialog", "guide")
    title = top.wording("title")
    parts = tuple(part for place in top.places("steps") if (part := _part(place.at_step())))
    if not top.get("steps"):
        top.fault("the guide has no steps", "Add at least one step", "steps")
    if title is None or not parts:
        return None
    return TimedGuide(
        id=top.name("id"),
        title=title,
        parts=parts,
        version=version_of(top.data),
        file=top.file,
        line=top.line("id"),
        intro=top.wording("intro", needed=False),
        done=top.wording("done", needed=False),
        decide=top.yes("decide"),
        next=top.name("next") if "next" in top.data else None,
    )


def _part(top: Place) -> Part | None:
    top.only(_PART_KEYS)
    title, minutes = top.wording("title"), top.whole("minutes")
    say = tuple(_said(top))
    if title is None or minutes is None:
        return None
    if not 1 <= minutes <= MINUTES_MAX:
        top.fault(f"minutes is {minutes}", f"Write 1 to {MINUTES_MAX}", "minutes")
    if not SAY_MIN <= len(top.list("say")) <= SAY_MAX:
        cure = f"Give {SAY_MIN} to {SAY_MAX} things to talk about"
        top.fault(f"say has {len(top.list('say'))} texts", cure, "say")
    return Part(
        id=top.name("id"),
        title=title,
        say=say,
        minutes=minutes,
        line=top.line("id"),
        insights=top.yes("insights"),
    )


def _said(top: Place) -> Iterator[Wording]:
    """Each thing to talk about, read as the text it is."""
    for number in range(len(top.list("say"))):
        inner = Place(
            data=LocatedDict(top.line("say")),
            file=top.file,
            faults=top.faults,
            dialog=top.dialog,
            step=top.step,
        )
        inner.data["say"] = top.list("say")[number]
        inner.data.lines["say"] = top.list("say").lines[number]
        if (wording := inner.wording("say")) is not None:
            yield wording


def _check(top: Place, guide: TimedGuide) -> None:
    if len(guide.parts) > PARTS_MAX:
        top.fault(f"the guide has {len(guide.parts)} steps", f"Keep to {PARTS_MAX}", "steps")
    seen: set[str] = set()
    for part in guide.parts:
        if part.id in seen:
            _fault(top, part.line, f"step {part.id}: the id is used twice", "Give each its own id")
        seen.add(part.id)
    for step, name, wording in texts_of_guide(guide):
        where = f"step {step}: {name}" if step else name
        for what, cure in _text_faults(wording):
            _fault(top, wording.line, f"{where}: {what}", cure)


def _fault(top: Place, line: int, what: str, cure: str) -> None:
    what = f"dialog {top.dialog}, {what}"
    top.faults.append(Fault(file=top.file, line=line, what=what, cure=f"{cure}."))


def _text_faults(wording: Wording) -> Iterator[tuple[str, str]]:
    for language, text in wording.texts.items():
        yield from text_size(language, text)
        if wording.placeholders(language) or wording.stray_brace(language):
            yield f"the text ({language}) has a brace", "A guide knows no placeholders"
    yield from same_faults(wording)


def texts_of_guide(guide: TimedGuide) -> Iterator[tuple[str, str, Wording]]:
    """Step, kind and text, in the order in which two people meet them."""
    yield "", "title", guide.title
    if guide.intro:
        yield "", "intro", guide.intro
    for part in guide.parts:
        yield part.id, "title", part.title
        yield from ((part.id, "say", one) for one in part.say)
    if guide.done:
        yield "", "done", guide.done
