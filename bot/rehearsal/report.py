"""The rehearsal as JSON, and as a summary for the terminal."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from rich.table import Table

from bot.rehearsal.play import Rehearsal
from bot.rehearsal.reasons import page_texts
from bot.rehearsal.warnings import Warned
from desk.wording import Wording
from mentoring.programme import ROLES


def as_json(played: Rehearsal) -> list[dict[str, Any]]:
    """Every message {at, to, role, kind, text, why}, oldest first; `at` is local with offset."""
    return [
        {
            "at": each.at.isoformat(timespec="seconds"),
            "to": each.to,
            "role": each.role,
            "kind": each.kind,
            "text": each.text,
            "why": each.why,
        }
        for each in played.told
    ]


def tables(played: Rehearsal) -> Iterator[Table]:
    """One for each role: a line for each kind, a column for each week."""
    weeks = sorted({_week(each.at) for each in played.told})
    for role in ROLES:
        mine = [each for each in played.told if each.role == role]
        counts = Counter((each.kind, _week(each.at)) for each in mine)
        title = f"{role}: {len(mine)} messages, by week"
        table = Table("kind", "all", *[f"{week:02}" for _, week in weeks], title=title, padding=0)
        for kind, total in Counter(each.kind for each in mine).most_common():
            cells = [str(counts[kind, week] or "·") for week in weeks]
            table.add_row(kind, str(total), *cells)
        yield table


def _week(at: Any) -> tuple[int, int]:
    """ISO year and week, so that a period over New Year keeps its order."""
    year, week, _ = at.isocalendar()
    return year, week


def warned(played: Rehearsal) -> Iterator[str]:
    """A line for each warning."""
    t = page_texts("en")
    for each in played.warned:
        yield f"{each.day} {t(f'warn-{each.rule}')}. {said(t, each, each.who)}"


def said(t: Wording, each: Warned, who: str) -> str:
    """Whom a warning is about, and what of it can be counted or named."""
    kinds = " + ".join(t(f"kind-{kind}") for kind in each.kinds)
    off = t(f"off-{each.off}") if each.off else ""
    values: dict[str, str | int] = {"who": who, "count": each.count, "what": each.what}
    return t(f"warned-{each.rule}", kinds=kinds, off=off, owned="yes" if who else "no", **values)
