"""A mentor and a mentee who do anything at all, in whatever order, over a real database.

A deed is who does it (0 the mentee, 1 the mentor), what, and a number that picks among many. What
each was told, and what is stored, is looked at after every message of theirs (`holding.py`).
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

import structlog
from sqlalchemy import event

from bot.web.render import bubble
from desk import inbound
from store import feed, pairings, people
from store.work import Tx
from tests.databases import open_store
from tests.desk.holding import TAKE_BACK, Holding, Seen, seen
from tests.desk.stage import ZONE, Bubble, Phone, Stage, put_on

Deed = tuple[int, str, int]
Told = tuple[str, list[str]]
"""A message and the labels of its buttons."""

TOOLS = ("Ķīmijas saruna", "Noslēguma tikšanās", "Mūsu vienošanās", "Vienošanās četras daļas")
ONWARDS = (
    *("Jā, sākam", "Sākam tagad", "Turpināt", "Atbildēt", "Der", "Tālāk", "Jā", "Vajag laiku"),
    *("Gribu parunāt", "Atbildēt no jauna", "Sākt no jauna", "Pajautāt vēlreiz", "Pauze", "Beigt"),
)
WAYS = ("Atpakaļ", "Kāpēc?", "Vēlāk", "Izlaist")
SAID = (
    *("cik ilgi tas būs?", "Kas redzēs manas atbildes?", "kas ir GROW?", "Kur nopirkt ģitāru?"),
    *("izvēlne", "/riki", "/start", "rezultāti", "turpināt", "atpakaļ", "vēlāk", "pietiek"),
    *("kāpēc?", "jā", "nē", "der", "labi", "tālāk", "pauze", "beigt", "stop", "/turpinat", "/help"),
    *("", " ", "🙂", "5", "1", "asdf qwer", "{name} %s <b>", "x" * 2001, "vārds " * 1000, "rīt"),
    *("Trešdienās pēc stundām", "zīmēšana, futbols", "Es gribētu mēģināt vēlreiz", "English"),
)
WAITS = tuple(
    timedelta(minutes=minutes)
    for minutes in (1, 2, 5, 6, 7, 14, 16, 26, 61, 125, 200, 24 * 60, 50 * 60, 9 * 24 * 60)
)
ANSWERS_AT_MOST = 30

_numbers = count(1)


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """Where a walk sets out: a database to copy, the moment, the two phones."""

    url: str
    at: datetime
    phones: tuple[Phone, Phone] = field(repr=False)
    shown: dict[str, list[Bubble]] = field(default_factory=dict, repr=False)

    def in_copy(self, url: str) -> "Beginning":
        return replace(self, url=url)


class _Undone(Exception):
    """Carries out of a unit of work what it would have said, and leaves no trace of it."""

    def __init__(self, told: list[Told]) -> None:
        self.told = told


class Couple:
    """The two of one beginning. `shown` is everything each has been told, oldest first."""

    def __init__(self, beginning: Beginning) -> None:
        self.url = beginning.url
        self.shown = {name: list(told) for name, told in beginning.shown.items()}
        self.stage = _on(beginning.url, beginning.at - datetime.now(UTC))
        self.phones = _in(self.stage, beginning.phones)
        self.holding = Holding()
        self._deeds: dict[str, Callable[[Phone, int], Awaitable[None]]] = {
            "tap": self.tap,
            "old": self._tap_any,
            "late": self._tap_late,
            "say": self._say,
            "fill": self._fill,
            "open": self._open,
            "onwards": self._onwards,
            "both": self._both,
            "photo": self._photo,
            "wait": self._wait,
            "down": self._down,
            "restart": self._restart,
            "crash": self._crash,
            "part": self._part,
            "erase": self._erase,
        }

    async def walk(self, deeds: list[Deed]) -> None:
        """Every deed, each followed by a look; nothing may have been logged as a failure."""
        with structlog.testing.capture_logs() as logged:
            await self.look()
            for who, what, number in deeds:
                await self._deeds[what](self.phones[who], number)
            for phone in self.phones:
                await self._is_led_on(phone)
        assert [one for one in logged if one["log_level"] in ("warning", "error")] == []

    async def look(self, actor: Phone | None = None, key: str = "") -> None:
        """Reads what came and what is stored, and checks it against what was before."""
        now = await self.stage.read(self._read)
        told = {phone.person: self.shown[phone.name] for phone in self.phones}
        if actor is not None and key:
            self.holding.pressed(actor.person, key)
        self.holding.check(now, told)

    def _read(self, tx: Tx) -> Seen:
        for phone in self.phones:
            told = self.shown.setdefault(phone.name, [])
            told += self._news(tx, phone)
        return seen(tx, *(phone.person for phone in self.phones))

    def _news(self, tx: Tx, phone: Phone) -> list[Bubble]:
        person = people.by_web_token(tx, phone.token)
        if person is None:
            return []
        some = [bubble(one, ZONE, "lv", "") for one in feed.page(tx, person, phone.seen)]
        phone.seen = some[-1]["id"] if some else phone.seen
        return [one for one in some if one["from"] != "me"]

    async def post(self, phone: Phone, **body: Any) -> None:
        """One message of a person who is still there: never unanswered."""
        if not self.is_there(phone):
            return
        before = len(self.shown[phone.name])
        await self.stage.assistant.receive(phone.token, _event(), body)
        await self.look(phone, str(body.get("button", "")))
        assert len(self.shown[phone.name]) > before or not self.is_there(phone), body

    def is_there(self, phone: Phone) -> bool:
        return phone.person not in self.holding.gone

    def newest(self, phone: Phone) -> list[dict[str, str]]:
        """The buttons of the newest message that has any."""
        told = self.shown[phone.name]
        return next((list(one["buttons"]) for one in reversed(told) if one["buttons"]), [])

    async def tap(self, phone: Phone, number: int) -> None:
        if buttons := self.newest(phone):
            await self.post(phone, button=buttons[number % len(buttons)]["key"])

    async def _tap_any(self, phone: Phone, number: int) -> None:
        keys = [each["key"] for one in self.shown[phone.name] for each in one["buttons"]]
        if keys:
            await self.post(phone, button=keys[-1 - number % len(keys)])

    async def _tap_late(self, phone: Phone, number: int) -> None:
        """A button of a guide or an agreement, however old."""
        labels = (*ONWARDS, *TAKE_BACK)
        offered = [each for one in self.shown[phone.name] for each in one["buttons"]]
        keys = [each["key"] for each in offered if each["label"] in labels]
        if keys:
            await self.post(phone, button=keys[-1 - number % len(keys)])

    async def tap_label(self, phone: Phone, label: str) -> None:
        for one in reversed(self.shown[phone.name]):
            for each in one["buttons"]:
                if each["label"] == label:
                    await self.post(phone, button=each["key"])
                    return

    async def _onwards(self, phone: Phone, number: int) -> None:
        """What leads on in a guide or an agreement, where it is offered now."""
        found = [each for each in self.newest(phone) if each["label"] in ONWARDS]
        if found:
            await self.post(phone, button=found[number % len(found)]["key"])

    async def _say(self, phone: Phone, number: int) -> None:
        await self.post(phone, text=SAID[number % len(SAID)])

    async def _photo(self, phone: Phone, _number: int) -> None:
        await self.post(phone, attachment="photo")

    async def _open(self, phone: Phone, number: int) -> None:
        await self.post(phone, text="/riki")
        await self.post(phone, text=TOOLS[number % len(TOOLS)])

    async def _fill(self, phone: Phone, number: int) -> None:
        """Ordinary answers until no question of a dialog is left, or so many of them."""
        for _ in range(1 + number % ANSWERS_AT_MOST):
            told = self.shown[phone.name]
            labels = [each["label"] for each in told[-1]["buttons"]] if told else []
            if "Vēlāk" not in labels or not self.is_there(phone):
                return
            await self._answer(phone, labels, number)

    async def _answer(self, phone: Phone, labels: list[str], number: int) -> None:
        options = [label for label in labels if label not in WAYS and not label.startswith("✓")]
        if "Pietiek" in options:
            await self.tap_label(phone, "Pietiek")
        elif options:
            await self.tap_label(phone, options[number % len(options)])
        else:
            await self.post(phone, text=f"{phone.name} teica {next(_numbers)}")

    async def _both(self, phone: Phone, number: int) -> None:
        """Each taps the newest of their own at the same moment."""
        taps = []
        for each in self.phones:
            if self.is_there(each) and (buttons := self.newest(each)):
                key = buttons[number % len(buttons)]["key"]
                taps.append(self.stage.assistant.receive(each.token, _event(), {"button": key}))
                self.holding.pressed(each.person, key)
        await asyncio.gather(*taps)
        await self.look()

    async def _wait(self, _phone: Phone, number: int) -> None:
        """The clock moves on, and stops wherever something falls due."""
        await self.stage.winding.wind(self.stage.clock.now() + WAITS[number % len(WAITS)])
        await self.look()

    async def _down(self, _phone: Phone, number: int) -> None:
        """The process stood still meanwhile."""
        self.stage.clock.wind(self.stage.clock.now() + WAITS[number % len(WAITS)])
        await self.stage.tick()
        await self.look()

    async def _restart(self, _phone: Phone, _number: int) -> None:
        """Another process over the same database gives the same answers as the one before."""
        before = [await self._would_hear(each, text) for each in self.phones for text in TOOLS]
        await self._begin_anew()
        after = [await self._would_hear(each, text) for each in self.phones for text in TOOLS]
        assert after == before

    async def close(self) -> None:
        self.stage.assistant.hub.close()
        await self.stage.store.close()

    async def _begin_anew(self) -> None:
        await self.close()
        self.stage = _on(self.url, self.stage.clock.offset)
        self.phones = _in(self.stage, self.phones)

    async def _crash(self, phone: Phone, number: int) -> None:
        """The process dies with a message on disk that it has not handled."""
        if not self.is_there(phone):
            return
        buttons, name = self.newest(phone), _event()
        key = buttons[number % len(buttons)]["key"] if buttons and number % 2 else ""
        body = {"button": key} if key else {"text": SAID[number % len(SAID)]}
        await self.stage.accepted(phone, name, body)
        await self._begin_anew()
        await self.stage.tick()
        await self.look(phone, key)
        before = len(self.shown[phone.name])
        await self.stage.assistant.receive(phone.token, name, body)  # sent again, counts once
        await self.look()
        assert len(self.shown[phone.name]) == before

    async def _part(self, _phone: Phone, _number: int) -> None:
        """The coordinator ends the pairing."""
        now = self.stage.clock.now()
        for pairing in self.holding.pairs:
            await self.stage.read(
                partial(pairings.decide, pairing=pairing, status="ended", now=now)
            )
        await self.look()

    async def _erase(self, phone: Phone, _number: int) -> None:
        await self.post(phone, text="izdzēs visu")
        await self.tap_label(phone, "Jā, izdzēst visu")

    async def _is_led_on(self, phone: Phone) -> None:
        """Wherever they stand, the menu answers, and each tool does."""
        if self.is_there(phone):
            told = await self._would_hear(phone, "izvēlne")
            assert told[-1][1], told

    async def _would_hear(self, phone: Phone, text: str) -> list[Told]:
        """What the person would be told now, without its happening."""
        if not self.is_there(phone):
            return []
        try:
            await self.stage.read(lambda tx: self._try(tx, phone, text))
        except _Undone as undone:
            return undone.told
        raise AssertionError

    def _try(self, tx: Tx, phone: Phone, text: str) -> None:
        assistant, now = self.stage.assistant, self.stage.clock.now()
        assistant.accept(tx, phone.token, "tried", {"text": text})
        inbound.handle_next(tx, assistant.world, phone.person, now)
        feed.deliver(tx, now, 100)
        person = people.load(tx, phone.person)
        assert person is not None
        told = [one for one in feed.page(tx, person, phone.seen) if one.sender != "me"]
        raise _Undone([(one.text, [label for _, label in one.buttons]) for one in told])


def _in(stage: Stage, phones: tuple[Phone, Phone]) -> tuple[Phone, Phone]:
    mentee, mentor = phones
    return replace(mentee, stage=stage), replace(mentor, stage=stage)


def _event() -> str:
    return f"walk-{next(_numbers)}"


def _on(url: str, offset: timedelta) -> Stage:
    store = open_store(url)
    event.listen(store.engine, "connect", _unsafe_but_fast)
    stage = put_on(store)
    stage.clock.offset = offset
    return stage


def _unsafe_but_fast(connection: Any, _record: Any) -> None:
    """Power cuts are the store's own tests' affair; here nothing waits for the disk."""
    connection.execute("PRAGMA synchronous=OFF")
