"""By when a human answers: never on a free day, and as a pair has agreed."""

from datetime import datetime, time

import pytest

from desk.support import answer_by
from mentoring.localtime import at, local
from mentoring.programme import Support
from tests.desk.fixtures import Cast
from tests.desk.stage import Stage, said
from tests.desk.test_pair_dialogs import both_answered
from tests.mentoring.small_calendar import HOLIDAYS
from tests.mentoring.small_programme import PROGRAMME, RIGA, programme

TITLE = "Aiziet uz konsultāciju"


@pytest.mark.parametrize(
    ("asked", "by"),
    [
        ("2026-11-11 14:30", "2026-11-12 14:00"),  # Wednesday
        ("2026-11-13 16:00", "2026-11-16 17:00"),  # Friday afternoon
        ("2026-11-14 23:00", "2026-11-16 17:00"),  # Saturday night
        ("2026-11-15 20:00", "2026-11-16 17:00"),  # Sunday evening
        ("2026-11-17 10:00", "2026-11-19 17:00"),  # the eve of 18 November
        ("2026-04-02 12:00", "2026-04-07 17:00"),  # Maundy Thursday
        ("2026-11-16 02:10", "2026-11-16 17:00"),  # at night: no 39 hours
        ("2026-11-11 08:59", "2026-11-11 17:00"),  # just before the opening
        ("2026-11-11 09:00", "2026-11-12 09:00"),
        ("2026-11-11 17:00", "2026-11-12 17:00"),  # just after the day's work
    ],
)
def test_nobody_is_promised_an_answer_on_a_free_day(asked: str, by: str) -> None:
    """Within a day, from nine to five, not at weekends and not on public holidays."""
    wanted = datetime.fromisoformat(asked)
    small = programme(holidays=HOLIDAYS)
    found = answer_by(small, at(wanted.date(), wanted.time(), RIGA))
    assert f"{local(found, RIGA):%Y-%m-%d %H:%M}" == by


def test_a_hotline_that_works_at_weekends_is_promised_then() -> None:
    old = PROGRAMME.support
    always = Support(
        working_from=old.working_from,
        working_to=old.working_to,
        weekend=True,
        answer_within_hours=24,
    )
    friday = datetime.fromisoformat("2026-11-13 16:00")
    found = answer_by(
        programme(support=always, holidays=HOLIDAYS), at(friday.date(), friday.time(), RIGA)
    )
    assert f"{local(found, RIGA):%Y-%m-%d %H:%M}" == "2026-11-14 16:00"


@pytest.mark.parametrize(
    ("asked", "by"),
    [
        ("2026-11-12 10:00", "2026-11-12 22:00"),
        ("2026-11-14 10:00", "2026-11-15 10:00"),
        ("2026-11-15 12:00", "2026-11-16 12:00"),
    ],
)
def test_what_is_asked_at_the_weekend_may_take_longer(asked: str, by: str) -> None:
    """Twelve hours on a working day, a day and a night at the weekend (R4-10)."""
    hours = Support(
        working_from=time(8),
        working_to=time(22),
        weekend=True,
        answer_within_hours=12,
        weekend_within_hours=24,
    )
    moment = datetime.fromisoformat(asked)
    found = answer_by(programme(support=hours), at(moment.date(), moment.time(), RIGA))
    assert f"{local(found, RIGA):%Y-%m-%d %H:%M}" == by


async def test_the_chat_says_it(cast: Cast, stage: Stage) -> None:
    """Asked on Maundy Thursday, the answer comes on the Tuesday after Easter."""
    await stage.asleep_until("2026-04-02T12:00")
    answer = said(await cast.elza.send("Kur var nopirkt lētu ģitāru?"))
    assert "otrdien, 7. aprīlī, plkst. 17.00" in answer


async def test_a_call_to_the_mentor_names_the_time_the_pair_agreed_on(
    cast: Cast, stage: Stage
) -> None:
    """What the mentor answered, once both have said yes; before that the programme's hours."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await both_answered(cast)
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE)
    assert "parasti ne vēlāk kā" in said(await cast.elza.tap("Vajag palīdzību"))
    await cast.elza.tap("Ar to pietiek")
    await cast.elza.tap("Der")
    for take in ("Ņemam manu", "Ņemam manu", "Ņemam otru"):
        await cast.elza.tap(take)
    for phone in (cast.elza, cast.janis):
        await phone.send("/riki")
        await phone.send("Mūsu vienošanās")
        await phone.tap("Der")
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE)
    called = said(await cast.elza.tap("Vajag palīdzību"))
    assert "par atbildes laiku vienojāties: nedēļas laikā" in called
    assert "nedēļas laikā" in said(await cast.elza.send("Nesaprotu otro daļu"))
