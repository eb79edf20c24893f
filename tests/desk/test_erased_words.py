"""Erasing a person takes their words, results and name out of everybody else's chats."""

from sqlalchemy import select

from mentoring.message import Button, Message
from store import outbox
from store import schema as s
from store.work import Tx
from tests.desk.fixtures import Cast, gather_cast
from tests.desk.stage import Phone, Stage, said
from tests.desk.test_erasing import erased
from tests.desk.test_results import kept
from tests.desk.test_rights import forge

NAME, QUESTION = "Elza Vītola", "Kur var nopirkt lētu ģitāru?"
TASK, RESULT = "Izrunāt atzīmi", "Gribu aizbēgt uz Liepāju"
FOLLOW, HELP = "Un kur lietotu?", "Nezinu, ar ko sākt"
THEIRS = (NAME, "ģitāru", "Liepāju", "atzīmi", FOLLOW, HELP, "dziedāšana")


async def others(stage: Stage) -> dict[str, list[str]]:
    """All that stands in everybody else's chats: both sides' words, labels, pictures, files."""
    found = {}
    for name, phone in stage.phones.items():
        parts = [
            part
            for one in await phone.all()
            for part in (
                one["text"],
                one.get("author"),
                one.get("image_alt"),
                one.get("document_label"),
                *(each["label"] for each in one["buttons"]),
            )
            if part
        ]
        found[name] = parts if name != NAME else []
    return found


async def holding(stage: Stage) -> list[tuple[str, str]]:
    """Whose chat still holds what of hers."""
    return [
        (name, part)
        for name, parts in (await others(stage)).items()
        for part in parts
        if any(one in part for one in THEIRS)
    ]


async def shares(cast: Cast, stage: Stage) -> None:
    """Two results, one of them with a picture; the mentor reads both and takes the PDF."""
    await kept(stage, cast.elza, "grow", RESULT)
    await kept(stage, cast.elza, "swot", "SVID analīze\n\nElpa: dziedāšana")
    for title in ("GROW", "SVID"):
        await cast.elza.send("rezultāti")
        await cast.elza.tap(title)
        await cast.elza.tap("Rādīt mentoram")
        await cast.janis.send("mani jaunieši")
        await cast.janis.tap("Elza")
        await cast.janis.tap(title)
        await cast.janis.tap("PDF")


async def asks(cast: Cast, stage: Stage) -> None:
    """A question, seen in every list in which a coordinator can see it, answered and gone on."""
    await cast.elza.send(QUESTION)
    await cast.roberts.send("Cik stundu man pienākas nedēļā par lidmašīnām?")
    for words in ("/jautajumi", "/attention", "Tad lai iet uz veikalu"):
        await cast.ilze.send(words)
    await cast.dace.send("/attention")
    await cast.dace.tap("1")
    await cast.dace.send("/jautajumi")
    await cast.dace.tap("Atbildēt")
    await cast.ilze.send("/jautajumi")
    elzas = await first(cast.ilze, QUESTION, "Atbildēt")
    await cast.ilze.press(elzas)
    await cast.ilze.send("Tirgū.")
    await cast.elza.tap("Atrakstīt")
    await cast.elza.send(FOLLOW)


async def first(phone: Phone, text: str, label: str) -> str:
    """The key of a button under the message that says this."""
    return next(
        str(each["key"])
        for one in reversed(await phone.all())
        if text in one["text"]
        for each in one["buttons"]
        if label in each["label"]
    )


async def lives(cast: Cast, stage: Stage) -> None:
    """A task with a call for help, a wish for more time, news of it."""
    await stage.task(cast.elza, TASK, "2026-01-20")
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TASK)
    await cast.elza.tap("Vajag palīdzību")
    await cast.elza.send(HELP)
    await cast.janis.tap("Atbildēt")
    await cast.janis.send("Sāc ar vienu teikumu.")
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TASK)
    await cast.elza.tap("Vajag laiku")
    await cast.elza.send("30. janvāris")
    await cast.janis.tap("Jā: ")
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TASK)
    await cast.elza.tap("Ir padarīts")


async def is_looked_at(cast: Cast, stage: Stage) -> None:
    """All lists in which mentors and coordinators see people."""
    await stage.wind("2026-01-13T17:30")
    for words in ("mani jaunieši", "posms", "temps", "kas gaidāms", "kāpēc", "vienošanās"):
        await cast.janis.send(words)
    await cast.janis.send("mani jaunieši")
    await cast.janis.tap("Roberts")
    for words in ("ko saņems Elza", "ko saņems i", "posms Elza", "/posms", "/attention"):
        await cast.ilze.send(words)
    await cast.ilze.send("/pazinojums")
    await cast.ilze.tap("Jauniešiem (2)")
    await cast.ilze.send("Tiekamies!")
    await cast.ilze.tap("Sūtīt")
    await cast.ilze.tap("Kas saņēma")
    await forge(stage, cast.dace, {"do": "need_write", "person": cast.elza.person})
    await cast.dace.send("Kā tev iet?")
    await forge(
        stage, cast.ilze, {"do": "need_tell", "mentee": cast.elza.person, "about": "silent"}
    )


async def is_in_danger(cast: Cast, stage: Stage) -> None:
    await cast.elza.send("mani sit mājās")
    await cast.elza.send("nē, neesmu, jo lētu ģitāru")
    await cast.ilze.tap("Es rīkojos")
    await cast.dace.tap("Rakstīt")
    await cast.dace.send("Tūlīt zvanu.")


PLAYED = (shares, asks, lives, is_looked_at, is_in_danger)


async def test_nothing_of_hers_is_left_in_anybodys_chat(either_stage: Stage) -> None:
    """Only the word that she has left, which names her to her mentor."""
    cast = await gather_cast(either_stage)
    await either_stage.pair(cast.janis, cast.roberts)
    for play in PLAYED:
        await play(cast, either_stage)
    before = await holding(either_stage)
    assert {name for name, _ in before} == {"Jānis Bērziņš", "Ilze Kalniņa", "Dace Ozola"}
    assert all(any(each in part for _, part in before) for each in THEIRS)
    await erased(cast.elza)
    left = await holding(either_stage)
    assert left == [("Jānis Bērziņš", said(await cast.janis.new()))]
    assert "izdzēsa savus datus" in left[0][1]
    assert "Roberts" in "\n".join((await others(either_stage))["Jānis Bērziņš"])


async def test_who_was_listed_is_no_reason_why_something_came(stage: Stage, cast: Cast) -> None:
    """Whose names an answer holds is kept beside it; it was asked for all the same."""
    await stage.pair(cast.janis, cast.roberts)
    await cast.janis.send("mani jaunieši")
    assert "pats no sevis neko nesūtīju" in said(await cast.janis.send("kāpēc"))


async def test_an_answered_question_in_telegram_goes_too(stage: Stage, cast: Cast) -> None:
    """What takes the place of its buttons says again what it said."""

    def answered(tx: Tx) -> None:
        who, now = stage.known(tx, cast.janis.person), stage.clock.now()
        of = {"channel": "telegram", "now": now}
        asked = Message(text=QUESTION, buttons=(Button(label="Jā", action={}),))
        outbox.put(tx, who, asked, key="asked", about=cast.elza.person, **of)
        row = tx.execute(select(s.outbox.c.id).where(s.outbox.c.key == "asked")).scalar_one()
        outbox.put_edit(tx, who, row=row, chosen="Jā", **of)

    await stage.read(answered)
    await erased(cast.elza)
    edits = select(s.outbox.c.id).where(s.outbox.c.kind == outbox.EDIT)
    assert await stage.read(lambda tx: tx.execute(edits).all()) == []


async def test_a_coordinators_answer_leaves_the_question_it_answered(
    stage: Stage, cast: Cast
) -> None:
    """The young person's own question stays."""
    await cast.elza.send(QUESTION)
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("Tirgū pie stacijas.")
    assert "Tirgū" in await cast.elza.text()
    await erased(cast.ilze)
    assert "Tirgū" not in await cast.elza.text()
    tickets = select(s.tickets.c.question.is_not(None), s.tickets.c.answer)
    assert await stage.read(lambda tx: [tuple(one) for one in tx.execute(tickets)]) == [(1, None)]
