"""The tools a person may open, sorted onto shelves, or opened by the name that was typed."""

from collections.abc import Mapping

from desk import guiding, parked, poll_dialogs, questions, walk
from desk.visit import Visit, button
from knowledge import tools
from knowledge.tools import Tool
from mentoring.message import Button

SHELVES: Mapping[str, tuple[str, ...]] = {
    "goals": ("grow", "smart", "plan", "stuck", "canvas"),
    "me": ("wheel", "swot", "dilts", "traffic-light", "insight", "good-news", "hard-week"),
    "start": (
        *("apply-mentee", "apply-mentor", "six-questions", "prepare-first", "chemistry"),
        *("acquaint", "agreement", "agreement-sk"),
    ),
    "meetings": ("prepare", "reflect", "observe", "role-swap", "company", "ten-steps"),
    "closing": (
        *("survey-mid", "prepare-closing", "closing", "next-steps", "survey-final", "evaluate-sk"),
    ),
}
"""What each is for, in the order in which they are wanted; a programme's own stand behind."""

OWN = "own"
CHOICES = 5
HIDDEN = frozenset(["interests", *poll_dialogs.COMPOSING])
"""What only the programme begins, or a mentor's poll."""


def _all(visit: Visit) -> list[Tool]:
    return [tool for tool in visit.loaded.tools if tool.id not in HIDDEN]


def is_for(visit: Visit, tool: Tool) -> bool:
    return not tool.audience or visit.part.role in tool.audience


def _mine(visit: Visit) -> dict[str, Tool]:
    return {tool.id: tool for tool in _all(visit) if is_for(visit, tool)}


def _called(visit: Visit, tool: Tool) -> str:
    return tool.title.in_language(visit.person.language)


def _button(visit: Visit, tool: Tool) -> Button:
    if tool.timed:
        return button(_called(visit, tool), "timed", guide=tool.id)
    return button(_called(visit, tool), "dialog_start", dialog=tool.id)


def shelves(visit: Visit) -> dict[str, list[Tool]]:
    """What this person may open, by what it is for; no shelf is empty."""
    mine = _mine(visit)
    found = {name: [mine[one] for one in some if one in mine] for name, some in SHELVES.items()}
    placed = {one for some in SHELVES.values() for one in some}
    found[OWN] = [tool for name, tool in sorted(mine.items()) if name not in placed]
    return {name: some for name, some in found.items() if some}


def show(visit: Visit) -> None:
    """What was left half-way, then a button for each shelf."""
    some = [button(visit.t(f"shelf-{name}"), "shelf", name=name) for name in shelves(visit)]
    visit.say(visit.t("tools"), *parked.buttons(visit), *some)


def shelf(visit: Visit, name: str) -> None:
    some = shelves(visit).get(name)
    if not some:
        show(visit)
        return
    back = button(visit.t("do-shelves"), "tools")
    heading = visit.t("shelf", shelf=visit.t(f"shelf-{name}"))
    visit.say(heading, *(_button(visit, tool) for tool in some), back)


def _open(visit: Visit, tool: Tool) -> None:
    if not is_for(visit, tool):
        whose = visit.role_label(tool.audience[0])
        visit.say(visit.t("tool-of-others", title=_called(visit, tool), whose=whose))
    elif tool.timed:
        guiding.show(visit, tool.id)
    else:
        walk.start(visit, tool.id)


def is_title(visit: Visit, text: str) -> bool:
    """Whether this is, letter for letter, what a tool of this person is called."""
    return tools.is_title(visit.loaded.tools, text) and tools.is_title(_mine(visit).values(), text)


def is_named(visit: Visit, text: str) -> bool:
    """Whether this text as a whole is the name of some tool."""
    return bool(tools.named(_all(visit), text))


def titled(visit: Visit, text: str) -> bool:
    """Opens what is called exactly so, even where the words are a command as well."""
    return is_title(visit, text) and named(visit, text)


def named(visit: Visit, text: str) -> bool:
    """Opens the tool of this name, one's own before another role's; several are offered."""
    found = tools.named(_all(visit), text)
    some = [tool for tool in found if is_for(visit, tool)] or found
    if len(some) == 1:
        _open(visit, some[0])
    elif some:
        _offer(visit, some, text)
    return bool(some)


def part_named(visit: Visit, text: str) -> bool:
    """Offers the tools in whose titles these words stand, where the FAQ knows nothing better."""
    some = tools.part_named([*_mine(visit).values()], text)
    if not some or questions.look_up(visit, text).kind == "answer":
        return False
    _offer(visit, some, text)
    return True


def _offer(visit: Visit, some: list[Tool], text: str) -> None:
    none = button(visit.t("did-you-mean-none"), "faq_none", text=text)
    visit.say(visit.t("which-tool"), *(_button(visit, tool) for tool in some[:CHOICES]), none)
