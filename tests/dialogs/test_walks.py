"""Random walks: whatever a person does, the dialog goes on and nothing is lost."""

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.check import check
from dialogs.definition import Definition, Step
from dialogs.engine import Answer, Turn, advance, again, start
from dialogs.kinds import Text
from dialogs.load import load_library
from dialogs.session import Session
from dialogs.texts import MARK, TEXTS
from dialogs.wording import Wording

LIBRARY = load_library()
TODAY = date(2026, 3, 2)
STEPS_MAX = 120
STEPS_MIN, WALKS = 20, 40
"""At least so many steps in a walk, and so many walks through each dialog."""

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
    turn = start(definition, language, TODAY, _values(definition))
    for deed in deeds:
        if turn.session.status == "done":
            turn = start(definition, language, TODAY, _values(definition))
        before = turn.session
        turn = advance(definition, _restarted(before), _answer(turn, deed), TODAY)
        assert _restarted(turn.session) == turn.session
        assert turn.session.turn == before.turn + 1
        assert turn.messages
        assert all(0 < len(b.label) <= 20 for m in turn.messages for b in m.buttons)
        if turn.session.status == "open":
            _can_be_left(definition, turn)
        if len(turn.session.history) == len(before.history) + 1 and turn.session.status == "open":
            _back_undoes_one_step(definition, before, turn)


def test_the_walks_are_ten_thousand_steps_and_more() -> None:
    """Few steps would prove little."""
    assert len(LIBRARY) * WALKS * STEPS_MIN >= 10_000


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


def _back_undoes_one_step(definition: Definition, before: Session, turn: Turn) -> None:
    back = advance(definition, turn.session, Answer(value="back"), TODAY).session
    assert back.cursor == before.cursor
    assert back.answers == before.answers
    assert back.history == before.history


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
@given(deeds=st.lists(DEEDS, max_size=30), gone=st.integers(0, 30))
@settings(max_examples=CHANGES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_question_of_the_library_that_is_taken_out_loses_nobody(
    name: str, deeds: list[tuple[str, int | str]], gone: int
) -> None:
    """Lists, rounds and records too: whoever stood anywhere still comes to the end."""
    definition = LIBRARY[name]
    new = _without(definition, gone)
    turn = start(definition, "en", TODAY, _values(definition))
    for deed in deeds:
        turn = advance(definition, turn.session, _answer(turn, deed), TODAY)
    if new is not None and turn.session.status != "done":
        _ends(new, again(new, _restarted(turn.session), TODAY))


def _without(definition: Definition, number: int) -> Definition | None:
    """The dialog without one step, if it is whole without it."""
    gone = definition.steps[number % len(definition.steps)]
    steps = tuple(step for step in definition.steps if step is not gone)
    result = tuple(section for section in definition.result if section.show != gone.id)
    if not steps:
        return None
    new = replace(definition, steps=steps, result=result, version="after")
    return None if check(new) else new
