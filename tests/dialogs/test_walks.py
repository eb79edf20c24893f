"""Random walks: whatever a person does, the dialog goes on and nothing is lost."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dialogs.definition import Definition
from dialogs.engine import Answer, Turn, advance, again, start
from dialogs.load import load_library
from dialogs.session import Session
from dialogs.texts import MARK

LIBRARY = load_library()
TODAY = date(2026, 3, 2)
STEPS_MAX = 120

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
@given(deeds=st.lists(DEEDS, max_size=60), language=st.sampled_from(["lv", "en"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_walk_crashes_and_every_turn_is_whole(
    name: str, deeds: list[tuple[str, int | str]], language: str
) -> None:
    """Each turn asks something with buttons within the limits, and the session survives storage."""
    definition = LIBRARY[name]
    turn = start(definition, language, TODAY, _values(definition))
    for deed in deeds:
        before = turn.session
        turn = advance(definition, before, _answer(turn, deed), TODAY)
        assert Session.from_json(json.loads(json.dumps(turn.session.to_json()))) == turn.session
        if before.status != "done":
            assert turn.session.turn == before.turn + 1
            assert turn.messages
        assert all(0 < len(b.label) <= 20 for m in turn.messages for b in m.buttons)
        if len(turn.session.history) == len(before.history) + 1 and turn.session.status == "open":
            _back_undoes_one_step(name, before, turn)


def _back_undoes_one_step(name: str, before: Session, turn: Turn) -> None:
    back = advance(LIBRARY[name], turn.session, Answer(value="back"), TODAY).session
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
    for number in range(STEPS_MAX):
        if turn.session.status == "done":
            return
        turn = advance(definition, turn.session, _sensible(turn, number), TODAY)
    raise AssertionError(turn.messages)
