"""Hostile text: kept as it was written, shown as text, and never run."""

import html
import json

import pytest

from tests.desk.fixtures import Cast
from tests.desk.stage import Stage

TEXTS = [
    "\u202eatpakaļ\u202c",
    "a\u200bb\u200dc\ufeff",
    "e\u0301\u0308\u0323" * 40,
    "'; DROP TABLE people; --",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7*7 }} {% for x in y %}",
    "{ $name } { -brand } { NUMBER($x) }",
    "=cmd|'/C calc'!A0",
    "%s %n ${jndi:ldap://x}",
    "line\r\nSet-Cookie: a=b\n\nlast",
    "a\x00b",
    "\x1b[31mred",
    "👩‍👩‍👧‍👦" * 300,
    'javascript:alert(1) http://example.com/"><script>',
    "/" * 300,
    "ā" * 3999,
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("place", ["question", "dialog"])
async def test_text_is_kept_and_shown_as_text(
    cast: Cast, stage: Stage, text: str, place: str
) -> None:
    """Unchanged in JSON, escaped in HTML, in one's own chat and in the coordinator's."""
    if place == "dialog":
        await cast.elza.send("grow")
    async with stage.web() as web:
        sent = await web.post(cast.elza.path, json={"text": text})
        assert sent.status_code == 200, sent.text
        shown = (await web.get(cast.elza.path)).json()["messages"]
        assert text in [m["text"] for m in shown]
        for phone in (cast.elza, cast.ilze):
            page = await web.get(f"/chat/{phone.token}")
            assert page.status_code == 200
            assert "<script>alert" not in page.text
            assert "<img src=x" not in page.text
            assert '" onmouseover="' not in page.text
        assert (await web.get(f"/chat/{cast.elza.token}/data.json")).status_code == 200
    assert (await cast.elza.send("izvēlne"))[-1]["text"]


async def test_a_question_is_passed_on_unchanged(cast: Cast, stage: Stage) -> None:
    """Placeables of our own texts inside somebody's words are words."""
    text = "Kur ir { $name } <b>ģitāra</b> {{ 7*7 }} %s?"
    await cast.elza.send(text)
    (asked,) = await cast.ilze.new()
    assert text in asked["text"]
    async with stage.web() as web:
        page = (await web.get(f"/chat/{cast.ilze.token}")).text
    assert html.escape("<b>ģitāra</b>") in page


@pytest.mark.parametrize("raw", ["\\ud800", "a\\udfffb", "\\ude00\\ud83d"])
@pytest.mark.parametrize("field", ["text", "button", "attachment"])
async def test_half_a_character_breaks_no_chat(
    cast: Cast, stage: Stage, raw: str, field: str
) -> None:
    """A lone surrogate can't be sent to anybody: it becomes the sign for "unreadable"."""
    body = f'{{"{field}": "{raw}"}}'.encode()
    async with stage.web() as web:
        headers = {"content-type": "application/json"}
        assert (await web.post(cast.elza.path, content=body, headers=headers)).status_code == 200
        shown = await web.get(cast.elza.path)
        assert shown.status_code == 200
        assert (await web.get(f"/chat/{cast.elza.token}")).status_code == 200
        assert (await web.get(f"/chat/{cast.elza.token}/data.json")).status_code == 200
    if field == "text":
        assert "\ufffd" in json.dumps(shown.json(), ensure_ascii=False)


async def test_a_whole_emoji_in_two_halves_stays_whole(cast: Cast, stage: Stage) -> None:
    """JSON may write one character as two escapes."""
    async with stage.web() as web:
        headers = {"content-type": "application/json"}
        body = b'{"text": "sveiki \\ud83d\\ude00"}'
        await web.post(cast.elza.path, content=body, headers=headers)
        shown = (await web.get(cast.elza.path)).json()["messages"]
    assert "sveiki 😀" in [m["text"] for m in shown]


async def test_hostile_task_titles_and_reasons(cast: Cast, stage: Stage) -> None:
    """What travels through buttons, lists and requests is text as well."""
    title = "<script>alert(1)</script> { $title } {{ 7*7 }}"
    await stage.task(cast.elza, title, "2026-01-20")
    await cast.elza.send("uzdevumi")
    await cast.elza.tap("<script>")
    await cast.elza.tap("Vajag laiku")
    await cast.elza.send("30. janvāris, jo <img src=x onerror=alert(1)> { $reason }")
    async with stage.web() as web:
        for phone in (cast.elza, cast.janis):
            page = (await web.get(f"/chat/{phone.token}")).text
            assert "<script>alert" not in page
            assert "<img src=x" not in page
    assert title in await cast.janis.text()
