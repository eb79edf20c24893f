"""Messages come in once, in order, one at a time, and a poisonous one blocks nobody."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import func, select

from desk import acts
from desk.visit import Visit
from mentoring.message import Button, Message
from store import outbox, people
from store import schema as s
from store.work import Tx
from tests.desk.stage import Phone, Stage, said, together

MANY = 100


async def states(stage: Stage) -> dict[str, int]:
    def counted(tx: Tx) -> dict[str, int]:
        rows = tx.execute(select(s.inbox.c.state, func.count()).group_by(s.inbox.c.state))
        return {row[0]: row[1] for row in rows}

    found: dict[str, int] = await stage.read(counted)
    return found


async def test_the_same_event_a_hundred_times_at_once_is_handled_once(either_stage: Stage) -> None:
    """The sender repeats until it has an answer; the person sees one."""
    elza = await either_stage.enter("Elza Vītola")
    receipts = await together(
        *(
            either_stage.assistant.receive(elza.token, "same", {"text": "izvēlne"})
            for _ in range(MANY)
        )
    )
    assert sum(1 for each in receipts if each.row is not None) == 1
    assert len(await elza.new()) == 1


async def test_a_hundred_messages_of_one_person_are_handled_in_order(either_stage: Stage) -> None:
    """Each answer belongs to the message before it: none overtakes, none is lost."""
    elza = await either_stage.enter("Elza Vītola")
    ilze = await either_stage.enter("Ilze Kalniņa", "coordinator")
    words = [f"žurku{n}kāposti" for n in range(MANY)]
    await together(*(elza.send(word) for word in words))
    asked = [m["text"].split("„")[1].split("”")[0] for m in await ilze.new()]
    said_by_elza = [m["text"] for m in await elza.all() if m["from"] == "me"]
    assert sorted(asked) == sorted(words)
    assert asked == [text for text in said_by_elza if text in words]


async def test_a_dialog_under_a_hundred_taps_takes_one_step_for_each_valid_one(
    either_stage: Stage,
) -> None:
    """A button hammered at is one answer; the question after it is asked, and stays."""
    elza = await either_stage.enter("Elza Vītola")
    await elza.send("/kaveicas")
    key = await elza.key("4")
    await together(*(elza.press(key) for _ in range(20)))
    questions = [m["text"] for m in await elza.all() if "palīdzēja visvairāk" in m["text"]]
    assert len(questions) == 20
    assert sum("aiz muguras" in text for text in [m["text"] for m in await elza.all()]) <= 19
    assert "vienu lietu" in said(await elza.send("draugi"))


async def test_people_do_not_wait_for_each_other(stage: Stage) -> None:
    """Twenty people write at once and each has their own answer."""
    phones = [await stage.enter(f"Cilvēks {n}") for n in range(20)]
    answers = await together(*(phone.send("izvēlne") for phone in phones))
    assert all("Ko darām" in said(answer) for answer in answers)


@contextmanager
def act(name: str, does: Callable[..., None]) -> Iterator[None]:
    """An act of the tests, behind a real button."""
    table: Any = acts.ACTS
    table[name] = does
    try:
        yield
    finally:
        del table[name]


@pytest.fixture
def poison() -> Iterator[list[int]]:
    """The act "poison" always fails; counts how often it was tried."""
    tried: list[int] = []

    def fails(visit: Visit) -> None:
        tried.append(visit.person.id)
        people.change(visit.tx, visit.person.id, name="half done")
        visit.say("half an answer")
        raise RuntimeError("poison")

    with act("poison", fails):
        yield tried


async def poisoned(stage: Stage, phone: Phone) -> str:
    """The key of a button that can't be handled."""

    def write(tx: Tx) -> None:
        message = Message(text="?", buttons=(Button(label="Inde", action={"do": "poison"}),))
        person = stage.known(tx, phone.person)
        outbox.put(tx, person, message, key=f"poison:{phone.person}", now=stage.clock.now())

    await stage.read(write)
    await stage.assistant.delivery.flush()
    await phone.new()
    return await phone.key("Inde")


async def test_a_poisonous_message_is_given_up_and_the_person_told(
    either_stage: Stage, poison: list[int]
) -> None:
    """Three attempts, nothing half done, one apology; then the next message goes on."""
    elza = await either_stage.enter("Elza Vītola")
    key = await poisoned(either_stage, elza)
    answer = await elza.press(key)
    assert len(answer) == 1
    assert "neizdevās" in said(answer) or "nogāja greizi" in said(answer)
    assert (await states(either_stage))["dead"] == 1
    assert (await either_stage.read(lambda tx: people.load(tx, elza.person))).name == "Elza Vītola"
    assert "Ko darām" in said(await elza.send("izvēlne"))


async def test_poison_in_a_flood_kills_no_innocent_message(
    either_stage: Stage, poison: list[int]
) -> None:
    """The failures of one message are not counted against those that wait behind it."""
    elza = await either_stage.enter("Elza Vītola")
    roberts = await either_stage.enter("Roberts Krūmiņš")
    key = await poisoned(either_stage, elza)
    await together(
        elza.press(key),
        *(elza.send("izvēlne") for _ in range(30)),
        *(roberts.send("izvēlne") for _ in range(5)),
    )
    assert (await states(either_stage))["dead"] == 1
    assert (await elza.text()).count("Ko darām") == 30
    assert (await roberts.text()).count("Ko darām") == 5


async def test_what_was_accepted_before_a_crash_is_handled_after_it(stage: Stage) -> None:
    """The message was on disk, the process died; the next start answers it, once, in order."""
    elza = await stage.enter("Elza Vītola")
    for number, text in enumerate(["grow", "Gribu nokārtot matemātiku"]):
        await stage.accepted(elza, f"crash-{number}", {"text": text})
    assert await elza.new() == []
    await together(stage.assistant.recover(), stage.assistant.recover())
    texts = said(await elza.new())
    assert texts.index("Ko tu gribi sasniegt") < texts.index("Kāpēc tas tev")
    assert texts.count("Kāpēc tas tev") == 1


async def test_one_person_who_cannot_be_read_does_not_stop_the_recovery(stage: Stage) -> None:
    """A damaged key is one person's trouble; the others get their answers."""
    elza = await stage.enter("Elza Vītola")
    roberts = await stage.enter("Roberts Krūmiņš")
    for phone in (elza, roberts):
        await stage.accepted(phone, "crash", {"text": "izvēlne"})
    await stage.read(lambda tx: people.change(tx, elza.person, key=b"damaged"))
    async with asyncio.timeout(5):
        await stage.assistant.recover()
    assert "Ko darām" in said(await roberts.new())


async def test_an_unknown_chat_takes_nothing_in(stage: Stage) -> None:
    """A wrong secret is answered with None and leaves no row."""
    await stage.enter("Elza Vītola")
    before = await states(stage)
    assert await stage.assistant.receive("wrong", "1", {"text": "čau"}) is None
    assert await states(stage) == before
