"""Who reads a result: named on its page, shown and hidden one by one, by the rules of the chat."""

import re

import pytest
from sqlalchemy import update

from store import pairings
from store import schema as s
from tests.desk.fixtures import Cast, gather_cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_applications import MENTEES, MENTORS, applies
from tests.desk.test_matching import looks
from tests.desk.test_results import GROW, kept
from tests.desk.test_sharing import card, introduces, prepared
from tests.web.test_results import got, posted

BUTTON = re.compile(r'<button class="secondary" name="shared"[^>]*>([^<]+)</button>')


async def page(stage: Stage, phone: Phone, result: int) -> str:
    code, text = await got(stage, f"/chat/{phone.token}/results/{result}")
    assert code == 200
    return text


async def buttons(stage: Stage, phone: Phone, result: int) -> list[str]:
    return BUTTON.findall(await page(stage, phone, result))


async def in_list(stage: Stage, phone: Phone) -> str:
    return (await got(stage, f"/chat/{phone.token}/results"))[1]


async def newest(stage: Stage, phone: Phone) -> int:
    """The result that stands first in their list."""
    found = re.search(r"results/(\d+)", await in_list(stage, phone))
    assert found
    return int(found[1])


async def ended(stage: Stage, pairing: int) -> None:
    await stage.read(lambda tx: pairings.decide(tx, pairing, "ended", stage.clock.now()))


async def test_each_of_several_mentors_is_shown_it_and_loses_it_by_name(
    either_stage: Stage,
) -> None:
    stage, cast = either_stage, await gather_cast(either_stage)
    other = await stage.pair(cast.marta, cast.elza)
    result = await kept(stage, cast.elza, "grow", GROW)
    assert "To redzi tikai tu." in await page(stage, cast.elza, result)
    assert await buttons(stage, cast.elza, result) == [
        "Rādīt: Jānis Bērziņš",
        "Rādīt: Marta Liepiņa",
    ]
    assert await posted(stage, cast.elza, result, "1", other) == 303
    assert "To redz: Marta Liepiņa." in await page(stage, cast.elza, result)
    assert await buttons(stage, cast.elza, result) == [
        "Rādīt: Jānis Bērziņš",
        "Vairs nerādīt: Marta Liepiņa",
    ]
    assert (await got(stage, f"/chat/{cast.janis.token}/results/{result}"))[0] == 404
    assert await posted(stage, cast.elza, result, "1", cast.pairing) == 303
    assert "To redz: Jānis Bērziņš, Marta Liepiņa." in await page(stage, cast.elza, result)
    assert "To redz: Jānis Bērziņš, Marta Liepiņa" in await in_list(stage, cast.elza)
    assert (await buttons(stage, cast.elza, result))[-1] == "Vairs nerādīt nevienam"
    assert await posted(stage, cast.elza, result, "0", other) == 303
    assert "To redz: Jānis Bērziņš." in await page(stage, cast.elza, result)
    assert (await got(stage, f"/chat/{cast.marta.token}/results/{result}"))[0] == 404
    assert (await got(stage, f"/chat/{cast.janis.token}/results/{result}"))[0] == 200


async def test_without_a_pairing_the_form_means_everybody(stage: Stage, cast: Cast) -> None:
    """Also where one of them reads it already."""
    other = await stage.pair(cast.marta, cast.elza)
    result = await kept(stage, cast.elza, "grow", GROW)
    await posted(stage, cast.elza, result, "1", other)
    for _ in range(2):
        assert await posted(stage, cast.elza, result, "1", "") == 303
    assert "To redz: Jānis Bērziņš, Marta Liepiņa." in await page(stage, cast.elza, result)
    assert said(await cast.elza.new()).count("var izlasīt") == 2
    await posted(stage, cast.elza, result, "0")
    assert "To redzi tikai tu." in await page(stage, cast.elza, result)


async def test_a_mentor_shows_what_the_dialog_asks_about(stage: Stage, cast: Cast) -> None:
    """By the page as in the chat, and the mentee hears of it."""
    await introduces(cast.janis, "Nē")
    result = await newest(stage, cast.janis)
    assert await buttons(stage, cast.janis, result) == ["Rādīt: Elza Vītola"]
    assert await posted(stage, cast.janis, result, "1", cast.pairing) == 303
    assert "tev rāda: Iepazīsimies." in said(await cast.elza.new())
    assert "To redz: Elza Vītola." in await page(stage, cast.janis, result)
    assert "To redz" not in await page(stage, cast.elza, result)
    assert await posted(stage, cast.janis, result, "0") == 303
    assert (await got(stage, f"/chat/{cast.elza.token}/results/{result}"))[0] == 404


async def test_a_mentor_shows_nothing_else(stage: Stage, cast: Cast) -> None:
    """Neither a talk of their own, nor one mentee's page to another."""
    own = await kept(stage, cast.janis, "grow", GROW)
    assert await buttons(stage, cast.janis, own) == []
    assert await posted(stage, cast.janis, own, "1") == 409
    other = await stage.pair(cast.janis, cast.roberts)
    about = await prepared(cast, stage)
    assert await buttons(stage, cast.janis, about) == ["Rādīt: Elza Vītola"]
    assert await posted(stage, cast.janis, about, "1", other) == 409
    assert await posted(stage, cast.janis, about, "1") == 303
    assert "tev rāda" in said(await cast.elza.new())
    assert await cast.roberts.new() == []


async def test_without_a_mentor_it_waits_for_the_first(stage: Stage, cast: Cast) -> None:
    """The page says for whom, and the wish can be changed until then."""
    result = await kept(stage, cast.roberts, "grow", GROW)
    assert "Mentora vēl nav." in await page(stage, cast.roberts, result)
    assert await buttons(stage, cast.roberts, result) == ["Rādīt pirmajam mentoram"]
    for shared, button in (("1", "Tomēr nerādīt"), ("0", "Rādīt pirmajam mentoram")):
        assert await posted(stage, cast.roberts, result, shared) == 303
        assert await buttons(stage, cast.roberts, result) == [button]
    await posted(stage, cast.roberts, result, "1")
    assert "To varēs izlasīt tavs pirmais mentors." in await page(stage, cast.roberts, result)
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    await cast.marta.tap("Jā, gribu")
    assert "To redz: Marta Liepiņa." in await page(stage, cast.roberts, result)


@pytest.mark.parametrize("shared", ["0", "1"])
async def test_a_strangers_pairing_changes_nothing(stage: Stage, cast: Cast, shared: str) -> None:
    """The page says so kindly, and shows the way back."""
    theirs = await stage.pair(cast.marta, cast.roberts)
    result = await kept(stage, cast.elza, "grow", GROW)
    await posted(stage, cast.elza, result, "1")
    heard = await cast.elza.all()
    async with stage.web() as web:
        path = f"/chat/{cast.elza.token}/results/{result}"
        for pairing in (theirs, 0, 999_999_999):
            form = {"shared": shared, "pairing": str(pairing)}
            answer = await web.post(f"{path}/share", data=form)
            assert answer.status_code == 409
            assert "Nekas nav mainījies" in answer.text
            assert f'href="{path}"' in answer.text
    assert "To redz: Jānis Bērziņš." in await page(stage, cast.elza, result)
    assert await cast.elza.all() == heard


@pytest.mark.parametrize("pairing", ["x", "-1", "1.5", "²", "9" * 30, "1 OR 1=1"])
async def test_a_pairing_that_is_none_changes_nothing(
    stage: Stage, cast: Cast, pairing: str
) -> None:
    result = await kept(stage, cast.elza, "grow", GROW)
    assert await posted(stage, cast.elza, result, "1", pairing) == 400
    assert "To redzi tikai tu." in await page(stage, cast.elza, result)


async def test_a_pair_that_ended_meanwhile_is_shown_nothing(stage: Stage, cast: Cast) -> None:
    """To take it back from them goes on being possible, as it is so already."""
    await stage.pair(cast.marta, cast.elza)
    result = await kept(stage, cast.elza, "grow", GROW)
    await posted(stage, cast.elza, result, "1")
    await ended(stage, cast.pairing)
    assert "To redz: Marta Liepiņa." in await page(stage, cast.elza, result)
    assert await posted(stage, cast.elza, result, "1", cast.pairing) == 409
    assert await posted(stage, cast.elza, result, "0", cast.pairing) == 303
    assert "To redz: Marta Liepiņa." in await page(stage, cast.elza, result)


async def test_a_mentees_application_says_that_coordinators_read_it(
    stage: Stage, cast: Cast
) -> None:
    """Taken back from the mentor alone, it stays one."""
    await applies(cast.elza, MENTEES)
    result = await newest(stage, cast.elza)
    both = "To redz: programmas koordinatori, Jānis Bērziņš."
    assert both in await page(stage, cast.elza, result)
    await posted(stage, cast.elza, result, "0", cast.pairing)
    assert "To redz: programmas koordinatori." in await page(stage, cast.elza, result)
    assert "To vēl redz: programmas koordinatori." in said(await cast.elza.new())
    assert "Pieteikumi (1)" in said(await cast.ilze.send("pieteikumi"))
    assert "Nodoti rezultāti: 0" in await card(cast.janis)
    assert (await buttons(stage, cast.elza, result))[-1] == "Vairs nerādīt nevienam"
    await posted(stage, cast.elza, result, "0")
    assert "Neviens pieteikums" in said(await cast.ilze.send("pieteikumi"))


async def test_a_mentors_application_is_only_taken_back(stage: Stage, cast: Cast) -> None:
    await applies(cast.janis, MENTORS)
    result = await newest(stage, cast.janis)
    assert "To redz: programmas koordinatori." in await page(stage, cast.janis, result)
    assert await buttons(stage, cast.janis, result) == ["Vairs nerādīt nevienam"]
    assert await posted(stage, cast.janis, result, "1", cast.pairing) == 409
    assert await posted(stage, cast.janis, result, "0") == 303
    assert "Neviens pieteikums" in said(await cast.ilze.send("pieteikumi"))


async def test_what_taking_back_cannot_undo_is_said_beside_the_button(
    stage: Stage, cast: Cast
) -> None:
    """In the web chat what was read, in Telegram the copy as well."""
    result = await kept(stage, cast.elza, "grow", GROW)
    assert "atņemt nevaru" not in await page(stage, cast.elza, result)
    await posted(stage, cast.elza, result, "1")
    assert "jau izlasīts, gan atņemt nevaru" in await page(stage, cast.elza, result)
    await card(cast.janis)
    await cast.janis.tap("GROW")
    janis = s.outbox.c.person == cast.janis.person
    by = {"channel": "telegram", "state": "sent"}
    await stage.read(lambda tx: tx.execute(update(s.outbox).where(janis), by))
    assert "citur (Telegram): tur tas paliek" in await page(stage, cast.elza, result)


async def test_names_are_never_markup(stage: Stage, cast: Cast) -> None:
    mentor = await stage.enter("<b>Inga</b> & Co", "mentor")
    await stage.pair(mentor, cast.roberts)
    result = await kept(stage, cast.roberts, "grow", GROW)
    async with stage.web() as web:
        text = (await web.get(f"/chat/{cast.roberts.token}/results/{result}")).text
    assert "Rādīt: &lt;b&gt;Inga&lt;/b&gt; &amp; Co</button>" in text


async def test_no_longer_to_somebody_means_them_in_whichever_pair_it_was_shown(
    cast: Cast, stage: Stage
) -> None:
    """The button is of their first time together; they are a pair anew and it was shown anew."""
    await stage.pair(cast.marta, cast.elza)
    result = await kept(stage, cast.elza, "grow", GROW)
    await posted(stage, cast.elza, result, "1", "")
    await cast.elza.send("rezultāti")
    await cast.elza.tap("GROW")
    await ended(stage, cast.pairing)
    anew = await stage.pair(cast.janis, cast.elza)
    await posted(stage, cast.elza, result, "1", anew)

    told = said(await cast.elza.tap("Vairs nerādīt: Jānis"))

    assert "vairs neredz: Jānis" in told
    assert told.endswith("To vēl redz: Marta Liepiņa.")
    page = f"/chat/{cast.janis.token}/results/{result}"
    assert (await got(stage, page))[0] == 404
