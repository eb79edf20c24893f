"""Where one person is in one dialog: a value stored as JSON and picked up weeks later."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

Status = Literal["open", "done", "left"]


class Cursor(NamedTuple):
    """The question in front of the person.

    `round` counts through a `for_each`, `item` through a list, `field` through a record; all from
    0, None where the step has no such thing. A named tuple, since it is made and compared at every
    turn.
    """

    step: str
    round: int | None = None
    item: int | None = None
    field: int | None = None


@dataclass(frozen=True, kw_only=True)
class Session:
    """One walk through a dialog. Never changed in place; the engine returns the next one.

    `answers` holds JSON values by step id: text, number, bool, "2026-03-05", "15:30", option id,
    list, record; a list by round for a `for_each` step. `history` holds the cursors answered so
    far, the last one being what `back` undoes. `turn` rises with every input, so that a button of
    an earlier turn is recognised. `values` are the placeholders given from outside at the start.
    `again` holds the questions that have been asked in other words, as none is asked so twice.
    """

    dialog: str
    version: str
    language: str
    cursor: Cursor
    answers: Mapping[str, Any]
    history: tuple[Cursor, ...] = ()
    turn: int = 0
    status: Status = "open"
    values: Mapping[str, str]
    again: tuple[Cursor, ...] = ()

    @property
    def is_mended(self) -> bool:
        """Whether a question that was answered is asked once more, with all behind it kept."""
        return self.cursor in self.history

    def but(self, **changes: Any) -> "Session":
        """The same but for these fields. `dataclasses.replace` looks at every field and calls
        `__init__` again, which at three times a turn takes a tenth of the turn."""
        new = object.__new__(Session)
        new.__dict__.update(self.__dict__, **changes)
        return new

    def to_json(self) -> dict[str, Any]:
        """A dict that `json.dumps` takes. Shares the answers, which nobody changes in place."""
        return {
            "dialog": self.dialog,
            "version": self.version,
            "language": self.language,
            "cursor": list(self.cursor),
            "answers": self.answers,
            "history": [list(cursor) for cursor in self.history],
            "turn": self.turn,
            "status": self.status,
            "values": self.values,
            "again": [list(cursor) for cursor in self.again],
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> "Session":
        """The session that `to_json` was called on."""
        return cls(
            dialog=stored["dialog"],
            version=stored["version"],
            language=stored["language"],
            cursor=Cursor(*stored["cursor"]),
            answers=stored["answers"],
            history=tuple([Cursor(*cursor) for cursor in stored["history"]]),
            turn=stored["turn"],
            status=stored["status"],
            values=stored["values"],
            again=tuple([Cursor(*cursor) for cursor in stored.get("again", ())]),
        )
