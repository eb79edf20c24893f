"""What the fake server knows: bots, chats, messages, updates. All of it is held under one lock."""

import asyncio
import re
import threading
import time
from collections import defaultdict, deque
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import Any, NamedTuple

from tests.platforms.telegram_rules import FUTURE_OFFSET, Rates, Window

Payload = dict[str, Any]
Params = dict[str, Any]
TOKEN = re.compile(r"\d+:[\w-]+")
# docs, getUpdates: these come only when asked for by name.
UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OPEN_CONNECTIONS = 40  # docs, setWebhook: default of max_connections


class Signal:
    """One lock for all state; whoever changes it wakes waiting threads and waiting coroutines."""

    def __init__(self) -> None:
        self.condition = threading.Condition(threading.RLock())
        self.loop: asyncio.AbstractEventLoop | None = None
        self._event = asyncio.Event()

    def notify(self) -> None:
        with self.condition:
            self.condition.notify_all()
        if self.loop is not None and not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._wake)

    def _wake(self) -> None:
        self._event.set()
        self._event = asyncio.Event()

    async def wait(self, seconds: float | None) -> None:
        """Until something changed, or the time is over."""
        try:
            async with asyncio.timeout(seconds):
                await self._event.wait()
        except TimeoutError:
            return

    def wait_until(self, ready: Callable[[], bool], seconds: float) -> bool:
        with self.condition:
            return self.condition.wait_for(ready, seconds)


@dataclass(frozen=True)
class Upload:
    filename: str
    data: bytes


class Button(NamedTuple):
    label: str
    data: str  # the callback data, or the address of a button that opens one


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A message as the person sees it at this moment."""

    message_id: int
    chat_id: int
    kind: str  # text, photo, document or poll
    text: str  # the text, the caption or the poll's question
    entities: list[Payload]
    buttons: list[list[Button]]  # under the message
    keyboard: list[list[str]]  # in the place of the person's own keyboard
    options: list[str]  # of a poll
    photo: bytes | None
    document: bytes | None
    filename: str | None
    album: str | None
    edited: bool
    at: float  # on the server's clock
    payload: Payload

    @property
    def labels(self) -> list[str]:
        return [button.label for row in self.buttons for button in row]


@dataclass(kw_only=True)
class Stored:
    payload: Payload
    chat_id: int
    at: float
    born: int
    touched: int
    from_bot: bool
    upload: Upload | None = None
    markup: Payload | None = None
    deleted: bool = False

    def shown(self) -> Shown:
        payload = deepcopy(self.payload)
        kind = next((kind for kind in ("photo", "document", "poll") if kind in payload), "text")
        poll, data = payload.get("poll", {}), self.upload.data if self.upload else None
        rows = payload.get("reply_markup", {}).get("inline_keyboard", [])
        keys = (self.markup or {}).get("keyboard", [])
        return Shown(
            message_id=payload["message_id"],
            chat_id=self.chat_id,
            kind=kind,
            text=payload.get("text") or payload.get("caption") or poll.get("question", ""),
            entities=payload.get("entities") or payload.get("caption_entities", []),
            buttons=[[Button(one["text"], _led_to(one)) for one in row] for row in rows],
            keyboard=[[one["text"] for one in row] for row in keys],
            options=[option["text"] for option in poll.get("options", [])],
            photo=data if kind == "photo" else None,
            document=data if kind == "document" else None,
            filename=self.upload.filename if self.upload else None,
            album=payload.get("media_group_id"),
            edited="edit_date" in payload,
            at=self.at,
            payload=payload,
        )


def _led_to(button: Payload) -> str:
    target = button.get("callback_data") or button.get("url") or button.get("web_app", {})
    return str(target.get("url", "")) if isinstance(target, dict) else str(target)


@dataclass(kw_only=True)
class Chat:
    id: int
    type: str
    names: Payload  # first_name and so on, or title
    opened: bool = False  # the person has written to the bot, or the bot is in the group
    blocked: bool = False
    deactivated: bool = False
    kicked: bool = False
    left: bool = False
    migrated_to: int | None = None
    windows: list[Window] = field(default_factory=list)
    stored: list[Stored] = field(default_factory=list)

    def payload(self) -> Payload:
        return {"id": self.id, "type": self.type, **self.names}


@dataclass(kw_only=True)
class Call:
    """One request as it arrived. The outcome is "ok", the refusal's words, or the fault's kind."""

    method: str
    params: Params
    at: float
    code: int = 0  # HTTP status; 0 while unanswered, or when the connection was broken
    outcome: str = ""


@dataclass
class Pending:
    update: Payload
    lane: object


class Queue:
    """A bot's updates: by offset for a poller, by chat for a webhook."""

    def __init__(self) -> None:
        self.items: dict[int, Pending] = {}
        self.next_id = 300_000_001
        self.confirmed: list[int] = []
        self.lanes: defaultdict[object, deque[int]] = defaultdict(deque)
        self.ready: dict[object, None] = {}  # lanes that nobody serves, in order
        self._sequence = count()

    def push(self, update: Payload, lane: object = None) -> Payload:
        """Number the update unless it has a number; a lane holds what must be kept in order."""
        if "update_id" not in update:
            update = {"update_id": self.next_id, **update}
            self.next_id += 1
        sequence = next(self._sequence)
        lane = sequence if lane is None else lane
        self.items[sequence] = Pending(update, lane)
        if not self.lanes[lane]:
            self.ready[lane] = None
        self.lanes[lane].append(sequence)
        return update

    def fetch(self, offset: int, limit: int) -> list[Payload]:
        """As TQueue: an offset confirms all below it, unless it lies too far beyond the tail."""
        if offset < 0:
            self.confirm(list(self.items)[:offset])
        elif offset <= self.next_id + FUTURE_OFFSET:
            below = [key for key, one in self.items.items() if one.update["update_id"] < offset]
            self.confirm(below)
        return [one.update for one in list(self.items.values())[:limit]]

    def confirm(self, sequences: list[int]) -> None:
        for sequence in sequences:
            done = self.items.pop(sequence, None)
            if done is None:
                continue
            self.confirmed.append(done.update["update_id"])
            lane = self.lanes[done.lane]
            lane.remove(sequence)
            if not lane:
                del self.lanes[done.lane]

    def drop(self) -> None:
        self.items.clear()
        for lane in self.lanes.values():
            lane.clear()
        self.lanes.clear()
        self.ready.clear()


@dataclass(kw_only=True)
class Webhook:
    url: str
    secret: str | None
    max_connections: int = OPEN_CONNECTIONS
    last_error: str | None = None
    last_error_at: int = 0


@dataclass(kw_only=True)
class Query:
    """A tap that waits for its answer."""

    at: float
    answer: Payload | None = None


class World:
    """Everything, for all bots."""

    def __init__(self, *, rates: Rates, clock: Callable[[], float], age: float) -> None:
        self.signal, self.rates, self.clock, self.callback_age = Signal(), rates, clock, age
        self.bots: dict[str, BotState] = {}
        self.users = count(1)
        self.groups = count(1)
        self.queries = count(4_000_000_000_000_001)

    def bot(self, token: str) -> "BotState":
        with self.signal.condition:
            if token not in self.bots:
                self.bots[token] = BotState(self, token)
            return self.bots[token]


class BotState:
    def __init__(self, world: World, token: str) -> None:
        if not TOKEN.fullmatch(token):
            raise ValueError("a token is digits, a colon, then letters, digits, _ or -")
        self.world, self.token, self.id = world, token, int(token.split(":")[0])
        self.username, self.name = f"fake_{self.id}_bot", "Pavadonis"
        self.queue = Queue()
        self.webhook: Webhook | None = None
        self.allowed: frozenset[str] | None = None
        self.poller = 0  # the latest getUpdates; an older one is terminated
        self.ended = ""  # by what
        self.chats: dict[int, Chat] = {}
        self.messages: dict[tuple[int, int], Stored] = {}
        self.files: dict[str, Upload] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[dict[str, str]]] = {}
        self.texts: dict[tuple[str, str], str] = {}  # names and descriptions by language
        self.menu_buttons: dict[int | None, Payload] = {}
        self.calls: list[Call] = []
        self.sent: list[Shown] = []
        self.floods = 0
        self.window = Window(world.rates.per_second, 1)
        self._message_ids, self._touches = count(1), count(1)

    def me(self) -> Payload:
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}

    def add_chat(self, chat: Chat) -> Chat:
        rates = self.world.rates
        private = Window(rates.per_chat_second, 1), Window(rates.per_group_minute, 60)
        chat.windows = [self.window, private[0] if chat.type == "private" else private[1]]
        self.chats[chat.id] = chat
        return chat

    def touch(self) -> int:
        return next(self._touches)

    def store(
        self, chat: Chat, content: Payload, *, sender: Payload | None = None, **extra: Any
    ) -> Stored:
        """A message that now stands in the chat; without a sender it is the bot's own."""
        payload = {
            "message_id": next(self._message_ids),
            "from": sender or self.me(),
            "chat": chat.payload(),
            "date": int(time.time()),
            **content,
        }
        touch, at = self.touch(), self.world.clock()
        stored = Stored(
            payload=payload,
            chat_id=chat.id,
            at=at,
            born=touch,
            touched=touch,
            from_bot=sender is None,
            **extra,
        )
        chat.stored.append(stored)
        self.messages[chat.id, payload["message_id"]] = stored
        if sender is None:
            self.sent.append(stored.shown())
        return stored

    def keep(self, upload: Upload, kind: str) -> Payload:
        """A file of the server's own, with the fields that all kinds of file have."""
        file_id = f"{kind}-{self.id}-{len(self.files) + 1}"
        self.files[file_id] = upload
        return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": len(upload.data)}

    def tell(self, kind: str, content: Payload, lane: int) -> None:
        """A thing that happened, unless the bot did not ask for its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in UNASKED
        if wanted:
            self.queue.push({kind: deepcopy(content)}, lane)
        self.world.signal.notify()

    def member(self, chat: Chat, by: Payload, old: str, new: str) -> None:
        """The bot's own standing in the chat changed."""
        details = {"chat": chat.payload(), "from": by, "date": int(time.time())}
        members = {"old_chat_member": self._as(old), "new_chat_member": self._as(new)}
        self.tell("my_chat_member", details | members, chat.id)

    def _as(self, status: str) -> Payload:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"user": self.me(), "status": status, **until}

    def ask(self) -> str:
        """A new callback query's id."""
        query_id = str(next(self.world.queries))
        self.queries[query_id] = Query(at=self.world.clock())
        return query_id

    def migrate(self, chat: Chat, new_id: int | None = None) -> int:
        """The group becomes a supergroup under a new id, known to the bot from now on."""
        number = new_id or -1_000_000_000_000 + chat.id
        new = Chat(id=number, type="supergroup", names=chat.names)
        new.opened, new.stored = True, chat.stored
        chat.migrated_to = self.add_chat(new).id
        return new.id
