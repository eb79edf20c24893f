"""Whoever holds a poll's button: only its mentor leads it, only its members answer it."""

from typing import Any

import pytest

from store import pairings
from store.activities import DRAFT, OPEN
from store.work import Tx
from tests.desk.polling import LEADING, LIVE, OWN, TALK, Group, gathered
from tests.desk.stage import PROGRAMME, Phone, Stage, said
from tests.desk.test_rights import forge


async def others(stage: Stage, group: Group) -> list[Phone]:
    """A mentor with mentees of their own, a coordinator, one of the group."""
    marta = await stage.enter("Marta Liepiņa", "mentor")
    await stage.pair(marta, await stage.enter("Roberts"))
    ilze = await stage.enter("Ilze Kalniņa", "coordinator")
    return [marta, ilze, group.members[0]]


@pytest.mark.parametrize("settings", [(), LIVE, OWN], ids=["draft", "live", "own"])
async def test_nobody_but_its_mentor_leads_a_poll(stage: Stage, settings: tuple[str, ...]) -> None:
    """They are told kindly, see nothing of it, and it stays as it is."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *(settings or LIVE))
    if not settings:
        await group.mentor.send("grupai")
        poll += 1
        await group.mentor.tap("Gatavas")
        await group.mentor.tap("Garastāvoklis")
    before = await group.activity(poll)
    assert before.state == (OPEN if settings else DRAFT)
    for phone in await others(stage, group):
        for action in LEADING:
            answer = await forge(stage, phone, {**action, "activity": poll})
            assert "nav pieejams" in answer, (phone.name, action, answer)
            assert "Nedēļas" not in answer
    assert await group.activity(poll) == before


async def test_nobody_but_a_member_answers(stage: Stage) -> None:
    """Another mentor's mentee, a coordinator, the poll's own mentor."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *OWN)
    marta, ilze, _ = await others(stage, group)
    for phone in (marta, ilze, group.mentor, stage.phones["Roberts"]):
        for action in ({"do": "poll_answer", "activity": poll}, _dialog(poll)):
            answer = await forge(stage, phone, action)
            assert "vairs nav atvērta" in answer, (phone.name, action, answer)
    assert await group.given(poll) == []


def _dialog(poll: int) -> dict[str, Any]:
    """The same by way of the dialog's name, as a button of an open one has it."""
    return {"do": "dialog_start", "dialog": f"activity:{poll}"}


async def test_a_tap_in_a_chat_is_no_button_of_ones_own(stage: Stage) -> None:
    """What stands in a group's chat does nothing in a private one."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *LIVE)
    action = {"do": "poll_tap", "activity": poll, "step": 0, "value": 3}
    assert "vairs nedarbojas" in await forge(stage, group.members[0], action)


@pytest.mark.parametrize("do", ["activity", "poll_start", "poll_answer", "poll_who", "poll_set"])
async def test_a_poll_that_is_gone_is_said_to_be(stage: Stage, do: str) -> None:
    """Its time has passed, or its mentor was erased."""
    group = await gathered(stage, 3)
    for phone in (group.mentor, group.members[0]):
        assert await forge(stage, phone, {"do": do, "activity": 999})


async def test_a_mentor_without_mentees_is_told_what_groups_are_for(stage: Stage) -> None:
    """And a mentee, that there is nothing for them now."""
    mentor = await stage.enter("Jānis Bērziņš", "mentor")
    assert "vēl nav neviena jaunieša" in said(await mentor.send("aptauja"))
    elza = await stage.enter("Elza Vītola")
    assert "nevienas aptaujas tev nav" in said(await elza.send("viktorīna"))


async def test_a_member_who_asks_for_polls_finds_the_open_ones(stage: Stage) -> None:
    """By a word, when the invitation has scrolled away."""
    group = await gathered(stage, 3)
    await group.ask(TALK, *OWN)
    anna = group.members[0]
    assert "gaida tavu atbildi" in said(await anna.send("aptaujas"))
    assert "Kāda bija nedēļa" in said(await anna.tap("Nedēļas aptauja"))


async def test_the_same_person_in_two_groups_answers_each_for_itself(stage: Stage) -> None:
    """Two mentors ask the same young people, and neither sees the other's poll."""
    group = await gathered(stage, 3)
    marta = await stage.enter("Marta Liepiņa", "mentor")

    def pair(tx: Tx) -> None:
        for each in group.members:
            whom = stage.known(tx, each.person)
            of: Any = {"programme": PROGRAMME, "status": "active", "now": stage.clock.now()}
            pairings.add(tx, whom, mentor=marta.person, **of)

    await stage.read(pair)
    second = Group(stage=stage, mentor=marta, members=group.members)
    first_poll, second_poll = await group.ask(TALK, *LIVE), await second.ask(TALK, *OWN)
    await group.members[0].tap("5")
    assert await second.given(second_poll) == []
    assert len(await group.given(first_poll)) <= 1
    assert "nav pieejams" in await forge(stage, marta, {"do": "activity", "activity": first_poll})
