"""A person's results as pages that work without JavaScript: the list, one result, its PDF.

GET  /chat/{token}/results                   ?tool=&text=&since=&until=
GET  /chat/{token}/results/{result}          also for a mentor it is shared with
POST /chat/{token}/results/{result}/share    form: shared=1 or 0, pairing= (all without it)
GET  /chat/{token}/documents/{result}.pdf
"""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import parse_qsl

from babel.dates import format_date
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.assistant import Assistant
from bot.web.chat import BadMessage, assistant_of, found_by, read_body
from bot.web.render import page, problem
from desk import papers, pictures, readers, sharing
from desk import results as desk_results
from desk.finding import Wanted
from desk.papers import Found, Printable
from desk.pictures import Drawable
from desk.readers import Readers
from desk.visit import WEB, Visit
from dialogs.printing import Contents, Part
from knowledge.folding import tokens
from store import quoted, sessions
from store.sessions import Result
from store.work import Tx

FIELDS_LIMIT = 10
SEARCH_LIMIT = 200
PAIRING = re.compile("[0-9]{1,9}")


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A page's values, and what is drawn for it once the unit of work is over."""

    language: str
    values: dict[str, Any]
    picture: Drawable | None = None


@dataclass(frozen=True, kw_only=True)
class Refused:
    """Their own result, but nobody it can be shown to or taken back from like that."""

    language: str


def _visit(tx: Tx, assistant: Assistant, token: str, origin: str) -> Visit | None:
    who = found_by(tx, token)
    return Visit(tx, assistant.world, *who, assistant.clock.now(), origin) if who else None


async def _run(request: Request, work: Any) -> Any:
    """The work in a unit of its own, with whoever the chat belongs to; None for an unknown chat."""
    assistant, token = assistant_of(request), request.path_params["token"]
    now = assistant.clock.now().timestamp()
    result = request.path_params.get("result", "")

    def within(tx: Tx) -> Any:
        visit = _visit(tx, assistant, token, f"web:{result}:{now}")
        return visit and work(visit)

    return await assistant.store.run(within)


async def listed(request: Request) -> Response:
    asked = _asked(request.query_params)
    found: Opened | None = await _run(request, partial(_list, asked=asked))
    if found is None:
        return problem("lv", "web-no-chat", 404)
    token = request.path_params["token"]
    return page("results.html", found.language, token=token, asked=asked, **found.values)


def _asked(given: Mapping[str, str]) -> dict[str, str]:
    """What is looked for, as it was typed; a day that is none looks for nothing."""
    asked = {name: given.get(name, "")[:SEARCH_LIMIT] for name in ("tool", "text")}
    days = {name: given.get(name, "") for name in ("since", "until")}
    return {**asked, **{name: text if _day(text) else "" for name, text in days.items()}}


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _list(visit: Visit, asked: Mapping[str, str]) -> Opened:
    everything = sessions.results(visit.tx, visit.person)
    wanted = Wanted(
        dialogs=frozenset({asked["tool"]}) if asked["tool"] else None,
        words=tuple(tokens(asked["text"])),
        since=_day(asked["since"]),
        until=_day(asked["until"]),
    )
    tools = {one.dialog: desk_results.title(visit, one) for one in everything}
    values = {
        "any": bool(everything),
        "searching": any(asked.values()),
        "tools": sorted(tools.items(), key=lambda item: item[1]),
        "found": _rows(visit, desk_results.fitting(visit, everything, wanted)),
    }
    return Opened(language=visit.person.language, values=values)


def _rows(visit: Visit, some: Sequence[Result]) -> list[dict[str, Any]]:
    there = readers.of_each(visit, some)
    return [
        {**_row(visit, one), "readers": _reading(visit, one, each)}
        for one, each in zip(some, there, strict=True)
    ]


def _row(visit: Visit, one: Result) -> dict[str, Any]:
    day = papers.day_of(visit, one)
    return {
        "id": one.id,
        "title": desk_results.title(visit, one),
        "day": day.isoformat(),
        "day_label": _long(day, visit.person.language),
        "whom": sharing.whom(visit, one.pairing),
    }


def _reading(visit: Visit, one: Result, some: Readers) -> dict[str, Any]:
    """Who sees it now, for the words about it."""
    definition = visit.loaded.dialog(one.dialog)
    return {
        "role": visit.part.role,
        "names": readers.names(visit, some),
        "waits": some.waits,
        "together": definition is not None and definition.together,
    }


def _offered(visit: Visit, one: Result) -> dict[str, Any]:
    """What its owner may change about that, and what taking it back can't undo."""
    some = readers.of(visit, one)
    opened = quoted.opened_by(visit.tx, visit.person.id, one.id) if some.any else []
    return {
        **_reading(visit, one, some),
        "wishes": _wishes(some),
        "may_wait": some.may_wait,
        "elsewhere": readers.elsewhere(visit, opened),
    }


def _wishes(some: Readers) -> list[tuple[int, int | None, str, str]]:
    """A button for each reader by name, and one for all where there is more than a name to it."""
    found: list[tuple[int, int | None, str, str]] = []
    found += [(1, pair.id, "web-readers-show", one.person.name) for pair, one in some.others]
    found += [(0, pair.id, "web-readers-stop", one.person.name) for pair, one in some.now]
    if some.may_wait:
        found.append((1, None, "web-readers-show-first", ""))
    if some.coordinators or len(some.now) > 1:
        found.append((0, None, "web-readers-stop-all", ""))
    elif some.waits:
        found.append((0, None, "web-readers-stop-waiting", ""))
    return found


def _long(day: date, language: str) -> str:
    return format_date(day, "long", locale="en_GB" if language == "en" else language)


async def show(request: Request) -> Response:
    found = await _run(request, partial(_open, result=request.path_params["result"]))
    if not isinstance(found, Opened):
        return _absent(found)
    alt = (await asyncio.to_thread(found.picture.draw)).alt if found.picture else None
    token = request.path_params["token"]
    return page("result.html", found.language, token=token, alt=alt, **found.values)


def _absent(language: str | None) -> Response:
    """The page for somebody else's result, and for a chat that is gone."""
    if language is None:
        return problem("lv", "web-no-chat", 404)
    return problem(language, "web-no-result", 404)


def _open(visit: Visit, result: int) -> Opened | str:
    """The reader's language where they may not see the result."""
    found = papers.find(visit, result)
    if found is None:
        return visit.person.language
    papers.note(visit, found)
    contents, before = papers.contents(visit, found), _before(visit, found)
    own = found.is_own(visit)
    values = {
        "result": _row(visit, found.result),
        "title": contents.title or desk_results.title(visit, found.result),
        "spoken": papers.language(found),
        "parts": _compared(contents, papers.contents(visit, before) if before else None),
        "before": _row(visit, before.result) if before else None,
        "owner": None if own else found.owner.person.name,
        "readers": _offered(visit, found.result) if own else None,
    }
    picture = pictures.drawable(visit, found.owner, found.result)
    return Opened(language=visit.person.language, values=values, picture=picture)


def _before(visit: Visit, found: Found) -> Found | None:
    """The result of the time before with the same tool, where the reader may see that one too."""
    one = sharing.earlier(sharing.readable(visit, found.owner), found.result)
    return Found(owner=found.owner, result=one) if one else None


def _compared(now: Contents, before: Contents | None) -> list[tuple[Part, Part | None]]:
    """Each part, beside what stood under its heading the last time where that was different."""
    then = {part.heading: part for part in before.parts if part.heading} if before else {}
    return [(part, _changed(part, then.get(part.heading))) for part in now.parts]


def _changed(part: Part, then: Part | None) -> Part | None:
    return then if then is not None and then.lines != part.lines else None


async def share(request: Request) -> Response:
    try:
        body = (await read_body(request)).decode("utf-8", "replace")
        fields = dict(parse_qsl(body, max_num_fields=FIELDS_LIMIT))
        wish = _wish(fields)
    except (BadMessage, ValueError):
        return problem("lv", "web-no-result", 400)
    result = request.path_params["result"]
    done = await _run(request, partial(_share, result=result, wish=wish))
    here = f"/chat/{request.path_params['token']}/results/{result}"
    if isinstance(done, Refused):
        return problem(done.language, "web-no-reader", 409, way=here)
    if not isinstance(done, set):
        return _absent(done)
    await assistant_of(request).dispatch(done)
    return RedirectResponse(f"{here}#readers", 303)


def _wish(fields: Mapping[str, str]) -> tuple[bool, int | None]:
    """Whether to show it, and to which pairing. Raises ValueError for a form that is none."""
    shared, pairing = fields.get("shared"), fields.get("pairing", "")
    if shared not in ("0", "1") or (pairing and not PAIRING.fullmatch(pairing)):
        raise ValueError(fields)
    return shared == "1", int(pairing) if pairing else None


def _share(visit: Visit, result: int, wish: tuple[bool, int | None]) -> set[str] | Refused | str:
    """The channels something leaves by, as after the same button in the chat."""
    found = readers.own(visit, result)
    if found is None or not visit.person.consent_at:
        return visit.person.language
    if not readers.may(visit, found, *wish):
        return Refused(language=visit.person.language)
    visit.channel = WEB
    if not readers.is_so(visit, found, *wish):
        desk_results.share(visit, result, *wish)
    return visit.ways


async def document(request: Request) -> Response:
    """The PDF; the right to it is looked at now, whenever the link was made."""
    found = await _run(request, partial(_printable, result=request.path_params["result"]))
    if not isinstance(found, tuple):
        return _absent(found)
    paper, name = found
    content = await asyncio.to_thread(paper.to_pdf)
    headers = {"content-disposition": f'inline; filename="{name}"'}
    return Response(content, media_type="application/pdf", headers=headers)


def _printable(visit: Visit, result: int) -> tuple[Printable, str] | str:
    found = papers.find(visit, result)
    if found is None:
        return visit.person.language
    papers.note(visit, found)
    return papers.printable(visit, found), papers.file_name(visit, found.result)
