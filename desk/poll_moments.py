"""The moments of what a group does together: a word before it ends, and its end by itself."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from desk.poll_report import KIND
from desk.visit import Visit
from mentoring.occurrence import Occurrence
from store import occurrences
from store.activities import Activity
from store.occurrences import Scope

NUDGE_BEFORE = timedelta(hours=10)
"""In the morning of the last day; so long after the invitation, too, or not at all."""


def until(
    now: datetime, end: datetime, close: str, nudge: str, before: timedelta = NUDGE_BEFORE
) -> dict[str, datetime]:
    """The end, and the nudge before it where there is time for one, by their names."""
    moments = {close: end}
    if end - before > now + NUDGE_BEFORE:
        moments[nudge] = end - before
    return moments


def plan(visit: Visit, activity: Activity, moments: Mapping[str, datetime]) -> None:
    """These in place of what was planned for it; none when it is over. A name is used once."""
    scope = Scope(
        programme=activity.programme, person=activity.mentor, kinds=(KIND,), subject=activity.id
    )
    planned = [
        Occurrence(
            key=f"activity:{activity.id}:{what}",
            kind=KIND,
            person=activity.mentor,
            pairing=None,
            subject=activity.id,
            due=due,
            why={"rule": KIND, "what": what},
        )
        for what, due in moments.items()
    ]
    occurrences.reconcile(visit.tx, scope, planned)
