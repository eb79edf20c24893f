"""Two people's answers to the same questions: what both said alike, and where they differ."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from dialogs.answers import Answers
from dialogs.definition import Definition, Section
from dialogs.kinds import Choices, Listing
from dialogs.moving import moved
from dialogs.result import said
from dialogs.route import first
from dialogs.session import Session
from dialogs.spoken import ABSENT


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One question: its heading, both answers as they are said back, whether they are the same."""

    step: str
    heading: str
    mine: str
    other: str
    alike: bool


def session_of(definition: Definition, version: str, answers: Answers, language: str) -> Session:
    """A finished session with these answers; those that no longer fit the questions are let go."""
    cursor = first(definition, {})
    assert cursor is not None, "a checked dialog asks something"
    session = Session(
        dialog=definition.id,
        version=version,
        language=language,
        cursor=cursor,
        answers=answers,
        values={},
    )
    if version != definition.version:
        session, _ = moved(definition, session)
    return replace(session, status="done")


def compared(definition: Definition, mine: Session, other: Session, today: date) -> list[Compared]:
    """Every question of the result that either of the two has answered."""
    found = []
    for section in definition.result:
        step = section.show
        if step is None or (step not in mine.answers and step not in other.answers):
            continue
        assert section.heading is not None, "only headings within a group may be left out"
        found.append(
            Compared(
                step=step,
                heading=section.heading.in_language(mine.language),
                mine=_answer(definition, mine, section, today),
                other=_answer(definition, replace(other, language=mine.language), section, today),
                alike=_alike(definition, step, mine.answers.get(step), other.answers.get(step)),
            )
        )
    return found


def _answer(definition: Definition, session: Session, section: Section, today: date) -> str:
    value = session.answers.get(str(section.show))
    return ABSENT if value is None else said(definition, session, section, value, today)


def _alike(definition: Definition, step: str, mine: Any, other: Any) -> bool:
    """The same but for capitals, dots and blanks; a list in any order."""
    if mine is None or other is None:
        return mine is None and other is None
    if isinstance(definition.by_id[step].answer, Listing | Choices):
        return {_plain(one) for one in mine} == {_plain(one) for one in other}
    return bool(_plain(mine) == _plain(other))


def _plain(value: Any) -> Any:
    return " ".join(value.casefold().split()).rstrip(".! ") if isinstance(value, str) else value
