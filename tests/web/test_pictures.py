"""Pictures of results over HTTP: for those who may see them, and nobody else."""

from store import pairings, people, sessions, shares
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage
from tests.pictures.test_swot import ANSWERS

PNG = b"\x89PNG\r\n\x1a\n"


async def with_result(stage: Stage, owner: Phone) -> int:
    """A finished SWOT analysis of the owner's."""

    def write(tx: Tx) -> int:
        person = people.load(tx, owner.person)
        assert person is not None
        kept = sessions.begin(
            tx,
            person,
            programme="skola-kopiena",
            dialog="swot",
            state={"turn": 1},
            now=stage.clock.now(),
        )
        return sessions.add_result(
            tx,
            person,
            programme="skola-kopiena",
            dialog="swot",
            text="SVID",
            data=ANSWERS,
            session=kept.id,
            now=stage.clock.now(),
        )

    return await stage.store.run(write)


async def status(stage: Stage, viewer: Phone, result: int) -> tuple[int, bytes]:
    async with stage.web() as web:
        answer = await web.get(f"/chat/{viewer.token}/pictures/{result}.png")
        return answer.status_code, answer.content


async def test_the_owner_sees_the_picture(stage: Stage, cast: Cast) -> None:
    """A real PNG, drawn from the sealed answers."""
    code, content = await status(stage, cast.elza, await with_result(stage, cast.elza))
    assert code == 200
    assert content.startswith(PNG)


async def test_the_mentor_sees_it_only_while_it_is_shared(stage: Stage, cast: Cast) -> None:
    """The right is checked at each request, also after sharing has ended."""
    result = await with_result(stage, cast.elza)
    assert (await status(stage, cast.janis, result))[0] == 404
    await stage.store.run(lambda tx: shares.share(tx, cast.elza.person, result, [cast.pairing]))
    assert (await status(stage, cast.janis, result))[0] == 200
    await stage.store.run(lambda tx: shares.unshare(tx, cast.elza.person, result))
    assert (await status(stage, cast.janis, result))[0] == 404


async def test_nobody_else_sees_it(stage: Stage, cast: Cast) -> None:
    """Another mentor, another mentee, a coordinator, and a mentor whose pairing has ended."""
    result = await with_result(stage, cast.elza)
    await stage.store.run(lambda tx: shares.share(tx, cast.elza.person, result, [cast.pairing]))
    for stranger in (cast.marta, cast.roberts, cast.ilze):
        assert (await status(stage, stranger, result))[0] == 404
    await stage.store.run(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    assert (await status(stage, cast.janis, result))[0] == 404
