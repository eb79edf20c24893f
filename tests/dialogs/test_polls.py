"""A poll asked as a dialog, and what it recorded read back as answers."""

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.definition import Definition
from dialogs.engine import Answer, Turn, advance, again, start
from dialogs.polls import answers, definition
from dialogs.ready_poll import load_polls
from mentoring.polls import WORD_MAX, WORDS_MAX, Poll, Question
from tests.dialogs.written import MONDAY, labels, tap

POLLS = {name: ready.poll for name, ready in load_polls().items()}


def fits(question: Question, value: Any) -> bool:
    """Whether the value is an answer to this question at all."""
    places = value if isinstance(value, list) else [value]
    among_options = len(set(places)) == len(places) and set(places) <= set(
        range(len(question.options))
    )
    match question.kind:
        case "choice":
            return isinstance(value, int) and among_options
        case "choices":
            return bool(places) and among_options
        case "ranking":
            return among_options and len(places) == len(question.options)
        case "scale":
            return isinstance(value, int) and question.low <= value <= question.high
        case "number":
            return isinstance(value, (int, float)) and math.isfinite(value)
        case "words":
            return 1 <= len(value) <= WORDS_MAX and all(0 < len(word) <= WORD_MAX for word in value)
        case "text":
            return isinstance(value, str) and bool(value.strip())


def text(latvian: str) -> dict[str, str]:
    return {"lv": latvian}


def poll(*questions: Question, quiz: bool = False) -> Poll:
    return Poll(title=text("Aptauja"), questions=questions, quiz=quiz)


def asked(made: Definition, *deeds: Answer, language: str = "lv") -> Turn:
    turn = start(made, language, MONDAY)
    for deed in deeds:
        turn = advance(made, turn.session, deed, MONDAY)
    return turn


def typed(*texts: str) -> list[Answer]:
    return [Answer(text=one) for one in texts]


ALL_KINDS = poll(
    Question(id="one", kind="choice", ask=text("Kurš?"), options=(text("Jā"), text("Nē"))),
    Question(id="some", kind="choices", ask=text("Kuri?"), options=(text("Viens"), text("Divi"))),
    Question(
        id="order", kind="ranking", ask=text("Secība?"), options=(text("Rīts"), text("Nakts"))
    ),
    Question(id="scale", kind="scale", ask=text("Cik?"), low=0, high=10),
    Question(id="number", kind="number", ask=text("Skaitlis?")),
    Question(id="words", kind="words", ask=text("Vārdi?")),
    Question(id="text", kind="text", ask=text("Kas vēl?")),
)
ANSWERED = (
    "Nē",
    "2, 1",
    "Pietiek",
    "2 1",
    "tāda secība",
    "10",
    "2,5",
    "prieks un miers",
    "Viss ir labi",
)


def test_every_kind_is_asked_and_read_back() -> None:
    """As plain values that fit their questions: places instead of labels."""
    made = definition(ALL_KINDS, "activity:1")
    turn = asked(made, *typed(*ANSWERED))
    assert turn.session.status == "done"
    found = answers(ALL_KINDS, turn.session.answers)
    assert found == {
        "one": 1,
        "some": [0, 1],
        "order": [1, 0],
        "scale": 10,
        "number": 2.5,
        "words": ["prieks", "miers"],
        "text": "Viss ir labi",
    }
    assert all(fits(ALL_KINDS.by_id[name], value) for name, value in found.items())


@pytest.mark.parametrize("quiz", [False, True])
def test_every_question_can_be_skipped(quiz: bool) -> None:
    """Nobody has to tell a group anything; what is skipped leaves no answer, not an empty one."""
    made = definition(poll(*ALL_KINDS.questions, quiz=quiz), "activity:1")
    turn = asked(made)
    for _ in ALL_KINDS.questions:
        assert "Izlaist" in labels(turn)
        turn = tap(made, turn, "skip")
    assert turn.session.status == "done"
    assert answers(ALL_KINDS, turn.session.answers) == {}


def test_enough_with_nothing_marked_skips_several_choices() -> None:
    """With something marked it is the answer."""
    made = definition(ALL_KINDS, "activity:1")
    turn = asked(made, *typed("Nē", "pietiek"))
    assert turn.session.cursor.step == "order"
    assert "some" not in answers(ALL_KINDS, turn.session.answers)
    turn = asked(made, *typed("Nē", "2", "pietiek"))
    assert answers(ALL_KINDS, turn.session.answers)["some"] == [1]


def test_a_live_question_is_a_dialog_of_its_own() -> None:
    """With another version than the next one, so that a late answer is not taken for it."""
    first = definition(ALL_KINDS, "activity:1:0", only="one")
    later = definition(ALL_KINDS, "activity:1:0", only="scale")
    assert [step.id for step in first.steps] == ["one"]
    assert first.version != later.version
    turn = asked(first, Answer(value="choice:1"))
    assert turn.session.status == "done"
    assert answers(ALL_KINDS, turn.session.answers) == {"one": 1}


def test_a_poll_typed_in_one_language_is_asked_in_the_other() -> None:
    """Buttons and hints are in the reader's language, the question in the mentor's."""
    turn = asked(definition(ALL_KINDS, "activity:1"), language="en")
    assert turn.messages[-1].text == "Kurš?"
    assert labels(turn) == ["Jā", "Nē", "Skip", "Later"]


def test_braces_that_a_mentor_typed_stay_braces() -> None:
    """A programmer's question names no answer of anybody."""
    made = definition(poll(Question(id="q", kind="text", ask=text("Ko dara {goal} un {}?"))), "a")
    assert asked(made).messages[-1].text == "Ko dara {goal} un {}?"


def test_an_explanation_is_not_given_before_the_answer() -> None:
    """In an opinion `why` helps, in a quiz it would tell what is right."""
    options = (text("Jā"), text("Nē"))
    ask = {"id": "q", "kind": "choice", "ask": text("Vai?"), "options": options}
    opinion = definition(poll(Question(**ask, why=text("Palīdz saprast."))), "a")
    quiz = definition(poll(Question(**ask, why=text("Pareizi ir jā."), right=(0,)), quiz=True), "a")
    assert "Palīdz saprast." in asked(opinion, *typed("kāpēc?")).messages[-1].text
    assert "Kāpēc?" not in labels(asked(quiz))
    assert "Pareizi" not in asked(quiz, *typed("kāpēc?")).messages[-1].text


def test_a_question_shows_its_picture() -> None:
    """By the name the desk gives it, with what it shows in words."""
    pictured = Question(
        id="q", kind="text", ask=text("Kas te ir?"), image="map.png", alt=text("Karte")
    )
    (message,) = asked(definition(poll(pictured), "a", images={"q": "asked:1:q"})).messages
    assert (message.image, message.alt) == ("asked:1:q", "Karte")
    (plain,) = asked(definition(poll(pictured), "a")).messages
    assert plain.image is None


def test_a_picture_is_not_sent_again_with_every_tap() -> None:
    """It stands just above; whoever comes back later sees it once more."""
    options = (text("Viens"), text("Divi"))
    pictured = Question(
        id="q",
        kind="choices",
        ask=text("Kuri?"),
        options=options,
        image="map.png",
        alt=text("Karte"),
    )
    made = definition(poll(pictured), "a", images={"q": "asked:1:q"})
    turn = tap(made, start(made, "lv", MONDAY), "choice:0")
    assert (turn.messages[-1].image, turn.messages[-1].alt) == (None, None)
    refused = advance(made, turn.session, Answer(text="9"), MONDAY)
    assert refused.messages[-1].image is None
    back = tap(made, tap(made, refused, "leave"), "resume")
    assert back.messages[-1].image == "asked:1:q"
    assert again(made, turn.session, MONDAY).messages[-1].image == "asked:1:q"


def test_a_changed_poll_is_another_version() -> None:
    """An open session notices; the same poll read from the store again is the same."""
    stored = Poll.from_json(ALL_KINDS.to_json())
    made = definition(ALL_KINDS, "activity:1")
    assert definition(stored, "activity:1").version == made.version
    assert definition(POLLS["mood"], "activity:1").version != made.version


DEEDS = st.lists(
    st.one_of(
        st.integers(0, 12),
        st.sampled_from(
            ["1", "2 1", "prieks", "atpakaļ", "izlaist", "kāpēc", "7,5", "🙂", "3 1 2 5 4"]
        ),
    ),
    max_size=40,
)


def _answer(turn: Turn, deed: Any) -> Answer:
    buttons = turn.messages[-1].buttons
    if isinstance(deed, int) and buttons:
        return Answer(value=str(buttons[deed % len(buttons)].action["value"]))
    return Answer(text=str(deed))


@pytest.mark.parametrize("name", sorted(POLLS))
@given(deeds=DEEDS, language=st.sampled_from(["lv", "en"]))
def test_whatever_is_answered_fits_its_question(name: str, deeds: list[Any], language: str) -> None:
    """On any walk through a ready-made poll, up to its end."""
    made = definition(POLLS[name], "activity:1")
    turn = start(made, language, MONDAY)
    for deed in deeds:
        turn = advance(made, turn.session, _answer(turn, deed), MONDAY)
    if turn.session.status != "done":
        return
    for question, value in answers(POLLS[name], turn.session.answers).items():
        assert fits(POLLS[name].by_id[question], value)


@pytest.mark.parametrize("said", ["Nē", "Nekas", "Nezinu"])
def test_a_bare_no_answers_what_somebody_asks_in_their_own_words(said: str) -> None:
    """The author may have asked for just that; where only a figure fits, it leaves out."""
    made = definition(poll(*ALL_KINDS.questions[-2:]), "poll")
    turn = asked(made, *typed(said, said))
    assert turn.session.answers == {"words": [said], "text": said}
    scale = definition(poll(ALL_KINDS.questions[3]), "poll")
    assert asked(scale, *typed(said)).session.answers == {}
