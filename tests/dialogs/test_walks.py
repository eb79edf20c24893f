"""Random walks: whatever a person does, the dialog goes on and nothing is lost."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.check import check
from dialogs.definition import Definition, Step
from dialogs.engine import Answer, Turn, advance, again, start
from dialogs.kinds import Kind, Text, YesNo
from dialogs.load import load_library
from dialogs.session import Session
from dialogs.texts import MARK, TEXTS
from dialogs.wording import Wording
from tests.dialogs.transcript import FOLDER, Transcript

LIBRARY = load_library()
TODAY = date(2026, 3, 2)
STEPS_MAX = 120
STEPS_MIN, WALKS = 20, 30
"""At least so many steps in a walk, and so many walks through each dialog."""

TAKEN: Counter[str] = Counter()
"""Steps really taken, by dialog."""

CHANGES = 20
"""So many changed versions of each dialog are resumed."""

TYPED = st.sampled_from(
    ["rīt", "5", "1", "jā", "no", "skip", "Pietiek", "back", "kāpēc?", "later", "🙂", "", "asdf",
     "{item} {goal}", "vakar", "2, 3", "x" * 2001, "0", "\x00\ud83d", "1. a 2. b"]
)  # fmt: skip
FREE = st.text(max_size=30)
MANY = st.lists(st.integers(0, 9999).map(str), min_size=1, max_size=5).map("; ".join)
DEEDS = st.one_of(
    st.tuples(st.just("tap"), st.integers(0, 20)),
    st.tuples(st.just("type"), st.one_of(TYPED, FREE, MANY)),
    st.tuples(st.just("stale"), st.sampled_from(["choice:2", "scale:7", "yes", "x", "enough"])),
    st.tuples(st.just("photo"), st.just("")),
    *[st.tuples(st.just("sensible"), st.integers(0, 9999))] * 4,
)


def _values(definition: Definition) -> dict[str, str]:
    """What its texts need from outside."""
    return dict.fromkeys(definition.values, "the physics test")


def _answer(turn: Turn, deed: tuple[str, int | str]) -> Answer:
    kind, what = deed
    if kind == "sensible":
        return _sensible(turn, int(what))
    buttons = turn.messages[-1].buttons
    if kind == "tap" and buttons:
        return Answer(value=buttons[int(what) % len(buttons)].action["value"])
    if kind == "stale":
        return Answer(value=str(what))
    return Answer(attachment="photo") if kind == "photo" else Answer(text=str(what))


def _sensible(turn: Turn, number: int) -> Answer:
    """An answer that moves on, for walking any dialog to its end."""
    buttons = turn.messages[-1].buttons
    values = [str(b.action["value"]) for b in buttons if not b.label.startswith(MARK)]
    taps = [
        v for v in values if v.startswith(("choice", "scale")) or v in ("yes", "enough", "resume")
    ]
    if taps:
        return Answer(value=taps[-1] if "enough" in taps else taps[0])
    asks_day = "day" in turn.messages[-1].text
    return Answer(text="tomorrow" if asks_day else f"thing {number}")


@pytest.mark.parametrize("name", sorted(LIBRARY))
@given(
    deeds=st.lists(DEEDS, min_size=STEPS_MIN, max_size=60), language=st.sampled_from(["lv", "en"])
)
@settings(
    max_examples=WALKS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)
def test_no_walk_crashes_and_every_turn_is_whole(
    name: str, deeds: list[tuple[str, int | str]], language: str
) -> None:
    """Each turn asks something with buttons within the limits, and the session survives storage."""
    definition = LIBRARY[name]
    walk = Walk(definition, language)
    for deed in deeds:
        walk.go_on(deed)
    TAKEN[name] += len(deeds)


class Walk:
    """One person's way, each turn looked at. `stood` is where they stood before each step so far,
    which is where `back` has to bring them."""

    def __init__(self, definition: Definition, language: str) -> None:
        self.definition, self.language = definition, language
        self._begin()

    def _begin(self) -> None:
        self.turn = start(self.definition, self.language, TODAY, _values(self.definition))
        self.stood: list[Session] = []
        _is_whole(self.definition, self.turn)

    def go_on(self, deed: tuple[str, int | str]) -> None:
        if self.turn.session.status == "done":
            self._begin()
        before = self.turn.session
        answer = _answer(self.turn, deed)
        self.turn = advance(self.definition, _restarted(before), answer, TODAY)
        assert _restarted(self.turn.session) == self.turn.session
        assert self.turn.session.turn == before.turn + 1
        self._remember(before)
        _is_whole(self.definition, self.turn)
        if self.turn.session.status == "open":
            self._back_undoes_one_step()

    def _remember(self, before: Session) -> None:
        grown = len(self.turn.session.history) - len(before.history)
        assert grown in (-1, 0, 1), "one answer, one step"
        self.stood = [*self.stood, before] if grown == 1 else self.stood[: grown or None]

    def _back_undoes_one_step(self) -> None:
        """From anywhere in the question, whatever was refused, asked or ticked there meanwhile."""
        back = advance(self.definition, self.turn.session, Answer(value="back"), TODAY).session
        was = self.stood[-1] if self.stood else back
        assert (back.cursor, back.answers, back.history) == (was.cursor, was.answers, was.history)
        assert len(back.history) == max(0, len(self.turn.session.history) - 1)


def _is_whole(definition: Definition, turn: Turn) -> None:
    """Something is said, buttons keep to the limits, and there is a way out or a way back in."""
    assert all(message.text.strip() for message in turn.messages)
    assert all(0 < len(b.label) <= 20 for m in turn.messages for b in m.buttons)
    values = {button.action["value"] for button in turn.messages[-1].buttons}
    if turn.session.status == "open":
        assert "leave" in values
        assert "back" in values or not turn.session.history
        _can_be_left(definition, turn)
    elif turn.session.status == "left":
        assert "resume" in values


def test_the_walks_were_ten_thousand_steps_and_more() -> None:
    """Few steps would prove little: those that were really taken are counted."""
    if set(TAKEN) != set(LIBRARY):
        pytest.skip("not every dialog was walked in this run")
    assert TAKEN.total() >= 10_000


def _restarted(session: Session) -> Session:
    """The session as a new process reads it from the database."""
    return Session.from_json(json.loads(json.dumps(session.to_json())))


def _can_be_left(definition: Definition, turn: Turn) -> None:
    """Weeks later the same question is there, with everything answered before it."""
    left = advance(definition, turn.session, Answer(value="leave"), TODAY).session
    assert left.status == "left"
    back = again(definition, _restarted(left), date(2026, 4, 20))
    assert (back.session.cursor, back.session.answers) == (
        turn.session.cursor,
        turn.session.answers,
    )
    assert back.session.history == turn.session.history
    assert back.messages[-1].buttons


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_every_question_there_is_can_be_left(name: str) -> None:
    """Also the late ones, to which few random walks come: the transcripts ask all of them."""
    definition, asked = LIBRARY[name], set()
    for path in sorted(FOLDER.glob(f"{name}_*.txt")):
        transcript = Transcript(path)
        transcript.played()
        for turn in transcript.turns:
            _is_whole(definition, turn)
            asked.add(turn.session.cursor.step)
    assert asked == set(definition.by_id)


@pytest.mark.parametrize("name", sorted(LIBRARY))
@given(deeds=st.lists(DEEDS, max_size=40))
@settings(max_examples=25, deadline=None)
def test_there_is_always_a_way_to_the_end(name: str, deeds: list[tuple[str, int | str]]) -> None:
    """From wherever a walk has led, ordinary answers finish the dialog."""
    definition = LIBRARY[name]
    turn = start(definition, "en", TODAY, _values(definition))
    for deed in deeds:
        turn = advance(definition, turn.session, _answer(turn, deed), TODAY)
    if turn.session.status != "done":
        turn = again(definition, turn.session, TODAY)
    _ends(definition, turn)


def _ends(definition: Definition, turn: Turn) -> None:
    for number in range(STEPS_MAX):
        if turn.session.status == "done":
            return
        turn = advance(definition, turn.session, _sensible(turn, number), TODAY)
    raise AssertionError(turn.messages)


def _extra(number: int) -> Step:
    ask = Wording(texts={"lv": "Kas vēl?", "en": "What else?"}, line=1)
    return Step(id=f"extra-{number}", ask=ask, why=ask, answer=Text(), optional=True, line=1)


def _with_extras(definition: Definition, places: set[int]) -> Definition:
    """The dialog as it was when it still had further questions, none inside a round."""
    steps: list[Step] = []
    for number, step in enumerate(definition.steps):
        inside = number and step.for_each and definition.steps[number - 1].for_each == step.for_each
        steps += [] if inside or number not in places else [_extra(number)]
        steps.append(step)
    steps += [_extra(len(steps))] if len(definition.steps) in places else []
    return replace(definition, steps=tuple(steps), version="before")


@pytest.mark.parametrize("name", sorted(LIBRARY))
@given(
    deeds=st.lists(DEEDS, max_size=30),
    places=st.sets(st.integers(0, 20), min_size=1, max_size=6),
    goes_on=st.booleans(),
)
@settings(max_examples=CHANGES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_session_of_the_version_before_goes_on(
    name: str, deeds: list[tuple[str, int | str]], places: set[int], goes_on: bool
) -> None:
    """What still exists is asked where it was; from what is gone, the nearest answered one."""
    definition = LIBRARY[name]
    old = _with_extras(definition, places)
    turn = start(old, "en", TODAY, _values(old))
    for deed in deeds:
        turn = advance(old, turn.session, _answer(turn, deed), TODAY)
    if turn.session.status == "done":
        return
    stored = _restarted(turn.session)
    resumed = again(definition, stored, TODAY)
    _is_nearest(definition, stored, resumed)
    turn = advance(definition, stored, Answer(text="x"), TODAY) if goes_on else resumed
    _ends(definition, turn if turn.session.status != "left" else again(definition, stored, TODAY))


def _is_nearest(definition: Definition, stored: Session, resumed: Turn) -> None:
    """In place, or with an apology at the last question behind which nothing is gone."""
    kept = [cursor for cursor in stored.history if cursor.step in definition.by_id]
    session, said = resumed.session, resumed.messages[-1].text
    assert session.version == definition.version
    if stored.cursor.step in definition.by_id:
        assert (session.cursor, list(session.history)) == (stored.cursor, kept)
        assert not said.startswith(TEXTS["moved"]["en"])
        return
    assert said.startswith(TEXTS["moved"]["en"])
    if kept:
        assert (session.cursor, list(session.history)) == (kept[-1], kept[:-1])
    else:
        assert session.cursor.step == definition.steps[0].id
    for step in {cursor.step for cursor in kept[:-1]} - {session.cursor.step}:
        assert session.answers.get(step) == stored.answers.get(step)


@pytest.mark.parametrize("name", sorted(LIBRARY))
@given(
    deeds=st.lists(DEEDS, max_size=30),
    number=st.integers(0, 30),
    instead=st.sampled_from([None, Text(), YesNo()]),
)
@settings(max_examples=CHANGES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_question_of_the_library_that_is_taken_out_or_asked_otherwise_loses_nobody(
    name: str, deeds: list[tuple[str, int | str]], number: int, instead: Kind | None
) -> None:
    """Lists, rounds and records too: whoever stood anywhere still comes to the end."""
    definition = LIBRARY[name]
    new = _changed(definition, number, instead)
    turn = start(definition, "en", TODAY, _values(definition))
    for deed in deeds:
        turn = advance(definition, turn.session, _answer(turn, deed), TODAY)
    if new is not None and turn.session.status != "done":
        _ends(new, again(new, _restarted(turn.session), TODAY))


def _changed(definition: Definition, number: int, instead: Kind | None) -> Definition | None:
    """The dialog with another kind of answer to one step, or without it, if it is whole so."""
    old = definition.steps[number % len(definition.steps)]
    others = [replace(old, answer=instead)] if instead else []
    steps = tuple(new for step in definition.steps for new in ([step] if step != old else others))
    result = definition.result
    if not instead:
        result = tuple(section for section in result if section.show != old.id)
    if not steps:
        return None
    new = replace(definition, steps=steps, result=result, version="after")
    return None if check(new) else new
