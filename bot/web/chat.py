"""The web chat: a page that works without JavaScript, and the public interface beside it.

POST /chat/{token}/messages   {"text": ...} or {"button": key}, optional "event_id"
GET  /chat/{token}/messages   ?after=N
GET  /chat/{token}/events     server-sent events, one message each
GET  /chat/{token}/data.json  all that is kept about the person
GET  /chat/{token}/results    the person's results as pages: see bot.web.results
POST /chat/{token}/replace    a new secret for the old one
"""

import asyncio
import json
import re
import secrets
from collections.abc import AsyncIterator
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse

from bot.assistant import Assistant
from bot.files import content
from bot.web.render import bubble, page, problem
from desk import pictures
from desk.inbound import spoken_part
from desk.pictures import Shown
from desk.visit import Visit
from store import export, feed, people
from store.people import Part, Person
from store.work import Tx

BODY_LIMIT = 64 * 1024
TEXT_LIMIT = 20_000
EVENT_LIMIT = 100
NEWS_WAIT_SECONDS = 2.0
"""How often a stream looks by itself: news written by another process is not announced here."""

KEEPALIVE_EVERY = 7
FIELDS_LIMIT = 10
LONE_SURROGATE = re.compile("[\ud800-\udfff]")  # half a character: no encoding could show it
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
KNOWN = ("text", "button", "attachment")


class BadMessage(Exception):
    """What was posted is not a message; the text says what is expected."""


def assistant_of(request: Request) -> Assistant:
    found: Assistant = request.app.state.assistant
    return found


async def who_asks(request: Request) -> tuple[Person, Part] | None:
    token = request.path_params["token"]
    return await assistant_of(request).store.run(partial(found_by, token=token))


def found_by(tx: Tx, token: str) -> tuple[Person, Part] | None:
    person = people.by_web_token(tx, token)
    part = spoken_part(tx, person) if person else None
    return (person, part) if person and part else None


def zone_of(request: Request, person: Person, part: Part) -> str:
    return person.zone or assistant_of(request).world.programme(part.programme).programme.zone


async def show(request: Request) -> Response:
    if (who := await who_asks(request)) is None:
        return problem("lv", "web-no-chat", 404)
    person, part = who
    programme = assistant_of(request).world.programme(part.programme).programme
    found = await assistant_of(request).replies(request.path_params["token"], 0)
    zone = zone_of(request, person, part)
    messages = [
        bubble(one, zone, person.language, request.path_params["token"])
        for one in (found[1] if found else [])
    ]
    return page(
        "chat.html",
        person.language,
        person={
            "name": person.name,
            "role": part.role,
            "role_label": programme.roles[part.role][person.language],
        },
        programme_name=programme.name[person.language],
        token=request.path_params["token"],
        messages=messages,
        last_id=messages[-1]["id"] if messages else 0,
        framed=request.query_params.get("framed") == "1",
        event_id=secrets.token_urlsafe(12),
    )


async def listed(request: Request) -> Response:
    if (who := await who_asks(request)) is None:
        return _unknown()
    after = _after(request)
    found = await assistant_of(request).store.run(partial(_since, person=who[0], after=after))
    zone = zone_of(request, *who)
    token = request.path_params["token"]
    shown = [bubble(one, zone, who[0].language, token) for one in found]
    return JSONResponse({"messages": shown})


def _since(tx: Tx, person: Person, after: int) -> list[feed.Shown]:
    return feed.page(tx, person, after)


def _after(request: Request) -> int:
    raw = request.headers.get("last-event-id") or request.query_params.get("after", "0")
    return int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 19 else 0


def _unknown() -> JSONResponse:
    return JSONResponse({"error": "this conversation does not exist (any more)"}, 404)


async def post(request: Request) -> Response:
    """Takes a message in; the answer comes once it is handled and the reply is in the feed."""
    plain = request.headers.get("content-type", "").startswith(FORMS)
    try:
        body, event, framed = await (_form(request) if plain else _json(request))
    except BadMessage as error:
        return JSONResponse({"error": str(error)}, 400)
    token = request.path_params["token"]
    receipt = await assistant_of(request).receive(token, event, body)
    if receipt is None:
        return problem("lv", "web-no-chat", 404) if plain else _unknown()
    if plain:
        back = f"/chat/{token}" + ("?framed=1" if framed else "") + "#end"
        return RedirectResponse(back, 303)
    return JSONResponse({"accepted": True, "duplicate": receipt.row is None})


async def read_body(request: Request) -> bytes:
    """The body, read no further than it may be long."""
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > BODY_LIMIT:
            raise BadMessage(f"the message is too long: {BODY_LIMIT} bytes are allowed")
    return bytes(raw)


async def _json(request: Request) -> tuple[dict[str, Any], str, bool]:
    raw = await read_body(request)
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise BadMessage("the body is not JSON") from None
    if not isinstance(data, dict) or not any(name in data for name in KNOWN):
        raise BadMessage('send {"text": "..."} or {"button": "key"}')
    return message_body(data), event_id(data.get("event_id")), False


async def _form(request: Request) -> tuple[dict[str, Any], str, bool]:
    raw = (await read_body(request)).decode("utf-8", "replace")
    try:
        data = dict(parse_qsl(raw, keep_blank_values=True, max_num_fields=FIELDS_LIMIT))
    except ValueError:
        raise BadMessage(f"at most {FIELDS_LIMIT} fields are allowed") from None
    wanted = {"button": data["button"]} if "button" in data else {"text": data.get("text", "")}
    return message_body(wanted), event_id(data.get("event_id")), data.get("framed") == "1"


def message_body(data: dict[str, Any]) -> dict[str, Any]:
    body = {}
    for name in KNOWN:
        value = data.get(name)
        if value is None:
            continue
        if not isinstance(value, str):
            raise BadMessage(f'"{name}" has to be a string')
        if len(value) > TEXT_LIMIT:
            raise BadMessage(f'"{name}" has {len(value)} characters, {TEXT_LIMIT} are allowed')
        body[name] = LONE_SURROGATE.sub("\ufffd", value)
    return body


def event_id(given: object) -> str:
    """The sender's event id, or a new one. Repeating an id repeats nothing."""
    if given is None or given == "":
        return secrets.token_urlsafe(12)
    if not isinstance(given, str) or len(given) > EVENT_LIMIT or not given.isprintable():
        raise BadMessage(f'"event_id" has to be a string of at most {EVENT_LIMIT} characters')
    return given


async def events(request: Request) -> Response:
    if (who := await who_asks(request)) is None:
        return _unknown()
    stream = _stream(request, who[0], zone_of(request, *who), _after(request))
    return StreamingResponse(stream, media_type="text/event-stream")


async def _stream(request: Request, person: Person, zone: str, after: int) -> AsyncIterator[str]:
    assistant, quiet, token = assistant_of(request), 0, request.path_params["token"]
    news = assistant.hub.join(person.id)
    try:
        yield "retry: 1500\n\n"
        while not assistant.hub.closed:
            news.clear()
            found = await assistant.store.run(partial(_since, person=person, after=after))
            for one in found:
                after = one.id
                data = json.dumps(bubble(one, zone, person.language, token), ensure_ascii=False)
                yield f"id: {one.id}\ndata: {data}\n\n"
            quiet = 0 if found else quiet + 1
            if quiet % KEEPALIVE_EVERY == KEEPALIVE_EVERY - 1:
                yield ": still here\n\n"
            await _news(news)
    finally:
        assistant.hub.leave(person.id, news)


async def _news(event: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(NEWS_WAIT_SECONDS):
            await event.wait()
    except TimeoutError:
        return


async def picture(request: Request) -> Response:
    """A picture this person may see, as PNG."""
    assistant = assistant_of(request)
    found = await assistant.store.run(
        partial(
            _drawable,
            assistant=assistant,
            token=request.path_params["token"],
            name=pictures.at_address(request.path_params["name"]),
        )
    )
    if found is None:
        return _unknown()
    made = await asyncio.to_thread(content, found)
    kind = "image/png" if made.startswith(b"\x89PNG") else "image/jpeg"
    return Response(made, media_type=kind)


def _drawable(tx: Tx, assistant: Assistant, token: str, name: str) -> Shown | None:
    if (who := found_by(tx, token)) is None:
        return None
    visit = Visit(tx, assistant.world, *who, assistant.clock.now(), "picture")
    return pictures.named(visit, name)


async def replace(request: Request) -> Response:
    """A new chat secret, for somebody whose link was seen by others; the old one stops working."""
    if (who := await who_asks(request)) is None:
        return _unknown()
    assistant = assistant_of(request)
    token = await assistant.store.run(
        lambda tx: people.new_web_identity(tx, who[0].id, assistant.clock.now())
    )
    if request.headers.get("content-type", "").startswith("application/json"):
        return JSONResponse({"token": token})
    return RedirectResponse(f"/chat/{token}", 303)


async def data(request: Request) -> Response:
    """All that is kept about the person, as a file to download."""
    if (who := await who_asks(request)) is None:
        return _unknown()
    found = await assistant_of(request).store.run(partial(export.everything, person=who[0]))
    text = json.dumps(found, ensure_ascii=False, indent=2, default=str)
    headers = {"content-disposition": 'attachment; filename="pavadonis.json"'}
    return Response(text, media_type="application/json", headers=headers)
