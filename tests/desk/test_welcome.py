"""The first minutes: nothing is kept or done before a person agrees."""

import pytest
from sqlalchemy import func, select

from store import people
from store import schema as s
from store.work import Tx
from tests.desk.stage import Stage, said

KEPT = (s.tasks, s.sessions, s.results, s.journal, s.occurrences, s.tickets, s.extensions)


def kept(tx: Tx) -> dict[str, int]:
    """How many rows each table holds of what people did."""
    return {
        table.name: tx.execute(select(func.count()).select_from(table)).scalar_one()
        for table in KEPT
    }


@pytest.mark.parametrize(
    "text",
    ["GROW", "grow", "Vai drīkst tikties brīvdienās?", "/uzdevumi", "mentors", "čau", "", "5"],
)
async def test_before_consent_only_the_question_of_consent_is_asked(
    stage: Stage, text: str
) -> None:
    """Whatever is written first, nothing is kept of it and nothing is done with it."""
    elza = await stage.enter("Elza Vītola", agreed=False)
    ilze = await stage.enter("Ilze Kalniņa", "coordinator")
    answer = said(await elza.send(text))
    assert "Vispirms vajag tavu „jā”" in answer
    assert await elza.labels() == ["Jā, der", "Nē, negribu", "In English"]
    assert set((await stage.read(kept)).values()) == {0}
    assert await ilze.new() == []
    person = await stage.read(lambda tx: people.load(tx, elza.person))
    assert person.last_sign_at is None


async def test_consent_opens_the_menu_and_plans_the_weeks_ahead(stage: Stage) -> None:
    """A "jā" typed is as good as one tapped."""
    elza = await stage.enter("Elza Vītola", agreed=False)
    assert "Paldies" in said(await elza.send("jā"))
    assert "GROW saruna" in await elza.labels()
    assert (await stage.read(kept))["occurrences"] > 0


async def test_a_second_yes_changes_nothing(stage: Stage) -> None:
    """Tapping the old button again neither greets nor plans twice."""
    elza = await stage.enter("Elza Vītola", agreed=False)
    key = await elza.key("Jā, der")
    await elza.press(key)
    before = await stage.read(kept)
    assert "jau piekriti" in said(await elza.press(key))
    assert await stage.read(kept) == before


async def test_a_refusal_is_taken_kindly_and_can_be_taken_back(stage: Stage) -> None:
    """Who says no is left in peace, may change their mind and may have all deleted."""
    elza = await stage.enter("Elza Vītola", agreed=False)
    assert "vairs nerakstīšu" in said(await elza.tap("Nē, negribu"))
    assert await elza.labels() == ["Jā, der", "Dzēst manus datus"]
    await stage.wind("2026-02-14T20:00")
    assert await elza.new() == []
    assert "Paldies" in said(await elza.tap("Jā, der"))


async def test_who_refused_can_be_forgotten_at_once(stage: Stage) -> None:
    """Deleting needs no consent."""
    elza = await stage.enter("Elza Vītola", agreed=False)
    await elza.tap("Nē, negribu")
    await elza.tap("Dzēst manus datus")
    await elza.tap("Jā, izdzēst visu")
    assert await elza.all() == []


async def test_the_old_no_after_a_yes_asks_before_it_deletes(stage: Stage) -> None:
    """The "no" left on the screen takes the consent back, and says what that means."""
    elza = await stage.enter("Elza Vītola")
    assert "Vai tiešām" in said(await elza.tap("Nē, negribu"))
    assert "paliek" in said(await elza.tap("Nē, paturēt"))
    assert "Ko darām" in said(await elza.send("izvēlne"))


async def test_the_language_changes_before_and_after_consent(stage: Stage) -> None:
    """One tap, and from then on everything is in that language."""
    elza = await stage.enter("Elza Vītola", agreed=False)
    assert "I'm Pavadonis" in said(await elza.tap("In English"))
    assert "Es esmu Pavadonis" in said(await elza.tap("Latviski"))
    await elza.tap("Jā, der")
    await elza.send("/valoda")
    assert "English from now on" in said(await elza.tap("English"))
    assert "What do you want to achieve" in said(await elza.tap("A GROW talk"))


async def test_a_dialog_goes_on_in_the_language_chosen_meanwhile(stage: Stage) -> None:
    """Changing the language in the middle of GROW changes its questions too."""
    elza = await stage.enter("Elza Vītola")
    await elza.send("grow")
    await elza.send("/english")
    assert "Why does it matter" in said(await elza.send("Pass the maths exam"))


@pytest.mark.parametrize("role", ["mentee", "mentor", "coordinator"])
async def test_each_role_hears_what_is_kept_about_it(stage: Stage, role: str) -> None:
    """The text of the consent speaks to the role."""
    somebody = await stage.enter("Anna Kalna", role, agreed=False)
    assert "man jāglabā tavs vārds" in await somebody.text()
    await somebody.tap("Jā, der")
    assert len(await somebody.labels()) >= 2
