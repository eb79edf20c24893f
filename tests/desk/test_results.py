""" "My results" in the chat: found, shown, shared, taken back, and as PDF."""

from datetime import datetime, timedelta

import pytest

from bot.files import Files
from store import pairings, people, sessions, shares
from store.posting import Parcel
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, instant, said
from tests.desk.test_rights import forge, refused
from tests.paper import Paper
from tests.pictures.test_swot import ANSWERS

WHEEL = "Dzīves rats\n\nAr ko sākšu: Miegs"
GROW = "GROW saruna\n\nMērķis: iemācīties spēlēt ģitāru"


async def kept(
    stage: Stage, owner: Phone, dialog: str, text: str, at: datetime | None = None
) -> int:
    """A finished walkthrough of the owner's, as of an instant."""

    def write(tx: Tx) -> int:
        person = people.load(tx, owner.person)
        assert person is not None
        now, state = at or stage.clock.now(), {"turn": 1}
        opened = sessions.begin(
            tx, person, programme=PROGRAMME, dialog=dialog, state=state, now=now
        )
        sessions.save(tx, person, opened, state, sessions.DONE, now)
        return sessions.add_result(
            tx,
            person,
            programme=PROGRAMME,
            dialog=dialog,
            text=text,
            data=ANSWERS if dialog == "swot" else {},
            session=opened.id,
            now=now,
        )

    return await stage.store.run(write)


async def some(stage: Stage, owner: Phone) -> None:
    await kept(stage, owner, "wheel", WHEEL, instant("2025-10-06T10:00"))
    await kept(stage, owner, "grow", GROW, instant("2025-12-15T10:00"))
    await kept(stage, owner, "wheel", WHEEL, instant("2026-01-05T10:00"))


async def found(phone: Phone, search: str) -> list[str]:
    await phone.send(search)
    return await phone.labels()


@pytest.mark.parametrize(
    ("search", "labels"),
    [
        ("rezultāti rats", ["Dzīves rats, 05.01.2026", "Dzīves rats, 06.10.2025"]),
        ("Mani rezultāti janvāris", ["Dzīves rats, 05.01.2026"]),
        ("results wheel", ["Dzīves rats, 05.01.2026", "Dzīves rats, 06.10.2025"]),
        ("rezultati no 1. decembra", ["Dzīves rats, 05.01.2026", "GROW saruna, 15.12.2025"]),
        ("rezultāti līdz 2025. gada novembrim", ["Dzīves rats, 06.10.2025"]),
        ("rezultāti no 1. decembra līdz 31. decembrim", ["GROW saruna, 15.12.2025"]),
        ("my results wheel in October", ["Dzīves rats, 06.10.2025"]),
        ("/rezultati grow", ["GROW saruna, 15.12.2025"]),
        ("rezultāti 15.12.2025", ["GROW saruna, 15.12.2025"]),
        ("rezultāti par ģitārām", ["GROW saruna, 15.12.2025"]),
    ],
)
async def test_results_are_found_by_tool_time_and_word(
    stage: Stage, cast: Cast, search: str, labels: list[str]
) -> None:
    """As people write it: any ending, with or without diacritics, in both languages."""
    await some(stage, cast.elza)
    assert await found(cast.elza, search) == labels


async def test_what_is_not_understood_gets_a_hint(stage: Stage, cast: Cast) -> None:
    """With an example and the way to all of them; nothing goes to a human."""
    await some(stage, cast.elza)
    answer = said(await cast.elza.send("rezultāti žirafe"))
    assert "„rezultāti rats”" in answer
    assert await cast.ilze.new() == []
    await cast.elza.tap("Visi rezultāti")
    assert len(await cast.elza.labels()) == 3


async def test_a_question_about_results_is_a_question(stage: Stage, cast: Cast) -> None:
    """Whoever asks gets an answer, not a search."""
    await some(stage, cast.elza)
    answer = said(await cast.elza.send("rezultāti būs kādreiz pieejami arī mammai?"))
    assert "Tādu rezultātu" not in answer


async def test_many_results_are_turned_like_pages(stage: Stage, cast: Cast) -> None:
    """Eight at a time, newest first, forwards and back; the search goes along."""
    for number in range(11):
        at = instant("2025-11-01T10:00") + timedelta(days=number)
        await kept(stage, cast.elza, "wheel", WHEEL, at)
    await kept(stage, cast.elza, "grow", GROW)
    assert "1.–8. no 11" in said(await cast.elza.send("rezultāti rats"))
    first = await cast.elza.labels()
    assert first[0] == "Dzīves rats, 11.11.2025"
    assert first[8:] == ["Vecāki"]
    assert "9.–11. no 11" in said(await cast.elza.tap("Vecāki"))
    assert (await cast.elza.labels())[2:] == ["Dzīves rats, 01.11.2025", "Jaunāki"]
    await cast.elza.tap("Jaunāki")
    assert await cast.elza.labels() == first


async def test_a_result_comes_as_pdf(stage: Stage, cast: Cast) -> None:
    """The button sends a document; in the web chat it is a link with the file's name."""
    result = await kept(stage, cast.elza, "wheel", WHEEL)
    await cast.elza.send("rezultāti")
    await cast.elza.tap("Dzīves rats")
    (sent,) = await cast.elza.tap("PDF")
    assert sent["document"] == f"/chat/{cast.elza.token}/documents/{result}.pdf"
    assert sent["document_label"] == "wheel-2026-01-12.pdf"


async def fetched(stage: Stage, phone: Phone, document: str) -> bytes | None:
    """What a platform would be given for a message to this person at this moment."""
    files = Files(store=stage.store, world=stage.assistant.world, clock=stage.clock)
    body = {"text": "", "document": document}
    return await files.fetch(
        Parcel(**{**BLANK, "person": phone.person, "body": body})  # type: ignore[arg-type]
    )


BLANK = dict.fromkeys(Parcel.__dataclass_fields__)


async def test_the_file_is_made_for_whoever_may_see_it_then(stage: Stage, cast: Cast) -> None:
    """The owner always, the mentor while it is shared and they are a pair, nobody else."""
    name = f"pdf:{await kept(stage, cast.elza, 'swot', 'SVID analīze')}:swot-2026-01-12.pdf"
    own = await fetched(stage, cast.elza, name)
    assert own is not None
    assert "Elza Vītola" in Paper(own).text
    assert b"/Subtype /Image" in own
    result = int(name.split(":")[1])
    assert await fetched(stage, cast.janis, name) is None
    await stage.store.run(lambda tx: shares.share(tx, cast.elza.person, result, [cast.pairing]))
    assert await fetched(stage, cast.janis, name) is not None
    for stranger in (cast.roberts, cast.marta, cast.ilze):
        assert await fetched(stage, stranger, name) is None
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    assert await fetched(stage, cast.janis, name) is None


@pytest.mark.parametrize("name", ["pdf:", "pdf:x:a.pdf", "pdf:999:a.pdf", "other", "None"])
async def test_a_document_that_is_none_is_no_file(stage: Stage, cast: Cast, name: str) -> None:
    assert await fetched(stage, cast.elza, name) is None


async def test_a_mentor_reads_a_shared_result_and_has_it_as_pdf(stage: Stage, cast: Cast) -> None:
    """One by one and until it is taken back: the old button then gives nothing."""
    await kept(stage, cast.elza, "wheel", WHEEL)
    await kept(stage, cast.elza, "grow", GROW)
    await cast.elza.send("rezultāti rats")
    await cast.elza.tap("Dzīves rats")
    await cast.elza.tap("Rādīt mentoram")
    await stage.wind("2026-01-12T16:30")
    await cast.janis.tap("Izlasīt")
    (sent,) = await cast.janis.tap("PDF")
    assert sent["document"]
    await cast.janis.send("jaunieši")
    await cast.janis.tap("Elza")
    assert await cast.janis.labels() == ["Dzīves rats", "Mainīt posmu"]
    old = await cast.janis.key("PDF")
    await cast.elza.send("rezultāti rats")
    await cast.elza.tap("Dzīves rats")
    await cast.elza.tap("Vairs nerādīt")
    assert "vairs nedarbojas" in said(await cast.janis.press(old))


async def test_nobody_else_gets_a_pdf_by_a_forged_button(stage: Stage, cast: Cast) -> None:
    """Neither a stranger, nor the mentor of somebody else, nor a coordinator, nor the mentor before
    it is shared."""
    result = await kept(stage, cast.elza, "wheel", WHEEL)
    for phone in (cast.roberts, cast.marta, cast.ilze, cast.janis):
        answer = await forge(stage, phone, {"do": "result_pdf", "result": result})
        assert refused(answer), answer
        assert all(m["document"] is None for m in await phone.all())


async def test_a_mentor_is_not_asked_to_show_results_to_a_mentor(stage: Stage, cast: Cast) -> None:
    await kept(stage, cast.janis, "swot", "SVID analīze")
    await cast.janis.send("rezultāti")
    shown = await cast.janis.tap("SVID")
    assert [button["label"] for button in shown[0]["buttons"]] == ["PDF"]


async def test_a_page_or_search_of_an_old_button_does_no_harm(stage: Stage, cast: Cast) -> None:
    """Results may have gone since; the nearest page is shown."""
    await some(stage, cast.elza)
    answer = await forge(stage, cast.elza, {"do": "results", "page": 7, "search": "rats"})
    assert answer == "Tavi rezultāti:"


async def test_all_that_is_kept_is_a_link_in_the_web_chat(cast: Cast) -> None:
    (sent,) = await cast.elza.send("/dati")
    assert sent["document"] == f"/chat/{cast.elza.token}/data.json"
    assert sent["document_label"] == "pavadonis.json"


async def test_the_mentor_hears_which_result_is_shared(stage: Stage, cast: Cast) -> None:
    """By the tool's title, whichever it is."""
    result = await kept(stage, cast.elza, "wheel", WHEEL)
    await forge(stage, cast.elza, {"do": "share", "result": result, "shared": True})
    await stage.wind("2026-01-12T16:30")
    told = said(await cast.janis.new())
    assert "„Dzīves rats”" in told
    assert "GROW" not in told
    assert "Elza Vītola – nodots rezultāts" in told
