"""The demo: invented people of one programme, three phones and a clock that can be wound."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.assistant import Assistant
from bot.web.render import page, page_wording, problem
from desk import menu
from desk.support import when
from desk.visit import Visit, button
from desk.wording import LANGUAGES
from mentoring.localtime import at, local
from scheduler.errors import NotForwards, TooFar
from scheduler.winding import Winding
from store import journal, pairings, people
from store.work import Tx

PROGRAMME = "skola-kopiena"
BEGINS = datetime(2026, 1, 12, 9, 0, tzinfo=UTC).replace(tzinfo=None)
CAST_FACT = "cast"
STEPS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(days=7)}
STORY_STEPS = 8
ROLES = ("mentee", "mentor", "coordinator")


@dataclass(frozen=True, kw_only=True)
class Actor:
    """An invented person. Those who have agreed already are at home in the programme."""

    key: str
    name: str
    role: str
    age: int | None = None
    agreed: bool = True
    interests: tuple[str, ...] = ()
    note: str


CAST = (
    Actor(key="elza", name="Elza Vītola", role="mentee", age=15, agreed=False, note="age"),
    Actor(key="roberts", name="Roberts Krūmiņš", role="mentee", age=14, agreed=False, note="new"),
    Actor(
        key="janis",
        name="Jānis Bērziņš",
        role="mentor",
        interests=("basketbols", "auto un mehānika", "pārgājieni dabā"),
        note="mentor-of-elza",
    ),
    Actor(
        key="marta",
        name="Marta Liepiņa",
        role="mentor",
        interests=("zīmēšana", "fotografēšana", "mūzika un ģitāra"),
        note="free",
    ),
    Actor(
        key="peteris",
        name="Pēteris Ozols",
        role="mentor",
        interests=("programmēšana", "datorspēles", "futbols"),
        note="free",
    ),
    Actor(
        key="laima",
        name="Laima Kalve",
        role="mentor",
        interests=("ēst gatavošana", "suņi un dzīvnieki", "volejbols"),
        note="mentor-of-three",
    ),
    Actor(key="kristaps", name="Kristaps Eglītis", role="mentee", age=16, note="age"),
    Actor(key="madara", name="Madara Saulīte", role="mentee", age=15, note="age"),
    Actor(key="emils", name="Emīls Zālītis", role="mentee", age=14, note="age"),
    Actor(key="ilze", name="Ilze Kalniņa", role="coordinator", note="author"),
)

PAIRS = (("janis", "elza"), ("laima", "kristaps"), ("laima", "madara"), ("laima", "emils"))


def begins(zone: str) -> datetime:
    """The Monday morning the demo starts at, early in the second semester."""
    return at(BEGINS.date(), BEGINS.time(), zone)


def seed(tx: Tx, assistant: Assistant) -> None:
    """Writes the cast into an empty database and greets everybody; only once."""
    if journal.fact(tx, CAST_FACT) is not None:
        return
    cast = {actor.key: _enter(tx, assistant, actor) for actor in CAST}
    for mentor, mentee in PAIRS:
        _pair(tx, assistant, cast[mentor]["person"], cast[mentee]["person"])
    for actor in CAST:  # what they are offered depends on whom they are paired with
        _welcome(tx, assistant, actor, cast[actor.key]["person"])
    journal.set_fact(tx, CAST_FACT, cast)


def _enter(tx: Tx, assistant: Assistant, actor: Actor) -> dict[str, Any]:
    now = assistant.clock.now()
    person = people.add(tx, name=actor.name, language="lv", age=actor.age, now=now)
    people.join(tx, person, PROGRAMME, actor.role, now)
    return {"person": person, "token": people.new_web_identity(tx, person, now)}


def _welcome(tx: Tx, assistant: Assistant, actor: Actor, person: int) -> None:
    now, found = assistant.clock.now(), people.load(tx, person)
    assert found is not None
    part = people.parts(tx, person)[0]
    visit = Visit(tx, assistant.world, found, part, now, f"hello:{part.id}")
    if actor.agreed:
        visit.refresh(consent_at=now, last_sign_at=now)
        people.set_profile(tx, visit.person, part.id, {"interests": list(actor.interests)})
        english = button(visit.t("switch-language"), "language", language="en")
        visit.say(visit.t("hello", programme=visit.programme.name["lv"]), english)
        menu.show(visit, visit.t(f"welcome-{actor.role}"))
    else:
        assistant.greet(tx, person, visit.part)


def _pair(tx: Tx, assistant: Assistant, mentor: int, mentee: int) -> None:
    now = assistant.clock.now()
    found = people.load(tx, mentee)
    assert found is not None
    programme = assistant.world.programme(PROGRAMME).programme
    semester = programme.semester_on(local(now, programme.zone).date())
    pairings.add(
        tx,
        found,
        programme=PROGRAMME,
        mentor=mentor,
        status="active",
        now=now,
        semester=semester.id if semester else None,
    )


@dataclass(frozen=True, kw_only=True)
class Demo:
    """The demo's page and its two interfaces, `/demo.json` and `/demo/clock`."""

    assistant: Assistant
    winding: Winding

    @property
    def zone(self) -> str:
        return self.assistant.world.programme(PROGRAMME).programme.zone

    def routes(self) -> list[Route]:
        return [
            Route("/demo.json", self.describe),
            Route("/demo/clock", self.clock, methods=["POST"]),
        ]

    async def _cast(self) -> dict[str, Any]:
        found: dict[str, Any] = await self.assistant.store.run(
            partial(journal.fact, name=CAST_FACT)
        )
        return found

    def _clock(self, language: str) -> dict[str, str]:
        here = local(self.assistant.clock.now(), self.zone)
        return {
            "iso": here.strftime("%Y-%m-%dT%H:%M"),
            "label": when(self.assistant.clock.now(), self.zone, language, here.date()),
            "zone": self.zone,
        }

    async def describe(self, _request: Request) -> Response:
        cast = await self._cast()
        return JSONResponse(
            {
                "programme": PROGRAMME,
                "people": [
                    {
                        "role": actor.role,
                        "name": actor.name,
                        "age": actor.age,
                        "token": cast[actor.key]["token"],
                    }
                    for actor in CAST
                ],
                "clock": {"now": self._clock("en")["iso"], "zone": self.zone},
            }
        )

    async def home(self, request: Request) -> Response:
        language = "en" if request.query_params.get("lang") == "en" else "lv"
        chosen = {role: request.query_params.get(role, "") for role in ROLES}
        cast, programme = await self._cast(), self.assistant.world.programme(PROGRAMME).programme
        t = page_wording(language)
        return page(
            "demo.html",
            language,
            programme_name=programme.name[language],
            clock=self._clock(language),
            columns=[self._column(role, chosen, cast, language) for role in ROLES],
            story=[
                {"title": t(f"web-story-{n}-title"), "text": t(f"web-story-{n}-text")}
                for n in range(1, STORY_STEPS + 1)
            ],
            lang_links=[
                {
                    "lang": code,
                    "label": label,
                    "href": _href(chosen, code),
                    "current": code == language,
                }
                for code, label in (("lv", "Latviešu"), ("en", "English"))
            ],
        )

    def _column(
        self, role: str, chosen: dict[str, str], cast: dict[str, Any], language: str
    ) -> dict[str, Any]:
        programme = self.assistant.world.programme(PROGRAMME).programme
        actors = [actor for actor in CAST if actor.role == role]
        selected = next((a for a in actors if a.key == chosen[role]), actors[0])
        t = page_wording(language)
        return {
            "role": role,
            "role_label": programme.roles[role][language],
            "person_name": selected.name,
            "chat_url": f"/chat/{cast[selected.key]['token']}?framed=1",
            "people": [
                {
                    "key": actor.key,
                    "name": actor.name,
                    "note": t(f"web-cast-{actor.note}", age=actor.age or 0),
                    "selected": actor is selected,
                    "href": _href({**chosen, role: actor.key}, language),
                }
                for actor in actors
            ],
        }

    async def clock(self, request: Request) -> Response:
        """Winds to `{"to": local time}` or `{"by": "1d"}`; answers when all has been delivered."""
        plain = not request.headers.get("content-type", "").startswith("application/json")
        try:
            data = dict(await request.form()) if plain else json.loads(await request.body())
            await self.winding.wind(self._target(data))
        except (ValueError, TypeError, AttributeError, KeyError, OverflowError, RecursionError):
            return self._refuse("to: 2026-02-03T09:00, or by: 1h, 1d, 1w", plain)
        except (NotForwards, TooFar) as error:
            return self._refuse(str(error), plain)
        if plain:
            return RedirectResponse(_back(str(data.get("next", "/"))), 303)
        labels = {language: self._clock(language)["label"] for language in LANGUAGES}
        now = self._clock(LANGUAGES[0])["iso"]
        return JSONResponse({"now": now, "label": labels[LANGUAGES[0]], "labels": labels})

    def _refuse(self, reason: str, plain: bool) -> Response:
        if plain:
            return problem(LANGUAGES[0], "web-clock", 400)
        return JSONResponse({"error": reason}, 400)

    def _target(self, data: dict[str, Any]) -> datetime:
        if data.get("to"):
            wanted = datetime.fromisoformat(str(data["to"]))
            wall = time(wanted.hour, wanted.minute, wanted.second)
            return at(wanted.date(), wall, self.zone)
        by = str(data.get("by") or "")
        step, now = int(by[:-1]) * STEPS[by[-1:]], self.assistant.clock.now()
        if by[-1:] == "h":
            return now + step
        here = local(now, self.zone)  # a day later it is the same time, also when clocks change
        return at(here.date() + step, here.time(), self.zone)


def _href(chosen: dict[str, str], language: str) -> str:
    wanted = {name: key for name, key in chosen.items() if key}
    return "/?" + urlencode({"lang": language, **wanted})


def _back(wanted: str) -> str:
    """Only back to the demo's own page, never to another site."""
    return wanted if wanted.startswith("/?") else "/"
