"""Putting options in order: tapped one after another, undone by a second tap, or typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.build import build
from dialogs.definition import Definition
from dialogs.engine import Answer, Turn, advance, start
from dialogs.source import read_yaml
from tests.dialogs.written import HEAD, MONDAY, faults_of, labels, played, small, step, tap

OPTIONS = (
    "{ranking: [{id: a, label: {lv: Sports un deja, en: Sport and dance}}, "
    "{id: b, label: {lv: Mūzika, en: Music}}, "
    "{id: c, label: {lv: 'Grāmatas, kino', en: 'Books, films'}}]}"
)
ORDER = step("order", answer=OPTIONS)
NAMES = ("Sport and dance", "Music", "Books, films")


def definition(*more: str) -> Definition:
    """A dialog that asks for an order first."""
    data = read_yaml(HEAD + "".join((ORDER, *more)), "small.yaml")
    found, faults = build(data, "small.yaml")
    assert found is not None, faults
    return found


def order(turn: Turn) -> object:
    return turn.session.answers.get("order")


def test_options_are_tapped_from_the_best_down() -> None:
    """Each tap takes the next place, which shows on the button and under the question."""
    dialog = definition()
    turn = tap(dialog, start(dialog, "en", MONDAY), "choice:b")
    assert order(turn) == ["b"]
    assert labels(turn)[:3] == ["Sport and dance", "① Music", "Books, films"]
    assert "Your order:\n1. Music" in turn.messages[-1].text
    assert "That's my order" not in labels(turn)


def test_the_last_option_needs_no_tap_of_its_own() -> None:
    """There is only one place left for it; the person still says that it is right so."""
    dialog = definition()
    turn = tap(dialog, tap(dialog, start(dialog, "en", MONDAY), "choice:b"), "choice:c")
    assert order(turn) == ["b", "c", "a"]
    assert labels(turn)[:4] == ["③ Sport and dance", "① Music", "② Books, films", "That's my order"]
    done = tap(dialog, turn, "enough")
    assert done.session.status == "done"
    assert order(done) == ["b", "c", "a"]


def test_a_second_tap_takes_an_option_out() -> None:
    """What stood behind it moves up, and nothing is filled in against the person's wish."""
    dialog = definition()
    turn = played(dialog, "2 3 1")
    turn = tap(dialog, turn, "choice:b")
    assert order(turn) == ["c", "a"]
    turn = tap(dialog, tap(dialog, turn, "choice:c"), "choice:a")
    assert order(turn) is None
    assert "Your order" not in turn.messages[-1].text


def test_an_unfinished_order_is_not_handed_in() -> None:
    """The person reads what still has no place."""
    dialog = definition()
    turn = tap(dialog, start(dialog, "en", MONDAY), "choice:b")
    turn = tap(dialog, turn, "enough")
    assert turn.session.status == "open"
    assert turn.messages[-1].text.startswith(
        "Still without a place: Sport and dance, Books, films."
    )


@pytest.mark.parametrize(
    "typed",
    [
        "2 1 3", "213", "2, 1, 3", "2. 1. 3.", "2>1>3", "2 → 1 → 3", "2-1-3", "2 1",
        "Music, sport and dance", "music; Sport and dance; books", "second, first, third",
        "Music\nSport and dance\nBooks, films", "1. Music\n2. Sport and dance\n3. Books",
    ],
)  # fmt: skip
def test_an_order_is_typed_in_many_ways(typed: str) -> None:
    """Numbers, names, places, in a row or in lines; labels with commas and "and" stay whole."""
    assert order(played(definition(), typed)) == ["b", "a", "c"]


@pytest.mark.parametrize("typed", ["music", "2", "Music.", "otrais", "mūzika"])
def test_one_option_typed_is_a_tap(typed: str) -> None:
    """So an order can be made without buttons, one message after another."""
    language = "lv" if typed in ("otrais", "mūzika") else "en"
    turn = played(definition(), typed, language=language)
    assert order(turn) == ["b"]
    assert order(advance(definition(), turn.session, Answer(text=typed), MONDAY)) is None


def test_a_new_order_replaces_the_old_one() -> None:
    """Several options in one message are read from the top."""
    assert order(played(definition(), "3 2 1", "1 2 3")) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2 1 1", "“Sport and dance” is named twice"),
        ("2 9 1", "I didn't understand the order"),
        ("football, Music", "I didn't understand the order"),
        ("0", "I didn't understand the order"),
        ("🙂", "I didn't understand the order"),
    ],
)
def test_what_is_no_order_is_asked_again(typed: str, said: str) -> None:
    """What was put in order before stays."""
    turn = played(definition(), "3", typed)
    assert order(turn) == ["c"]
    assert turn.messages[-1].text.startswith(said)


def test_going_back_keeps_the_order_to_be_changed() -> None:
    """As with several choices: the marks are still there."""
    dialog = definition(step("next"))
    turn = tap(dialog, played(dialog, "2 1 3"), "enough")
    assert turn.session.cursor.step == "next"
    turn = tap(dialog, turn, "back")
    assert labels(turn)[:3] == ["② Sport and dance", "① Music", "③ Books, films"]


def test_an_order_is_said_back_with_its_places(tmp_path: Path) -> None:
    """In the result and in later questions."""
    tail = "result: [{heading: {lv: Secība, en: Order}, show: order}]\n"
    dialog = small(tmp_path, ORDER, tail=tail)
    turn = tap(dialog, played(dialog, "2 1 3"), "enough")
    assert "Order: 1. Music, 2. Sport and dance, 3. Books, films" in turn.messages[0].text


def test_an_order_that_lacks_a_new_option_is_asked_anew() -> None:
    """A dialog was changed while somebody was in it: half an order is not taken for a whole one."""
    old = definition(step("next"))
    turn = tap(old, played(old, "2 1 3"), "enough")
    more = ORDER.replace("]}", ", {id: d, label: {lv: Miegs, en: Sleep}}]}")
    data = read_yaml(HEAD + more + step("next"), "small.yaml")
    new, _ = build(data, "small.yaml")
    assert new is not None
    moved = advance(new, turn.session, Answer(text="Well"), MONDAY)
    assert "order" not in moved.session.answers


def test_long_labels_are_numbered_in_the_text() -> None:
    """A clipped button has the option's number, which is not mistaken for its place."""
    long = ORDER.replace("Music", "Music of all kinds and times")
    found, _ = build(read_yaml(HEAD + long, "small.yaml"), "small.yaml")
    assert found is not None
    turn = tap(found, start(found, "en", MONDAY), "choice:b")
    assert labels(turn)[1] == "① 2. Music of all k…"
    assert all(len(label) <= 20 for label in labels(turn))
    assert "2. Music of all kinds and times" in turn.messages[-1].text


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        ("{ranking: []}", "0 options to put in order"),
        ("{ranking: [{id: a, label: {lv: Viens, en: One}}]}", "1 options to put in order"),
        (
            "{ranking: [{id: a, label: {lv: Jā, en: Yes}}, {id: a, label: {lv: Nē, en: No}}]}",
            "the option 'a' is there twice",
        ),
        ("{ranking: {of: goals}}", "the key 'of' is unknown"),
    ],
)
def test_an_order_nobody_could_give_is_a_fault(answer: str, what: str, tmp_path: Path) -> None:
    """With its line, before anybody meets it."""
    found = faults_of(tmp_path, HEAD + step("order", answer=answer))
    assert any(what in fault.what for fault in found)


DEEDS = st.lists(
    st.one_of(
        st.sampled_from(
            ["choice:a", "choice:b", "choice:c", "choice:x", "back", "why", "skip"]
        ).map(lambda value: Answer(value=value)),
        st.sampled_from(["1", "2 1", "321", "music", "🙂", "back", "1 2 3 4"]).map(
            lambda text: Answer(text=text)
        ),
        st.text(max_size=12).map(lambda text: Answer(text=text)),
    ),
    max_size=15,
)


@given(DEEDS)
def test_whatever_is_tapped_an_order_holds_every_option_once(deeds: list[Answer]) -> None:
    """And it is handed in exactly when all of them have a place."""
    dialog = definition()
    turn = start(dialog, "en", MONDAY)
    for deed in deeds:
        turn = advance(dialog, turn.session, deed, MONDAY)
        if turn.session.status == "left":
            turn = tap(dialog, turn, "resume")
        placed = turn.session.answers.get("order", [])
        assert len(set(placed)) == len(placed)
        assert set(placed) <= {"a", "b", "c"}
        handed_in = turn.session.status == "done"
        assert ("That's my order" in labels(turn) or handed_in) == (len(placed) == 3)
        if handed_in:
            break
    whole = played(dialog, "3 1 2")
    assert tap(dialog, whole, "enough").session.answers["order"] == ["c", "a", "b"]


@given(st.permutations(["1", "2", "3"]), st.sampled_from([" ", ", ", ">", "; ", "\n", ""]))
def test_any_order_can_be_typed(numbers: list[str], between: str) -> None:
    """However the numbers are parted."""
    wanted = [{"1": "a", "2": "b", "3": "c"}[number] for number in numbers]
    assert order(played(definition(), between.join(numbers))) == wanted


@pytest.mark.parametrize("word", ["jā", "ja!", "yes"])
def test_yes_to_a_whole_order_finishes_it(word: str) -> None:
    """Like the button; to half an order it says nothing."""
    dialog = definition()
    half = tap(dialog, start(dialog, "en", MONDAY), "choice:b")
    assert advance(dialog, half.session, Answer(text=word), MONDAY).session.status == "open"
    whole = tap(dialog, half, "choice:c")
    turn = advance(dialog, whole.session, Answer(text=word), MONDAY)
    assert turn.session.status == "done"
    assert order(turn) == ["b", "c", "a"]
