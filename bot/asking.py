"""`faq ask`: what the chat would make of a question, without a chat."""

from pathlib import Path
from typing import Any

from bot.errors import WrongSetting
from bot.wiring import load_programmes
from desk.world import World
from knowledge import safety

SCORE_DIGITS = 4


class Asker:
    """Answers for one programme, audience and language."""

    def __init__(self, folder: Path, programme: str, audience: str, language: str) -> None:
        known = load_programmes(folder)
        if programme not in known:
            raise WrongSetting(
                f"there is no programme {programme!r}; there are: {', '.join(known)}."
            )
        self._loaded = known[programme]
        self._index = World(known).faq(programme, audience, language)
        self._audience, self._language = audience, language

    def ask(self, query: str) -> dict[str, Any]:
        """The line of the public format: query, kind, ranked."""
        outcome = self._index.ask(query)
        danger = safety.assess(query)
        return {
            "query": query,
            "kind": "safety" if danger is not None else outcome.kind,
            "ranked": [
                {"id": one.id, "score": round(one.score, SCORE_DIGITS)} for one in outcome.ranked
            ],
        }

    def readable(self, found: dict[str, Any]) -> str:
        best = found["ranked"][0]["id"] if found["ranked"] else None
        if found["kind"] != "answer" or best is None:
            return f"{found['kind']}: {', '.join(one['id'] for one in found['ranked'])}"
        entry = next(one for one in self._loaded.faq if one.id == best)
        return f"{best}: {entry.answer_for(self._audience, self._language)}"
