"""What a stage has taught, asked for once it has ended by itself.

Nobody said so at that moment, as both had just heard enough: the offer comes with the next day's
message. Who has written an insight meanwhile, such as the sentence after a guide, is not asked.
"""

from datetime import datetime

from desk import insights, news
from desk.visit import Visit, button
from mentoring.calendar import Phase
from mentoring.message import Button
from mentoring.occurrence import Kind, Occurrence
from store import occurrences, pairings
from store.occurrences import CANCELLED, EXPIRED, Due
from store.pairings import Pairing

KIND: Kind = "insight"
DIALOG = "insight"


def offer(visit: Visit, pair: Pairing, over: Phase, reached: Phase) -> None:
    """To both, once for each stage, however often it is corrected and reached again."""
    if visit.dialog(DIALOG) is None:
        return
    for who, other in ((pair.mentor, pair.mentee), (pair.mentee, pair.mentor)):
        one = visit if who == visit.person.id else visit.other(who)
        if one is not None:
            occurrences.add(visit.tx, pair.programme, _later(one, pair, other, over, reached))


def _later(one: Visit, pair: Pairing, other: int, over: Phase, reached: Phase) -> Occurrence:
    return Occurrence(
        key=f"insight:{pair.id}:{over.id}:{one.person.id}",
        kind=KIND,
        person=one.person.id,
        pairing=pair.id,
        subject=None,
        due=news.tomorrow(one),
        why={
            "rule": KIND,
            "asker": other,
            "over": over.id,
            "reached": reached.id,
            "since": one.now.isoformat(),
        },
    )


def verdict(reader: Visit, due: Due) -> tuple[str, str] | None:
    """Why it is not offered any more; None while the stage is over and nothing was written."""
    pair = pairings.find(reader.tx, due.pairing or 0)
    if reader.now - due.due_at > news.OLD_AFTER:
        return EXPIRED, "no longer fresh"
    if pair is None or pair.status != "active" or due.why["reached"] not in pair.stages:
        return CANCELLED, "the stage is not over"
    if reader.dialog(DIALOG) is None or insights.since(
        reader, datetime.fromisoformat(str(due.why["since"]))
    ):
        return CANCELLED, "written already"
    return None


def line(reader: Visit, due: Due, how: str = "digest") -> str:
    """ "prompt" by itself, "digest" among other things."""
    other = reader.other(int(due.why["asker"]))
    over = next((one for one in reader.programme.phases if one.id == due.why["over"]), None)
    name = over.name[reader.person.language] if over else "…"
    return reader.t(f"{how}-insight", who=other.person.name if other else "…", name=name)


def item(reader: Visit) -> Button:
    return button(reader.t("stage-insight"), "dialog_start", dialog=DIALOG)
