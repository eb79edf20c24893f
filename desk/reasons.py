"""Why did I get this? Each unprompted message can say by which rule, and that kind can be muted."""

from collections.abc import Mapping, Sequence
from typing import Any

from desk import menu
from desk.visit import Visit, button
from mentoring.message import Button
from mentoring.silence import QUESTIONS
from store import outbox, people

KINDS = (
    *("nudge", "due_today", "late", "check_in", "silence", "mentor_silence", "event"),
    *("announcement", "poll_nudge", "storm_nudge", "unanswered", "news", "insight"),
)


WATCHED = ("silence", "mentor_silence")
ASKED, TOLD, REMINDED = "ask", "tell", "remind"


def explain_last(visit: Visit) -> None:
    found = outbox.why(visit.tx, visit.person, KINDS)
    if found is not None and found[0] in KINDS:
        explain(visit, *found)
    elif found is not None:
        _explain_people(visit, found[1])
    elif visit.person.muted:
        visit.say(_with_muted(visit, visit.t("why-nothing")), *_switches(visit, visit.person.muted))
    else:
        menu.show(visit, visit.t("why-nothing"))


def _explain_people(visit: Visit, why: Mapping[str, Any]) -> None:
    """It came because of somebody: what waits for an answer can't be switched off."""
    who = people.load(visit.tx, int(why["by"])) if "by" in why else None
    if who is not None:
        visit.knows(who.id, who.name)
    key = f"why-{why.get('rule')}" if who is not None else "why-happened"
    text = visit.t(key, name=who.name) if who is not None else visit.t(key)
    visit.say(_with_muted(visit, text), *_switches(visit, visit.person.muted))


def explain(visit: Visit, kind: str, why: Mapping[str, Any]) -> None:
    """Why it was sent, whether to send it again; and below, what else is switched off: months later
    the last message is of another kind, and this is the place to which its reader was sent."""
    values = {name: value for name, value in why.items() if isinstance(value, (str, int))}
    values.pop("rule", None)
    if kind in WATCHED:
        values.setdefault("does", "tell-mentor" if kind == "silence" else "ask-mentor")
    said = visit.t(f"why-{kind}".replace("_", "-"), **values)
    question, choice = _choice(visit, kind, str(values.get("does")))
    others = [each for each in visit.person.muted if each != kind]
    text = _with_muted(visit, " ".join([said, *question]), kind)
    visit.say(text, *choice, *_switches(visit, others))


def _choice(visit: Visit, kind: str, does: str) -> tuple[list[str], list[Button]]:
    """The one question about this kind, and its button; an announcement can't be switched off."""
    if kind == "announcement":
        return [], []
    if kind in visit.person.muted:
        again = button(visit.t("unmute"), "mute", kind=kind, off=False)
        return [visit.t("why-muted")], [again]
    stop = visit.t("why-stop", does=_doing(kind, does))
    return [stop], [button(visit.t("mute"), "mute", kind=kind, off=True)]


def _doing(kind: str, does: str) -> str:
    if kind == "check_in" or does in QUESTIONS:
        return ASKED
    return TOLD if kind in WATCHED else REMINDED


def switched_off(visit: Visit, kinds: Sequence[str]) -> str:
    """What of all kinds is not sent any more, in words."""
    return visit.t("switched-off", list=", ".join(_name(visit, kind) for kind in kinds))


def _name(visit: Visit, kind: str) -> str:
    return visit.t(f"kind-{kind}".replace("_", "-"))


def _with_muted(visit: Visit, text: str, but: str | None = None) -> str:
    others = [each for each in visit.person.muted if each != but]
    return "\n\n".join([text, switched_off(visit, others)]) if others else text


def _switches(visit: Visit, kinds: Sequence[str]) -> list[Button]:
    return [
        button(visit.t("switch-on", kind=_name(visit, kind)), "switch_on", kind=kind)
        for kind in kinds
    ]


def mute(visit: Visit, kind: str, off: bool) -> None:
    kinds = set(visit.person.muted) - {kind} | ({kind} if off else set())
    visit.refresh(muted=tuple(sorted(kinds)))
    visit.say(visit.t("muted" if off else "unmuted"))


def switch_on(visit: Visit, kind: str) -> None:
    """One of several that stand in one message: the others can still be tapped."""
    mute(visit, kind, off=False)
