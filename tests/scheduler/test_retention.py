"""What has outlived its days is erased, once a day, by the programme's own periods."""

from functools import partial

from sqlalchemy import func, select

from desk.arriving import Inbound, accept
from store import schema as s
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Stage, said


def rows(tx: Tx) -> dict[str, int]:
    return {
        table.name: tx.execute(select(func.count()).select_from(table)).scalar_one()
        for table in (s.inbox, s.outbox, s.feed, s.journal, s.tickets, s.people)
    }


async def test_old_messages_go_and_new_ones_stay(stage: Stage, cast: Cast) -> None:
    """After half a year a conversation of the winter is gone, yesterday's is still there."""
    await cast.elza.send("Vai drīkst tikties brīvdienās?")
    await stage.wind("2026-07-10T12:00")
    await cast.elza.send("paldies")
    await stage.wind("2026-07-20T12:00")
    text = [message["text"] for message in await cast.elza.all()]
    assert "Vai drīkst tikties brīvdienās?" not in text
    assert "paldies" in text


async def test_an_open_question_outlives_its_days(stage: Stage, cast: Cast) -> None:
    """What nobody has answered is not swept away unanswered."""
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    before = await stage.read(rows)
    assert before["tickets"] == 1
    await stage.wind("2026-12-30T12:00")
    await stage.wind("2027-02-20T12:00")
    assert (await stage.read(rows))["tickets"] == 1


async def test_answered_questions_and_check_ins_go_after_a_year(stage: Stage, cast: Cast) -> None:
    """The people stay, what they said a year ago does not."""
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    await cast.ilze.tap("Atbildēt")
    assert "Nodots" in said(await cast.ilze.send("Pajautā mūzikas skolā."))
    await cast.elza.send("/kaveicas")
    for answer in ("4", "izlaist", "izlaist"):
        await cast.elza.send(answer)
    before = await stage.read(rows)
    assert before["tickets"] == 1
    assert before["journal"] == 1
    await stage.wind("2026-12-30T12:00")
    await stage.wind("2027-02-20T12:00")
    after = await stage.read(rows)
    assert after["tickets"] == 0
    assert after["journal"] == 0
    assert after["people"] == before["people"]


async def test_a_stranger_is_forgotten_and_a_group_is_not_greeted_again(stage: Stage) -> None:
    """A month later nothing tells that a stranger wrote, and the group hears nothing new."""

    def writes(tx: Tx, number: int) -> None:
        for address, group in (("5", None), ("6", "-7")):
            inbound = Inbound(
                channel="telegram",
                address=address,
                event=f"{number}:{address}",
                body={"text": "Labdien"},
                group=group,
            )
            accept(tx, stage.assistant.world, inbound, stage.clock.now())

    await stage.read(partial(writes, number=1))
    await stage.wind("2026-01-20T12:00")
    assert (await stage.read(rows))["outbox"] == 2
    await stage.wind("2026-02-20T12:00")
    after = await stage.read(rows)
    assert (after["inbox"], after["outbox"]) == (0, 1)
    await stage.read(partial(writes, number=2))
    addresses = await stage.read(lambda tx: list(tx.execute(select(s.outbox.c.address)).scalars()))
    assert sorted(addresses) == ["-7", "5"]
