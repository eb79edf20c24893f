"""Why a message came, in one sentence a coordinator understands."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from bot.rehearsal.players import Heard
from desk.upcoming import because
from desk.visit import NOTICE, REQUEST
from desk.wording import Wording, wording

HERE = Path(__file__).parent
QUOTED = 60


class Cause(Protocol):
    """What a reason is read from."""

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def person(self) -> int: ...
    @property
    def why(self) -> Mapping[str, Any]: ...


def page_texts(language: str) -> Wording:
    source = (HERE / f"rehearsal.{language}.ftl").read_text(encoding="utf-8")
    return Wording(language, source)


class Reasons:
    """Sentences in one language; dates are written out against the period's first day."""

    def __init__(self, language: str, today: date) -> None:
        self._t, self._language, self._today = page_texts(language), language, today

    def of(self, sent: Cause, cause: Heard | None) -> str:
        if cause is not None:
            key = "why-reply" if cause.person == sent.person else "why-notice"
            return self._t(key, name=cause.name, text=_short(cause.text))
        return self.by_rule(sent.why)

    def by_rule(self, why: Mapping[str, Any]) -> str:
        """The sentence for an occurrence's reason; without a rule it is the first hello."""
        if "rule" not in why:
            return self._t("why-hello")
        if why["rule"] in (NOTICE, REQUEST):
            return self._t("why-others")
        return because(why, self._today, wording(self._language))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= QUOTED else flat[: QUOTED - 1].rstrip() + "…"
