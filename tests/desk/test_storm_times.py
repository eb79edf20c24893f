"""A brainstorm's ideas and votes end by themselves where its mentor has said when."""

from functools import partial

import pytest

from desk import falling_due
from store import activities, occurrences, people
from store.activities import CLOSED, OPEN, REVIEW, VOTE
from store.occurrences import WAITING
from store.work import Tx
from tests.desk.stage import PROGRAMME, Stage, instant, said, world
from tests.desk.storming import PROBLEM, Group, gather

UNTIL = "14. janvārī"
"""Two days from the Monday on which the stage begins, in the evening."""


async def begun_until(group: Group, day: str = UNTIL) -> None:
    await group.prepared()
    await group.janis.tap("Noteikt beigu laiku")
    await group.janis.tap(day)
    await group.janis.tap("Sākt")


async def wrote(group: Group, *texts: str) -> None:
    """One message of each, after what they were told so far."""
    for one, text in zip(group.young, texts, strict=False):
        await one.tap("Rakstīt idejas")
        await one.send(text)
    await group.news()
    await group.janis.new()


async def voting_until(group: Group, day: str = UNTIL) -> None:
    await group.collected("Pikniks", "Kino")
    await group.janis.tap("Noteikt beigu laiku")
    await group.janis.tap(day)
    await group.janis.tap("Sākt balsošanu")


async def chose(group: Group, *texts: str) -> None:
    for one, text in zip(group.young, texts, strict=False):
        await one.tap("Izvēlēties")
        await one.tap(text)
    await group.news()
    await group.janis.new()


async def pending(group: Group) -> list[str]:
    """What of the brainstorm is still to come."""
    found = await group.activity()

    def find(tx: Tx) -> list[str]:
        until = instant("2026-03-01T00:00")
        every = [group.janis.person, *(one.person for one in group.young)]
        some = occurrences.waiting_until(tx, PROGRAMME, every, ("activity", "results"), until)
        return sorted(str(one.why["what"]) for one in some if one.subject == found.id)

    waiting: list[str] = await group.stage.read(find)
    return waiting


async def test_ideas_and_votes_end_at_their_time(either_stage: Stage) -> None:
    """From the first choice to the result, with nothing tapped by the mentor in between but the
    start of the vote."""
    group = await gather(either_stage)
    await group.prepared()
    offer = said(await group.janis.tap("Noteikt beigu laiku"))
    assert "Kad ideju vākšana beigsies?" in offer
    assert await group.janis.labels() == [
        "pirmdien, 12. janvārī, plkst. 20.00",
        "trešdien, 14. janvārī, plkst. 20.00",
        "pirmdien, 19. janvārī, plkst. 20.00",
        "Bez beigu laika",
    ]
    ends = "Ideju vākšana beigsies trešdien, 14. janvārī, plkst. 20.00."
    assert ends in said(await group.janis.tap(UNTIL))
    assert ends in said(await group.janis.tap("Sākt"))
    assert all(ends in each for each in await group.news())
    assert ends in said(await group.young[0].send("prāta vētra"))
    await wrote(group, "Pikniks", "Pikniks\nKino", "Teātris")
    assert ends in said(await group.janis.tap("Atsvaidzināt"))

    await either_stage.wind("2026-01-14T20:05")
    told = said(await group.janis.new())
    assert PROBLEM in told
    assert "Savāktās idejas: 4" in told
    assert await group.news() == ["", "", ""], "nobody votes before the mentor has looked"
    assert (await group.activity()).state == REVIEW
    assert "Idejas ir savāktas" in said(await group.young[0].send("prāta vētra"))

    assert "Savāktās idejas: 3" in said(await group.janis.tap("Apskatīt"))
    await group.janis.tap("Noteikt beigu laiku")
    ends = "Balsošana beigsies piektdien, 16. janvārī, plkst. 20.00."
    assert ends in said(await group.janis.tap("16. janvārī"))
    assert ends in said(await group.janis.tap("Sākt balsošanu"))
    assert all(ends in each for each in await group.news())
    await chose(group, "Pikniks", "Pikniks", "Kino")
    assert ends in said(await group.janis.tap("Atsvaidzināt"))

    await either_stage.wind("2026-01-16T20:05")
    for told in (*await group.news(), said(await group.janis.new())):
        assert "1. Pikniks – 2 balsis\n2. Kino – 1 balss" in told
    assert (await group.activity()).state == CLOSED
    assert await pending(group) == []


async def test_without_a_choice_nothing_ends_by_itself(group: Group) -> None:
    """An end that was chosen can be taken back as well."""
    await group.prepared()
    await group.janis.tap("Noteikt beigu laiku")
    await group.janis.tap(UNTIL)
    await group.janis.tap("Mainīt beigu laiku")
    assert "beigsies" not in said(await group.janis.tap("Bez beigu laika"))
    await group.janis.tap("Sākt")
    assert not any("beigsies" in each for each in await group.news())
    await wrote(group, "Pikniks")
    await group.stage.wind("2026-02-12T12:00")

    assert (await group.activity()).state == OPEN
    assert await pending(group) == []


async def test_a_brainstorm_of_before_there_was_an_end_goes_on_as_it_was(
    either_stage: Stage,
) -> None:
    """Its body knows nothing of ends, of struck ideas, of what was told to whom."""
    group = await gather(either_stage)

    def old(tx: Tx) -> int:
        storm = {"problem": PROBLEM, "lines": [], "struck": [], "votes": [], "voters": 0}
        made = activities.add(
            tx,
            either_stage.known(tx, group.janis.person),
            programme=PROGRAMME,
            kind="brainstorm",
            anonymous=True,
            body={"title": {"lv": PROBLEM}, "storm": storm},
            now=either_stage.clock.now(),
        )
        activities.change(tx, made, state=OPEN, opened_at=either_stage.clock.now())
        activities.invite(tx, made, [one.person for one in group.young])
        return made

    await either_stage.read(old)
    for one, text in zip(group.young, ("Pikniks", "Kino", "Teātris\nMuzejs"), strict=True):
        await one.send("prāta vētra")
        await one.tap("Rakstīt idejas")
        await one.send(text)
    await either_stage.wind("2026-01-30T12:00")
    assert (await group.activity()).state == OPEN
    shown = said(await group.young[0].tap("Rakstīt idejas"))
    shown += said(await group.young[0].tap("Rādīt grupas idejas"))
    assert "Muzejs" in shown
    await group.janis.send("prāta vētra")
    await group.janis.tap("Ideju pietiek")
    await group.janis.tap("Sākt balsošanu")
    for one in group.young:
        await one.new()
        await one.tap("Izvēlēties")
    await group.chosen("Muzejs")
    assert "1. Muzejs – 3 balsis" in said(await group.janis.tap("Beigt balsošanu"))


async def test_a_moment_that_fires_twice_or_late_does_nothing(either_stage: Stage) -> None:
    """The mentor was quicker, and then the clock and a worker that read the moment before."""
    group = await gather(either_stage)
    await begun_until(group)
    await wrote(group, "Pikniks", "Kino")
    due = instant("2026-01-14T20:00")

    def moments(tx: Tx) -> list[occurrences.Due]:
        some = occurrences.waiting_until(tx, PROGRAMME, [group.janis.person], ("activity",), due)
        return list(some)

    planned = await either_stage.read(moments)
    assert {one.why["what"] for one in planned} == {"ideas", "ideas-nudge"}
    await group.janis.tap("Ideju pietiek")
    assert await pending(group) == []
    await group.janis.tap("Sākt balsošanu")
    await group.news()

    def fire(tx: Tx) -> None:
        for one in planned:
            occurrences.settle(tx, one.id, WAITING)
            falling_due.fire(tx, world(), one, either_stage.clock.now())

    await either_stage.read(fire)
    assert (await group.activity()).state == VOTE
    assert await group.news() == ["", "", ""]


async def test_a_process_that_was_down_ends_it_once(stage: Stage) -> None:
    group = await gather(stage)
    await begun_until(group)
    await wrote(group, "Pikniks")
    await stage.asleep_until("2026-01-15T10:00")
    await stage.tick()

    assert said(await group.janis.new()).count("laiks ir beidzies") == 1


async def test_without_any_idea_collecting_goes_on(group: Group) -> None:
    """There is nothing to look through, so the mentor decides."""
    await begun_until(group)
    await group.news()
    await group.janis.new()
    await group.stage.wind("2026-01-14T20:05")
    assert "nevienas idejas vēl nav" in said(await group.janis.new())
    assert "beigsies" not in said(await group.janis.tap("Atsvaidzināt"))
    await wrote(group, "Pikniks")

    assert "Savāktās idejas: 1" in said(await group.janis.tap("Ideju pietiek"))


async def test_who_has_written_nothing_is_reminded_once_the_day_before(stage: Stage) -> None:
    """Not who has written, not who wants no such reminder, not whose day has its message."""
    group = await gather(stage, ("Elza", "Roberts", "Anna", "Uldis"))
    _, roberts, anna, uldis = group.young
    await begun_until(group)
    await wrote(group, "Pikniks")

    def mute(tx: Tx) -> None:
        people.change(tx, anna.person, muted=["storm_nudge"])

    await stage.read(mute)
    await stage.task(uldis, "Uzrakstīt vēstuli", "2026-01-14")
    await stage.wind("2026-01-13T11:00")
    told = await group.news()
    assert "Idejas vēl vācam" in told[1]
    assert PROBLEM in told[1]
    assert "beigsies trešdien, 14. janvārī, plkst. 20.00" in told[1]
    assert not any("Idejas vēl vācam" in told[place] for place in (0, 2, 3))
    assert "rīt ir pēdējā diena" in said(await roberts.send("kāpēc?"))
    await stage.wind("2026-01-14T21:00")

    assert "Idejas vēl vācam" not in "".join(await group.news())


async def test_who_has_not_voted_is_reminded_the_day_before(group: Group) -> None:
    await voting_until(group)
    await chose(group, "Pikniks")
    await group.stage.wind("2026-01-13T11:00")
    told = await group.news()

    assert "Vēl var balsot" not in told[0]
    assert "Vēl var balsot" in told[1]
    assert "✓" in said(await group.young[1].tap("Izvēlēties") + await group.young[1].tap("Kino"))


async def test_nobody_is_reminded_of_what_ends_today(group: Group) -> None:
    await begun_until(group, "12. janvārī")
    await group.news()
    await group.stage.wind("2026-01-12T19:30")

    assert await group.news() == ["", "", ""]


async def test_what_ends_while_a_reader_rests_is_told_in_the_morning(either_stage: Stage) -> None:
    """The mentor rests from seven on, so does one of the members."""
    group = await gather(either_stage)
    rhythm = {"quiet_from": "19:00", "quiet_to": "09:00"}

    def rest(tx: Tx) -> None:
        for one in (group.janis, group.young[0]):
            people.change(tx, one.person, rhythm=rhythm)

    await begun_until(group)
    await wrote(group, "Pikniks", "Kino")
    await either_stage.read(rest)
    await either_stage.wind("2026-01-14T20:05")
    assert (await group.activity()).state == REVIEW
    assert "Prāta vētra" not in said(await group.janis.new())
    await either_stage.wind("2026-01-15T09:10")
    assert "Savāktās idejas: 2" in said(await group.janis.new())

    await group.janis.tap("Apskatīt")
    await group.janis.tap("Noteikt beigu laiku")
    await group.janis.tap("17. janvārī")
    await group.janis.tap("Sākt balsošanu")
    await chose(group, "Pikniks", "Pikniks", "Pikniks")
    await either_stage.wind("2026-01-17T20:05")
    first, *others = await group.news()
    assert "Pikniks" not in first
    assert all("1. Pikniks – 3 balsis" in each for each in others)
    assert "Pikniks" not in said(await group.janis.new())
    await either_stage.wind("2026-01-18T09:10")
    assert "1. Pikniks – 3 balsis" in (await group.news())[0]
    assert said(await group.janis.new()).count("1. Pikniks – 3 balsis") == 1


async def test_who_votes_last_at_night_wakes_nobody(group: Group) -> None:
    """They see the result at once; who has said "stop" by the morning isn't told."""
    await group.voting("Pikniks")
    elza, roberts, anna = group.young
    for one in (elza, roberts):
        await one.tap("Pikniks")
        await one.tap("Nodot balsis")
    await anna.tap("Pikniks")
    await group.stage.wind("2026-01-12T23:30")
    await group.news()
    await group.janis.new()
    assert "1. Pikniks – 3 balsis" in said(await anna.tap("Nodot balsis"))
    assert await group.news() == ["", "", ""]
    assert await group.janis.new() == []
    await elza.send("stop")
    await group.news()
    await group.stage.wind("2026-01-13T08:30")
    told = await group.news()

    assert ["1. Pikniks" in each for each in told] == [False, True, False]
    assert "1. Pikniks" in said(await group.janis.new())


async def test_a_chat_of_several_people_sees_the_result_in_the_morning(group: Group) -> None:
    def own(tx: Tx) -> None:
        activities.own_chat(tx, group.janis.person, "telegram", "-100", group.stage.clock.now())

    await group.stage.read(own)
    await group.prepared()
    await group.janis.tap("Rādīt arī grupas čatā")
    await group.started()
    await wrote(group, "Pikniks")
    await group.janis.tap("Ideju pietiek")
    await group.janis.tap("Sākt balsošanu")
    await chose(group, "Pikniks", "Pikniks", "Pikniks")
    await group.stage.wind("2026-01-12T23:30")
    await group.janis.tap("Beigt balsošanu")
    before = await group.told_to_chat()
    await group.stage.wind("2026-01-13T08:30")
    (result,) = (await group.told_to_chat())[len(before) :]

    assert "Pikniks" in result["alt"]


async def test_what_the_mentor_looked_at_in_the_night_is_no_news_in_the_morning(
    stage: Stage,
) -> None:
    group = await gather(stage)
    await begun_until(group)
    await wrote(group, "Pikniks")
    await stage.asleep_until("2026-01-14T23:00")
    assert await group.janis.new() == []
    assert "Savāktās idejas: 1" in said(await group.janis.send("prāta vētra"))
    await stage.wind("2026-01-15T08:10")
    await group.janis.tap("Sākt balsošanu")
    await group.janis.new()
    await stage.wind("2026-01-15T09:10")

    assert "laiks ir beidzies" not in said(await group.janis.new())


async def test_an_end_that_has_come_too_near_is_asked_for_again(group: Group) -> None:
    """Prepared in the morning for this evening, started in the evening."""
    await group.prepared()
    await group.janis.tap("Noteikt beigu laiku")
    await group.janis.tap("12. janvārī")
    await group.stage.wind("2026-01-12T19:30")
    assert "pavisam tuvu" in said(await group.janis.tap("Sākt"))
    assert await group.news() == ["", "", ""]
    await group.janis.tap(UNTIL)

    assert "beigsies trešdien, 14. janvārī" in said(await group.janis.tap("Sākt"))


async def test_an_end_can_be_set_before_a_stage_alone_and_only_to_what_is_offered(
    group: Group,
) -> None:
    await group.prepared()
    key = await group.janis.key("Noteikt beigu laiku")
    await group.janis.tap("Sākt")
    assert "jau ir tikusi tālāk" in said(await group.janis.press(key))
    assert (await group.activity()).closes_at is None


async def test_calling_it_off_leaves_no_moment_behind(group: Group) -> None:
    await begun_until(group)
    await wrote(group, "Pikniks")
    await group.janis.tap("Atcelt prāta vētru")
    await group.janis.tap("Jā, atcelt")
    await group.news()
    await group.janis.new()
    await group.stage.wind("2026-01-15T12:00")

    assert "vētra" not in "".join(await group.news()) + said(await group.janis.new())


@pytest.mark.parametrize("stage_of", ["ideas", "vote"])
async def test_a_mentor_who_is_gone_ends_nothing(group: Group, stage_of: str) -> None:
    """Erased, with all that was planned."""
    await (begun_until if stage_of == "ideas" else partial(voting_until))(group)
    await group.news()
    await group.janis.send("izdzēs visu")
    await group.janis.tap("Jā, izdzēst visu")
    await group.news()
    await group.stage.wind("2026-01-15T12:00")

    assert PROBLEM not in "".join(await group.news())
