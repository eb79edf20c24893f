"""Quiet hours hold for what groups do, too: nobody is told at night what can wait."""

from store import people
from store.activities import CLOSED
from store.work import Tx
from tests.desk.polling import LIVE, OWN, QUIZ, TALK, gathered
from tests.desk.stage import Stage, instant, said
from tests.desk.test_polls_own import answers, handed_in


async def test_a_forgotten_live_poll_ends_with_the_day_and_is_told_in_the_morning(
    either_stage: Stage,
) -> None:
    """Begun in the afternoon, it would have ended at three in the night."""
    group = await gathered(either_stage, 3)
    await either_stage.wind("2026-01-12T15:00")
    poll = await group.ask(QUIZ, *LIVE)
    await group.members[0].tap("Liepāja")
    await group.news()
    await group.mentor.new()
    await either_stage.wind("2026-01-13T07:30")

    assert (await group.activity(poll)).state == CLOSED
    assert await group.news() == ["", "", ""]
    assert await group.mentor.new() == []

    await either_stage.wind("2026-01-13T08:30")
    told = await group.news()
    assert all("Rezultāts: jautājums 1" in each for each in told)
    assert all(each.index("Rezultāts:") < each.index("ir galā") for each in told)
    assert all(each.count("ir galā") == 1 for each in told)
    assert "Liepāja" in said(await group.mentor.new())


async def test_who_answers_last_at_night_wakes_nobody(either_stage: Stage) -> None:
    """They see the results at once, since they are up; the others and the mentor in the morning."""
    group = await gathered(either_stage, 3)
    await group.ask(TALK, *OWN)
    await handed_in(group, 2)
    await either_stage.wind("2026-01-12T23:30")
    await group.news()
    await group.mentor.new()
    told = await answers(group.members[2], "4", "mierīgi", "Miegs")

    assert "Rezultāts: jautājums 3 no 3" in told
    assert await group.news() == ["", "", ""]
    assert await group.mentor.new() == []
    await either_stage.wind("2026-01-13T08:30")
    first, second, last = await group.news()
    for each in (first, second):
        assert each.count("Rezultāts: jautājums 3 no 3") == 1
    assert last == ""
    assert "atbildēja 3 no 3" in said(await group.mentor.new())


async def test_ones_own_quiet_hours_count_for_results_too(stage: Stage) -> None:
    """The poll closes at eight in the evening; who rests from seven on hears in the morning."""
    group = await gathered(stage, 3)
    await group.ask(TALK, *OWN)
    await handed_in(group, 2)

    def rests(tx: Tx) -> None:
        rhythm = {"quiet_from": "19:00", "quiet_to": "09:00"}
        people.change(tx, group.members[0].person, rhythm=rhythm)

    await stage.read(rests)
    await group.news()
    await stage.wind("2026-01-14T20:30")
    first, second, _ = await group.news()
    assert "Rezultāts" not in first
    assert "Rezultāts" in second
    await stage.wind("2026-01-15T09:30")
    assert "Rezultāts: jautājums 3" in (await group.news())[0]


async def test_no_next_question_at_night(stage: Stage) -> None:
    """The mentor gets the button again, and before it can be of use the poll ends by itself."""
    group = await gathered(stage, 3)
    await stage.wind("2026-01-12T20:30")
    poll = await group.ask(TALK, *LIVE)
    await group.mentor.tap("Rādīt rezultātu")
    await group.news()
    stage.clock.wind(instant("2026-01-12T22:30"))
    assert "klusās stundas" in said(await group.mentor.tap("Nākamais jautājums"))
    assert (await group.activity(poll)).step == 0
    await stage.tick()
    assert (await group.activity(poll)).state == CLOSED
    assert await group.news() == ["", "", ""]


async def test_who_has_left_meanwhile_is_told_nothing_in_the_morning(stage: Stage) -> None:
    """They said "stop" in the night."""
    group = await gathered(stage, 3)
    await group.ask(TALK, *OWN)
    await handed_in(group, 2)
    await stage.wind("2026-01-12T23:30")
    await answers(group.members[2], "4", "mierīgi", "Miegs")
    await group.members[0].send("stop")
    await group.news()
    await stage.wind("2026-01-13T08:30")
    assert (await group.news())[0] == ""
