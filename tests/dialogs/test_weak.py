"""Weak answers: found by declared rules, asked for once more in other words, then taken."""

from dataclasses import replace
from pathlib import Path

import pytest

from dialogs.asking import asked
from dialogs.draw import draw, draw_svg
from dialogs.effects import MakeTask
from dialogs.engine import Answer, Turn, advance, start
from dialogs.kinds import Date, Listing, YesNo
from dialogs.load import load_library
from dialogs.outcome import effects
from dialogs.proof import texts_of
from dialogs.session import Session
from dialogs.unsure import says_no_more, says_nothing
from tests.dialogs.written import HEAD, MONDAY, faults_of, played, small, step, tap

AGAIN = "again: {lv: 'Un ja citādi?', en: 'Put differently?'}"
LIBRARY = load_library()
SMART = LIBRARY["smart"]


def said(turn: Turn) -> str:
    return turn.messages[-1].text


def asked_again(folder: Path, rule: str, *answers: str, answer: str = "text") -> bool:
    """Whether the last answer, given to the step `b` behind a step `a`, is asked for again."""
    dialog = small(folder, step("a"), step("b", f"weak: [{rule}]", AGAIN, answer=answer), step("c"))
    turn = played(dialog, *answers)
    return "Put differently?" in said(turn)


@pytest.mark.parametrize(
    ("rule", "weak", "good"),
    [
        ("unsure", ["nezinu", "nez", "Nav ne jausmas!", "idk", "I don't know", "nu es vel nezinu"],
         ["Nezinu, bet mācīšos angļu valodu", "No idea is bad", "zinu"]),
        ("unsure", ["negribu", "Negribu teikt", "I don't want to", "prefer not to say"],
         ["Negribu būt viens"]),
        ("nothing", ["nekas", "Nē", "none", "nekā nav", "nothing"], ["Nekas, izņemot laiku"]),
        ("vague", ["labāk", "vairāk", "Better", "more", "gribu būt labāks", "Mācīties labāk"],
         ["Labāk rēķināt daļas", "More books", "laiks"]),
        ("no_number", ["Spēlēšu tīrāk", "often"],
         ["10 dziesmas", "trīs reizes", "twice a day", "reizi nedēļā"]),
        ("no_time", ["kopā ar brāli", "in the park"],
         ["trešdienās", "maijā", "plkst. 15", "in summer", "vakaros", "on Friday", "pēc mēneša"]),
        ("{same_as: a}", ["Skriet", " skriet. "], ["Skriet ātri"]),
        ("{shorter_than: 6}", ["īsi"], ["pietiekami"]),
    ],
)  # fmt: skip
def test_each_rule_finds_its_weak_answers_and_leaves_the_others(
    rule: str, weak: list[str], good: list[str], tmp_path: Path
) -> None:
    assert [text for text in weak if not asked_again(tmp_path, rule, "skriet", text)] == []
    assert [text for text in good if asked_again(tmp_path, rule, "skriet", text)] == []


def test_a_second_weak_answer_is_taken_as_it_is(tmp_path: Path) -> None:
    """Nobody is held in a dialog."""
    dialog = small(tmp_path, step("a", "weak: [unsure, vague]", AGAIN), step("b"))
    first = played(dialog, "better")
    assert said(first) == "That gives a direction already.\n\nPut differently?"
    assert first.session.answers == {}
    second = played(dialog, "better", "idk")
    assert second.session.answers == {"a": "idk"}
    assert second.session.cursor.step == "b"


def test_coming_back_to_a_question_does_not_ask_it_a_third_time(tmp_path: Path) -> None:
    dialog = small(tmp_path, step("a", "weak: [unsure]", AGAIN), step("b"))
    turn = played(dialog, "idk", "idk", "back", "idk")
    assert turn.session.cursor.step == "b"


def test_what_was_asked_again_outlives_the_process(tmp_path: Path) -> None:
    """A session stored before there were weak answers is read as well."""
    dialog = small(tmp_path, step("a", "weak: [unsure]", AGAIN), step("b"))
    session = played(dialog, "idk").session
    stored = session.to_json()
    assert Session.from_json(stored) == session
    del stored["again"]
    assert Session.from_json(stored) == replace(session, again=())


def test_leaving_and_the_reason_still_work_at_the_second_wording(tmp_path: Path) -> None:
    """The reason is the step's, and the question stays in its other words."""
    dialog = small(tmp_path, step("a", "weak: [unsure]", AGAIN), step("b"))
    assert said(played(dialog, "idk", "why")) == "Because a.\n\nPut differently?"
    back = tap(dialog, played(dialog, "idk", "later"), "resume")
    assert said(back).endswith("Put differently?")


def test_not_knowing_the_day_is_met_with_other_words_not_with_a_refusal(tmp_path: Path) -> None:
    """A figure or a day can't be "I don't know", so the question stays until there is one."""
    day = step("a", "weak: [unsure]", AGAIN, answer="date")
    dialog = small(tmp_path, day, step("b"))
    assert said(played(dialog, "idk")) == "Never mind, let's try another way.\n\nPut differently?"
    assert said(played(dialog, "idk", "idk")).startswith("I didn't understand the day.")
    assert played(dialog, "idk", "tomorrow").session.cursor.step == "b"
    number = small(tmp_path, step("a", "weak: [unsure]", AGAIN, answer="number"), step("b"))
    assert said(played(number, "no idea")).endswith("Put differently?")


@pytest.mark.parametrize(
    ("rule", "weak", "good"),
    [("{after: a}", "10 March", "3 March"), ("{before: a}", "3 March", "10 March")],
)
def test_a_day_on_the_wrong_side_of_another_is_noticed(
    rule: str, weak: str, good: str, tmp_path: Path
) -> None:
    """Both days are named; said once more, the day is taken."""
    later = step("b", f"weak: [{rule}]", AGAIN, answer="date")
    dialog = small(tmp_path, step("a", answer="date"), later, step("c"))
    turn = played(dialog, "5 March", weak)
    assert "5 March" in said(turn)
    assert said(turn).endswith("Put differently?")
    assert played(dialog, "5 March", weak, weak).session.cursor.step == "c"
    assert played(dialog, "5 March", good).session.cursor.step == "c"


def test_a_goal_day_before_the_last_action_is_noticed(tmp_path: Path) -> None:
    """The days of records count by the latest of them."""
    fields = "{what: {ask: {lv: 'Ko {number}?', en: 'What {number}?'}, answer: text},"
    fields += " when: {ask: {lv: 'Kad?', en: 'When?'}, answer: date}}"
    records = step("a", answer=f"{{list: {{min: 1, max: 2, of: {fields}}}}}")
    day = step("b", "weak: [{before: a}]", AGAIN, answer="date")
    dialog = small(tmp_path, records, day, step("c"))
    actions = ["Run", "10 March", "Swim", "20 March"]
    assert "Friday, 20 March" in said(played(dialog, *actions, "15 March"))
    assert played(dialog, *actions, "20 March").session.cursor.step == "c"


def test_a_weak_item_is_asked_again_once_for_the_whole_list(tmp_path: Path) -> None:
    listed = step("a", "weak: [unsure]", AGAIN, answer="{list: {min: 2, max: 3}}")
    dialog = small(tmp_path, listed, step("b"))
    assert "Put differently?" in said(played(dialog, "Run", "idk"))
    assert played(dialog, "idk", "Run", "idk").session.answers == {"a": ["Run", "idk"]}


BROKEN = {
    "unknown rule": (step("a", "weak: [unsur]", AGAIN), 9, "no rule of 'weak'"),
    "missing second wording": (step("a", "weak: [unsure]"), 5, "again has no text"),
    "missing language": (
        step("a", "weak: [unsure]", "again: {lv: Vēlreiz?}"), 10, "no text in 'en'",
    ),
    "again that is never asked": (step("a", AGAIN), 9, "never asked"),
    "rule with a needless value": (step("a", "weak: [{unsure: 3}]", AGAIN), 9, "not understood"),
    "rule without its step": (step("a", "weak: [same_as]", AGAIN), 9, "not understood"),
    "length nobody can miss": (step("a", "weak: [{shorter_than: 1}]", AGAIN), 9, "not understood"),
    "later step": (step("a", "weak: [{same_as: b}]", AGAIN) + step("b"), 9, "not an earlier step"),
    "words of a yes": (
        step("s", answer="yes_no") + step("a", "weak: [{same_as: s}]", AGAIN), 13, "no words",
    ),
    "day of a text": (
        step("s") + step("a", "weak: [{after: s}]", AGAIN, answer="date"), 13, "has no day",
    ),
    "words looked for in a day": (
        step("a", "weak: [vague]", AGAIN, answer="date"), 9, "does not suit",
    ),
    "day looked for in words": (
        step("d", answer="date") + step("a", "weak: [{after: d}]", AGAIN), 13, "does not suit",
    ),
    "rule on a tap": (step("a", "weak: [unsure]", AGAIN, answer="yes_no"), 9, "does not suit"),
    "answer for each item": (
        step("l", answer="list") + step("e", "for_each: l")
        + step("a", "weak: [{same_as: e}]", AGAIN), 18, "for each item",
    ),
    "unknown placeholder": (
        step("a", "weak: [unsure]", AGAIN.replace("Put", "{put}")), 10, "{put} (en) is unknown",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_faulty_rule_is_found_before_anybody_meets_it(name: str, tmp_path: Path) -> None:
    steps, line, words = BROKEN[name]
    found = [fault for fault in faults_of(tmp_path, HEAD + steps) if words in fault.what]
    assert found, "\n".join(map(str, faults_of(tmp_path, HEAD + steps)))
    assert found[0].line == line


def test_in_a_dialog_for_two_no_rule_hangs_on_another_question(tmp_path: Path) -> None:
    """Since each question may be answered anew by itself."""
    tail = "together: yes\neffects: [record]\nresult:\n- {heading: {lv: Ak, en: Oh}, show: a}\n"
    steps = step("a") + step("b", "weak: [{same_as: a}]", AGAIN)
    faults = faults_of(tmp_path, HEAD + steps + tail)
    assert any("hangs on another" in fault.what for fault in faults)


def test_the_drawings_and_the_table_of_texts_show_the_second_wording() -> None:
    tree, picture = draw(SMART, "lv"), draw_svg(SMART, "lv")
    assert "vienreiz pārjautā (nezina, nekas, tikai „labāk”, nav skaitļa): Ko tu varētu" in tree
    assert "vienreiz pārjautā (vēlāk nekā deadline): {number}. darbs" in tree
    assert "vienreiz pārjautā (nezina" in picture
    kinds = {(one.step, one.kind) for one in texts_of(SMART)}
    assert {("measure", "again"), ("actions.when", "again")} <= kinds


def test_every_letter_of_smart_asks_weak_answers_again() -> None:
    """Specific, measurable, attainable, relevant, time-bound, and the sentence."""
    letters = ["goal", "exact", "measure", "track", "reality", "options", "now", "deadline"]
    for name in (*letters, "if_late", "sentence"):
        assert SMART.by_id[name].weak, name
    assert SMART.by_id["future"].optional


SAME = "On Mondays in May I run 5 km"


def _answer(turn: Turn) -> str:
    """The same words wherever words are wanted."""
    step, cursor = SMART.by_id[turn.session.cursor.step], turn.session.cursor
    kind = asked(step, turn.session).answer
    if isinstance(kind, YesNo):
        return "no"
    if isinstance(kind, Date):
        return "tomorrow"
    if isinstance(step.answer, Listing):
        return "enough" if (cursor.item or 0) >= step.answer.min else f"Thing {cursor.item}"
    return SAME


def test_the_result_of_smart_repeats_nothing() -> None:
    """Whoever writes the same each time reads it once."""
    turn = start(SMART, "en", MONDAY)
    while turn.session.status == "open":
        turn = advance(SMART, turn.session, Answer(text=_answer(turn)), MONDAY)
    result = turn.messages[0].text
    assert f"My goal in one sentence: {SAME}" in result
    assert result.count(SAME) == 1 + len(turn.session.answers["overcome"])


@pytest.mark.parametrize("text", ["nezinu" * 20, "", "?", "🙂", "Nekur neiešu"])
def test_long_texts_and_no_words_say_nothing_of_the_kind(text: str) -> None:
    assert not says_nothing(text)
    assert not says_no_more(text)


@pytest.mark.parametrize("name", ["grow", "wheel", "plan", "dilts", "swot", "stuck"])
def test_no_task_is_called_i_dont_know(name: str) -> None:
    """It is asked in other words first; whoever still doesn't know has a result without a task."""
    listed = next(one for one in LIBRARY[name].steps if one.effect == "make_task")
    assert isinstance(listed.answer, Listing)
    first = listed.answer.fields[0]
    assert {rule.name for rule in first.weak} >= {"unsure", "nothing"}
    records = [
        {first.id: "nezinu", "when": "2026-03-09"},
        {first.id: "Skriet", "when": "2026-03-10"},
    ]
    stands = replace(start(LIBRARY[name], "lv", MONDAY).session, answers={listed.id: records})
    made = [one.title for one in effects(LIBRARY[name], stands) if isinstance(one, MakeTask)]
    assert made == ["Skriet"]


@pytest.mark.parametrize("text", ["nezinu", "nav ne jausmas", "hz", "nekas"])
def test_grow_takes_no_option_that_is_none(text: str) -> None:
    """So that nobody reads "Option 1 of 3: I don't know"."""
    said_so_far = ["Gribu iemācīties spēlēt ģitāru", "Jo patīk", "Nospēlēju dziesmu", "pēc mēneša"]
    obstacles = ["3", "Nopirku stīgas", "Maz laika", "Bail kļūdīties", "pietiek"]
    turn = played(LIBRARY["grow"], *said_so_far, *obstacles, text, language="lv")
    assert turn.session.cursor.step == "options"
    assert said(turn).startswith(("Tas nekas, pamēģināsim citādi.", "Skaidrs, pajautāšu citādi."))
    assert "options" not in turn.session.answers
