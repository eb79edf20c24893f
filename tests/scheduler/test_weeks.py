"""Check-ins week by week, and the watch over silence."""

import pytest

from tests.check_ins import asked_in
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, after, said


async def asked_on(phone: Phone) -> list[str]:
    return [m["at"][:16] for m in await phone.all() if m["from"] == "bot" and asked_in(m["text"])]


async def silences(phone: Phone) -> list[str]:
    return [m["at"][:16] for m in await phone.all() if "Rādīt paraugu" in str(m["buttons"])]


async def test_a_check_in_comes_every_friday_and_in_no_break(cast: Cast, stage: Stage) -> None:
    """16.30 local, before and after the clocks change; none on 20 March, in the break."""
    for week in range(12):  # who says nothing for weeks is asked less often
        await stage.wind(after("2026-01-17T12:00", weeks=week))
        await cast.elza.send("paldies")
    days = [f"2026-01-{d}" for d in (16, 23, 30)] + [f"2026-02-{d:02}" for d in (6, 13, 20, 27)]
    days += [f"2026-03-{d:02}" for d in (6, 13, 27)]  # 3 April is Good Friday
    asked = [each for each in await asked_on(cast.elza) if not each.endswith("T12:00")]
    assert asked == [f"{day}T16:30" for day in days]  # at noon the open one stands below an answer


@pytest.mark.parametrize(
    ("asked", "choice", "then"),
    [
        ("2026-02-06T18:00", "pirmdienās", "2026-02-16"),
        ("2026-02-06T18:00", "ceturtdienās", "2026-02-12"),
    ],
)
async def test_another_weekday_makes_no_second_question_of_the_week(
    cast: Cast, stage: Stage, asked: str, choice: str, then: str
) -> None:
    """At least five days lie between two of them, also across the change."""
    await stage.wind("2026-01-31T12:00")
    await cast.elza.send("paldies")
    await stage.wind(asked)
    await cast.elza.send("laiks")
    await cast.elza.tap("Citā dienā")
    await cast.elza.tap(choice)
    await stage.wind("2026-02-18T12:00")
    days = [each[:10] for each in await asked_on(cast.elza) if each > "2026-02-01"]
    assert days == ["2026-02-06", "2026-02-06", then]  # "laiks" repeats the open one below itself


async def test_no_check_in_in_summer(cast: Cast, stage: Stage) -> None:
    """From the last one in May to the first one in September. The summer was no silence."""
    await stage.asleep_until("2026-05-20T12:00")
    await cast.elza.send("paldies")
    await stage.wind("2026-09-05T12:00")
    got = [each[:10] for each in await asked_on(cast.elza) if each > "2026-05-20"]
    assert got == ["2026-05-22", "2026-09-04"]


async def test_a_check_in_waits_while_grow_is_going_on(cast: Cast, stage: Stage) -> None:
    """It comes an hour after the last answer, and GROW can be gone on with afterwards."""
    await stage.wind("2026-01-16T16:20")
    await cast.elza.send("grow")
    await stage.wind("2026-01-16T16:45")
    assert await asked_on(cast.elza) == []
    await cast.elza.send("Gribu nokārtot matemātiku")
    await stage.wind("2026-01-16T18:00")
    assert len(await asked_on(cast.elza)) == 1
    for answer in ("4", "draugi", "izgulēties"):
        await cast.elza.send(answer)
    assert "Lai tiktu" not in await cast.elza.text()
    assert "Kāpēc tas tev" in said(await cast.elza.tap("Turpināt: GROW"))


async def test_an_unanswered_check_in_is_replaced_by_the_next(cast: Cast, stage: Stage) -> None:
    """One question stands at a time; last week's buttons are over."""
    await stage.wind("2026-01-16T17:00")
    old = await cast.elza.key("4")
    await stage.wind("2026-01-23T17:00")
    assert "beigusies" in said(await cast.elza.press(old))
    newest = next(m for m in reversed(await cast.elza.all()) if asked_in(m["text"]))
    assert "beigusies" not in said(await cast.elza.press(newest["buttons"][0]["key"]))


async def test_a_muted_check_in_stays_away(cast: Cast, stage: Stage) -> None:
    """The command works in the middle of the check-in itself."""
    await stage.wind("2026-01-16T17:00")
    await cast.elza.send("/kapec")
    await cast.elza.tap("Vairs nesūtīt")
    await stage.wind("2026-02-01T12:00")
    assert len(await asked_on(cast.elza)) == 1


async def test_stop_and_resume(cast: Cast, stage: Stage) -> None:
    """Two Fridays off, then on again."""
    await cast.elza.send("stop")
    await stage.wind("2026-01-25T12:00")
    await cast.elza.send("turpināt atgādinājumus")
    await stage.wind("2026-01-31T12:00")
    assert await asked_on(cast.elza) == ["2026-01-30T16:30"]


async def test_the_mentor_sees_the_figure_and_not_the_words(cast: Cast, stage: Stage) -> None:
    """What was hard stays with the young person."""
    await stage.wind("2026-01-16T17:00")
    await cast.elza.send("2")
    await cast.elza.send("tētis")
    await cast.elza.send("gulēt")
    await cast.janis.send("jaunieši")
    card = said(await cast.janis.tap("Elza Vītola"))
    assert "2 no 5" in card
    assert "tētis" not in card


async def test_silence_is_told_once_and_again_after_a_new_sign(cast: Cast, stage: Stage) -> None:
    """Fourteen days after the last word, at 16.00; not every day from then on."""
    await stage.wind("2026-02-10T12:00")
    assert await silences(cast.janis) == ["2026-01-26T16:00"]
    assert "14 dien" in said(await cast.janis.new())
    await cast.elza.send("čau")
    await stage.wind("2026-03-10T12:00")
    assert await silences(cast.janis) == ["2026-01-26T16:00", "2026-02-24T16:00"]


async def test_the_days_of_silence_are_counted_by_the_calendar(cast: Cast, stage: Stage) -> None:
    """Last heard of at ten in the evening, fourteen days are still fourteen."""
    await stage.wind("2026-01-12T22:00")
    await cast.elza.send("čau")
    await stage.wind("2026-01-26T17:00")
    assert "14 dien" in said(await cast.janis.new())


async def test_a_word_on_the_last_day_is_no_silence(cast: Cast, stage: Stage) -> None:
    """The watch begins anew."""
    await stage.wind("2026-01-26T15:30")
    await cast.elza.send("čau")
    await stage.wind("2026-02-08T12:00")
    assert await silences(cast.janis) == []


async def test_a_break_does_not_count_as_silence(cast: Cast, stage: Stage) -> None:
    """Fourteen days that end in the spring break are told some days after it."""
    await stage.wind("2026-03-05T12:00")
    await cast.elza.send("čau")
    before = len(await silences(cast.janis))
    await stage.wind("2026-03-23T12:00")
    assert len(await silences(cast.janis)) == before
    await stage.wind("2026-03-25T12:00")
    assert len(await silences(cast.janis)) == before + 1


async def test_a_mentor_may_switch_the_silence_off(cast: Cast, stage: Stage) -> None:
    """Muting and stopping are the mentor's, since the mentor gets the message."""
    await stage.wind("2026-01-26T17:00")
    await cast.janis.tap("Kāpēc šo")
    await cast.janis.tap("Vairs nesūtīt")
    await cast.elza.send("čau")
    await stage.wind("2026-02-20T12:00")
    assert len(await silences(cast.janis)) == 1


async def test_a_stopped_mentor_is_left_in_peace(cast: Cast, stage: Stage) -> None:
    """Stop means every unasked message."""
    await cast.janis.send("stop")
    await stage.wind("2026-02-10T12:00")
    assert await silences(cast.janis) == []


async def test_the_coordinator_sees_who_is_silent_and_who_is_alone(
    cast: Cast, stage: Stage
) -> None:
    """Who has never agreed is not called silent."""
    new = await stage.enter("Zane Jauna", agreed=False)
    await new.send("čau")
    await stage.wind("2026-02-02T12:00")
    shown = said(await cast.ilze.send("uzmanība"))
    assert "Elza Vītola" in shown
    assert "Roberts Krūmiņš (21 dienu), bez mentora" in shown
    assert "Zane" not in shown
