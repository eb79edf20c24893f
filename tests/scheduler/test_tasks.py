"""Reminders of tasks: at the agreed hour, while they are open, and moved with every extension."""

import pytest

from tests.desk.fixtures import Cast
from tests.desk.stage import Bubble, Phone, Stage, after, said, together

TITLE = "Aiziet uz konsultāciju"


def times(messages: list[Bubble]) -> list[str]:
    """When the reminders of the task came, in local time."""
    return [m["at"][:16] for m in messages if TITLE in m["text"]]


async def asks_for_time(cast: Cast, typed: str | None = None) -> None:
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE)
    await cast.elza.tap("Vajag laiku")
    if typed:
        await cast.elza.send(typed)
    await cast.janis.new()
    await cast.elza.new()


async def test_reminders_come_at_their_hour_before_on_and_after_the_day(
    cast: Cast, stage: Stage
) -> None:
    """Three days and a day before, on the day, two and seven days after; always at 16.00."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-02-10T12:00")
    days = ("17", "19", "20", "22", "27")
    assert times(await cast.elza.new()) == [f"2026-01-{day}T16:00" for day in days]


@pytest.mark.parametrize(
    ("due", "first"), [("2026-03-30", "2026-03-27T16:00"), ("2026-10-26", "2026-10-23T16:00")]
)
async def test_the_hour_stays_when_the_clocks_change(
    cast: Cast, stage: Stage, due: str, first: str
) -> None:
    """The last Sundays of March and October lie between the two reminders."""
    await stage.asleep_until(after(f"{due}T12:00", days=-5))
    await stage.task(cast.elza, TITLE, due)
    await stage.wind(f"{due}T15:59")
    got = times(await cast.elza.all())
    assert got[0] == first
    assert [each[11:] for each in got] == ["16:00", "16:00"]


async def test_a_done_task_is_never_mentioned_again(cast: Cast, stage: Stage) -> None:
    """Done twice is done once, and the mentor hears of it once."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-01-17T16:30")
    key = await cast.elza.key("Ir padarīts")
    await together(cast.elza.press(key), cast.elza.press(key))
    assert "jau ir slēgts" in await cast.elza.text()
    await stage.wind("2026-01-19T17:00")
    assert (await cast.janis.text()).count(TITLE) == 1
    await cast.elza.new()
    await stage.wind("2026-02-10T12:00")
    assert times(await cast.elza.new()) == []


async def test_an_extension_moves_every_reminder_of_its_task_and_only_those(
    cast: Cast, stage: Stage
) -> None:
    """The other task keeps its own days."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.task(cast.elza, "Izpildīt uzdevumus", "2026-01-20")
    await asks_for_time(cast, "2. februāris")
    await cast.janis.tap("Jā: ")
    await cast.elza.new()
    await stage.wind("2026-02-12T12:00")
    news = await cast.elza.new()
    days = ["2026-01-30", "2026-02-01", "2026-02-02", "2026-02-04", "2026-02-09"]
    assert [each[:10] for each in times(news)] == days
    other = [m["at"][:10] for m in news if "Izpildīt" in m["text"]]
    assert other == ["2026-01-17", "2026-01-19", "2026-01-20", "2026-01-22", "2026-01-27"]


async def test_granting_twice_moves_once(cast: Cast, stage: Stage) -> None:
    """The second tap hears that it has been decided, the young person hears the date once."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await asks_for_time(cast, "2. februāris")
    key = await cast.janis.key("Jā: ")
    await together(cast.janis.press(key), cast.janis.press(key))
    assert "jau ir izlemts" in await cast.janis.text()
    assert (await cast.elza.text()).count("Jaunais termiņš") == 1


async def test_a_refusal_keeps_the_date_and_says_who_decided(cast: Cast, stage: Stage) -> None:
    """And offers help instead."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await asks_for_time(cast, "2. februāris")
    await cast.janis.tap("Atteikt")
    answer = said(await cast.elza.new())
    assert "20. janvār" in answer
    assert "Jānis Bērziņš" in answer
    await stage.wind("2026-01-17T17:00")
    assert times(await cast.elza.new()) == ["2026-01-17T16:00"]


async def test_the_mentor_may_grant_another_day(cast: Cast, stage: Stage) -> None:
    """Typed as people type; a day that makes no sense is asked for again."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await asks_for_time(cast, "2. februāris")
    await cast.janis.tap("Cits datums")
    for wrong in ("vakar", "2025. gada 5. maijā", "19. janvārī", "asdf", "2099. gada 1. janvārī"):
        assert "Te vajag datumu" in said(await cast.janis.send(wrong)), wrong
    await cast.janis.send("26. janvaris")
    assert "26. janvār" in said(await cast.elza.new())


async def test_what_is_promised_with_a_new_date_can_be_kept(cast: Cast, stage: Stage) -> None:
    """A date in two days has no reminder three days before, nor one on the morrow of agreeing."""
    await stage.task(cast.elza, TITLE, "2026-01-13")
    await asks_for_time(cast, "14. janvāris")
    await cast.janis.tap("Jā: ")
    answer = said(await cast.elza.new())
    assert "14. janvār" in answer
    assert "dien" not in answer.split("14. janvār")[1]
    await stage.wind("2026-01-14T17:00")
    assert times(await cast.elza.new()) == ["2026-01-14T16:00"]


@pytest.mark.parametrize("wish", ["vakar", "19. janvārī", "asdf", "2099. gada 1. janvārī", "🎸"])
async def test_a_wish_that_makes_no_sense_is_asked_for_again(
    cast: Cast, stage: Stage, wish: str
) -> None:
    """The mentor is not bothered with it."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await asks_for_time(cast)
    assert "Te vajag datumu" in said(await cast.elza.send(wish))
    assert await cast.janis.new() == []
    assert "Izlems" in said(await cast.elza.send("26. janvāris"))


async def test_a_date_button_whose_day_has_passed_asks_anew(cast: Cast, stage: Stage) -> None:
    """Left on the screen for two weeks, it would ask the mentor for a day gone by."""
    await stage.task(cast.elza, TITLE, "2026-01-13")
    await asks_for_time(cast)
    key = await cast.elza.key("15. janv")
    await stage.wind("2026-01-29T12:00")
    await cast.elza.new()
    await cast.janis.new()
    assert "Te vajag datumu" in said(await cast.elza.press(key))
    assert await cast.janis.new() == []


async def test_a_request_is_withdrawn_when_the_task_is_done(cast: Cast, stage: Stage) -> None:
    """The mentor's button has nothing to grant any more."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await asks_for_time(cast, "2. februāris")
    await cast.elza.send("uzdevumi")
    await cast.elza.tap(TITLE)
    await cast.elza.tap("Ir padarīts")
    await cast.janis.new()
    assert "jau ir izlemts" in said(await cast.janis.tap("Jā: "))
    await stage.wind("2026-02-12T12:00")
    assert "Jaunais termiņš" not in await cast.elza.text()


async def test_a_second_request_waits_for_the_first(cast: Cast, stage: Stage) -> None:
    """One task, one open request."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await asks_for_time(cast, "2. februāris")
    await asks_for_time(cast)
    assert await cast.janis.new() == []


async def buttons_of(phone: Phone) -> list[str]:
    return (await phone.labels())[:3]


async def test_a_late_task_is_asked_about_kindly(cast: Cast, stage: Stage) -> None:
    """Two days late: no reproach, and the three ways on."""
    await stage.task(cast.elza, TITLE, "2026-01-14")
    await stage.wind("2026-01-16T16:10")
    assert "Gadās" in said(await cast.elza.new())
    assert await buttons_of(cast.elza) == ["Ir padarīts", "Vajag palīdzību", "Vajag laiku"]


async def test_a_muted_kind_stays_away_until_it_is_wanted_again(cast: Cast, stage: Stage) -> None:
    """ "Why?" explains the rule and switches off that kind alone."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await stage.wind("2026-01-17T16:10")
    assert "3 dienas" in said(await cast.elza.tap("Kāpēc šo"))
    await cast.elza.tap("Vairs nesūtīt")
    await stage.wind("2026-01-20T17:00")
    assert times(await cast.elza.new()) == ["2026-01-20T16:00"]


async def test_stop_is_stop_and_resuming_brings_no_flood(cast: Cast, stage: Stage) -> None:
    """What was missed meanwhile does not come all at once."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await cast.elza.send("stop")
    await stage.wind("2026-01-21T12:00")
    assert await cast.elza.new() == []
    await cast.elza.tap("Ieslēgt")
    await cast.elza.new()
    await stage.wind("2026-01-21T23:00")
    assert times(await cast.elza.new()) == []
    await stage.wind("2026-01-28T12:00")
    assert [each[:10] for each in times(await cast.elza.new())] == ["2026-01-22", "2026-01-27"]
