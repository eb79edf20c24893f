"""Agreements answered by both: each alone, then compared, talked over, confirmed."""

from typing import Any

import pytest

from store import export, pairings, sessions
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_rights import forge

ELZA = (
    *("[Sarunas klātienē]", "[Pietiek]", "Nokārtot matemātiku", "Nākt laikus", "Nesmieties"),
    *("[Pietiek]", "Trešdienās stundu", "Es rakstu", "[Divās dienās]", "Mēneša beigās"),
    *("Viss", "Pasakām", "Nezvanām vakaros", "[Pietiek]", "Rakstām šeit"),
)
JANIS = (
    *("[Sarunas klātienē]", "[Pietiek]", "Kopā izaugt", "Nākt laikus", "Godīgums"),
    *("[Pietiek]", "trešdienās stundu.", "Es rakstu", "[Nedēļas laikā]", "Mēneša beigās"),
    *("Viss", "Pasakām", "Nezvanām vakaros", "[Pietiek]", "Rakstām šeit"),
)
TITLE = "Mūsu vienošanās"


async def walked(phone: Phone, answers: tuple[str, ...]) -> str:
    """Everything said to the person on the way."""
    told = []
    for one in answers:
        done = await (phone.tap(one.strip("[]")) if one.startswith("[") else phone.send(one))
        told += done
    return said(told)


async def begun(phone: Phone) -> str:
    await phone.send("/riki")
    return said(await phone.send(TITLE))


async def both_answered(cast: Cast) -> tuple[str, str]:
    """What Elza and Jānis see once both have finished."""
    await begun(cast.elza)
    await walked(cast.elza, ELZA)
    await cast.janis.new()
    await cast.janis.tap("Atbildēt")
    janis = await walked(cast.janis, JANIS)
    return said(await cast.elza.new()), janis


async def settled(phone: Phone) -> None:
    """Wherever they differ, both answers are to hold."""
    await phone.tap("Der")
    await phone.tap("Visur ņemam abas")


def kept(stage: Stage, phone: Phone) -> Any:
    def read(tx: Tx) -> list[str]:
        return [one.text for one in sessions.results(tx, stage.known(tx, phone.person))]

    return stage.read(read)


async def test_it_is_said_before_the_first_question_that_both_will_see(cast: Cast) -> None:
    """A dialog is private otherwise."""
    first = await begun(cast.elza)
    assert first.index("abi tās redzēsiet") < first.index("1 no 11")
    assert "Jānis Bērziņš" in first


async def test_the_other_is_invited_and_sees_nothing_before_answering(cast: Cast) -> None:
    """One message with a button; not a word of the answers."""
    await begun(cast.elza)
    await walked(cast.elza, ELZA)
    (invitation,) = await cast.janis.new()
    assert "Elza Vītola aicina" in invitation["text"]
    assert [each["label"] for each in invitation["buttons"]] == ["Atbildēt"]
    assert "Nokārtot" not in await cast.janis.text()


async def test_both_get_the_same_comparison(cast: Cast) -> None:
    """What they said alike, and each difference with both answers under their names."""
    elza, janis = await both_answered(cast)
    for told in (elza, janis):
        alike, differing = told.split("Te atbildes atšķiras.")
        assert "4. Cik bieži un cik ilgi" in alike
        assert "– Elza Vītola: Nokārtot matemātiku" in differing
        assert "– Jānis Bērziņš: Kopā izaugt" in differing
        assert "– Elza Vītola: Divās dienās" in differing
        assert "4. Cik bieži" not in differing


async def test_once_both_confirm_it_is_an_agreement(cast: Cast, stage: Stage) -> None:
    """Both have it in their results; the coordinator learns only that it is there."""
    await both_answered(cast)
    await settled(cast.elza)
    await cast.janis.new()
    assert "Jānis Bērziņš" in said(await cast.elza.tap("Der"))
    assert "saka „der”" in said(await cast.janis.new())
    await cast.ilze.new()
    assert "der abiem" in said(await cast.janis.tap("Der"))
    assert "der abiem" in said(await cast.elza.new())
    for phone in (cast.elza, cast.janis):
        (text,) = await kept(stage, phone)
        assert "Kopā izaugt" in text
        assert "Nokārtot matemātiku" in text
    told = said(await cast.ilze.new())
    assert TITLE in told
    assert "Nokārtot" not in await cast.ilze.text()
    assert "jau ir spēkā" in said(await cast.janis.tap("Der"))


async def test_a_changed_answer_takes_every_yes_back(cast: Cast, stage: Stage) -> None:
    """One question is answered anew by itself; an old yes counts for nothing."""
    await both_answered(cast)
    await cast.elza.tap("Der")
    stale = await cast.elza.key("Der")
    await cast.janis.tap("Gribu parunāt")
    assert "vispirms grib parunāt" in said(await cast.elza.new())
    question = said(await cast.janis.tap("2. Ko gribam iegūt"))
    assert "2 no 11" in question
    changed = said(await cast.janis.send("Nokārtot matemātiku"))
    assert "Kopā izaugt" not in changed
    told = await cast.elza.new()
    assert "Jānis Bērziņš mainīja atbildi" in said(told)
    assert "Te domājat vienādi." in said(told)
    assert "ir mainījusies" in said(await cast.elza.press(stale))
    await cast.janis.tap("Der")
    assert "tagad der abiem" not in await cast.elza.text()
    await cast.elza.tap("Der")
    (text,) = await kept(stage, cast.elza)
    assert "Kopā izaugt" not in text


async def test_the_same_answer_again_changes_nothing(cast: Cast) -> None:
    """A yes stays a yes."""
    await both_answered(cast)
    await settled(cast.elza)
    await cast.elza.tap("Der")
    await cast.janis.tap("Gribu parunāt")
    await cast.janis.tap("2. Ko gribam iegūt")
    await cast.janis.send("Kopā izaugt")
    await cast.elza.new()
    await cast.janis.tap("Der")
    assert "tagad der abiem" in said(await cast.elza.new())


async def test_who_waits_can_ask_again_once_a_day(cast: Cast, stage: Stage) -> None:
    """Kindly, and not more often."""
    await begun(cast.elza)
    await walked(cast.elza, ELZA)
    await cast.janis.new()
    assert "Šodien jau" in said(await cast.elza.tap("Pajautāt vēlreiz"))
    assert await cast.janis.new() == []
    await stage.wind("2026-01-13T10:00")
    await cast.janis.new()
    await cast.elza.tap("Pajautāt vēlreiz")
    assert "Elza Vītola aicina" in said(await cast.janis.new())
    assert "Vēl gaidām" in await begun(cast.elza)


async def test_without_a_pairing_it_is_filled_alone(cast: Cast, stage: Stage) -> None:
    """Nobody is invited, the result is the person's own."""
    assert "Kopā ar tevi" not in await begun(cast.roberts)
    await walked(cast.roberts, ELZA)
    (text,) = await kept(stage, cast.roberts)
    assert "Nokārtot matemātiku" in text
    assert await cast.janis.new() == []


async def test_a_mentor_of_several_says_with_whom(cast: Cast, stage: Stage) -> None:
    """The names are the buttons."""
    await stage.pair(cast.janis, cast.roberts)
    assert "Ar ko" in await begun(cast.janis)
    first = said(await cast.janis.tap("Roberts Krūmiņš"))
    assert "Kopā ar tevi atbild: Roberts Krūmiņš" in first
    await walked(cast.janis, JANIS)
    assert "Jānis Bērziņš aicina" in said(await cast.roberts.new())
    assert await cast.elza.new() == []


async def test_it_can_be_left_and_taken_up_with_back_on_the_way(cast: Cast, stage: Stage) -> None:
    """Weeks later it is still with the same person."""
    await begun(cast.elza)
    await walked(cast.elza, ELZA[:3])
    await cast.elza.tap("Atpakaļ")
    await cast.elza.tap("Vēlāk")
    await cast.elza.tap("Turpināt")
    await walked(cast.elza, ELZA[2:])
    assert "Elza Vītola aicina" in said(await cast.janis.new())


async def test_an_erased_side_takes_its_words_along(cast: Cast, stage: Stage) -> None:
    """From the other's chat and result; the other's own words stay."""
    await both_answered(cast)
    await cast.elza.tap("Der")
    await cast.janis.tap("Der")
    await cast.elza.send("izdzēs visu")
    await cast.elza.tap("Jā, izdzēst visu")
    (text,) = await kept(stage, cast.janis)
    assert "Kopā izaugt" in text
    assert "Nokārtot" not in text
    assert "Nokārtot" not in await cast.janis.text()


async def test_the_export_has_ones_own_answers(cast: Cast, stage: Stage) -> None:
    """And when one said yes to them."""
    await both_answered(cast)
    await settled(cast.elza)
    await cast.elza.tap("Der")

    def read(tx: Tx) -> Any:
        return export.everything(tx, stage.known(tx, cast.elza.person))["agreements"]

    (one,) = await stage.read(read)
    assert one["answers"]["hopes"] == "Nokārtot matemātiku"
    assert one["confirmed"] is not None
    assert one["agreed"] is None


@pytest.mark.parametrize("dialog", ["agreement", "agreement#hopes"])
async def test_a_strangers_button_begins_nothing(cast: Cast, stage: Stage, dialog: str) -> None:
    """Nobody answers with somebody else's pairing."""
    action = {"do": "dialog_fresh", "dialog": dialog, "pairing": cast.pairing}
    assert "no 11" not in await forge(stage, cast.roberts, action)


async def test_after_the_pairing_nothing_can_be_confirmed(cast: Cast, stage: Stage) -> None:
    """Rights are looked at when the button is tapped."""
    await both_answered(cast)
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    assert "nav pieejams" in said(await cast.elza.tap("Der"))


async def test_each_reads_it_in_their_own_language(stage: Stage) -> None:
    """Labels are translated, own words stay."""
    anna = await stage.enter("Anna Kalniņa")
    john = await stage.enter("John Smith", "mentor", language="en")
    await stage.pair(john, anna)
    await begun(anna)
    await walked(anna, ELZA)
    await john.tap("Answer")
    answers = ("[Talks in person]", "[That's enough]", "Grow", "Honesty", "Time")
    more = ("[That's enough]", "Weekly", "I write", "[Within a week]", "Monthly")
    last = ("Everything", "Talk", "No calls", "[That's enough]", "Here")
    told = await walked(john, (*answers, *more, *last))
    assert "Here your answers differ." in told
    assert "– Anna Kalniņa: Within two days" in told
    assert "– John Smith: Nedēļas laikā" in said(await anna.new())


async def test_one_left_half_done_waits_while_another_is_begun(cast: Cast, stage: Stage) -> None:
    """A mentor of two answers for each of them, and loses neither."""
    await stage.pair(cast.janis, cast.roberts)
    await begun(cast.janis)
    await cast.janis.tap("Elza Vītola")
    await walked(cast.janis, JANIS[:3])
    await cast.janis.tap("Vēlāk")
    await begun(cast.janis)
    assert "1 no 11" in said(await cast.janis.tap("Roberts Krūmiņš"))
    await walked(cast.janis, JANIS[:2])
    await cast.janis.tap("Vēlāk")
    await cast.janis.send("izvēlne")
    labels = [label for label in await cast.janis.labels() if TITLE in label]
    assert [label.rpartition(", ")[2] for label in labels] == ["Roberts Krūmiņš", "Elza Vītola"]
    assert "3 no 11" in said(await cast.janis.tap("Mūsu vienošanās, Elza"))
    await walked(cast.janis, JANIS[3:])
    assert "Jānis Bērziņš aicina" in said(await cast.elza.new())
    assert await cast.roberts.new() == []


async def test_one_begun_anew_gives_up_only_its_own_beginning(cast: Cast, stage: Stage) -> None:
    """What was begun with somebody else is still there."""
    await stage.pair(cast.janis, cast.roberts)
    for name, answers in (("Elza Vītola", JANIS[:3]), ("Roberts Krūmiņš", JANIS[:2])):
        await begun(cast.janis)
        await cast.janis.tap(name)
        await walked(cast.janis, answers)
        await cast.janis.tap("Vēlāk")
    await begun(cast.janis)
    offered = said(await cast.janis.tap("Elza Vītola"))
    assert "Elza Vītola" in offered
    assert "1 no 11" in said(await cast.janis.tap("Sākt no jauna"))
    await cast.janis.tap("Vēlāk")
    await begun(cast.janis)
    await cast.janis.tap("Roberts Krūmiņš")
    assert "2 no 11" in said(await cast.janis.tap("Turpināt"))


async def test_a_yes_to_contradicting_answers_is_asked_about_first(
    cast: Cast, stage: Stage
) -> None:
    """One difference at a time; what was taken is all that the paper says, once both confirm."""
    await both_answered(cast)
    assert "2. Ko gribam iegūt" in said(await cast.elza.tap("Der"))
    assert "3. Ko gaidām" in said(await cast.elza.tap("Ņemam otru"))
    assert "6. Atbildes laiks" in said(await cast.elza.tap("Ņemam abas"))
    await cast.janis.new()
    chosen = said(await cast.elza.tap("Ņemam manu"))
    assert "6. Atbildes laiks: Divās dienās" in chosen
    assert "2. Ko gribam iegūt: Kopā izaugt" in said(await cast.janis.new())
    await cast.elza.tap("Der")
    assert "tagad der abiem" not in await cast.elza.text()
    await cast.janis.tap("Der")
    for phone in (cast.elza, cast.janis):
        (text,) = await kept(stage, phone)
        assert "6. Atbildes laiks: Divās dienās" in text
        assert "Nedēļas laikā" not in text
        assert "Nokārtot matemātiku" not in text
        assert "Spēkā ir abas atbildes." in text


async def test_a_choice_takes_every_yes_back_and_can_be_changed(cast: Cast) -> None:
    """By the other as well; a tap on what stood before shows what stands now."""
    await both_answered(cast)
    await cast.elza.tap("Der")
    await cast.elza.tap("Visur ņemam abas")
    await cast.elza.tap("Der")
    old = await cast.elza.key("Visur ņemam abas")
    await cast.janis.tap("Mainīt izvēli")
    await cast.janis.tap("6. Atbildes laiks")
    assert "6. Atbildes laiks: Nedēļas laikā" in said(await cast.janis.tap("Ņemam manu"))
    assert "6. Atbildes laiks: Nedēļas laikā" in said(await cast.elza.new())
    assert "ir mainījusies" in said(await cast.elza.press(old))
    await cast.janis.tap("Der")
    assert "tagad der abiem" not in await cast.janis.text()


async def test_a_changed_answer_lets_the_choice_about_it_go(cast: Cast) -> None:
    """And no other."""
    await both_answered(cast)
    await cast.elza.tap("Der")
    await cast.elza.tap("Visur ņemam abas")
    await cast.janis.tap("Gribu parunāt")
    await cast.janis.tap("2. Ko gribam iegūt")
    told = said(await cast.janis.send("Nopirkt ģitāru"))
    assert "2. Ko gribam iegūt" in told.split("Te atbildes atšķiras.")[1]
    assert "6. Atbildes laiks" not in told.split("Te atbildes atšķiras.")[1]


async def test_nobody_else_can_choose(cast: Cast, stage: Stage) -> None:
    await both_answered(cast)
    what = {"dialog": "agreement", "pairing": cast.pairing}
    pick = {"do": "pact_pick", "step": "hopes", "take": "mine", "seen": 2, **what}
    for action in (pick, {"do": "pact_choose", **what}):
        told = await forge(stage, cast.roberts, action)
        assert "Kopā" not in told
        assert "2. Ko" not in told
