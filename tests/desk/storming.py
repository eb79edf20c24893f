"""A mentor with a group that holds a brainstorm, and somebody who has nothing to do with it."""

from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from store import activities
from store import schema as s
from store.work import Tx
from tests.desk.stage import PROGRAMME, Phone, Stage, said

PROBLEM = "Kā mēs varētu iepazīties tuvāk?"
NAMES = ("Elza Vītola", "Roberts Krūmiņš", "Anna Kalna")


def led(activity: int, line: int) -> list[dict[str, Any]]:
    """Every button of who leads a brainstorm."""
    of, one = {"activity": activity}, {"activity": activity, "line": line}
    plain = ("storm_start", "storm_look", "storm_review", "storm_vote", "storm_close", "storm_when")
    return [
        *({"do": act, **of} for act in plain),
        {"do": "storm_until", "days": 2, **of},
        {"do": "storm_ideas", "start": 0, **of},
        {"do": "storm_idea", "idea": line, **of},
        {"do": "idea_out", "idea": line, "out": True, **of},
        {"do": "storm_chat", "shown": True, **of},
        {"do": "storm_stop", "sure": True, **of},
        {"do": "storm_list", "start": 0, **of},
        {"do": "storm_line", **one},
        {"do": "storm_strike", "out": True, **one},
        {"do": "storm_split", **one},
    ]


def joined(activity: int, line: int) -> list[dict[str, Any]]:
    """Every button of who takes part in it."""
    of = {"activity": activity}
    plain = ("idea_write", "idea_done", "idea_hurts", "favourites", "favourites_done")
    return [
        *({"do": act, **of} for act in (*plain, "storm_result")),
        {"do": "storm_task", "line": line, **of},
        {"do": "idea_others", "start": 0, **of},
        {"do": "idea_take", "text": "Pikniks", **of},
        {"do": "favourite", "line": line, "wanted": True, "start": 0, **of},
    ]


ACTS = {"storm", "idea_not"} | {str(one["do"]) for one in (*led(1, 1), *joined(1, 1))}


@dataclass(kw_only=True)
class Group:
    stage: Stage
    janis: Phone
    marta: Phone
    young: tuple[Phone, ...]
    stranger: Phone

    async def prepared(self, problem: str = PROBLEM) -> str:
        await self.janis.send("prāta vētra")
        return said(await self.janis.send(problem))

    async def begun(self) -> None:
        await self.prepared()
        await self.started()

    async def started(self) -> None:
        """What was prepared is started."""
        await self.janis.tap("Sākt")
        for one in self.young:
            await one.new()

    async def collected(self, *written: str) -> None:
        """Each writes one message of ideas."""
        await self.begun()
        for one, text in zip(self.young, written, strict=False):
            await one.tap("Rakstīt idejas")
            await one.send(text)
        await self.janis.tap("Ideju pietiek")

    async def voting(self, *written: str) -> None:
        await self.collected(*written)
        await self.janis.tap("Sākt balsošanu")
        for one in self.young:
            await one.new()
            await one.tap("Izvēlēties")

    async def chosen(self, *texts: str) -> None:
        """Everybody has the same favourites, not handed in yet."""
        for one in self.young:
            for text in texts:
                await one.tap(text)

    async def news(self) -> list[str]:
        """What each member was told since the last look."""
        return [said(await one.new()) for one in self.young]

    async def activity(self) -> activities.Activity:
        def find(tx: Tx) -> activities.Activity:
            every = ("draft", "open", "review", "vote", "closed")
            return activities.of_mentor(tx, self.janis.person, PROGRAMME, *every)[0]

        found: activities.Activity = await self.stage.read(find)
        return found

    async def told_to_chat(self) -> list[dict[str, Any]]:
        """What the chat of several people was told, in order."""

        def told(tx: Tx) -> list[dict[str, Any]]:
            query = select(s.outbox).where(s.outbox.c.person.is_(None)).order_by(s.outbox.c.id)
            own = tx.keyring.own
            return [own.open(row.body, f"outbox.body:{row.key}") for row in tx.execute(query)]

        found: list[dict[str, Any]] = await self.stage.read(told)
        return found

    async def numbers(self, phone: Phone, *texts: str) -> str:
        """The numbers under which these ideas are on the ballot."""
        shown = (await phone.all())[-1]["text"].splitlines()
        return " ".join(
            line.lstrip("✓ ").partition(".")[0]
            for text in texts
            for line in shown
            if line.endswith(f". {text}")
        )


async def gather(stage: Stage, names: tuple[str, ...] = NAMES) -> Group:
    janis = await stage.enter("Jānis Bērziņš", "mentor", interests=("futbols",))
    marta = await stage.enter("Marta Liepiņa", "mentor", interests=("mūzika",))
    young = tuple([await stage.enter(name) for name in names])
    stranger = await stage.enter("Kārlis Zars")
    for one in young:
        await stage.pair(janis, one)
    await stage.pair(marta, stranger)
    return Group(stage=stage, janis=janis, marta=marta, young=young, stranger=stranger)


@pytest.fixture
async def group(stage: Stage) -> Group:
    return await gather(stage)
