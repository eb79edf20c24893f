"""One's own task in one tap: moved or dropped, with its reminders."""

import pytest

from store import tasks
from tests.desk.fixtures import Cast
from tests.desk.stage import Bubble, Stage, said

TITLE = "Aiziet uz konsultāciju"


async def opens(cast: Cast) -> str:
    await cast.elza.send("/uzdevumi")
    return said(await cast.elza.tap(TITLE))


def days(messages: list[Bubble]) -> list[str]:
    return [m["at"][:10] for m in messages if TITLE in m["text"]]


async def test_a_task_is_moved_without_asking_anybody(cast: Cast, stage: Stage) -> None:
    """A button for a day, and every reminder follows."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await opens(cast)
    await cast.elza.tap("Pārcelt")
    assert await cast.elza.labels() == [
        "trešdien, 21. janvārī",
        "piektdien, 23. janvārī",
        "otrdien, 27. janvārī",
    ]
    assert "27. janvār" in said(await cast.elza.tap("27. janv"))
    await stage.wind("2026-01-13T17:00")
    [told] = [m for m in await cast.janis.new() if TITLE in m["text"]]
    assert "27. janvār" in told["text"]
    await stage.wind("2026-01-27T17:00")
    assert days(await cast.elza.new()) == ["2026-01-24", "2026-01-26", "2026-01-27"]


async def test_a_late_task_moves_on_from_today(cast: Cast, stage: Stage) -> None:
    """Tomorrow is the first day offered, on the late question itself."""
    await stage.task(cast.elza, TITLE, "2026-01-14")
    await stage.wind("2026-01-16T16:10")
    await cast.elza.tap("Pārcelt")
    assert (await cast.elza.labels())[0] == "sestdien, 17. janvārī"


async def test_any_other_day_may_be_written(cast: Cast, stage: Stage) -> None:
    """Earlier too; what is no day from today on is asked for again."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await opens(cast)
    await cast.elza.tap("Pārcelt")
    for wrong in ("vakar", "2025. gada 5. maijā", "asdf", "2099. gada 1. janvārī", "🎸"):
        assert "Te vajag dienu" in said(await cast.elza.send(wrong)), wrong
    assert "15. janvār" in said(await cast.elza.send("15. janvāris"))


async def test_a_day_that_has_passed_meanwhile_is_asked_for_again(cast: Cast, stage: Stage) -> None:
    """The button was left on the screen."""
    await stage.task(cast.elza, TITLE, "2026-01-13")
    await opens(cast)
    await cast.elza.tap("Pārcelt")
    key = await cast.elza.key("14. janv")
    await stage.wind("2026-01-29T12:00")
    assert "Te vajag dienu" in said(await cast.elza.press(key))


async def test_moving_withdraws_the_request_for_time(cast: Cast, stage: Stage) -> None:
    """There is nothing left to grant."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await opens(cast)
    await cast.elza.tap("Vajag laiku")
    await cast.elza.send("2. februāris")
    await opens(cast)
    await cast.elza.tap("Pārcelt")
    await cast.elza.send("22. janvāris")
    assert "jau ir izlemts" in said(await cast.janis.tap("Jā: "))


async def test_a_dropped_task_is_never_mentioned_again(cast: Cast, stage: Stage) -> None:
    """No reproach, and nobody is told."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await opens(cast)
    assert "neatgādināšu" in said(await cast.elza.tap("Izņemt no saraksta"))
    assert "jau ir slēgts" in said(await cast.elza.tap("Izņemt no saraksta"))
    assert await cast.janis.new() == []
    await cast.elza.new()
    await stage.wind("2026-02-10T12:00")
    assert days(await cast.elza.new()) == []


async def test_what_was_dropped_by_a_slip_can_be_kept(cast: Cast, stage: Stage) -> None:
    """Its reminders come again."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await opens(cast)
    await cast.elza.tap("Izņemt no saraksta")
    assert TITLE in said(await cast.elza.tap("Tomēr paturēt"))
    await stage.wind("2026-01-20T17:00")
    assert days(await cast.elza.new()) == ["2026-01-17", "2026-01-19", "2026-01-20"]


@pytest.mark.parametrize("act", ["Ir padarīts", "Izņemt no saraksta"])
async def test_keeping_reopens_only_what_was_dropped(cast: Cast, stage: Stage, act: str) -> None:
    """An old button brings back nothing that was done since."""
    made = await stage.task(cast.elza, TITLE, "2026-01-20")
    await opens(cast)
    await cast.elza.tap("Izņemt no saraksta")
    key = await cast.elza.key("Tomēr paturēt")
    await cast.elza.press(key)
    await cast.elza.tap(act)
    await cast.elza.press(key)
    found = await stage.read(lambda tx: tasks.find(tx, stage.known(tx, cast.elza.person), made))
    assert found.status == ("done" if act == "Ir padarīts" else "open")


async def test_a_week_later_is_one_tap_on_a_task(stage: Stage, cast: Cast) -> None:
    """As done and dropped are."""
    await stage.task(cast.elza, "Uzrakstīt vēstuli", "2026-01-14")
    await cast.elza.send("uzdevumi")
    await cast.elza.tap("Uzrakstīt vēstuli")
    labels = await cast.elza.labels()
    assert labels[0] == "Ir padarīts"
    assert labels[-1] == "Izņemt no saraksta"
    assert "21. janvārī" in said(await cast.elza.tap("Darīšu trešdien"))


async def test_few_tasks_are_done_from_their_list(stage: Stage, cast: Cast) -> None:
    """Many have one button each, so that the list stays short."""
    some = ["Zvanīt", "Rakstīt", "Lasīt"]
    for title in some:
        await stage.task(cast.elza, title, "2026-01-14")
    await cast.elza.send("uzdevumi")
    assert await cast.elza.labels() == [*some, *(f"✓ {one}" for one in some)]
    assert "Rakstīt" in said(await cast.elza.tap("✓ Rakstīt"))
    for title in ("Skaitīt", "Zīmēt"):
        await stage.task(cast.elza, title, "2026-01-14")
    await cast.elza.send("uzdevumi")
    assert len(await cast.elza.labels()) == 4
