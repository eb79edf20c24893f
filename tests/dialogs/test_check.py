"""Every fault a dialog can have, with the line it stands on."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.load import LIBRARY, load_library
from tests.dialogs.written import HEAD, faults_of, load, step

SHARE = step("share", answer="yes_no")
LIST = step("things", answer="{list: {min: 2, max: 3}}")
OPTIONS = "{choice: [{id: a, label: {lv: Jā gan, en: Sure}}, {id: b, label: {lv: Nē, en: No}}]}"
RECORD = (
    "{list: {min: 1, max: 2, of: {what: {ask: {lv: 'Kas ir %s?', en: 'What is %s?'}, answer: %s}}}}"
)

BROKEN = {
    "unknown step in a condition": (SHARE + step("b", "only_if: {x: yes}"), 13, "unknown step"),
    "condition on a later step": (step("b", "only_if: {share: yes}") + SHARE, 9, "not earlier"),
    "condition on itself": (step("b", "only_if: {b: answered}"), 9, "not earlier"),
    "impossible value": (SHARE + step("b", "only_if: {share: maybe}"), 13, "never has"),
    "impossible comparison": (
        step("m", answer="{scale: [1, 5]}") + step("b", "only_if: {m: {below: 1}}"),
        13, "never has",
    ),
    "comparison of a text": (step("m") + step("b", "only_if: {m: {below: 1}}"), 13, "never has"),
    "skipped, though needed": (SHARE + step("b", "only_if: {share: skipped}"), 13, "never has"),
    "unknown comparison": (SHARE + step("b", "only_if: {share: {about: 3}}"), 13, "not understood"),
    "unreachable step": (
        SHARE + step("b", "only_if: {share: yes}") + step("c", "only_if: {share: no, b: answered}"),
        14, "unreachable",
    ),
    "for_each over a text": (step("a") + step("b", "for_each: a"), 9, "no plain list"),
    "for_each over nothing": (step("b", "for_each: a"), 5, "unknown step"),
    "for_each over a later list": (step("b", "for_each: things") + LIST, 5, "comes later"),
    "list with min above max": (step("a", answer="{list: {min: 4, max: 3}}"), 5, "above max 3"),
    "list with min 0": (step("a", answer="{list: {min: 0, max: 3}}"), 5, "min 0"),
    "scale upside down": (step("a", answer="{scale: [5, 1]}"), 5, "dead end"),
    "scale with too many buttons": (step("a", answer="{scale: [1, 100]}"), 5, "more than 11"),
    "number nobody can give": (step("a", answer="{number: {min: 5, max: 1}}"), 5, "dead end"),
    "text nobody can give": (step("a", answer="{text: {min: 50, max: 5}}"), 5, "dead end"),
    "choice without options": (step("a", answer="choice"), 5, "no options"),
    "choice of nothing": (step("a", answer="{choice: {of: b}}"), 5, "unknown step 'b'"),
    "choice of a text": (step("b") + step("a", answer="{choice: {of: b}}"), 9, "no plain list"),
    "choice of a later list": (step("a", answer="{choice: {of: things}}") + LIST, 5, "comes later"),
    "choice of a list that may be skipped": (
        step("b", "optional: true", answer="list") + step("a", answer="{choice: {of: b}}"),
        10, "dead end",
    ),
    "choices with too few options": (
        step("a", answer="{choices: {min: 3, options: [{id: x, label: {lv: Ir, en: Is}}]}}"),
        5, "min 3 of 1",
    ),
    "option twice": (step("a", answer=OPTIONS.replace("id: b", "id: a")), 8, "there twice"),
    "long button": (step("a", answer=OPTIONS.replace("Sure", "x" * 21)), 8, "21 characters"),
    "missing language": (step("a").replace(", en: 'What is a?'", ""), 6, "no text in 'en'"),
    "comma outside quotes": (step("a").replace("'Kas ir a?'", "Kas, ir a"), 6, "not a text"),
    "same text twice": (step("a").replace("What is a?", "Kas ir a?"), 6, "the same in lv and en"),
    "unknown placeholder": (step("a").replace("What is a", "What is {b}"), 6, "{b} (en) is unk"),
    "placeholder of a later step": (
        step("a").replace("What is a?", "What is {b}?") + step("b"), 6, "not answered before",
    ),
    "placeholder that may be empty": (
        step("b", "optional: true") + step("a").replace("What is a?", "What is {b}?"),
        11, "may be empty",
    ),
    "placeholder of a list outside it": (
        step("a").replace("What is a?", "What is {item}?"), 6, "no meaning",
    ),
    "misspelt placeholder": (step("a").replace("What is a?", "What is { b }?"), 6, "a brace"),
    "long text": (step("a").replace("Because a.", "x" * 4097), 7, "4,097 UTF-16 units"),
    "astral text": (step("a").replace("Because a.", "🎈" * 2049), 7, "4,098 UTF-16 units"),
    "four sentences": (step("a").replace("Because a.", "One. Two! Three… Four."), 7, "4 sentences"),
    "no why": (step("a").replace("why", "# why"), 5, "no why"),
    "why nobody can hear": (
        step("a", answer=RECORD.replace("answer: %s", "why: {lv: Lai, en: So}, answer: text")
             % ("{number}", "{number}")), 7, "never shown",
    ),
    "name after a preposition": (
        step("a").replace("Kas ir a?", "Kas ir ar {name}?"), 6, "'ar {name}' needs an inflected",
    ),
    "name with an ending": (
        step("b") + step("a").replace("Kas ir a?", "Ko {b}am?"), 10, "'{b}am' needs an inflected",
    ),
    "greeting by name": (
        step("a").replace("Kas ir a?", "Sveiki, {name}!"), 6, "'Sveiki, {name}' needs",
    ),
    "step id twice": (step("a") + step("a"), 9, "used twice"),
    "bad id": (step("Mērķis"), 5, "id is 'Mērķis'"),
    "unknown key": (step("a", "opional: true"), 9, "the key 'opional'"),
    "unknown answer": (step("a", answer="essay"), 8, "missing or unknown"),
    "unknown effect": (step("a", "effect: fly"), 9, "no effect"),
    "effect on the wrong answer": (step("a", "effect: propose_share"), 5, "does not suit"),
    "help that leads nowhere": (step("a", "effect: seek_help", answer="yes_no"), 5, "not suit"),
    "sharing what is not kept": (
        step("a", "effect: propose_share", answer="yes_no"),
        1,
        "a result that is not kept",
    ),
    "sharing asked of whoever has no pair": (
        step("a", "effect: propose_share", answer="yes_no") + "effects: [record]\n",
        5, "without a pair",
    ),
    "unknown role": (step("a", "roles: [pupil]"), 9, "unknown role 'pupil'"),
    "roles of everybody it is for": (
        step("a", "roles: [mentor]") + "for: [mentor]\n", 5, "no part of those",
    ),
    "nothing for one role": (step("a", "roles: [mentor]"), 1, "nothing is asked of the role"),
    "hanging on what one role is asked": (
        step("z") + step("a", "roles: [mentor]") + step("b", "only_if: {a: answered}"),
        14, "not asked of everybody",
    ),
    "quoting what one role is asked": (
        step("z") + step("a", "roles: [mentor]") + step("b").replace("What is b", "What is {a}"),
        14, "not asked of everybody",
    ),
    "task without a day": (step("a", "effect: make_task", answer="list"), 5, "does not suit"),
    "record without its number": (step("a", answer=RECORD % ("x", "x", "text")), 8, "which item"),
    "choice in a record": (step("a", answer=RECORD % ("x", "x", OPTIONS)), 8, "can't hold"),
    "result of nothing": (
        step("a") + "result:\n- {heading: {lv: Ak, en: Oh}, show: b}\n", 10, "unknown step 'b'",
    ),
    "result outside its list": (
        LIST + step("b", "for_each: things")
        + "result:\n- {heading: {lv: Ak, en: Oh}, show: b}\n", 15, "outside its list",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_names_file_dialog_step_line_and_cure(name: str, tmp_path: Path) -> None:
    """A person who has never seen the engine can find and mend it."""
    steps, line, words = BROKEN[name]
    faults = faults_of(tmp_path, HEAD + steps)
    found = [fault for fault in faults if words in fault.what]
    assert found, "\n".join(map(str, faults))
    assert found[0].line == line
    assert str(found[0]).startswith(f"{tmp_path / 'small.yaml'}:{line}: dialog small")
    assert len(found[0].cure) > 8


def test_names_and_abbreviations_need_no_translation(tmp_path: Path) -> None:
    """They are the same in every language."""
    options = OPTIONS.replace("Jā gan", "WhatsApp").replace("Sure", "WhatsApp")
    options = options.replace("Nē", "GROW").replace("No", "GROW")
    assert faults_of(tmp_path, HEAD + step("a", answer=options)) == []


def test_a_broken_dialog_is_never_half_loaded(tmp_path: Path) -> None:
    """There is either a dialog or a list of faults."""
    path = tmp_path / "small.yaml"
    path.write_text(HEAD + step("a", answer="choice"), encoding="utf-8")
    assert load(path)[0] is None
    path.write_text(HEAD + step("a"), encoding="utf-8")
    definition, faults = load(path)
    assert definition is not None
    assert faults == []


@pytest.mark.parametrize("text", ["", "- a\n", "hello", "id: x\n", "id: x\nsteps: 3\n", HEAD])
def test_files_that_are_no_dialog_say_so(text: str, tmp_path: Path) -> None:
    """Whatever is in the file, the answer is a fault and not a traceback."""
    assert faults_of(tmp_path, text)


@given(
    line=st.integers(0, 400),
    value=st.sampled_from(
        ["3", "~", "[]", "{a: b}", "[1, 2]", "list", "{scale: [a]}", "{choice: {of: 3}}", "{lv: 1}",
         "{list: {of: {a: 3}}}", "{goal: [1, {a: b}]}", "{reality: {below: x}}", "2026-01-01"]
    ),
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_no_slip_of_the_pen_is_a_traceback(
    line: int, value: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any value of a good file can be replaced by nonsense; it loads, or it has faults."""
    lines = (LIBRARY / "grow.yaml").read_text(encoding="utf-8").splitlines()
    number = line % len(lines)
    lines[number] = f"{lines[number].split(':')[0]}: {value}"
    path = tmp_path_factory.getbasetemp() / "slip.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")
    definition, faults = load(path)
    assert (definition is None) == bool(faults)


def test_a_dialog_says_whose_menu_it_is_in(tmp_path: Path) -> None:
    """Without `for` it is everybody's; a role nobody has is a fault at its line."""
    path = tmp_path / "small.yaml"
    for line, audience in (("", ()), ("for: [mentor]\n", ("mentor",))):
        path.write_text(HEAD.replace("steps:", f"{line}steps:") + step("a"), encoding="utf-8")
        definition, _ = load(path)
        assert definition is not None
        assert definition.audience == audience
    faults = faults_of(tmp_path, HEAD.replace("steps:", "for: [mentees]\nsteps:") + step("a"))
    assert [(fault.line, "unknown role 'mentees'" in fault.what) for fault in faults] == [(4, True)]


def test_conditions_may_stack_where_they_can_be_met(tmp_path: Path) -> None:
    """A number between two borders is reachable."""
    number = step("n", answer="{number: {min: 0, max: 10}}")
    inner = step("b", "only_if: {n: {above: 3}}") + step(
        "c", "only_if: {n: {below: 4}, b: answered}"
    )
    assert faults_of(tmp_path, HEAD + number + inner) == []


def test_the_library_is_in_order() -> None:
    """The dialogs we ship have no faults, and their version says what they contain."""
    library = load_library()
    assert {"grow", "check-in", "interests"} <= set(library)
    assert all(len(one.version) == 12 for one in library.values())
