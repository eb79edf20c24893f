"""The public interface of the web chat: what it takes, what it refuses, and how."""

import json
from typing import Any

import httpx
import pytest

from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, closing, put_on, together

JSON = {"content-type": "application/json"}


async def said_by(web: httpx.AsyncClient, phone: Phone) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await web.get(phone.path)).json()["messages"]
    return found


async def test_every_answer_carries_the_safe_headers(cast: Cast, stage: Stage) -> None:
    """Pages, interfaces, refusals and errors; only static files may be cached."""
    async with stage.web() as web:
        chat = f"/chat/{cast.elza.token}"
        answers = [
            await web.get("/"),
            await web.get(chat),
            await web.get(f"{chat}/messages"),
            await web.get(f"{chat}/data.json"),
            await web.post(f"{chat}/messages", json={"text": "čau"}),
            await web.post(f"{chat}/messages", content=b"{", headers=JSON),
            await web.get("/chat/unknown"),
            await web.get("/join/unknown"),
            await web.get("/nowhere"),
            await web.delete(chat),
            await web.get("/healthz"),
            await web.get("/static/chat.js"),
        ]
    for answer in answers:
        headers = answer.headers
        assert "default-src 'self'" in headers["content-security-policy"], answer.url
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
    for answer in answers[:-1]:
        assert answer.headers["cache-control"] == "no-store", answer.url


async def test_an_error_of_ours_is_a_page_with_the_same_headers(cast: Cast, stage: Stage) -> None:
    """Nothing of the inside is shown."""
    await stage.store.close()
    async with stage.web() as web:
        answer = await web.get(f"/chat/{cast.elza.token}")
    assert answer.status_code == 500
    assert answer.headers["cache-control"] == "no-store"
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'"text"',
        b"42",
        b"{}",
        b'{"txt": "x"}',
        b'{"text": 5}',
        b'{"text": ["a"]}',
        b'{"text": {"a": 1}}',
        b'{"button": 1}',
        b'{"button": null, "text": true}',
        b'{"attachment": {}}',
        b'{"text": "x", "event_id": 7}',
        b'{"text": "x", "event_id": ["a"]}',
        b'{"text": "x", "event_id": "a\\u0000b"}',
        b'{"text": "x", "event_id": "\\ud800"}',
        b"\xff\xfe",
        b'{"text": "\xff"}',
        b"[" * 50_000,
        json.dumps({"text": "x", "event_id": "e" * 101}).encode(),
        json.dumps({"text": "x" * 20_001}).encode(),
        json.dumps({"text": "x", "more": "y" * 70_000}).encode(),
    ],
)
async def test_what_is_no_message_is_refused_and_leaves_no_trace(
    cast: Cast, stage: Stage, body: bytes
) -> None:
    """400 with a sentence; never 500."""
    async with stage.web() as web:
        before = await said_by(web, cast.elza)
        answer = await web.post(cast.elza.path, content=body, headers=JSON)
        assert answer.status_code == 400, answer.text
        assert answer.json()["error"]
        assert await said_by(web, cast.elza) == before


async def test_a_huge_body_is_not_read_to_its_end(cast: Cast, stage: Stage) -> None:
    """A sender who never stops is stopped, with JSON as with a form."""
    for kind in ("application/json", "application/x-www-form-urlencoded"):
        sent = 0

        async def endless() -> Any:
            nonlocal sent
            while sent < 50_000_000:
                sent += 65_536
                yield b"text=" + b"a" * 65_531

        async with stage.web() as web:
            answer = await web.post(
                cast.elza.path, content=endless(), headers={"content-type": kind}
            )
        assert answer.status_code == 400
        assert sent < 1_000_000


async def test_an_unknown_chat_is_404_everywhere(stage: Stage) -> None:
    """JSON for the interface, a page for people."""
    async with stage.web() as web:
        assert (await web.get("/chat/unknown")).status_code == 404
        assert "text/html" in (await web.get("/chat/unknown")).headers["content-type"]
        for path in ("messages", "events", "data.json"):
            answer = await web.get(f"/chat/unknown/{path}")
            assert (answer.status_code, "error" in answer.json()) == (404, True)
        answer = await web.post("/chat/unknown/messages", json={"text": "x"})
        assert (answer.status_code, "error" in answer.json()) == (404, True)


@pytest.mark.parametrize("after", ["garbage", "-1", "", "1e3", "٣", "9" * 30, "1;DROP", "0x10"])
async def test_garbage_in_after_means_from_the_beginning(
    cast: Cast, stage: Stage, after: str
) -> None:
    """A bookmark with a slip still opens."""
    async with stage.web() as web:
        everything = await said_by(web, cast.elza)
        answer = await web.get(cast.elza.path, params={"after": after})
    assert answer.status_code == 200
    assert answer.json()["messages"] == everything


async def test_after_gives_only_what_is_newer(cast: Cast, stage: Stage) -> None:
    """Read page by page, nothing is missed and nothing comes twice."""
    async with stage.web() as web:
        everything = await said_by(web, cast.elza)
        middle = everything[1]["id"]
        answer = await web.get(cast.elza.path, params={"after": middle})
        assert answer.json()["messages"] == everything[2:]


async def test_the_same_event_id_a_hundred_times_over_http(cast: Cast, stage: Stage) -> None:
    """All are accepted, one is handled."""
    async with stage.web() as web:
        body = {"text": "izvēlne", "event_id": "same"}
        answers = await together(*(web.post(cast.elza.path, json=body) for _ in range(100)))
        assert {each.status_code for each in answers} == {200}
        assert sum(not each.json()["duplicate"] for each in answers) == 1
        mine = [m for m in await said_by(web, cast.elza) if m["text"] == "izvēlne"]
    assert len(mine) == 1


async def test_two_people_may_use_the_same_event_id(cast: Cast, stage: Stage) -> None:
    """An id is its sender's own."""
    async with stage.web() as web:
        for phone in (cast.elza, cast.janis):
            answer = await web.post(phone.path, json={"text": "izvēlne", "event_id": "1"})
            assert answer.json() == {"accepted": True, "duplicate": False}


async def test_a_form_without_javascript_works(cast: Cast, stage: Stage) -> None:
    """Text and buttons, posted by the page itself; repeating the post repeats nothing."""
    async with stage.web() as web:
        for _ in range(2):
            sent = await web.post(cast.elza.path, data={"text": "čau, kā iet", "event_id": "f1"})
            assert sent.status_code == 303
            assert sent.headers["location"] == f"/chat/{cast.elza.token}#end"
        key = await cast.elza.key("GROW saruna")
        sent = await web.post(cast.elza.path, data={"button": key, "framed": "1"})
        assert sent.headers["location"].endswith("?framed=1#end")
        page = (await web.get(f"/chat/{cast.elza.token}")).text
    assert page.count("čau, kā iet") == 1
    assert "Ko tu gribi sasniegt" in page


@pytest.mark.parametrize("count", [11, 5000])
async def test_a_form_with_too_many_fields_is_refused(cast: Cast, stage: Stage, count: int) -> None:
    """400, as for anything that is no message."""
    async with stage.web() as web:
        answer = await web.post(
            cast.elza.path,
            content="&".join(f"f{n}=1" for n in range(count)).encode(),
            headers={"content-type": "application/x-www-form-urlencoded"},
        )
    assert answer.status_code == 400


async def test_my_data_is_all_of_mine_and_nothing_of_others(cast: Cast, stage: Stage) -> None:
    """A file to download: the conversation, the parts, the tasks."""
    await stage.task(cast.elza, "Izrunāt atzīmi", "2026-01-20")
    await cast.roberts.send("Roberta noslēpums")
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    async with stage.web() as web:
        answer = await web.get(f"/chat/{cast.elza.token}/data.json")
    assert "attachment" in answer.headers["content-disposition"]
    data = answer.json()
    assert data["name"] == "Elza Vītola"
    assert [task["title"] for task in data["tasks"]] == ["Izrunāt atzīmi"]
    assert "ģitāru" in json.dumps(data["conversation"], ensure_ascii=False)
    assert "noslēpums" not in answer.text


async def test_nobody_reads_along_after_erasure(cast: Cast, stage: Stage) -> None:
    """The link of yesterday opens nothing today."""
    await cast.elza.send("izdzēs visu")
    await cast.elza.tap("Jā, izdzēst visu")
    async with stage.web() as web:
        for path in ("", "/messages", "/events", "/data.json"):
            assert (await web.get(f"/chat/{cast.elza.token}{path}")).status_code == 404


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"to": "2026-01-13T09:00"}, 200),
        ({"by": "1h"}, 200),
        ({"to": "2026-01-11T09:00"}, 400),
        ({"to": "2036-01-11T09:00"}, 400),
        ({"to": "0001-01-01T00:00"}, 400),
        ({"to": "9999-12-31T23:59"}, 400),
        ({"by": "-1d"}, 400),
        ({"by": "5x"}, 400),
        ({"by": "d"}, 400),
        ({"by": "99999999999999d"}, 400),
        ({"by": ["1d"]}, 400),
        ({}, 400),
        ([], 400),
        ("soon", 400),
    ],
)
async def test_winding_over_http(cast: Cast, stage: Stage, body: Any, status: int) -> None:
    """Backwards, too far and nonsense are refused with a sentence."""
    async with stage.web() as web:
        answer = await web.post("/demo/clock", json=body)
    assert answer.status_code == status, answer.text
    assert ("error" in answer.json()) == (status == 400)


@pytest.mark.parametrize("day", ["2026-03-28", "2026-10-24"])
async def test_a_day_is_a_day_when_the_clocks_change(sqlite_url: str, day: str) -> None:
    """Wound by a day, 9.00 stays 9.00, whether that day has 23 or 25 hours."""
    begun = put_on(open_store(sqlite_url), begins=f"{day}T09:00")
    async with closing(begun) as stage, stage.web() as web:
        answer = (await web.post("/demo/clock", json={"by": "1d"})).json()
    assert answer["now"][11:] == "09:00"
