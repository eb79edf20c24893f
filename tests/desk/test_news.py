"""A mentor's news: one overview a day, of what is still so."""

from store import erasing
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_quiet import does

READS = "Izlasīt rakstu"
WRITES = "Uzrakstīt plānu"


async def second_mentee(cast: Cast, stage: Stage) -> Phone:
    anna = await stage.enter("Anna Liepa")
    await stage.pair(cast.janis, anna)
    await cast.janis.new()
    return anna


async def test_all_of_a_day_is_one_message_with_a_line_for_each(cast: Cast, stage: Stage) -> None:
    anna = await second_mentee(cast, stage)
    for who, title in ((cast.elza, READS), (cast.elza, WRITES), (anna, READS)):
        await does(stage, who, "task_done", task=await stage.task(who, title, "2026-01-20"))
    await stage.assistant.delivery.flush()
    assert await cast.janis.new() == []
    await stage.wind("2026-01-12T18:00")
    (told,) = await cast.janis.new()
    assert told["at"].startswith("2026-01-12T16:0")
    lines = [line for line in told["text"].splitlines() if line.startswith("•")]
    assert lines == [
        f"• Elza Vītola – padarīts „{READS}”; padarīts „{WRITES}”",
        f"• Anna Liepa – padarīts „{READS}”",
    ]
    labels = [each["label"] for each in told["buttons"]]
    assert labels[:2] == ["Elza Vītola", "Anna Liepa"]
    assert "Anna Liepa" in said(await cast.janis.tap("Anna"))


async def test_news_beside_a_reminder_is_not_called_one(cast: Cast, stage: Stage) -> None:
    await stage.task(cast.janis, "Piezvanīt uz skolu", "2026-01-13")
    await does(stage, cast.elza, "task_done", task=await stage.task(cast.elza, READS, "2026-01-20"))
    await stage.wind("2026-01-12T18:00")
    (told,) = await cast.janis.new()
    assert told["text"].startswith("Man tev šodien ir 2 ziņas:")
    assert all(each in told["text"] for each in ("Piezvanīt uz skolu", READS))


async def test_news_of_the_weekend_waits_for_monday(cast: Cast, stage: Stage) -> None:
    task = await stage.task(cast.elza, READS, "2026-01-30")
    await stage.wind("2026-01-17T11:00")
    await cast.janis.new()
    await does(stage, cast.elza, "task_done", task=task)
    await stage.wind("2026-01-19T15:00")
    assert await cast.janis.new() == []
    await stage.wind("2026-01-19T18:00")
    assert READS in said(await cast.janis.new())


async def test_a_task_that_is_moved_is_news_once(cast: Cast, stage: Stage) -> None:
    """Only its last date is told."""
    task = await stage.task(cast.elza, READS, "2026-01-20")
    for day in ("2026-01-22", "2026-01-26"):
        await does(stage, cast.elza, "task_move_to", task=task, day=day)
    await stage.wind("2026-01-12T18:00")
    told = said(await cast.janis.new())
    assert told.count("pārcelts") == 1
    assert "26. janvār" in told


async def test_a_pause_is_told_before_the_weekend_it_begins_on(cast: Cast, stage: Stage) -> None:
    """On Friday evening for three days: on Monday it would be over, and Saturday in vain."""
    await stage.wind("2026-01-16T18:30")
    await cast.janis.new()
    await does(stage, cast.elza, "pause_days", days=3)
    await stage.assistant.delivery.flush()
    (told,) = await cast.janis.new()
    assert told["at"].startswith("2026-01-16T18:30")
    assert "ietur pauzi un atgriezīsies pirmdien, 19. janvārī" in told["text"]
    assert "To izdarīja: Elza Vītola" in said(await cast.janis.send("kāpēc"))


async def test_a_longer_pause_is_told_as_well(cast: Cast, stage: Stage) -> None:
    for days in (3, 7):
        await does(stage, cast.elza, "pause_days", days=days)
    await stage.assistant.delivery.flush()
    assert [each["text"].count("pauzi") for each in await cast.janis.new()] == [1, 1]


async def test_what_is_taken_back_is_no_news(cast: Cast, stage: Stage) -> None:
    """A pause that is over before the morning, when it was to be told, and its end."""
    await stage.wind("2026-01-12T23:30")
    await cast.janis.new()
    await does(stage, cast.elza, "pause_days", days=3)
    await does(stage, cast.elza, "pause_over")
    await stage.wind("2026-01-13T18:00")
    assert "pauz" not in said(await cast.janis.new())


async def test_a_pause_told_in_the_morning_has_an_end_that_is_news(
    cast: Cast, stage: Stage
) -> None:
    await stage.wind("2026-01-12T23:30")
    await cast.janis.new()
    await does(stage, cast.elza, "pause_days", days=3)
    assert await cast.janis.new() == []
    await stage.wind("2026-01-13T08:00")
    assert "ietur pauzi" in said(await cast.janis.new())
    await does(stage, cast.elza, "pause_over")
    await stage.wind("2026-01-13T18:00")
    assert "Elza Vītola – pauze ir beigusies" in said(await cast.janis.new())


async def test_news_can_be_explained_and_switched_off(cast: Cast, stage: Stage) -> None:
    await does(stage, cast.elza, "task_done", task=await stage.task(cast.elza, READS, "2026-01-20"))
    await stage.wind("2026-01-12T18:00")
    await cast.janis.new()
    assert "vienu reizi dienā" in said(await cast.janis.send("kāpēc"))
    await cast.janis.tap("Vairs nesūtīt")
    await does(stage, cast.elza, "pause_days", days=3)
    await does(stage, cast.elza, "pause_over")
    await stage.wind("2026-01-14T18:00")
    assert "pauze ir beigusies" not in said(await cast.janis.new())


async def test_an_overview_goes_with_anybody_it_speaks_of(cast: Cast, stage: Stage) -> None:
    """Also with the second of two; and what waits of somebody erased is not told."""
    anna = await second_mentee(cast, stage)
    for who in (cast.elza, anna):
        await does(stage, who, "task_done", task=await stage.task(who, READS, "2026-01-20"))
    await stage.wind("2026-01-12T18:00")
    assert "Anna Liepa –" in await cast.janis.text()
    await does(stage, anna, "task_done", task=await stage.task(anna, WRITES, "2026-01-20"))
    await stage.read(lambda tx: erasing.erase(tx, anna.person, stage.clock.now()))
    assert "Anna Liepa –" not in await cast.janis.text()
    await stage.wind("2026-01-14T18:00")
    assert WRITES not in await cast.janis.text()


async def test_news_joins_what_is_told_that_day_anyway(cast: Cast, stage: Stage) -> None:
    """The programme's calendar has a reminder for mentors on the last school day of the month."""
    task = await stage.task(cast.elza, READS, "2026-02-10")
    await stage.wind("2026-01-30T12:00")
    await cast.janis.new()
    await does(stage, cast.elza, "task_done", task=task)
    await stage.wind("2026-01-30T18:00")
    told = [each for each in await cast.janis.new() if READS in each["text"]]
    assert len(told) == 1
    assert "Dienasgrāmatas pārbaude" in told[0]["text"]
