"""A mentor's diary and checklists are about one young person, and stay apart."""

from pathlib import Path

import pytest

from store import sessions
from store.sessions import Result
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_guides import running, skipped
from tests.desk.test_rights import forge
from tests.desk.test_tools import answered
from tests.dialogs.transcript import Transcript

TRANSCRIPTS = Path(__file__).parent.parent / "transcripts"
DIARY = Transcript(TRANSCRIPTS / "observe_lv.txt")


async def notes(mentor: Phone, name: str) -> str:
    """One diary about one of several mentees."""
    asked = said(await mentor.send("Mentora novērojumi"))
    assert "Par kuru jaunieti?" in asked
    begun = said(await mentor.tap(name))
    for given in DIARY.inputs:
        await answered(mentor, given)
    return begun


async def kept(stage: Stage, mentor: Phone) -> list[Result]:
    def read(tx: Tx) -> list[Result]:
        return sessions.results(tx, stage.known(tx, mentor.person))

    found: list[Result] = await stage.read(read)
    return found


async def test_two_mentees_give_two_diaries_with_their_names(cast: Cast, stage: Stage) -> None:
    second = await stage.pair(cast.janis, cast.roberts)
    assert "Par: Elza Vītola." in await notes(cast.janis, "Elza")
    assert "Par: Roberts Krūmiņš." in await notes(cast.janis, "Roberts")
    assert [one.pairing for one in await kept(stage, cast.janis)] == [second, cast.pairing]
    await cast.janis.send("rezultāti")
    labels = [each for each in await cast.janis.labels() if "novērojumi" in each]
    assert [("Roberts" in each, "Elza" in each) for each in labels] == [
        (True, False),
        (False, True),
    ]
    assert "Par: Elza Vītola." in said(await cast.janis.tap("Elza"))


async def test_with_one_mentee_nobody_is_asked(cast: Cast, stage: Stage) -> None:
    assert "Par: Elza Vītola." in said(await cast.janis.send("Mentora novērojumi"))
    for given in DIARY.inputs:
        await answered(cast.janis, given)
    assert [one.pairing for one in await kept(stage, cast.janis)] == [cast.pairing]


async def test_without_a_mentee_it_is_about_nobody_in_particular(cast: Cast, stage: Stage) -> None:
    assert "Par:" not in said(await cast.marta.send("Mentora novērojumi"))
    for given in DIARY.inputs:
        await answered(cast.marta, given)
    assert [one.pairing for one in await kept(stage, cast.marta)] == [None]


async def test_each_half_begun_diary_is_gone_on_with_by_itself(cast: Cast, stage: Stage) -> None:
    await stage.pair(cast.janis, cast.roberts)
    for name in ("Elza", "Roberts"):
        await cast.janis.send("Mentora novērojumi")
        await cast.janis.tap(name)
        await answered(cast.janis, DIARY.inputs[0])
        await cast.janis.tap("Vēlāk")
    await cast.janis.send("Mentora novērojumi")
    again = said(await cast.janis.tap("Elza"))
    assert "Elza Vītola" in again
    assert "Roberts" not in again


async def test_numbers_are_compared_with_the_last_time_of_the_same_mentee(
    cast: Cast, stage: Stage
) -> None:
    """Another mentee's closeness to the goal says nothing about this one's."""
    await stage.pair(cast.janis, cast.roberts)
    await notes(cast.janis, "Elza")
    await notes(cast.janis, "Roberts")
    latest, first = await kept(stage, cast.janis)
    async with stage.web() as web:
        page = (await web.get(f"/chat/{cast.janis.token}/results/{latest.id}")).text
        assert "Par: Roberts Krūmiņš" in page
        assert f"results/{first.id}" not in page
    await notes(cast.janis, "Elza")
    third = (await kept(stage, cast.janis))[0]
    async with stage.web() as web:
        page = (await web.get(f"/chat/{cast.janis.token}/results/{third.id}")).text
        assert f"results/{first.id}" in page


@pytest.mark.parametrize("tool", ["observe", "ten-steps", "evaluate-sk", "survey-mid"])
async def test_nobody_begins_it_about_somebody_elses_mentee(
    cast: Cast, stage: Stage, tool: str
) -> None:
    await forge(stage, cast.marta, {"do": "dialog_start", "dialog": tool, "pairing": cast.pairing})
    heard = said(await cast.marta.new())
    assert "Elza" not in heard
    assert (
        await stage.read(lambda tx: sessions.current(tx, stage.known(tx, cast.marta.person)))
        is None
    )


async def test_a_plan_for_a_meeting_goes_only_to_the_one_it_is_about(
    cast: Cast, stage: Stage
) -> None:
    await stage.pair(cast.janis, cast.roberts)
    await cast.janis.send("/riki")
    await forge(
        stage, cast.janis, {"do": "dialog_start", "dialog": "prepare", "pairing": cast.pairing}
    )
    for given in Transcript(TRANSCRIPTS / "prepare_lv.txt").inputs[:-1]:
        await answered(cast.janis, given)
    assert "izlasīt: Elza Vītola." in said(await cast.janis.tap("Jā"))
    assert "tev rāda" in said(await cast.elza.new())
    assert await cast.roberts.new() == []


async def test_the_diary_goes_to_the_mentee_at_the_goodbye(cast: Cast, stage: Stage) -> None:
    """In one tap, only what is about this mentee, and the sentence that is asked stays private."""
    await stage.pair(cast.janis, cast.roberts)
    await notes(cast.janis, "Elza")
    await notes(cast.janis, "Roberts")
    await running(cast)
    await skipped(cast)
    assert "Elza Vītola, skaits: 1." in await cast.janis.text()
    assert "Nodot novērojumus" not in await cast.elza.text()
    await cast.elza.new()
    assert "ir nodoti: Elza Vītola" in said(await cast.janis.tap("Nodot novērojumus"))
    await cast.janis.send("Man patika")
    assert "Jānis Bērziņš tev nodod savus novērojumus" in said(await cast.elza.new())
    await cast.elza.tap("Ko rāda mentors")
    assert "1. Tikšanās:" in said(await cast.elza.tap("Mentora novērojumi, Jānis"))
    assert "Man patika" not in await cast.elza.text() + await cast.ilze.text()
    await cast.roberts.send("rezultāti")
    assert "Ko rāda mentors" not in await cast.roberts.labels()


async def test_a_diary_that_was_handed_over_is_handed_over_once(cast: Cast, stage: Stage) -> None:
    """A second tap tells nobody again, and what was handed over can be taken back."""
    await cast.janis.send("Mentora novērojumi")
    for given in DIARY.inputs:
        await answered(cast.janis, given)
    await running(cast)
    await skipped(cast)
    key = await cast.janis.key("Nodot novērojumus")
    await cast.janis.press(key)
    await cast.elza.new()
    await cast.janis.press(key)
    assert await cast.elza.new() == []
    await cast.janis.send("/rezultati")
    await cast.janis.tap("Mentora novērojumi")
    await cast.janis.tap("Vairs nerādīt")
    await cast.elza.send("rezultāti")
    assert "Ko rāda mentors" not in await cast.elza.labels()


async def test_without_a_diary_the_goodbye_offers_none(cast: Cast) -> None:
    await running(cast)
    await skipped(cast)
    assert "novērojum" not in await cast.janis.text()
