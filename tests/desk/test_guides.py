"""Timed guides: two people led by one clock."""

from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from store import pairings, sessions
from store import schema as s
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, said
from tests.desk.test_rights import forge


async def running(cast: Cast, guide: str = "Noslēguma tikšanās") -> None:
    """Elza has asked, Jānis has said yes, both have read the first part."""
    await cast.elza.send("/riki")
    await cast.elza.send(guide)
    await cast.elza.tap("Sākam tagad")
    await cast.janis.new()
    await cast.janis.tap("Jā, sākam")
    await cast.elza.new()


async def heard(cast: Cast) -> tuple[str, str]:
    return said(await cast.elza.new()), said(await cast.janis.new())


async def skipped(cast: Cast, parts: int = 5) -> None:
    for _ in range(parts):
        await cast.janis.tap("Tālāk")


async def test_nothing_begins_before_the_other_agrees(cast: Cast) -> None:
    """Who is asked may say "not now", and the asker is told kindly."""
    await cast.elza.send("/riki")
    assert "Jānis Bērziņš" in said(await cast.elza.send("Noslēguma tikšanās"))
    await cast.elza.tap("Sākam tagad")
    assert "aicina sākt tagad" in said(await cast.janis.new())
    await cast.janis.tap("Tagad nē")
    assert "Tā gadās" in said(await cast.elza.new())
    assert "Iesildīšanās" not in await cast.janis.text()


async def test_both_get_the_same_part(cast: Cast) -> None:
    """The topic, its minutes, what to talk about, three buttons."""
    await cast.elza.send("/riki")
    await cast.elza.send("Noslēguma tikšanās")
    await cast.elza.tap("Sākam tagad")
    await cast.janis.new()
    (mine,) = await cast.janis.tap("Jā, sākam")
    (theirs,) = [one for one in await cast.elza.new() if "1 no 5" in one["text"]]
    assert mine["text"] == theirs["text"]
    assert "(15 min)" in mine["text"]
    assert mine["text"].count("•") == 3
    assert [each["label"] for each in mine["buttons"]] == ["Pauze", "Tālāk", "Beigt"]


async def test_the_clock_leads_on_with_a_word_a_minute_before(cast: Cast, stage: Stage) -> None:
    """Both hear it at the same moment."""
    await running(cast)
    await cast.janis.new()
    await stage.wind("2026-01-12T09:14")
    assert await heard(cast) == ("", "")
    await stage.wind("2026-01-12T09:15")
    assert await heard(cast) == ("Šai tēmai vēl minūte.",) * 2
    await stage.wind("2026-01-12T09:16")
    elza, janis = await heard(cast)
    assert elza == janis
    assert "2 no 5: Kas ir izdevies (25 min)" in elza


async def test_at_night_and_after_the_days_message_it_goes_on(cast: Cast, stage: Stage) -> None:
    """Both began it themselves, just before the quiet hours."""
    await stage.wind("2026-01-12T20:55")
    await running(cast)
    await stage.wind("2026-01-12T21:11")
    assert "2 no 5" in (await heard(cast))[0]


async def test_a_pause_keeps_what_is_left(cast: Cast, stage: Stage) -> None:
    """It is told to both, and ends when either goes on."""
    await running(cast)
    await stage.wind("2026-01-12T09:06")
    assert "vēl ir 10 min" in said(await cast.elza.tap("Pauze"))
    assert "Elza Vītola nospieda pauzi" in said(await cast.janis.new())
    await stage.wind("2026-01-12T11:00")
    assert "2 no 5" not in await cast.elza.text()
    await cast.elza.new()
    await cast.janis.tap("Turpināt")
    assert "Jānis Bērziņš turpina" in said(await cast.elza.new())
    await stage.wind("2026-01-12T11:09")
    assert "2 no 5" not in await cast.elza.text()
    await stage.wind("2026-01-12T11:11")
    assert "2 no 5" in await cast.elza.text()


async def test_next_moves_both_and_a_second_tap_nobody(cast: Cast) -> None:
    """Both tap at once: one part is passed over, not two."""
    await running(cast)
    mine, theirs = await cast.elza.key("Tālāk"), await cast.janis.key("Tālāk")
    assert "2 no 5" in said(await cast.elza.press(mine))
    told = said(await cast.janis.new())
    assert "Elza Vītola nospieda „Tālāk”" in told
    assert "2 no 5" in told
    assert "tikusi tālāk" in said(await cast.janis.press(theirs))
    assert "3 no 5" not in await cast.elza.text()


async def test_the_old_parts_end_is_not_heard_after_next(cast: Cast, stage: Stage) -> None:
    """The new part has its own full time."""
    await running(cast)
    await stage.wind("2026-01-12T09:10")
    await cast.elza.tap("Tālāk")
    await stage.wind("2026-01-12T09:30")
    assert "3 no 5" not in await cast.janis.text()
    await stage.wind("2026-01-12T09:36")
    assert "3 no 5" in await cast.janis.text()


async def test_either_ends_it_for_both(cast: Cast, stage: Stage) -> None:
    """Nothing more comes by itself."""
    await running(cast)
    await cast.elza.tap("Beigt")
    assert "Elza Vītola beidza sarunu" in said(await cast.janis.new())
    await stage.wind("2026-01-12T12:00")
    assert "2 no 5" not in await cast.janis.text()
    assert "jau ir beigusies" in said(await cast.janis.tap("Pauze"))


async def test_after_a_short_absence_the_next_part_comes(cast: Cast, stage: Stage) -> None:
    """A restart loses nothing."""
    await running(cast)
    await stage.asleep_until("2026-01-12T09:18")
    elza, janis = await heard(cast)
    assert "2 no 5" in elza
    assert "2 no 5" in janis
    assert "vēl minūte" not in elza


async def test_after_a_long_absence_it_waits_for_them(cast: Cast, stage: Stage) -> None:
    """Nobody sits there any more: the clock stands until one of them goes on."""
    await running(cast)
    await stage.asleep_until("2026-01-12T15:00")
    assert "Piedod" in (await heard(cast))[0]
    assert "2 no 5" not in await cast.elza.text()
    told = said(await cast.elza.tap("Turpināt"))
    assert "vēl ir 25 min" in told
    assert "2 no 5" in told
    assert "2 no 5" in said(await cast.janis.new())


async def test_a_part_both_have_read_is_not_said_again(cast: Cast, stage: Stage) -> None:
    """After a pause in the middle of it, the time that is left is enough."""
    await running(cast)
    await stage.wind("2026-01-12T09:06")
    await cast.elza.tap("Pauze")
    assert "1 no 5" not in said(await cast.elza.tap("Turpināt"))


async def test_taking_back_what_has_begun_ends_nothing(cast: Cast) -> None:
    """The asker and the other tap at the same moment: the talk goes on."""
    await running(cast)
    assert "tikusi tālāk" in said(await cast.elza.tap("Atsaukt"))
    assert "tikusi tālāk" in said(await cast.janis.tap("Tagad nē"))
    assert "2 no 5" in said(await cast.elza.tap("Tālāk"))


async def test_who_taps_on_in_a_pause_is_told_of_it(cast: Cast) -> None:
    """With the button that goes on."""
    await running(cast)
    await cast.elza.tap("Pauze")
    (told,) = [one for one in await cast.janis.tap("Tālāk") if "Tagad ir pauze" in one["text"]]
    assert [each["label"] for each in told["buttons"]] == ["Turpināt", "Beigt"]


async def test_the_word_pause_stops_the_clock_and_stop_the_messages(cast: Cast) -> None:
    """Under a part the word is the button's; anywhere else it is what it always was."""
    await running(cast)
    assert "vēl ir 15 min" in said(await cast.elza.send("pauze"))
    assert "Tagad ir pauze" in said(await cast.janis.send("pauze"))
    await cast.janis.send("turpināt")
    assert "nerakstīšu" in said(await cast.elza.send("stop"))
    await cast.roberts.send("izvēlne")
    assert "nerakstīšu" in said(await cast.roberts.send("pauze"))


@pytest.mark.parametrize("late", ["Tālāk", "Beigt", "Pauze"])
async def test_a_late_tap_leaves_the_sentence_private(cast: Cast, late: str) -> None:
    """Both tap at the end of the last part; what is written then is for nobody else to read."""
    await running(cast)
    await skipped(cast)
    assert "jau ir beigusies" in said(await cast.elza.tap(late))
    await cast.ilze.new()
    assert "Saglabāju" in said(await cast.elza.send("Es varu vairāk, nekā domāju"))
    assert await cast.ilze.new() == []


async def test_a_yes_tapped_twice_leaves_the_sentence_private(cast: Cast, stage: Stage) -> None:
    """The second tap changes nothing, and the question stays."""
    await asked(cast, stage)
    await running(cast, "Ķīmijas saruna")
    await skipped(cast)
    await cast.elza.tap("Jā")
    await cast.elza.tap("Jā")
    await cast.ilze.new()
    assert "Saglabāju" in said(await cast.elza.send("Smejamies par vienu un to pašu"))
    assert await cast.ilze.new() == []


async def test_an_old_invitation_is_asked_anew(cast: Cast, stage: Stage) -> None:
    """ "Now" does not mean tonight."""
    await cast.elza.send("/riki")
    await cast.elza.send("Noslēguma tikšanās")
    await cast.elza.tap("Sākam tagad")
    await stage.wind("2026-01-12T14:00")
    assert "jau ir vecs" in said(await cast.janis.tap("Jā, sākam"))
    await cast.janis.tap("Sākam tagad")
    assert "Jānis Bērziņš aicina" in said(await cast.elza.new())


async def test_at_the_end_one_private_sentence(cast: Cast, stage: Stage) -> None:
    """It is the person's own; skipping is fine."""
    await running(cast)
    await skipped(cast)
    assert "redzi tikai tu" in said(await cast.elza.new())
    await cast.elza.send("Es varu vairāk, nekā domāju")
    await cast.janis.tap("Izlaist")

    def read(tx: Tx, phone: Phone) -> list[str]:
        return [one.text for one in sessions.results(tx, stage.known(tx, phone.person))]

    assert await stage.read(partial(read, phone=cast.elza)) == [
        "Noslēguma tikšanās\n\nEs varu vairāk, nekā domāju"
    ]
    assert await stage.read(partial(read, phone=cast.janis)) == []
    assert "varu vairāk" not in await cast.janis.text() + await cast.ilze.text()
    assert "Noslēguma tikšanās" in (await cast.elza.send("rezultāti"))[-1]["buttons"][0]["label"]


async def asked(cast: Cast, stage: Stage) -> int:
    """Roberts has asked Marta; she has not answered yet. Both go through the chemistry talk."""

    def write(tx: Tx) -> int:
        who, now = stage.known(tx, cast.roberts.person), stage.clock.now()
        of: Any = {"programme": PROGRAMME, "mentor": cast.marta.person, "status": "asked"}
        return pairings.add(tx, who, **of, now=now)

    made: int = await stage.read(write)
    await cast.roberts.send("/riki")
    await cast.roberts.send("Ķīmijas saruna")
    await cast.roberts.tap("Sākam tagad")
    await cast.marta.new()
    await cast.marta.tap("Jā, sākam")
    for _ in range(5):
        await cast.marta.tap("Tālāk")
    for phone in (cast.roberts, cast.marta, cast.ilze):
        await phone.new()
    return made


async def status(stage: Stage, pairing: int) -> Any:
    return await stage.read(
        lambda tx: tx.execute(
            select(s.pairings.c.status).where(s.pairings.c.id == pairing)
        ).scalar()
    )


async def test_two_yes_make_a_pair(cast: Cast, stage: Stage) -> None:
    """A yes is told to the other only once both have said it."""
    pairing = await asked(cast, stage)
    await cast.roberts.tap("Jā")
    assert await cast.marta.new() == []
    assert await cast.ilze.new() == []
    await cast.marta.tap("Jā")
    (begun,) = await cast.ilze.new()
    assert "Marta Liepiņa" in begun["text"]
    assert "Abas atbildes ir „jā”" in said(await cast.roberts.new())
    assert await status(stage, pairing) == "active"


@pytest.mark.parametrize("who", ["roberts", "marta"])
async def test_a_no_is_told_without_blame(cast: Cast, stage: Stage, who: str) -> None:
    """By either side: what was only asked for ends, the coordinator hears no more than that."""
    pairing = await asked(cast, stage)
    phone, other = (cast.roberts, cast.marta) if who == "roberts" else (cast.marta, cast.roberts)
    await phone.tap("Nē")
    told = said(await other.new())
    assert told
    assert "„nē”" not in told
    assert await status(stage, pairing) in ("declined", "withdrawn")
    assert said(await cast.ilze.new()) == (
        "„Ķīmijas saruna”: Marta Liepiņa un Roberts Krūmiņš kopā neturpinās. "
        "Kas ko atbildēja, paliek starp abiem."
    )
    assert phone.name not in said(await cast.ilze.send("kāpēc"))
    assert "jau ir beigusies" in said(await other.tap("Vajag laiku"))


async def test_time_to_think_is_a_word_of_its_own(cast: Cast, stage: Stage) -> None:
    """It can still become either."""
    pairing = await asked(cast, stage)
    await cast.marta.tap("Jā")
    await cast.roberts.tap("Vajag laiku")
    assert "steigas nav" in said(await cast.marta.new())
    assert await status(stage, pairing) == "asked"
    await cast.roberts.send("Man patika")
    await cast.roberts.tap("Jā")
    assert await status(stage, pairing) == "active"


NOT_ON = "Jānis Bērziņš un Elza Vītola kopā neturpinās"
OPEN = "vēl nav izlemts, vai sadarbosies Jānis Bērziņš un Elza Vītola"


async def talked(cast: Cast) -> None:
    """A pair stands before the question."""
    await running(cast, "Ķīmijas saruna")
    await skipped(cast)
    for phone in (cast.elza, cast.janis, cast.ilze):
        await phone.new()


@pytest.mark.parametrize("then", ["Jā", "Nē", "Vajag laiku"])
@pytest.mark.parametrize("first", ["elza", "janis"])
async def test_a_first_no_reaches_no_coordinator_before_the_other_has_spoken(
    cast: Cast, first: str, then: str
) -> None:
    """And then nothing says whose it was, nor does anything that is said later."""
    await talked(cast)
    one, other = (cast.elza, cast.janis) if first == "elza" else (cast.janis, cast.elza)
    await one.tap("Nē")
    assert await cast.ilze.new() == []
    await other.tap(then)
    assert NOT_ON in said(await cast.ilze.new())
    if then == "Vajag laiku":
        await other.tap("Jā")
    assert await cast.ilze.new() == []


async def test_a_no_that_is_not_answered_is_told_when_days_have_passed(
    cast: Cast, stage: Stage
) -> None:
    """Once: the other's late word adds nothing."""
    await talked(cast)
    await cast.elza.tap("Nē")
    await stage.wind("2026-01-15T08:00")
    assert NOT_ON not in await cast.ilze.text()
    await stage.wind("2026-01-15T12:00")
    assert NOT_ON in said(await cast.ilze.new())
    await cast.janis.tap("Nē")
    assert await cast.ilze.new() == []


async def test_what_is_left_open_is_told_as_open_and_settled_later(
    cast: Cast, stage: Stage
) -> None:
    """Counted from the last word; who wants to think is not named."""
    await talked(cast)
    await cast.janis.tap("Jā")
    await stage.wind("2026-01-14T12:00")
    await cast.elza.tap("Vajag laiku")
    await stage.wind("2026-01-16T12:00")
    assert OPEN not in await cast.ilze.text()
    await stage.wind("2026-01-17T13:00")
    await stage.wind("2026-01-19T12:00")
    assert OPEN in await cast.ilze.text()
    await cast.ilze.new()
    await cast.elza.tap("Jā")
    assert "abas atbildes ir „jā”. Sadarbosies Jānis Bērziņš un Elza Vītola." in said(
        await cast.ilze.new()
    )


async def test_a_pair_that_has_ended_meanwhile_is_not_spoken_of(cast: Cast, stage: Stage) -> None:
    await talked(cast)
    await cast.elza.tap("Nē")
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    await stage.wind("2026-01-16T12:00")
    assert NOT_ON not in await cast.ilze.text()


async def test_in_a_settled_pair_a_no_ends_nothing_by_itself(cast: Cast, stage: Stage) -> None:
    """Who settles it is a human."""
    await running(cast, "Ķīmijas saruna")
    await skipped(cast)
    await cast.elza.new()
    await cast.janis.tap("Nē")
    assert "nav par tevi" in said(await cast.elza.new())
    assert await status(stage, cast.pairing) == "active"
    assert "jau ir pierakstīta" in said(await cast.janis.tap("Jā"))


async def test_alone_there_is_nothing_to_begin(cast: Cast) -> None:
    """It says what is missing."""
    await cast.roberts.send("/riki")
    assert "saruna diviem" in said(await cast.roberts.send("Ķīmijas saruna"))


async def test_it_stops_with_the_pairing(cast: Cast, stage: Stage) -> None:
    """No part comes to people who are no pair any more."""
    await running(cast)
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    await stage.wind("2026-01-12T10:00")
    assert "2 no 5" not in await cast.elza.text()
    assert "nav pieejams" in said(await cast.elza.tap("Tālāk"))


async def test_it_stops_when_one_of_them_is_erased(cast: Cast, stage: Stage) -> None:
    """The other is told by the erasure; the clock does not go on."""
    await running(cast)
    await cast.elza.send("izdzēs visu")
    await cast.elza.tap("Jā, izdzēst visu")
    await stage.wind("2026-01-12T10:00")
    assert "2 no 5" not in await cast.janis.text()
    rows = await stage.read(lambda tx: tx.execute(select(s.guides)).all())
    assert rows == []


async def test_a_stranger_moves_nothing(cast: Cast, stage: Stage) -> None:
    """Neither a part nor a decision."""
    await running(cast)
    for action in (
        {"do": "timed_next", "run": 1, "step": 0},
        {"do": "timed_end", "run": 1},
        {"do": "timed_decide", "run": 1, "says": "no"},
    ):
        assert "nav pieejams" in await forge(stage, cast.roberts, action)
    assert (await heard(cast))[0] == ""


async def test_each_is_led_in_their_own_language(stage: Stage) -> None:
    """At the same moment."""
    anna = await stage.enter("Anna Kalniņa")
    john = await stage.enter("John Smith", "mentor", language="en")
    await stage.pair(john, anna)
    await john.send("/tools")
    await john.send("The closing meeting")
    await john.tap("Let's start now")
    await anna.tap("Jā, sākam")
    await stage.wind("2026-01-12T09:16")
    assert "2 of 5: What we've achieved (25 min)" in said(await john.new())
    assert "2 no 5: Kas ir izdevies (25 min)" in said(await anna.new())


async def test_how_long_a_talk_takes_is_known_by_its_clock(cast: Cast, stage: Stage) -> None:
    """Of the part and of the whole, running or paused; the programme's length is another matter."""
    await running(cast)
    await stage.wind("2026-01-12T09:05")
    assert "vēl 11 min" in said(await cast.elza.send("cik ilgi tas būs?"))
    await cast.janis.send("pauze")
    assert "nospieda pauzi" in said(await cast.elza.new())
    told = said(await cast.janis.send("cik vēl palika"))
    assert "vēl 11 min" in told
    assert "par 81 min" in told


@pytest.mark.parametrize("words", ["nezinu", "hm", "es nezinu"])
async def test_small_words_in_a_talk_reach_no_human(cast: Cast, words: str) -> None:
    await running(cast)
    await cast.ilze.new()
    assert "steigas nav" in said(await cast.elza.send(words))
    assert await cast.ilze.new() == []


async def test_what_the_guide_is_can_be_asked_in_it(cast: Cast) -> None:
    await running(cast)
    assert "Piecas daļas" in said(await cast.elza.send("kas ir noslēguma tikšanās?"))
    assert "1 no 5" in said(await cast.janis.send("Kas ir iesildīšanās?"))


async def test_more_words_in_a_talk_reach_a_human_after_a_yes(cast: Cast) -> None:
    await running(cast)
    await cast.ilze.new()
    await cast.elza.send("mums abiem te kaut kas neiet kopā")
    assert await cast.ilze.new() == []
    await cast.elza.tap("Jā")
    assert "neiet kopā" in said(await cast.ilze.new())


async def test_pause_without_a_talk_still_stops_the_reminders(cast: Cast) -> None:
    assert "steigas" not in said(await cast.elza.send("pauze"))
    assert "Ieslēgt atkal" in await cast.elza.labels()
