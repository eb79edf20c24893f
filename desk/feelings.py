"""What people answer to a check-in: kept in their journal, and met with help where it is low."""

from collections.abc import Mapping
from typing import Any

from desk.visit import Visit, button
from dialogs.feeling import LOW, WEEK, feeling
from store import journal

HELP = "hard-week"
"""The dialog for whoever wants to say more, and perhaps tell their mentor."""


def figure(visit: Visit, dialog: str, answers: Mapping[str, Any]) -> int | None:
    """The feeling from 1 to 5, if this check-in heard of one."""
    definition = visit.loaded.dialogs.get(dialog)
    return feeling(definition, answers) if definition else None


def answered(visit: Visit, dialog: str, data: Mapping[str, Any]) -> None:
    """Into the journal, with the figure under one name however it was asked for."""
    felt = figure(visit, dialog, data)
    journal.write(
        visit.tx,
        visit.person,
        programme=visit.part.programme,
        kind="check_in",
        data=dict(data) if felt is None else {**data, WEEK: felt},
        now=visit.now,
    )
    if felt is not None and felt <= LOW and HELP in visit.loaded.dialogs:
        visit.say(visit.t("check-in-low"), button(visit.t("check-in-talk"), "ladder_hard"))
