"""A message that speaks of danger is answered before anything else, and reaches a human."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.world import World
from tests.databases import open_store
from tests.desk.fixtures import Cast, gather_cast
from tests.desk.polling import OWN_ANONYMOUS, TALK, gathered
from tests.desk.stage import PROGRAMME, Phone, Stage, closing, programmes, put_on, said, together

DANGER = "negribu vairs dzīvot"
LOOK_ALIKE = "eksāmens mani nogalina"


async def answered(phone: Phone) -> None:
    assert "116111" in said(await phone.send(DANGER))


async def alerts(phone: Phone) -> int:
    return (await phone.text()).count("TRAUKSME. Rakstīja")


async def test_danger_is_answered_before_consent(stage: Stage) -> None:
    """Whoever has not agreed to anything yet is helped all the same."""
    elza = await stage.enter("Elza Vītola", agreed=False)
    ilze = await stage.enter("Ilze Kalniņa", "coordinator")
    await answered(elza)
    assert DANGER in said(await ilze.new())
    assert "Zvani tagad 112" in said(await elza.send("nē"))
    assert "Nav drošībā" in said(await ilze.new())


async def test_danger_is_answered_in_the_middle_of_grow(cast: Cast) -> None:
    """GROW waits, and goes on at its question when that is wanted."""
    await cast.elza.send("grow")
    await answered(cast.elza)
    assert await alerts(cast.ilze) == 1
    await cast.elza.tap("Jā, tagad ir droši")
    assert "Ko tu gribi sasniegt" in said(await cast.elza.tap("Turpināt: GROW"))
    assert "Kāpēc tas tev" in said(await cast.elza.send("Gribu nokārtot matemātiku"))


@pytest.mark.parametrize(("word", "heard"), [("nē", "112"), ("Nē.", "112"), ("jā", "Labi, ka")])
async def test_the_typed_answer_is_about_safety_and_not_about_grow(
    cast: Cast, word: str, heard: str
) -> None:
    """ "Are you safe?" answered in words must not end up as an answer to GROW."""
    await cast.elza.send("grow")
    await answered(cast.elza)
    answer = said(await cast.elza.send(word))
    assert heard in answer
    assert "Kāpēc tas tev" not in answer


async def test_danger_is_answered_while_something_else_was_asked_for(cast: Cast) -> None:
    """What was to be a ticket's answer is not passed on when it speaks of danger."""
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    await cast.ilze.tap("Atbildēt")
    await answered(cast.ilze)
    assert DANGER not in await cast.elza.text()
    assert await alerts(cast.dace) == 1


async def test_danger_is_answered_in_a_flood(cast: Cast) -> None:
    """Thirty messages at once: the one that matters is answered and alerted once."""
    texts = [f"ziņa {n}" for n in range(15)] + [DANGER] + [f"vēl {n}" for n in range(15)]
    await together(*(cast.elza.send(text) for text in texts))
    assert (await cast.elza.text()).count("zvani 112. Parunāt") == 1
    assert await alerts(cast.ilze) == 1


async def test_an_alert_reaches_every_coordinator_and_nobody_else(cast: Cast) -> None:
    """The programme names coordinators only, so the mentor hears nothing."""
    await answered(cast.elza)
    assert (await alerts(cast.ilze), await alerts(cast.dace)) == (1, 1)
    assert DANGER not in await cast.janis.text()
    assert DANGER not in await cast.roberts.text()


async def test_a_taken_alert_is_not_repeated(cast: Cast, stage: Stage) -> None:
    """ "Es rīkojos" tells the young person who has read it, and stops the escalation."""
    await answered(cast.elza)
    assert "Pierakstīju" in said(await cast.ilze.tap("Es rīkojos"))
    assert "Ilze Kalniņa" in said(await cast.elza.new())
    assert "jau rīkojas" in said(await cast.dace.tap("Es rīkojos"))
    await stage.wind("2026-01-12T12:00")
    assert "joprojām gaida" not in await cast.ilze.text() + await cast.dace.text()


async def test_writing_to_the_person_takes_the_alert(cast: Cast, stage: Stage) -> None:
    """A coordinator who wrote at once is not told an hour later that nobody has reacted."""
    await answered(cast.elza)
    await cast.ilze.tap("Rakstīt")
    await cast.ilze.send("Elza, es tūlīt piezvanīšu.")
    assert "piezvanīšu" in said(await cast.elza.new())
    await cast.dace.tap("Rakstīt")
    await cast.dace.send("Es arī esmu te.")
    assert "arī esmu te" in said(await cast.elza.new())
    await stage.wind("2026-01-12T12:00")
    assert "joprojām gaida" not in await cast.dace.text()


async def test_an_alert_nobody_takes_is_repeated_after_an_hour_even_at_night(
    cast: Cast, stage: Stage
) -> None:
    """Once, to everybody named; quiet hours do not hold it back."""
    await stage.wind("2026-01-12T23:00")
    await answered(cast.elza)
    await stage.wind("2026-01-12T23:55")
    assert "joprojām gaida" not in await cast.ilze.text()
    await stage.wind("2026-01-13T07:00")
    for phone in (cast.ilze, cast.dace):
        assert (await phone.text()).count("joprojām gaida") == 1


@pytest.mark.parametrize("button", ["Tikai teiciens", "Ir nopietni"])
async def test_a_look_alike_is_asked_about(cast: Cast, button: str) -> None:
    """Nobody is alarmed by a figure of speech, and nobody is promised who was not called."""
    assert "vai ir kas nopietnāks" in said(await cast.elza.send(LOOK_ALIKE))
    assert await alerts(cast.ilze) == 0
    answer = said(await cast.elza.tap(button))
    serious = button == "Ir nopietni"
    assert await alerts(cast.ilze) == int(serious)
    assert ("pasaucu cilvēku" in answer) == serious
    assert "Cilvēks no programmas tev drīz uzrakstīs" not in answer


async def test_a_stopped_person_is_still_heard(cast: Cast) -> None:
    """Stop words switch reminders off, not the care."""
    await cast.elza.send("stop")
    await answered(cast.elza)
    assert await alerts(cast.ilze) == 1


async def test_where_mentors_are_named_only_ones_own_is_called(sqlite_url: str) -> None:
    """What a young person wrote in danger is not spread among all mentors."""
    loaded = programmes()[PROGRAMME]
    named = replace(loaded.programme, safety_contacts=("coordinator", "mentor"))
    over = World({PROGRAMME: replace(loaded, programme=named)})
    async with closing(put_on(open_store(sqlite_url), over)) as stage:
        cast = await gather_cast(stage)
        await answered(cast.elza)
        assert await alerts(cast.janis) == 1
        assert DANGER not in await cast.marta.text()
        await cast.janis.tap("Rakstīt")
        await cast.janis.send("Esmu pie tevis pēc stundas.")
        assert "pēc stundas" in said(await cast.elza.new())


GOES_ON = "tētis dzer un sit"


async def told(phone: Phone, words: str) -> bool:
    return words in said(await phone.new())


@pytest.mark.parametrize("dialog", ["grow", "/kaveicas"])
async def test_what_follows_a_cry_for_help_goes_to_the_alert(
    cast: Cast, stage: Stage, dialog: str
) -> None:
    """Not into whatever dialog was open; and whoever takes the alert reads all of it."""
    await cast.elza.send(dialog)
    await answered(cast.elza)
    await cast.elza.tap("Jā, tagad ir droši")
    await cast.ilze.new()
    assert "Paldies, ka raksti" in said(await cast.elza.send("mājās ir bail"))
    assert await told(cast.ilze, "mājās ir bail")
    assert "Paldies, ka raksti" in said(await cast.elza.send("viņš kliedz katru vakaru"))
    await stage.wind("2026-01-12T12:00")
    assert "viņš kliedz" in (await cast.dace.text()).split("joprojām gaida")[1]


async def test_words_after_an_alarm_are_looked_at_for_danger_again(cast: Cast) -> None:
    await answered(cast.elza)
    await cast.elza.send("jā")
    await cast.elza.send(GOES_ON)
    assert GOES_ON in await cast.ilze.text()
    await answered(cast.elza)
    assert await alerts(cast.ilze) >= 2


async def test_an_anonymous_poll_hears_nothing_of_a_cry_for_help(stage: Stage) -> None:
    """Neither the words after it nor a command become an answer that everybody would read."""
    ilze = await stage.enter("Ilze Kalniņa", "coordinator")
    group = await gathered(stage)
    number = await group.ask(TALK, *OWN_ANONYMOUS)
    anna = group.members[0]
    await anna.tap("Atbildēt")
    await anna.send("3")
    await answered(anna)
    await anna.tap("Jā, tagad ir droši")
    await anna.send(GOES_ON)
    await anna.send("Grupai")
    assert GOES_ON in await ilze.text()
    assert await group.given(number) == []


async def test_commands_and_buttons_work_after_an_alarm_and_words_still_reach_it(
    cast: Cast,
) -> None:
    await answered(cast.elza)
    await cast.elza.send("jā")
    assert "kontakti" in said(await cast.elza.send("kontakti"))
    assert "Prieks" in said(await cast.elza.send("paldies"))
    assert "Paldies, ka raksti" in said(await cast.elza.send("man vienalga ir slikti"))
    assert await told(cast.ilze, "vienalga ir slikti")


async def test_an_hour_later_words_mean_what_they_always_mean(cast: Cast, stage: Stage) -> None:
    await answered(cast.elza)
    await cast.elza.send("jā")
    stage.clock.offset += timedelta(minutes=61)
    assert "rudens un pavasara" in said(await cast.elza.send("Vai drīkst tikties brīvdienās?"))


async def test_whoever_has_not_agreed_is_listened_to_after_an_alarm(stage: Stage) -> None:
    elza = await stage.enter("Elza Vītola", agreed=False)
    ilze = await stage.enter("Ilze Kalniņa", "coordinator")
    await answered(elza)
    await elza.send("nē")
    assert "Paldies, ka raksti" in said(await elza.send("sēžu kāpņu telpā"))
    assert await told(ilze, "kāpņu telpā")
