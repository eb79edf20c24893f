"""The tools of a programme by the names people type: titles, ids and what else they are known as.

A tool is meant by the whole of what somebody wrote; words that only mention one are a question or
an answer, and are none of its business.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from dialogs.definition import Definition, Role
from dialogs.timed import TimedGuide
from dialogs.wording import Wording
from knowledge.folding import fold, stem, tokens

LANGUAGES = ("lv", "en")
ALIASES: Mapping[str, tuple[str, ...]] = {
    "swot": ("svid",),
    "wheel": ("rats", "dzivesrats"),
    "plan": ("plans",),
    "observe": ("noverojumi", "observations", "mentora dienasgramata"),
    "traffic-light": ("luksofors", "traffic light"),
    "dilts": ("diltss", "piramida", "pyramid"),
    "canvas": ("audekls", "biznesa modelis", "business model", "bmc"),
    "reflect": ("refleksija", "reflection"),
    "ten-steps": ("10 soli", "10 steps"),
    "chemistry": ("kimija",),
    "company": ("vizite", "uznemuma vizite"),
    "insight": ("atzina",),
}
"""Besides titles and ids, folded."""

OPENS = re.compile(
    r"^(?:ludzu |es )?(?:atver|atvert|paradi|sakam|sakt|sac|taisam|taisit|aizpildam|aizpildit"
    r"|gribu(?: aizpildit| taisit| sakt| atvert)?|open|start|begin|show me|let's do|i want)"
    r"(?: the| my| a| an)? "
)
"""What may stand before a name."""

LONGEST = 60
SLIPS = ((10, 2), (6, 1))
"""Names of so many letters may be mistyped by so many."""

SHORTEST_PART = 4
SILENT = frozenset(
    ["pirms", "before", "mana", "mans", "tavs", "tavas", "musu", "your", "about", "with", "after"]
)
"""Words of titles that by themselves name nothing."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Tool:
    """A walkthrough, or a timed guide for two, with its names folded and their stems.

    Without `audience` it is everybody's.
    """

    id: str
    title: Wording
    audience: tuple[Role, ...]
    timed: bool
    titles: tuple[str, ...]
    names: tuple[str, ...]
    stems: frozenset[tuple[str, ...]]
    parts: tuple[frozenset[str], ...]


def tools_of(dialogs: Iterable[Definition], guides: Iterable[TimedGuide]) -> Iterator[Tool]:
    for one in dialogs:
        yield _tool(one.id, one.title, one.audience, timed=False)
    for guide in guides:
        yield _tool(guide.id, guide.title, ("mentee", "mentor"), timed=True)


def _tool(name: str, title: Wording, audience: tuple[Role, ...], *, timed: bool) -> Tool:
    titles = tuple(fold(text) for text in title.texts.values())
    names = (*titles, name.replace("-", " "), *ALIASES.get(name, ()))
    return Tool(
        id=name,
        title=title,
        audience=audience,
        timed=timed,
        titles=titles,
        names=names,
        stems=frozenset(_stems(one, language) for one in names for language in LANGUAGES),
        parts=tuple(frozenset(_stems(one, lang)) for one in titles for lang in LANGUAGES),
    )


def is_title(tools: Iterable[Tool], text: str) -> bool:
    """Whether this is, letter for letter, what one of them is called."""
    if len(text) > LONGEST:
        return False
    said = _bare(text)
    return bool(said) and any(said in tool.titles for tool in tools)


def named(tools: Sequence[Tool], text: str) -> list[Tool]:
    """Those whose name this is: as it is written, else in another form, else with a slip."""
    said = _said(text)
    if said is None:
        return []
    for is_it in _WAYS:
        if found := [tool for tool in tools if is_it(said, tool)]:
            return found
    return []


def part_named(tools: Sequence[Tool], text: str) -> list[Tool]:
    """Those in whose title every one of these words stands."""
    said = _said(text)
    if said is None or not any(map(_tells, said.split())):
        return []
    forms = [frozenset(_stems(said, language)) for language in LANGUAGES]
    return [tool for tool in tools if any(one <= part for one in forms for part in tool.parts)]


def _tells(word: str) -> bool:
    return len(word) >= SHORTEST_PART and word not in SILENT


def _bare(text: str) -> str:
    return fold(text).strip(" .!„”“\"'")


def _said(text: str) -> str | None:
    """The words without what asks to open; None where they ask something or tell a story."""
    if len(text) > LONGEST or "?" in text or "\n" in text:
        return None
    return OPENS.sub("", _bare(text)) or None


def _stems(text: str, language: str) -> tuple[str, ...]:
    return tuple(stem(word, language) for word in tokens(text))


def _is_exact(said: str, tool: Tool) -> bool:
    return said in tool.names


def _is_inflected(said: str, tool: Tool) -> bool:
    """The same words in other forms: "dzīves ratu"."""
    return any(_stems(said, language) in tool.stems for language in LANGUAGES)


def _is_slip(said: str, tool: Tool) -> bool:
    return any(
        OSA.distance(said, name, score_cutoff=slips) <= slips
        for name in tool.names
        if (slips := next((most for long, most in SLIPS if len(name) >= long), 0))
    )


_WAYS: tuple[Callable[[str, Tool], bool], ...] = (_is_exact, _is_inflected, _is_slip)
