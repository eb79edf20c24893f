"""Invitations over HTTP: a link fetched ahead uses nothing, one POST uses it up."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import func, select

from store import invitations
from store import schema as s
from tests.desk.stage import PROGRAMME, Stage, together


async def invited(stage: Stage, role: str = "mentee", name: str = "Anna Kalna") -> str:
    now = stage.clock.now()
    code: str = await stage.read(
        lambda tx: invitations.issue(
            tx, programme=PROGRAMME, role=role, name=name, language="lv", now=now
        )
    )
    return code


async def population(stage: Stage) -> int:
    found: int = await stage.read(
        lambda tx: tx.execute(select(func.count()).select_from(s.people)).scalar_one()
    )
    return found


async def test_looking_at_an_invitation_uses_nothing(either_stage: Stage) -> None:
    """Link previews and virus scanners fetch; the person comes later."""
    code = await invited(either_stage)
    async with either_stage.web() as web:
        for _ in range(3):
            page = await web.get(f"/join/{code}")
            assert page.status_code == 200
            assert "Anna Kalna" in page.text
        assert await population(either_stage) == 0


async def test_the_first_post_opens_a_chat_and_the_second_is_refused(either_stage: Stage) -> None:
    """The new chat greets and asks for consent."""
    code = await invited(either_stage)
    async with either_stage.web() as web:
        joined = await web.post(f"/join/{code}")
        assert joined.status_code == 303
        chat = joined.headers["location"]
        shown = (await web.get(f"{chat}/messages")).json()["messages"]
        assert shown[-1]["buttons"][0]["label"] == "Jā, der"
        assert (await web.post(f"/join/{code}")).status_code == 410
        assert (await web.get(f"/join/{code}")).status_code == 410


async def test_two_posts_at_once_make_one_person(either_stage: Stage) -> None:
    """A double tap on "start"."""
    code = await invited(either_stage)
    async with either_stage.web() as web:
        answers = await together(*(web.post(f"/join/{code}") for _ in range(10)))
        assert sorted(each.status_code for each in answers) == [303] + [410] * 9
        chats = {each.headers.get("location") for each in answers} - {None}
        assert len(chats) == 1


async def test_an_expired_invitation_opens_nothing(stage: Stage) -> None:
    """After a fortnight, by the clock of the installation."""
    code = await invited(stage)
    stage.clock.wind(stage.clock.now() + timedelta(days=15))
    async with stage.web() as web:
        for answer in (await web.get(f"/join/{code}"), await web.post(f"/join/{code}")):
            assert answer.status_code == 410
            assert "beidzies" in answer.text
    assert await population(stage) == 0


@pytest.mark.parametrize("code", ["nope", "a" * 24, "%00", "%ED%A0%80", "..%2f..%2fetc", "'--"])
async def test_an_unknown_invitation_is_told_kindly(stage: Stage, code: str) -> None:
    """A mangled link says what may have happened."""
    async with stage.web() as web:
        for answer in (await web.get(f"/join/{code}"), await web.post(f"/join/{code}")):
            assert answer.status_code == 404
            assert "text/html" in answer.headers["content-type"]


@pytest.mark.parametrize("role", ["mentee", "mentor", "coordinator"])
async def test_each_role_gets_its_part(stage: Stage, role: str) -> None:
    """The role is bound to the invitation."""
    code = await invited(stage, role)
    async with stage.web() as web:
        chat = (await web.post(f"/join/{code}")).headers["location"]
        data = (await web.get(f"{chat}/data.json")).json()
    assert [part["role"] for part in data["parts"]] == [role]


async def test_a_hostile_name_is_text(stage: Stage) -> None:
    """A coordinator's paste is shown, not run."""
    code = await invited(stage, name='<script>alert(1)</script>{{ 7*7 }}"')
    async with stage.web() as web:
        page: httpx.Response = await web.get(f"/join/{code}")
        chat = (await web.post(f"/join/{code}")).headers["location"]
        for html in (page.text, (await web.get(chat)).text):
            assert "<script>alert" not in html
            assert "{{ 7*7 }}" in html
