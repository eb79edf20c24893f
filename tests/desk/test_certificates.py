"""After the closing each side has a certificate, in either language, as a PDF like any result."""

from functools import partial

from store import pairings, sessions
from store.erasing import erase
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_guides import running
from tests.desk.test_insights import FIRST, reflects
from tests.desk.test_results import fetched
from tests.desk.test_rights import forge, refused
from tests.paper import Paper

LATER = "pēc noslēguma tikšanās"


async def closed(cast: Cast) -> None:
    await running(cast)
    await cast.elza.tap("Beigt")


async def printed(stage: Stage, phone: Phone, label: str) -> str:
    """What stands on the paper, fetched as a platform would have it."""
    await phone.tap("Saņemt apliecību")
    (sent,) = await phone.tap(label)
    result = sent["document"].rpartition("/")[2].removesuffix(".pdf")
    made = await fetched(stage, phone, f"pdf:{result}:{sent['document_label']}")
    assert made is not None
    return Paper(made).text


async def test_after_the_closing_each_side_has_one_in_both_languages(
    cast: Cast, stage: Stage
) -> None:
    """From when to when, in which programme and role, with the meetings they noted."""
    await stage.wind("2026-01-20T12:00")
    await reflects(cast.elza, FIRST)
    await stage.wind("2026-05-20T12:00")
    await closed(cast)
    mine = await printed(stage, cast.elza, "Latviski")
    for words in (
        *("Apliecība par dalību mentoringā", "Elza Vītola", "Skola – kopienā", "jaunietis"),
        *("12.01.2026 – 20.05.2026", "Pierakstītās tikšanās"),
    ):
        assert words in mine
    theirs = await printed(stage, cast.janis, "In English")
    for words in ("Certificate of participation", "Jānis Bērziņš", "School in Community", "mentor"):
        assert words in theirs
    assert "Meetings noted" not in theirs
    assert "Elza" not in theirs


async def test_the_question_for_a_private_sentence_stays_open(cast: Cast, stage: Stage) -> None:
    """What is typed after it is nobody else's to read."""
    await closed(cast)
    await printed(stage, cast.elza, "Latviski")
    await cast.ilze.new()
    assert "Saglabāju" in said(await cast.elza.send("Bija labi"))
    assert await cast.ilze.new() == []


async def test_it_is_asked_for_in_words_and_stands_among_the_results(
    cast: Cast, stage: Stage
) -> None:
    """The same one, however often it is asked for."""
    await closed(cast)
    await cast.elza.tap("Izlaist")
    for _ in range(2):
        assert "Kurā valodā" in said(await cast.elza.send("apliecība"))
        await cast.elza.tap("Latviski")
    await cast.elza.send("rezultāti")
    labels = await cast.elza.labels()
    assert len([label for label in labels if "Apliecība" in label]) == 1
    await cast.elza.tap("Apliecība par")
    (sent,) = await cast.elza.tap("PDF")
    async with stage.web() as client:
        file = await client.get(sent["document"])
        assert file.headers["content-type"] == "application/pdf"
        page = await client.get(sent["document"].replace("documents", "results")[:-4])
        assert "Elza Vītola" in page.text
        assert "Skola – kopienā" in page.text


async def test_before_the_closing_there_is_none(cast: Cast, stage: Stage) -> None:
    """Neither by words nor by a button of somebody else's."""
    for phone in (cast.elza, cast.janis, cast.ilze):
        assert LATER in said(await phone.send("apliecība"))
    button = {"do": "timed_certificate", "pairing": cast.pairing, "language": "lv"}
    assert refused(await forge(stage, cast.elza, button))
    await closed(cast)
    for stranger in (cast.roberts, cast.marta, cast.ilze):
        assert refused(await forge(stage, stranger, button))
    assert refused(await forge(stage, cast.elza, {**button, "language": "xx"}))


async def test_a_talk_that_nobody_began_was_no_closing(cast: Cast) -> None:
    await cast.elza.send("/riki")
    await cast.elza.send("Noslēguma tikšanās")
    await cast.elza.tap("Sākam tagad")
    await cast.janis.new()
    await cast.janis.tap("Tagad nē")
    assert LATER in said(await cast.elza.send("apliecība"))


async def test_a_pair_that_was_ended_without_a_talk_has_them_too(cast: Cast, stage: Stage) -> None:
    await stage.wind("2026-03-20T12:00")
    now = stage.clock.now()
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", now))
    assert "Kurā valodā" in said(await cast.janis.send("apliecība"))
    await cast.janis.tap("Latviski")

    def text(tx: Tx) -> str:
        return sessions.results(tx, stage.known(tx, cast.janis.person))[0].text

    assert "12.01.2026 – 20.03.2026" in await stage.read(text)


async def test_who_stays_when_the_other_is_erased_still_has_one(cast: Cast, stage: Stage) -> None:
    """It names nobody else, so nothing of it has to go."""
    await closed(cast)
    await cast.janis.tap("Izlaist")
    await stage.read(partial(erase, person=cast.elza.person, now=stage.clock.now()))
    assert "Kurā valodā" in said(await cast.janis.send("apliecība"))
    (sent,) = await cast.janis.tap("Latviski")
    assert sent["document"]
