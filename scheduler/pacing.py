"""The platform's limits on how fast we may send, kept by looking back at the last sends.

A sliding window, not a bucket: platforms count what arrives in any second, and refuse one too many.
Sends are spread evenly over the second, so that a reply never waits long behind a broadcast.
"""

from collections import OrderedDict, deque
from dataclasses import dataclass

MARGIN_SECONDS = 0.012
"""Two requests sent a second apart may arrive a little closer to each other."""

FORGET_AFTER_SECONDS = 60.0
PAUSE_TOGETHER_SECONDS = 2.0
"""Two chats refused within this time: it is the bot that is too fast, not one chat."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How fast a channel may send: in all, to one chat, to one group."""

    per_second: int
    chat_seconds: float
    group_per_minute: int


class Pacer:
    """When the next sends of one bot may start. Times are seconds of a monotonic clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._share = limits, 1
        self._starts: deque[float] = deque(maxlen=limits.per_second)
        self._next = self._paused_until = 0.0
        self._chats: OrderedDict[str, float] = OrderedDict()
        self._groups: dict[str, deque[float]] = {}
        self._refused: tuple[str, float] = ("", -FORGET_AFTER_SECONDS)

    def share_with(self, count: int) -> None:
        """So many workers send by this channel: each takes its part of the limit."""
        if count != self._share:
            self._share = count
            self._starts = deque(self._starts, maxlen=self._rate)

    @property
    def _rate(self) -> int:
        return max(1, self._limits.per_second // self._share)

    @property
    def interval(self) -> float:
        return (1 + MARGIN_SECONDS) / self._rate

    def opens(self, now: float) -> float:
        """When the next send may start."""
        full = len(self._starts) == self._starts.maxlen
        oldest = self._starts[0] + 1 + MARGIN_SECONDS if full else 0.0
        return max(now, self._next, self._paused_until, oldest)

    def slots(self, now: float, until: float, most: int) -> list[float]:
        """The start times that are free before `until`, evenly spread; nothing is taken yet."""
        slot, found = self.opens(now), list[float]()
        while slot <= until and len(found) < most:
            found.append(slot)
            slot = max(slot + self.interval, self._window(len(found)))
        return found

    def _window(self, ahead: int) -> float:
        """When the window lets the send after `ahead` further ones start."""
        missing = (self._starts.maxlen or 1) - len(self._starts)
        if ahead < missing or ahead - missing >= len(self._starts):
            return 0.0
        return self._starts[ahead - missing] + 1 + MARGIN_SECONDS

    def take(self, chat: str, at: float) -> None:
        """A send to this chat starts at that time."""
        self._next = max(self._next, at + self.interval)
        self._starts.append(at)
        after = at + self._limits.chat_seconds + MARGIN_SECONDS
        self._chats[chat] = max(self._chats.get(chat, 0.0), after)
        self._chats.move_to_end(chat)
        if is_group(chat):
            self._groups.setdefault(chat, deque(maxlen=self._limits.group_per_minute)).append(at)
        self._forget(at)

    def late(self, chat: str, planned: float, actual: float) -> None:
        """A send started later than planned: every limit counts from when it really did."""
        _instead(self._starts, planned, actual)
        _instead(self._groups.get(chat, deque[float]()), planned, actual)
        after = actual + self._limits.chat_seconds + MARGIN_SECONDS
        self._chats[chat] = max(self._chats.get(chat, 0.0), after)

    def answered(self, chat: str, at: float) -> None:
        """The platform has answered a send: by then it had arrived, however long it was under way.

        So the next one to this chat does not come too close, even where a busy machine held this
        one up.
        """
        after = at + self._limits.chat_seconds
        self._chats[chat] = max(self._chats.get(chat, 0.0), after)

    def chat_opens(self, chat: str, at: float) -> float:
        """When this chat may get its next message, `at` or later."""
        opens = max(at, self._chats.get(chat, 0.0))
        sent = self._groups.get(chat)
        if sent is not None and len(sent) == sent.maxlen:
            opens = max(opens, sent[0] + 60 + MARGIN_SECONDS)
        return opens

    def refused(self, chat: str, seconds: float, now: float) -> None:
        """The platform wants a pause: for this chat, and for all once a second chat is refused."""
        self._chats[chat] = max(self._chats.get(chat, 0.0), now + seconds)
        before, at = self._refused
        together = before not in ("", chat) and now - at < PAUSE_TOGETHER_SECONDS
        self.pause(now + (seconds if together else min(seconds, 1.0)))
        self._refused = (chat, now)

    def pause(self, until: float) -> None:
        self._paused_until = max(self._paused_until, until)

    def _forget(self, now: float) -> None:
        """Two at a time, so that one chat in a long pause does not keep all behind it."""
        for _ in range(min(2, len(self._chats))):
            chat, opens = self._chats.popitem(last=False)
            if opens >= now - FORGET_AFTER_SECONDS:
                self._chats[chat] = opens
                if opens <= now:
                    self._chats.move_to_end(chat, last=False)
            else:
                self._groups.pop(chat, None)


def _instead(starts: deque[float], planned: float, actual: float) -> None:
    for place in range(len(starts) - 1, -1, -1):
        if starts[place] == planned:
            starts[place] = actual
            return


def is_group(chat: str) -> bool:
    """Groups have negative numbers (core.telegram.org/bots/api#chat)."""
    return chat.startswith("-")
