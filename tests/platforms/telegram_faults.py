"""What the fake server does wrong when told to."""

from dataclasses import dataclass
from itertools import cycle
from typing import Literal

from tests.platforms.telegram_state import Params, Signal

Kind = Literal[
    "status",  # `code` with `description` and `retry_after`
    "storm",  # 500, 502, 503, 504 in turn
    "conflict",  # 409
    "unauthorized",  # 401
    "migrate",  # 400 with `migrate_to`, or the new id of the group, which then is migrated
    "html",  # a page with `code` instead of JSON; nothing is done
    "cut_json",  # done, but the answer's JSON stops half-way
    "slow_drip",  # done, and the answer takes `seconds`
    "reset_before",  # the connection is reset, nothing is done
    "reset_after",  # done, then the connection is reset in mid-body
    "timeout_before",  # never answered, nothing is done
    "timeout_after",  # done, never answered
]
DONE_FIRST = frozenset({"cut_json", "slow_drip", "reset_after", "timeout_after"})
TRANSPORT = frozenset({"html", "reset_before", "timeout_before"}) | DONE_FIRST
REASONS = {
    **{400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found"},
    **{409: "Conflict", 429: "Too Many Requests", 500: "Internal Server Error"},
    **{502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"},
}
CONFLICT = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
    "running"
)


@dataclass(kw_only=True)
class Fault:
    """Strikes the calls that match everything given; the first `skip` of them pass unharmed."""

    kind: Kind
    method: str = ""  # the beginning of the method's name, in any case
    chat_id: int | None = None
    bot: str | None = None  # its token
    times: int | None = None  # None: until removed
    skip: int = 0
    code: int = 502
    description: str | None = None
    retry_after: int | None = None
    seconds: float = 1.0
    migrate_to: int | None = None
    hits: int = 0

    def __post_init__(self) -> None:
        self._storm = cycle((500, 502, 503, 504))

    def matches(self, token: str, method: str, params: Params) -> bool:
        return (
            self.times != 0
            and method.lower().startswith(self.method.lower())
            and self.bot in (None, token)
            and self.chat_id in (None, params.get("chat_id"))
        )

    def strike(self) -> bool:
        """Whether this matching call is struck; counts it."""
        if self.skip:
            self.skip -= 1
            return False
        self.hits += 1
        if self.times is not None:
            self.times -= 1
        return True

    def refusal(self) -> tuple[int, str]:
        if self.kind == "conflict":
            return 409, self.description or CONFLICT
        if self.kind == "unauthorized":
            return 401, self.description or "Unauthorized"
        code = next(self._storm) if self.kind == "storm" else self.code
        words = self.description or REASONS.get(code, "Error")
        if self.retry_after is not None and self.description is None:
            words = f"{words}: retry after {self.retry_after}"
        return code, words


class Faults:
    """The faults in force, the oldest first; one call is struck by one of them."""

    def __init__(self, signal: Signal) -> None:
        self._signal = signal
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        with self._signal.condition:
            self._faults.append(fault)
        return fault

    def remove(self, fault: Fault) -> None:
        with self._signal.condition:
            self._faults.remove(fault)

    def clear(self) -> None:
        with self._signal.condition:
            self._faults.clear()

    def strike(self, token: str, method: str, params: Params) -> Fault | None:
        for fault in self._faults:
            if fault.matches(token, method, params) and fault.strike():
                return fault
        return None
