"""What a young person keeps for herself stays hers: the titles of the tasks, too."""

from pathlib import Path

import pytest

from store import retention
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_extending import Opened
from tests.desk.test_extending import where as where
from tests.desk.test_rights import forge
from tests.desk.test_tools import answered

TRANSCRIPTS = Path(__file__).parent.parent / "transcripts"
TITLE = "Parunāt ar māsu par to, ka gribu pamest skolu"
HIDDEN = "Uzdevumi, ko redz tikai jaunietis: 1"
STUCK = (
    *("> Viss", "[Maz laika]", "[Pietiek]", "[Izlaist]", "[Izlaist]", "[Mazāks solis]"),
    *(f"> {TITLE}", "> 20. janvāris", "[Pietiek]"),
)


async def walked(phone: Phone, share: str) -> None:
    """One task comes of it, and the young person is asked whether the mentor may see it."""
    await phone.send("Kad nekas nekustas")
    for given in (*STUCK, f"[{share}]"):
        await answered(phone, given)


async def card(cast: Cast) -> str:
    """What the mentor sees of the mentee."""
    await cast.janis.send("mani jaunieši")
    return said(await cast.janis.tap("Elza"))


async def of_the_task(cast: Cast, label: str) -> str:
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE[:20])
    return said(await cast.elza.tap(label))


async def told(*phones: Phone) -> str:
    """What these people were told since the last look."""
    return "\n".join([said(await phone.new()) for phone in phones])


async def test_a_no_keeps_the_task_from_the_mentor(cast: Cast) -> None:
    """Only that there is one is on the card, for the young person was told that nobody sees it."""
    await walked(cast.elza, "Nē")
    assert "to redzēsi tikai tu" in await cast.elza.text()
    shown = await card(cast)
    assert TITLE not in shown
    assert HIDDEN in shown
    assert TITLE in said(await cast.elza.send("/uzdevumi"))


async def test_a_yes_shows_it(cast: Cast) -> None:
    await walked(cast.elza, "Jā")
    shown = await card(cast)
    assert f"• {TITLE} – otrdien, 20. janvārī" in shown
    assert "redz tikai jaunietis" not in shown


async def test_taking_back_hides_it_and_sharing_shows_it(cast: Cast) -> None:
    """It is looked at whenever the mentor looks."""
    await walked(cast.elza, "Jā")
    await cast.elza.send("rezultāti")
    await cast.elza.tap("Kad nekas nekustas")
    await cast.elza.tap("Vairs nerādīt")
    assert TITLE not in await card(cast)
    await cast.elza.send("rezultāti")
    await cast.elza.tap("Kad nekas nekustas")
    await cast.elza.tap("Rādīt mentoram")
    assert TITLE in await card(cast)


async def test_kept_and_shown_tasks_stand_side_by_side(cast: Cast, stage: Stage) -> None:
    await stage.task(cast.elza, "Aiziet uz konsultāciju", "2026-01-20")
    await walked(cast.elza, "Nē")
    assert f"janvārī\n• {HIDDEN}\n" in await card(cast)


async def test_what_was_shared_and_is_erased_by_age_is_not_shown_any_more(
    cast: Cast, stage: Stage
) -> None:
    """Nothing says any more that it may be."""
    await walked(cast.elza, "Jā")
    await stage.wind("2026-01-19T12:00")
    kept = {"messages": 900, "check_ins": 3, "questions": 900}
    now = stage.clock.now()
    await stage.read(lambda tx: retention.erase_old(tx, "skola-kopiena", kept, (), now))
    shown = await card(cast)
    assert TITLE not in shown
    assert HIDDEN in shown


@pytest.mark.parametrize(("share", "seen"), [("Nē", False), ("Jā", True)])
async def test_the_steps_after_the_closing_are_kept_or_shown_as_wished(
    cast: Cast, share: str, seen: bool
) -> None:
    await cast.elza.send("Nākamie soļi")
    for given in (f"> {TITLE}", "> 20. janvāris", "[Pietiek]", f"[{share}]"):
        await answered(cast.elza, given)
    assert (TITLE in await card(cast)) is seen
    assert TITLE in said(await cast.elza.send("/uzdevumi"))


async def prepared(phone: Phone, share: str) -> None:
    """The sheet before the closing, with two steps on it."""
    await phone.send("Pirms noslēguma")
    words = ("> Maz", "> Daudz", "[Pietiek]", "[Izlaist]", "> Drosme", "[Izlaist]", "> Jautāšu")
    steps = (f"> {TITLE}", "> 20. janvāris", "> Zvanīt Mārai", "> 21. janvāris", "[Pietiek]")
    for given in (*words, *steps, "[Izlaist]", f"[{share}]"):
        await answered(phone, given)


async def test_steps_of_the_sheet_before_are_offered_and_not_asked_for_anew(cast: Cast) -> None:
    """They are tasks already, once each, as private as the sheet."""
    await prepared(cast.elza, "Nē")
    offered = said(await cast.elza.send("Nākamie soļi"))
    assert f"• {TITLE} – otrdien, 20. janvārī\n• Zvanīt Mārai – trešdien" in offered
    assert "ko tu darīsi" not in offered
    assert said(await cast.elza.tap("Ar šiem pietiek")).count(TITLE) == 1
    assert TITLE not in await card(cast)


async def test_further_steps_can_be_added_to_those_of_the_sheet(cast: Cast) -> None:
    await prepared(cast.elza, "Nē")
    await cast.elza.send("Nākamie soļi")
    assert "1. solis: ko tu darīsi?" in said(await cast.elza.tap("Pierakstīt vēl"))
    for given in ("> Pieteikties radio", "> 22. janvāris", "[Pietiek]", "[Jā]"):
        await answered(cast.elza, given)
    shown = await card(cast)
    assert "Pieteikties radio" in shown
    assert TITLE not in shown


async def test_steps_that_are_done_are_not_offered_again(cast: Cast) -> None:
    await prepared(cast.elza, "Jā")
    for title in (TITLE, "Zvanīt Mārai"):
        await cast.elza.send("uzdevumi")
        await cast.elza.tap(f"✓ {title[:20]}")
    assert "ko tu darīsi" in said(await cast.elza.send("Nākamie soļi"))


async def test_a_mentor_is_not_asked_whether_the_mentor_may_see_it(cast: Cast) -> None:
    """What a mentor writes down is shown to nobody, so there is nothing to decide."""
    await cast.janis.send("Nākamie soļi")
    for given in ("> Uzrakstīt ieteikumu", "> 20. janvāris"):
        await answered(cast.janis, given)
    told = said(await cast.janis.tap("Pietiek"))
    assert "Soļi ir pierakstīti" in told
    assert "mentor" not in told


@pytest.mark.parametrize(("share", "heard"), [("Nē", False), ("Jā", True)])
async def test_that_it_is_done_is_told_only_of_a_shared_one(
    cast: Cast, stage: Stage, share: str, heard: bool
) -> None:
    await walked(cast.elza, share)
    await cast.janis.new()
    assert "padarīts" in await of_the_task(cast, "Ir padarīts")
    await stage.wind("2026-01-13T17:00")
    assert (TITLE in await told(cast.janis)) is heard


async def test_before_help_is_called_it_is_said_who_will_read_the_title(cast: Cast) -> None:
    """The call is the young person's own wish, made knowingly."""
    await walked(cast.elza, "Nē")
    await told(cast.janis, cast.ilze)
    asked = await of_the_task(cast, "Vajag palīdzību")
    assert "redzi tikai tu" in asked
    assert "Jānis Bērziņš" in asked
    assert await told(cast.janis, cast.ilze) == "\n"
    assert "Pateicu, ka tev vajag palīdzību" in said(await cast.elza.send("jā"))
    assert TITLE in await told(cast.janis)


async def test_help_that_is_not_called_after_all_tells_nobody(cast: Cast) -> None:
    await walked(cast.elza, "Nē")
    await told(cast.janis, cast.ilze)
    await of_the_task(cast, "Vajag palīdzību")
    await cast.elza.send("nē")
    await cast.elza.new()
    assert await told(cast.janis, cast.ilze) == "\n"


async def test_help_with_a_shared_task_is_called_at_once(cast: Cast) -> None:
    await walked(cast.elza, "Jā")
    assert "Pateicu, ka tev vajag palīdzību" in await of_the_task(cast, "Vajag palīdzību")


async def test_before_more_time_is_asked_for_it_is_said_too(cast: Cast) -> None:
    """On the message with the dates; who decides then reads it, and hears how it ended."""
    await walked(cast.elza, "Nē")
    await cast.janis.new()
    asked = await of_the_task(cast, "Vajag laiku")
    assert "nosaukumu redzēs: Jānis Bērziņš" in asked
    assert TITLE not in await told(cast.janis)
    await cast.elza.send("2. februāris")
    assert TITLE in await told(cast.janis)
    assert "Termiņš pārcelts" in said(await cast.janis.tap("Jā: "))
    assert TITLE not in await card(cast)


async def test_what_the_programme_grants_is_told_to_nobody(where: Opened) -> None:
    """No human was asked, so none hears the title."""
    async with where(automatic_days=9) as (_stage, cast):
        await walked(cast.elza, "Nē")
        await told(cast.janis, cast.ilze)
        await of_the_task(cast, "Vajag laiku")
        assert "iedod uzreiz" in said(await cast.elza.send("22. janvāris"))
        assert await told(cast.janis, cast.ilze) == "\n"


async def test_what_a_coordinator_grants_is_not_told_to_the_mentor(where: Opened) -> None:
    """Only who was asked knows."""
    async with where(automatic_days=0, decides="coordinator") as (_stage, cast):
        await walked(cast.elza, "Nē")
        await told(cast.janis, cast.ilze)
        assert "redzēs koordinators: Ilze Kalniņa" in await of_the_task(cast, "Vajag laiku")
        await cast.elza.send("2. februāris")
        assert "Termiņš pārcelts" in said(await cast.ilze.tap("Jā: "))
        assert await told(cast.janis) == ""


async def test_of_a_shared_task_nothing_is_said_beforehand(cast: Cast) -> None:
    await walked(cast.elza, "Jā")
    assert "nosaukumu redzēs" not in await of_the_task(cast, "Vajag laiku")


async def test_who_sees_it_is_answered_as_it_is(cast: Cast) -> None:
    """In the middle of the dialog, before the young person decides; of tasks only where some come
    of it."""
    await cast.elza.send("grow")
    answer = said(await cast.elza.send("Vai mentors to redzēs?"))
    assert "uzdevumu mentors redz tikai tad, ja rezultātu nodod" in answer
    await cast.elza.send("/riki")
    await cast.elza.tap("Par mani")
    await cast.elza.tap("Posma atziņa")
    assert "uzdevum" not in said(await cast.elza.send("Vai mentors to redzēs?"))


async def test_neither_mentor_nor_coordinator_gets_it_by_a_forged_button(
    cast: Cast, stage: Stage
) -> None:
    await walked(cast.elza, "Nē")
    for phone in (cast.janis, cast.ilze):
        for do in ("task", "task_done", "task_help", "task_time", "task_keep"):
            assert TITLE not in await forge(stage, phone, {"do": do, "task": 1})
        for action in (
            {"do": "task_help", "task": 1, "sure": True},
            {"do": "coming", "person": cast.elza.person},
            {"do": "mentee", "mentee": cast.elza.person},
        ):
            assert TITLE not in await forge(stage, phone, action)
