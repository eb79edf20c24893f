"""A fake Telegram Bot API server: it keeps the real one's rules and fails when told to.

    with FakeTelegram() as server:
        anna = server.bot("123456:TEST-token").user(name="Anna", language="lv")
        anna.start()
        anna.wait_for("Sveika")

It serves HTTP on a thread of its own, so both this process and others can talk to it. All of the
control surface is synchronous and safe to use from any thread.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Self

from tests.platforms import telegram_rules as rules
from tests.platforms.telegram_faults import Fault, Faults
from tests.platforms.telegram_http import Endpoint, Wire
from tests.platforms.telegram_people import Group, Person, a_photo
from tests.platforms.telegram_rules import Rates
from tests.platforms.telegram_state import (
    BotState,
    Button,
    Call,
    Chat,
    Payload,
    Shown,
    Upload,
    Webhook,
    World,
)

__all__ = [
    "NO_RATES",
    "Button",
    "Call",
    "FakeBot",
    "FakeTelegram",
    "Fault",
    "Group",
    "Person",
    "Rates",
    "Shown",
    "Upload",
    "a_photo",
]

NO_RATES = Rates(per_second=None, per_chat_second=None, per_group_minute=None)
LARGE_ID = 10_000_000_000  # ids pass 32 bits since 2021; every second person here has such a one
SMALL_ID = 200_000_000
GROUP_ID = -4_000_000_000
NAMES: tuple[str, ...] = ("first_name", "last_name", "username")


class FakeBot:
    """One bot: the people who write to it, its updates, and what it did."""

    def __init__(self, state: BotState) -> None:
        self._state = state
        self._signal = state.world.signal

    @property
    def token(self) -> str:
        return self._state.token

    @property
    def id(self) -> int:
        return self._state.id

    @property
    def username(self) -> str:
        return self._state.username

    def user(
        self,
        *,
        name: str = "Anna",
        language: str | None = "lv",
        last_name: str | None = None,
        username: str | None = None,
        user_id: int | None = None,
        opened: bool = False,
    ) -> Person:
        """Somebody who has not written yet, or, `opened`, did so long ago.

        Every second one has names beyond the first.
        """
        with self._signal.condition:
            number = next(self._state.world.users)
            even = number % 2 == 0
            user: Payload = {
                "id": user_id or (LARGE_ID if even else SMALL_ID) + number,
                "is_bot": False,
                "first_name": name,
            }
            optional = {
                "last_name": last_name or ("Bērziņa" if even else None),
                "username": username or (f"person_{number}" if even else None),
                "language_code": language,
            }
            user |= {key: value for key, value in optional.items() if value is not None}
            names = {key: user[key] for key in NAMES if key in user}
            chat = Chat(id=user["id"], type="private", names=names, opened=opened)
            self._state.add_chat(chat)
            return Person(self._state, chat, user)

    def group(self, title: str, members: Sequence[Person] = ()) -> Group:
        """A group that the first of its members has just put the bot into."""
        with self._signal.condition:
            number = GROUP_ID - next(self._state.world.groups)
            chat = self._state.add_chat(Chat(id=number, type="group", names={"title": title}))
            chat.opened = True
            group = Group(self._state, chat, list(members))
            if members:
                self._state.member(chat, members[0].user, "left", "member")
            return group

    def push(self, update: Payload) -> Payload:
        """A raw update, with an update_id of its own or the next one; returned as queued."""
        return self.push_many([update])[0]

    def push_many(self, updates: Iterable[Payload]) -> list[Payload]:
        with self._signal.condition:
            queued = [self._state.queue.push(update) for update in updates]
        self._signal.notify()
        return queued

    def repeat(self, update: Payload, times: int) -> None:
        """The same update, under the same id, again and again; webhooks get them all at once."""
        assert "update_id" in update, "push it first"
        self.push_many([update] * times)

    @property
    def next_update_id(self) -> int:
        return self._state.queue.next_id

    @next_update_id.setter
    def next_update_id(self, value: int) -> None:
        with self._signal.condition:
            self._state.queue.next_id = value

    def pending(self) -> list[Payload]:
        """Updates that nobody has confirmed."""
        with self._signal.condition:
            return [one.update for one in self._state.queue.items.values()]

    @property
    def confirmed(self) -> list[int]:
        """The ids confirmed by an offset or by a webhook's answer, in that order."""
        with self._signal.condition:
            return list(self._state.queue.confirmed)

    @property
    def calls(self) -> list[Call]:
        with self._signal.condition:
            return list(self._state.calls)

    def calls_of(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method.lower() == method.lower()]

    @property
    def sent(self) -> list[Shown]:
        """The messages that were delivered, each as it was then."""
        with self._signal.condition:
            return list(self._state.sent)

    @property
    def delivered(self) -> int:
        """How many messages were delivered: cheap to wait for."""
        return len(self._state.sent)

    @property
    def refusals(self) -> list[Call]:
        """The calls answered with an error, whether by a rule or by a fault."""
        return [call for call in self.calls if call.code >= 400]

    @property
    def floods(self) -> int:
        """How often a rate was exceeded."""
        return self._state.floods

    @property
    def webhook(self) -> Webhook | None:
        return self._state.webhook

    @property
    def commands(self) -> dict[tuple[str, str], list[dict[str, str]]]:
        """By scope ("default", "chat:5") and language ("" is every one)."""
        with self._signal.condition:
            return dict(self._state.commands)

    @property
    def texts(self) -> dict[tuple[str, str], str]:
        """Name, description and short_description, each by language."""
        with self._signal.condition:
            return dict(self._state.texts)

    @property
    def menu_buttons(self) -> dict[int | None, Payload]:
        """By chat; None is every chat without one of its own."""
        with self._signal.condition:
            return dict(self._state.menu_buttons)

    def wait_until(self, ready: Callable[["FakeBot"], bool], timeout: float = 10.0) -> None:
        """Until the condition on this bot holds; it is looked at after every change."""
        if not self._signal.wait_until(lambda: ready(self), timeout):
            raise TimeoutError(f"not within {timeout} s")


class FakeTelegram:
    """The server; a context manager, or `start` and `stop`."""

    def __init__(
        self,
        *,
        rates: Rates | None = None,
        only_tokens: Iterable[str] | None = None,
        callback_age: float = rules.MAX_CALLBACK_AGE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._world = World(rates=rates or Rates(), clock=clock, age=callback_age)
        self.faults = Faults(self._world.signal)
        only = frozenset(only_tokens) if only_tokens is not None else None
        self._wire = Wire(Endpoint(self._world, self.faults, only))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._wire.port}"

    def bot(self, token: str = "123456:TEST-token") -> FakeBot:
        return FakeBot(self._world.bot(token))

    def start(self) -> None:
        self._wire.start()

    def stop(self) -> None:
        self._wire.stop()

    def stop_listening(self) -> None:
        """Out of reach: connections are cut and new ones refused, what is known stays."""
        self._wire.deafen()

    def listen_again(self) -> None:
        """Back on the same port."""
        self._wire.listen()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
