"""A brainstorm by Osborn's rules: ideas that are nobody's, a list, three favourites, a ranking."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from store import activities, export, people
from store import schema as s
from store.work import Tx
from tests.desk.stage import PROGRAMME, Phone, Stage, said
from tests.desk.test_rights import forge

PROBLEM = "Kā mēs varētu iepazīties tuvāk?"
NAMES = ("Elza Vītola", "Roberts Krūmiņš", "Anna Kalna")


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

    async def activity(self) -> activities.Activity:
        def find(tx: Tx) -> activities.Activity:
            every = ("draft", "open", "review", "vote", "closed")
            return activities.of_mentor(tx, self.janis.person, PROGRAMME, *every)[0]

        found: activities.Activity = await self.stage.read(find)
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
async def group(stage: Stage) -> AsyncIterator[Group]:
    yield await gather(stage)


async def test_from_the_question_to_the_ranking(either_stage: Stage) -> None:
    """Everything once, as it should go, on both databases."""
    group = await gather(either_stage)
    elza, roberts, anna = group.young

    advice = said(await group.janis.send("Prāta vētra"))
    assert "5–15" in advice
    assert "ir 3" in advice
    assert PROBLEM in said(await group.janis.send(PROBLEM))
    assert "Uzaicinātie: 3" in said(await group.janis.tap("Sākt"))
    invitation = said(await elza.new())
    assert PROBLEM in invitation
    assert "nekritizējam" in invitation
    assert "neviens neuzzinās" in invitation

    await elza.tap("Rakstīt idejas")
    assert "Pierakstīju 2 idejas." in said(await elza.send("1. Spēļu vakars\n2. Kopīgs pikniks"))
    assert "Grupai kopā: 3" in said(await elza.send("Naksnīgs pārgājiens"))
    await roberts.tap("Rakstīt idejas")
    await roberts.send("spēļu vakari\nPikniks")
    assert "Idejas: 5. Rakstīja 2 no 3." in said(await group.janis.tap("Atjaunot"))

    review = said(await group.janis.tap("Ideju pietiek"))
    assert "Savāktās idejas: 3" in review
    assert review.count("(kopā 2)") == 2
    await group.janis.tap("Sākt balsošanu")
    for one in group.young:
        assert PROBLEM in said(await one.new())
        await one.tap("Izvēlēties")

    await elza.tap("Spēļu vakars")
    await elza.tap("pārgājiens")
    await elza.tap("Nodot balsis")
    await roberts.send(await group.numbers(roberts, "Spēļu vakars"))
    await roberts.tap("Nodot balsis")
    assert "Balsoja 2 no 3." in said(await group.janis.tap("Atjaunot"))
    await anna.tap("Spēļu vakars")
    last = said(await anna.tap("Nodot balsis"))

    assert "Nobalsoja visi" in last
    for one in (group.janis, elza, roberts):
        (result,) = await one.new()
        lines = result["text"].splitlines()
        assert lines[1:3] == [
            "1. Spēļu vakars – 3 balsis",
            "2. Naksnīgs pārgājiens – 1 balss",
        ]
        assert lines[3] == "Pārējās idejas: 1."
        assert "Balsotāji: 3" in lines[0]
        assert result["image"]
        assert "Spēļu vakars" in result["image_alt"]


async def test_the_picture_is_shown_to_those_who_took_part_alone(group: Group) -> None:
    await group.voting("Pikniks")
    elza = group.young[0]
    await elza.tap("Pikniks")
    path = f"/pictures/poll-{(await group.activity()).id}-0.png"

    async def status(phone: Phone) -> int:
        async with group.stage.web() as web:
            return (await web.get(f"/chat/{phone.token}{path}")).status_code

    assert await status(elza) == 404, "it is not over"
    await group.janis.tap("Beigt balsošanu")
    result = (await elza.new())[-1]

    async with group.stage.web() as web:
        answer = await web.get(result["image"])
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG")
    assert await status(group.stranger) == await status(group.marta) == 404
