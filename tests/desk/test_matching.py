"""Finding a mentor: nothing is final until both have said yes, and the caps hold."""

from functools import partial

from store import pairings
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, said, together

CAP = 6


async def looks(phone: Phone, interests: str = "mūzika, futbols, zīmēšana") -> str:
    """Tells interests; the offer."""
    await phone.send("mentors")
    await phone.send(interests)
    await phone.tap("Pietiek")
    offer = ""
    while "Izlaist" in await phone.labels():
        offer = said(await phone.tap("Izlaist"))
    return offer


async def fill(stage: Stage, mentor: Phone, places: int) -> None:
    for number in range(places):
        mentee = await stage.enter(f"Jaunietis {number}")
        await stage.pair(mentor, mentee)


async def active(stage: Stage, mentor: Phone) -> int:
    def counted(tx: Tx) -> int:
        return len(pairings.of_mentor(tx, mentor.person, PROGRAMME, "active"))

    found: int = await stage.read(counted)
    return found


async def test_a_pair_begins_with_two_yeses(cast: Cast) -> None:
    """The mentee chooses, the mentor agrees, the coordinator hears of it."""
    assert "Marta Liepiņa" in await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    assert "Tavs mentors: Marta" not in await cast.roberts.text()
    assert "Roberts Krūmiņš" in said(await cast.marta.new())
    await cast.marta.tap("Jā, gribu")
    assert "Tavs mentors: Marta Liepiņa" in said(await cast.roberts.new())
    assert "Roberts Krūmiņš" in said(await cast.ilze.new())


async def test_a_full_mentor_is_not_offered(cast: Cast, stage: Stage) -> None:
    """Six in a semester, ended pairings too."""
    await fill(stage, cast.marta, CAP)
    (first, *_) = await stage.read(
        lambda tx: pairings.of_mentor(tx, cast.marta.person, PROGRAMME, "active")
    )
    await stage.read(
        partial(pairings.decide, pairing=first.id, status="ended", now=stage.clock.now())
    )
    offer = await looks(cast.roberts)
    assert "Marta Liepiņa" not in offer
    assert "Jānis Bērziņš" in offer


async def test_the_seventh_is_refused_where_the_place_went_between_offer_and_choice(
    cast: Cast, stage: Stage
) -> None:
    """The offer was honest when it was made; the choice looks again."""
    await looks(cast.roberts)
    await fill(stage, cast.marta, CAP)
    assert "brīv" in said(await cast.roberts.tap("Marta Liepiņa"))
    assert "Roberts" not in await cast.marta.text()


async def test_the_seventh_is_refused_at_the_mentors_yes(cast: Cast, stage: Stage) -> None:
    """The cap holds at the moment of the act."""
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    await fill(stage, cast.marta, CAP)
    assert "6" in said(await cast.marta.tap("Jā, gribu"))
    assert await active(stage, cast.marta) == CAP


async def test_two_who_race_for_the_last_place(cast: Cast, stage: Stage) -> None:
    """Both asked, both accepted at once: only one fits."""
    await fill(stage, cast.marta, CAP - 1)
    liga = await stage.enter("Līga Kalna")
    for phone in (cast.roberts, liga):
        await looks(phone)
        await phone.tap("Marta Liepiņa")
    keys = [
        b["key"] for m in await cast.marta.all() for b in m["buttons"] if "Jā, gribu" in b["label"]
    ]
    assert len(keys) == 2
    await together(*(cast.marta.press(key) for key in keys))
    assert await active(stage, cast.marta) == CAP


async def test_who_declined_is_not_offered_again(cast: Cast) -> None:
    """Not in the next list, and not by a button of the list before."""
    await looks(cast.roberts)
    old = await cast.roberts.key("Marta Liepiņa")
    await cast.roberts.tap("Marta Liepiņa")
    await cast.marta.tap("Šoreiz nē")
    assert "Tas nav par tevi" in said(await cast.roberts.new())
    more = said(await cast.roberts.tap("Skatīt citus"))
    assert "Jānis Bērziņš" in more
    assert "Marta Liepiņa" not in more
    await cast.marta.new()
    await cast.roberts.press(old)
    assert await cast.marta.new() == []


async def test_an_offer_of_an_earlier_search_does_not_reach_who_declined(cast: Cast) -> None:
    """Searching twice leaves two buttons for the same mentor; a "no" closes both."""
    await looks(cast.roberts)
    old = await cast.roberts.key("Marta Liepiņa")
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    await cast.marta.tap("Šoreiz nē")
    await cast.marta.new()
    assert "vairs nav" in said(await cast.roberts.press(old))
    assert await cast.marta.new() == []


async def test_a_request_taken_back_cannot_be_accepted(cast: Cast) -> None:
    """The mentor is told, and their button is worth nothing any more."""
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    await cast.roberts.send("mentors")
    await cast.roberts.tap("Atsaukt")
    assert "atsaukts" in said(await cast.marta.new())
    assert "vairs nav" in said(await cast.marta.tap("Jā, gribu"))
    assert "Tavs mentors: Marta" not in await cast.roberts.text()


async def test_accepting_twice_makes_one_pair(cast: Cast, stage: Stage) -> None:
    """A double tap is told that it is settled, and nobody hears of it twice."""
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    key = await cast.marta.key("Jā, gribu")
    await together(cast.marta.press(key), cast.marta.press(key))
    assert await active(stage, cast.marta) == 1
    assert (await cast.roberts.text()).count("Abi teica „jā”") == 1
    assert "jau ir izlemts" in await cast.marta.text()


async def test_choosing_twice_asks_once(cast: Cast) -> None:
    """The second tap says that the answer is awaited."""
    await looks(cast.roberts)
    key = await cast.roberts.key("Marta Liepiņa")
    await cast.roberts.press(key)
    assert "Marta Liepiņa" in said(await cast.roberts.press(key))
    assert (await cast.marta.text()).count("Roberts Krūmiņš") == 1


async def test_only_one_mentor_is_asked_at_a_time(cast: Cast) -> None:
    """A second choice while the first is awaited asks nobody."""
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    await cast.roberts.tap("Jānis Bērziņš")
    assert "Roberts" not in await cast.janis.text()


async def test_a_mentor_who_left_frees_those_who_wait(cast: Cast) -> None:
    """Whoever waits for an answer that cannot come any more is told, and may look on."""
    await looks(cast.roberts)
    await cast.roberts.tap("Marta Liepiņa")
    await cast.marta.send("dzēst manus datus")
    await cast.marta.tap("Jā, izdzēst visu")
    assert "Tas nav par tevi" in said(await cast.roberts.new())
    assert "Jānis Bērziņš" in said(await cast.roberts.tap("Skatīt citus"))


async def test_a_stopped_or_new_mentor_is_not_offered(cast: Cast, stage: Stage) -> None:
    """Only mentors who have agreed and have not switched the bot off."""
    await stage.enter("Laima Kalve", "mentor", agreed=False, interests=("mūzika",))
    await cast.marta.send("stop")
    offer = await looks(cast.roberts)
    assert "Laima" not in offer
    assert "Marta" not in offer


async def test_when_nobody_is_free_the_coordinator_hears_of_it(cast: Cast) -> None:
    """The mentee is told the truth and somebody can act on it."""
    for mentor in (cast.marta, cast.janis):
        await mentor.send("stop")
    assert "koordinator" in await looks(cast.roberts)
    assert "Roberts Krūmiņš" in said(await cast.ilze.new())
