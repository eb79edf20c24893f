"""Invitations: a page with one button, so that a link fetched ahead uses nothing up."""

from functools import partial

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.assistant import Assistant
from bot.web.render import page
from desk import menu
from desk.visit import WEB, Visit
from store import erasing, invitations, people
from store.invitations import Invitation
from store.work import Tx


def _assistant(request: Request) -> Assistant:
    found: Assistant = request.app.state.assistant
    return found


async def show(request: Request) -> Response:
    assistant, code = _assistant(request), request.path_params["code"]
    found = await assistant.store.run(lambda tx: invitations.look(tx, code, assistant.clock.now()))
    if not isinstance(found, Invitation):
        return _invalid(found)
    programme = assistant.world.programme(found.programme).programme
    return page(
        "join.html",
        found.language,
        programme_name=programme.name[found.language],
        role_label=programme.roles[found.role][found.language],
        name=found.name,
        code=code,
        problem=None,
    )


def _invalid(problem: str) -> Response:
    return page(
        "join.html",
        "lv",
        404 if problem == "unknown" else 410,
        programme_name="",
        role_label="",
        name="",
        code="",
        problem=problem,
    )


async def use(request: Request) -> Response:
    assistant, code = _assistant(request), request.path_params["code"]
    token = await assistant.store.run(partial(_join, assistant=assistant, code=code))
    if token in ("unknown", "used", "expired"):
        return _invalid(token)
    await assistant.delivery.flush()
    return RedirectResponse(f"/chat/{token}", 303)


def _join(tx: Tx, assistant: Assistant, code: str) -> str:
    """The new person's chat secret, or what is wrong with the invitation."""
    now = assistant.clock.now()
    found = invitations.look(tx, code, now)
    if not isinstance(found, Invitation):
        return found
    if found.person is not None:
        return _one_more_way(tx, assistant, found, found.person)
    person = people.add(tx, name=found.name, language=found.language, now=now)
    if not invitations.use(tx, found.id, person, now):
        erasing.erase(tx, person, now)
        return "used"
    people.join(tx, person, found.programme, found.role, now)
    token = people.new_web_identity(tx, person, now)
    loaded = people.load(tx, person)
    if loaded is not None:
        assistant.greet(tx, person, people.parts(tx, person)[0])
    return token


def _one_more_way(tx: Tx, assistant: Assistant, found: Invitation, person: int) -> str:
    """Somebody who writes elsewhere opens the web chat as well."""
    now = assistant.clock.now()
    if not invitations.use(tx, found.id, person, now):
        return "used"
    token = people.new_web_identity(tx, person, now)
    people.change(tx, person, channel=WEB)
    loaded, parts = people.load(tx, person), people.parts(tx, person)
    if loaded is not None and parts:
        visit = Visit(tx, assistant.world, loaded, parts[0], now, f"hello:{found.id}")
        visit.channel = WEB
        menu.show(visit, visit.t("channel-added"))
    return token
