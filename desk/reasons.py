"""Why did I get this? Each unprompted message can say by which rule, and that kind can be muted."""

from collections.abc import Mapping
from typing import Any

from desk import menu
from desk.visit import Visit, button
from store import outbox

KINDS = (
    *("nudge", "due_today", "late", "check_in", "silence", "mentor_silence", "event"),
    *("announcement", "poll_nudge"),
)


WATCHED = ("silence", "mentor_silence")


def explain_last(visit: Visit) -> None:
    found = outbox.why(visit.tx, visit.person, KINDS)
    if found is None:
        menu.show(visit, visit.t("why-nothing"))
        return
    explain(visit, *found)


def explain(visit: Visit, kind: str, why: Mapping[str, Any]) -> None:
    values = {name: value for name, value in why.items() if isinstance(value, (str, int))}
    values.pop("rule", None)
    if kind in WATCHED:
        values.setdefault("does", "tell-mentor" if kind == "silence" else "ask-mentor")
    text = visit.t(f"why-{kind}".replace("_", "-"), **values)
    if kind in visit.person.muted:
        visit.say(text, button(visit.t("unmute"), "mute", kind=kind, off=False))
    elif kind == "announcement":
        visit.say(text)
    else:
        visit.say(text, button(visit.t("mute"), "mute", kind=kind, off=True))


def mute(visit: Visit, kind: str, off: bool) -> None:
    kinds = set(visit.person.muted) - {kind} | ({kind} if off else set())
    visit.refresh(muted=tuple(sorted(kinds)))
    visit.say(visit.t("muted" if off else "unmuted"))
