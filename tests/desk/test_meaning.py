"""Words typed instead of taps: they answer the newest question they clearly fit."""

import pytest

from tests.desk.fixtures import Cast
from tests.desk.stage import Stage, said


@pytest.mark.parametrize("text", ["vajag palīdzību", "palīdzi lūdzu", "vajag palidzibu!"])
async def test_a_typed_call_for_help_reaches_the_mentor(
    stage: Stage, cast: Cast, text: str
) -> None:
    """Also while Friday's check-in stands unanswered above the nudge."""
    await stage.task(cast.elza, "Izrunāt atzīmi", "2026-01-19")
    await stage.wind("2026-01-16T17:00")
    await stage.wind("2026-01-18T17:00")
    await cast.janis.new()
    await cast.elza.send(text)
    assert "Izrunāt atzīmi" in said(await cast.janis.new())


@pytest.mark.parametrize("text", ["izdarīju!", "gatavs", "jau padarīts"])
async def test_a_typed_done_closes_the_task(stage: Stage, cast: Cast, text: str) -> None:
    """In the words people use for it."""
    await stage.task(cast.elza, "Izrunāt atzīmi", "2026-01-19")
    await stage.wind("2026-01-18T17:00")
    assert "padarīts" in said(await cast.elza.send(text)).lower()


async def test_more_time_is_asked_for_in_words(stage: Stage, cast: Cast) -> None:
    """Not a question about monthly hours."""
    await stage.task(cast.elza, "Izrunāt atzīmi", "2026-01-19")
    await stage.wind("2026-01-18T17:00")
    assert "datum" in said(await cast.elza.send("vajag vairāk laika"))
    await cast.elza.send("nākamajā piektdienā")
    await cast.elza.new()
    await cast.janis.send("jā")
    assert "Jaunais termiņš" in said(await cast.elza.new())


async def test_a_mentors_plain_yes_begins_the_pairing(stage: Stage, cast: Cast) -> None:
    """ "labi" to "would you like to begin?" is a yes."""
    await cast.roberts.tap("Meklēt mentoru")
    await cast.roberts.send("zīmēšana, mūzika un foto")
    await cast.roberts.tap("Pietiek")
    while "Izlaist" in await cast.roberts.labels():
        await cast.roberts.tap("Izlaist")
    await cast.roberts.tap("Marta")
    await cast.marta.send("labi")
    assert "Tavs mentors: Marta Liepiņa" in said(await cast.roberts.new())


async def test_what_follows_an_alarm_is_not_taken_for_a_dialogs_answer(
    stage: Stage, cast: Cast
) -> None:
    """An unclear answer to "are you safe?" is passed on, and never kept as part of GROW."""
    await cast.elza.send("grow")
    await cast.elza.send("Gribu labākas atzīmes")
    await cast.elza.send("es gribu mirt")
    await cast.ilze.new()
    answer = said(await cast.elza.send("es nezinu, baigi slikti"))
    assert "112" in answer
    assert "Kā tu zināsi" not in answer
    alert = said(await cast.ilze.new())
    assert "baigi slikti" in alert
    assert "STEIDZAMI" in alert


async def test_cancel_is_never_announced(cast: Cast) -> None:
    """Where a text was asked for, "cancel" cancels."""
    await cast.ilze.send("/pazinojums")
    await cast.ilze.tap("Visiem")
    assert "Ko darām" in said(await cast.ilze.send("atcelt"))
    await cast.ilze.tap("Paziņojums")
    await cast.ilze.tap("Visiem")
    await cast.ilze.send("a" * 2000)
    assert "atcēlu" in said(await cast.ilze.send("atcelt"))


@pytest.mark.parametrize("text", ["english", "in english", "angliski"])
async def test_the_language_can_be_typed_before_consent(stage: Stage, text: str) -> None:
    """Whoever can't read the question of consent can't be asked to agree first."""
    phone = await stage.enter("Anna Kalna", agreed=False)
    assert "chatbot" in said(await phone.send(text))


@pytest.mark.parametrize("text", ["jā", "ok", "skaidrs", "yes"])
async def test_a_yes_to_nothing_is_met_briefly(cast: Cast, text: str) -> None:
    """Nobody has thanked for anything, so nobody is told how welcome they are."""
    await cast.elza.send("paldies")
    assert said(await cast.elza.send(text)) == "Labi."


@pytest.mark.parametrize(
    "text",
    [
        *("kāpēc es to saņēmu", "kāpēc es saņēmu šo ziņu", "kāpēc šo saņēmu?"),
        *("why did I get this", "Why did you send me this?"),
    ],
)
async def test_why_did_i_get_this_is_answered_in_any_words(
    stage: Stage, cast: Cast, text: str
) -> None:
    """By the rule that sent the newest message nobody asked for; no human has to."""
    await stage.task(cast.elza, "Izrunāt atzīmi", "2026-01-19")
    await stage.wind("2026-01-18T17:00")
    await cast.ilze.new()
    assert "Šo atsūtīju" in said(await cast.elza.send(text))
    assert await cast.ilze.new() == []


MUM, FIVE, CV = "Parunāju ar mammu", "Izpildu 5 uzdevumus", "Uzrakstu CV melnrakstu"


async def reminded(stage: Stage, cast: Cast, *others: str) -> None:
    """The newest message is about five exercises; others are due much later."""
    for title in others:
        await stage.task(cast.elza, title, "2026-03-02")
    await stage.task(cast.elza, FIVE, "2026-01-19")
    await stage.wind("2026-01-18T17:00")
    assert FIVE in (await cast.elza.all())[-1]["text"]
    await cast.janis.new()


@pytest.mark.parametrize(
    "text",
    ["izdarīju Parunāju ar mammu", "parunaju ar mammu, gatavs!", "jau padarīts: parunāju mammu"],
)
async def test_the_task_that_was_named_is_done_and_no_other(
    stage: Stage, cast: Cast, text: str
) -> None:
    """Whatever the newest reminder is about; the mentor hears of the right one."""
    await reminded(stage, cast, MUM)
    assert MUM in said(await cast.elza.send(text))
    await stage.wind("2026-01-19T17:00")
    told = said(await cast.janis.new())
    assert MUM in told
    assert FIVE not in told


async def test_where_several_tasks_may_be_meant_it_is_asked(stage: Stage, cast: Cast) -> None:
    await reminded(stage, cast, MUM, "Parunāju ar mammas mammu")
    assert "Kuru uzdevumu padarīji?" in said(await cast.elza.send("izdarīju ar mammu to"))
    assert len(await cast.elza.labels()) == 2
    assert await cast.janis.new() == []


async def test_done_without_a_name_is_the_newest_reminders(stage: Stage, cast: Cast) -> None:
    await reminded(stage, cast, MUM)
    await cast.elza.send("izdarīju beidzot!")
    await stage.wind("2026-01-19T17:00")
    assert FIVE in said(await cast.janis.new())


async def test_after_a_message_about_several_tasks_done_asks_which(
    stage: Stage, cast: Cast
) -> None:
    """It is no question for the FAQ or a human."""
    await stage.task(cast.elza, MUM, "2026-01-19")
    await stage.task(cast.elza, CV, "2026-01-19")
    await stage.wind("2026-01-18T17:00")
    await cast.ilze.new()
    assert "Kuru uzdevumu padarīji?" in said(await cast.elza.send("izdarīju"))
    assert await cast.ilze.new() == []
    await cast.elza.tap("Uzrakstu CV")
    await stage.wind("2026-01-19T17:00")
    assert CV in said(await cast.janis.new())


async def test_a_goal_of_ones_own_in_a_dialog_ticks_nothing(stage: Stage, cast: Cast) -> None:
    await stage.task(cast.elza, MUM, "2026-03-02")
    await cast.elza.send("grow")
    assert "Kāpēc" in said(await cast.elza.send("gatavs runāt ar mammu"))
    assert await cast.janis.new() == []
