"""What a coordinator hears of messages that did not arrive."""

import pytest

from desk.wording import wording
from mentoring.message import Message
from store import outbox, people
from store import schema as s
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said

COMMAND = "/attention"


async def troubled(stage: Stage, phone: Phone, *states: str) -> None:
    """Messages to this person that ended so."""

    def write(tx: Tx) -> None:
        who = people.load(tx, phone.person)
        assert who is not None
        for state in states:
            key = f"{phone.person}:{state}"
            outbox.put(
                tx, who, Message(text="x"), key=key, now=stage.clock.now(), channel="telegram"
            )
            tx.execute(s.outbox.update().where(s.outbox.c.key == key), {"state": state})

    await stage.read(write)


async def test_the_coordinator_sees_how_many_messages_are_in_doubt(
    stage: Stage, cast: Cast
) -> None:
    """Uncertain ones apart from those that could not be sent, given up or not reachable."""
    await troubled(stage, cast.elza, "uncertain", "dead", "unreachable", "waiting", "sent")
    await troubled(stage, cast.janis, "dead")

    text = said(await cast.ilze.send(COMMAND))

    assert "Nav zināms, vai ir saņemta 1 ziņa" in text
    assert "Neizdevās nosūtīt 3 ziņas" in text


async def test_nothing_in_doubt_is_not_spoken_of(stage: Stage, cast: Cast) -> None:
    await troubled(stage, cast.elza, "waiting", "sent", "cancelled", "expired")

    text = said(await cast.ilze.send(COMMAND))

    assert "ziņa" not in text.replace("nav ziņu", "")
    assert "nosūtīt" not in text


async def test_another_programmes_people_are_not_counted(stage: Stage, cast: Cast) -> None:
    """A coordinator learns nothing of people that are not theirs."""
    await troubled(stage, cast.elza, "dead")
    elsewhere = s.parts.update().where(s.parts.c.person == cast.elza.person)
    await stage.read(lambda tx: tx.execute(elsewhere, {"programme": "digitala-akademija"}))

    assert "nosūtīt" not in said(await cast.ilze.send(COMMAND))


@pytest.mark.parametrize(
    ("language", "count", "uncertain", "unsent"),
    [
        ("lv", 1, "Nav zināms, vai ir saņemta 1 ziņa", "Neizdevās nosūtīt 1 ziņu"),
        ("lv", 2, "Nav zināms, vai ir saņemtas 2 ziņas", "Neizdevās nosūtīt 2 ziņas"),
        ("lv", 11, "Nav zināms, vai ir saņemtas 11 ziņas", "Neizdevās nosūtīt 11 ziņu"),
        ("lv", 21, "Nav zināms, vai ir saņemta 21 ziņa", "Neizdevās nosūtīt 21 ziņu"),
        ("en", 1, "Not known whether received: 1 message", "Could not be sent: 1 message"),
        ("en", 2, "Not known whether received: 2 messages", "Could not be sent: 2 messages"),
    ],
)
def test_counts_read_well(language: str, count: int, uncertain: str, unsent: str) -> None:
    t = wording(language)

    assert t("attention-uncertain", count=count) == uncertain
    assert t("attention-unsent", count=count) == unsent
