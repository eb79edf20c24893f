"""What somebody has understood is read back to them, in a row, and to nobody else."""

import pytest

from store import retention
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, said
from tests.desk.test_guides import running

FIRST, SECOND, MENTORS = "Varu pateikt „nē”", "komanda dalās darbā", "Klusums arī palīdz"


async def understands(phone: Phone, words: str, share: str = "Nē") -> None:
    await phone.send("Posma atziņa")
    for text in (words, "izlaist", "izlaist"):
        await phone.send(text)
    await phone.tap(share)
    await phone.new()


async def reflects(phone: Phone, words: str) -> None:
    await phone.send("Pēc tikšanās")
    for text in ("7", "8", "9", "Plāns", "izlaist", "Zvanīt", "izlaist", words, "izlaist"):
        await phone.send(text)
    await phone.tap("Nē")
    await phone.new()


async def two_of_elza(cast: Cast, stage: Stage) -> str:
    """An insight and, ten days later, the sentence after a meeting; how they read."""
    await understands(cast.elza, FIRST)
    await stage.wind("2026-01-22T12:00")
    await reflects(cast.elza, SECOND)
    return f"Tavas atziņas pēc kārtas:\n• 12.01.2026: {FIRST}\n• 22.01.2026: {SECOND}"


@pytest.mark.parametrize("asked", ["manas atziņas", "/atzinas", "My insights!"])
async def test_they_are_read_in_order_with_their_days(cast: Cast, stage: Stage, asked: str) -> None:
    """By whatever words; what is open stays open and asks again."""
    row = await two_of_elza(cast, stage)
    assert said(await cast.elza.send(asked)) == row


async def test_they_are_a_button_among_the_results(cast: Cast, stage: Stage) -> None:
    """Where there are any."""
    await cast.elza.send("rezultāti")
    assert "Manas atziņas" not in await cast.elza.labels()
    row = await two_of_elza(cast, stage)
    await cast.elza.send("rezultāti")
    assert said(await cast.elza.tap("Manas atziņas")) == row


async def test_preparing_for_the_closing_begins_with_them(cast: Cast, stage: Stage) -> None:
    """As was promised when each was written."""
    row = await two_of_elza(cast, stage)
    read, _, first = await cast.elza.send("Pirms noslēguma")
    assert read["text"] == row
    assert "ko tu sākumā gaidīji" in first["text"]


async def test_nobody_is_blamed_for_having_none(cast: Cast) -> None:
    """Neither asked for nor before the closing."""
    [none] = await cast.elza.send("manas atziņas")
    assert "steigties nevajag" in none["text"]
    assert await cast.elza.labels() == ["Posma atziņa"]
    none, _, first = await cast.elza.send("Pirms noslēguma")
    assert "Tas nekas" in none["text"]
    assert "ko tu sākumā gaidīji" in first["text"]
    [none] = await cast.janis.send("manas atziņas")
    assert none["buttons"] == []
    assert "jaunieši un mentori" in said(await cast.ilze.send("manas atziņas"))


async def test_what_was_erased_is_not_read_any_more(cast: Cast, stage: Stage) -> None:
    """It is read from the results, and copied nowhere."""
    await two_of_elza(cast, stage)
    kept, now = {"messages": 900, "check_ins": 5, "questions": 900}, stage.clock.now()
    await stage.read(lambda tx: retention.erase_old(tx, PROGRAMME, kept, (), now))
    answer = said(await cast.elza.send("manas atziņas"))
    assert FIRST not in answer
    assert SECOND in answer


async def test_in_the_closing_talk_each_is_read_their_own(cast: Cast, stage: Stage) -> None:
    """A mentor's are the sentences they kept after a talk. Shared or not, the other's stay away."""
    await running(cast, "Ķīmijas saruna")
    await cast.janis.tap("Beigt")
    await cast.janis.tap("Jā")
    await cast.janis.send(MENTORS)
    await understands(cast.elza, FIRST, share="Jā")
    await running(cast)
    for _ in range(2):
        await cast.elza.new()
        await cast.janis.new()
        await cast.elza.tap("Tālāk")
    to_elza, to_janis = said(await cast.elza.new()), said(await cast.janis.new())
    assert to_janis.index(f"• 12.01.2026: {MENTORS}") < to_janis.index("3 no 5: Ko ņemam līdzi")
    assert FIRST not in to_janis
    assert MENTORS not in to_elza


async def test_the_steps_of_the_closing_become_each_ones_tasks(cast: Cast, stage: Stage) -> None:
    """From a button after the talk, still there once the private sentence is kept."""
    await running(cast)
    await cast.elza.tap("Beigt")
    for phone, title in ((cast.elza, "Pieteikties radio"), (cast.janis, "Uzrakstīt ieteikumu")):
        await phone.send("Bija vērts")
        assert "Pierakstīt soļus" in await phone.labels()
        await phone.tap("Pierakstīt soļus")
        await phone.send(title)
        await phone.send("20. janvāris")
        await phone.tap("Pietiek")
        if phone is cast.elza:
            await phone.tap("Nē")
        assert f"• {title}" in said(await phone.send("/uzdevumi"))
    await cast.elza.new()
    await cast.janis.new()
    await stage.wind("2026-01-20T17:00")
    assert "Pieteikties radio" in said(await cast.elza.new())
    assert "Uzrakstīt ieteikumu" in said(await cast.janis.new())


async def test_the_steps_can_be_written_before_the_sentence(cast: Cast) -> None:
    """What is typed after the tap is a step, and no private sentence."""
    await running(cast)
    await cast.elza.tap("Beigt")
    assert "Nosauc vienu, divus vai trīs soļus" in said(await cast.janis.tap("Pierakstīt soļus"))
    assert "līdz kurai dienai" in said(await cast.janis.send("Uzrakstīt ieteikumu"))
