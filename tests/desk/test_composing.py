"""A mentor writes a poll of their own, question by question, before anybody sees it."""

import pytest

from store.activities import DRAFT
from tests.desk.polling import Group, gathered
from tests.desk.stage import Stage, said


async def written(group: Group, *steps: str) -> str:
    """Answers each step; a label in brackets is tapped."""
    told = []
    for step in steps:
        phone = group.mentor
        told += await (phone.tap(step.strip("[]")) if step.startswith("[") else phone.send(step))
    return said(told)


CINEMA = ("[Viena izvēle]", "Ko darām svētdien?", "Kino", "Boulings", "[Pietiek]")


async def begun(stage: Stage, what: str = "Sava aptauja") -> Group:
    group = await gathered(stage, 3)
    await group.mentor.send("grupai")
    await group.mentor.tap(what)
    return group


async def test_a_poll_is_composed_question_by_question_and_started(stage: Stage) -> None:
    """It is called by its first question; the members are asked what was written."""
    group = await begun(stage)
    assert "1. Ko darām svētdien? (viena izvēle)" in await written(group, *CINEMA)
    await written(group, "[Vēl viens]", "[Skala]", "Cik ļoti gribi?", "[No 1 līdz 10]")
    shown = await written(group, "[Tālāk]", "[Katrs savā]", "[14. janvārī]", "[Ar vārdiem]")
    assert "2. Cik ļoti gribi? (no 1 līdz 10)" in shown
    await group.mentor.tap("Sākt")

    anna = group.members[0]
    assert "2 jautājumus: „Ko darām svētdien?”" in said(await anna.new())
    assert "Ko darām svētdien?" in said(await anna.tap("Atbildēt"))
    assert {"Kino", "Boulings"} <= set(await anna.labels())
    await anna.tap("Kino")
    assert "10" in await anna.labels()


async def test_a_quiz_knows_what_is_right(stage: Stage) -> None:
    """And explains it with the result only."""
    group = await begun(stage, "Sava viktorīna")
    await written(group, "[Vairākas pareizas]", "Kuri ir ostas?", "Liepāja", "Cēsis", "Ventspils")
    await written(group, "[Pietiek]", "[Liepāja]", "[Ventspils]", "[Pietiek]", "Abas ir pie jūras.")
    await written(group, "[Tālāk]", "[Visi reizē]", "[Ar vārdiem]", "[Sākt]")
    anna = group.members[0]
    assert "pie jūras" not in said(await anna.new())
    for each in group.members:
        await each.tap("Ventspils")
        await each.tap("Liepāja")
        await each.tap("Pietiek")
    told = (await group.news())[0]
    assert "Pareizi: Liepāja, Ventspils" in told
    assert "Abas ir pie jūras." in told
    assert "Pareizi atbildēja 3 no 3" in await group.mentor.text()


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("Vairākas izvēles", ("1", "Pietiek")),
        ("Vārdu mākonis", ("mierīgi",)),
        ("Saviem vārdiem", ("Viss labi",)),
        ("Skaitlis", ("7",)),
        ("Sakārtot secībā", ("2 1", "Tāda secība")),
    ],
)
async def test_every_kind_of_question_can_be_written_and_answered(
    stage: Stage, kind: str, answer: tuple[str, ...]
) -> None:
    """And has a picture in the end."""
    group = await begun(stage)
    await written(group, f"[{kind}]", "Kā būs?")
    if kind in ("Vairākas izvēles", "Sakārtot secībā"):
        await written(group, "Kino", "Boulings", "[Pietiek]")
    await written(group, "[Tālāk]", "[Visi reizē]", "[Anonīmi]", "[Sākt]")
    for each in group.members:
        for said_ in answer:
            await each.send(said_)
    pictures = [m["image_alt"] for m in await group.mentor.all() if m["image"]]
    assert len(pictures) == 1
    assert "Atbildes: 3" in pictures[0]


async def test_the_last_question_can_be_taken_back_once(stage: Stage) -> None:
    """A second tap on the same button removes no other one."""
    group = await begun(stage)
    await written(group, *CINEMA)
    await written(group, "[Vēl viens]", "[Saviem vārdiem]", "Ko vēl gribi?")
    key = await group.mentor.key("Noņemt pēdējo")
    await group.mentor.press(key)
    told = said(await group.mentor.press(key))
    assert "1. Ko darām svētdien?" in told
    assert "Ko vēl" not in told


async def test_choices_that_are_the_same_are_no_choice(stage: Stage) -> None:
    """It is said at once, and another one is asked for."""
    group = await begun(stage)
    told = await written(group, "[Viena izvēle]", "Ko darām?", "Kino", "kino ")
    assert "sarakstā jau ir" in told
    assert "1. Ko darām? (viena izvēle)" in await written(group, "Boulings", "[Pietiek]")


async def test_a_choice_too_long_for_a_button_is_not_cut_unasked(stage: Stage) -> None:
    """The mentor hears how long it may be and writes the question again."""
    group = await begun(stage)
    told = await written(group, "[Viena izvēle]", "Ko darām?", "Kino", "a" * 101, "[Pietiek]")
    assert "garāka par 100" in told
    assert "1. Ko darām svētdien?" in await written(group, "[Vēl viens]", *CINEMA)


async def test_braces_and_quotes_are_only_characters(stage: Stage) -> None:
    """What a mentor types is never taken for a placeholder."""
    group = await begun(stage)
    await written(group, "[Saviem vārdiem]", "Ko nozīmē {goal} un „x”?")
    await written(group, "[Tālāk]", "[Visi reizē]", "[Ar vārdiem]", "[Sākt]")
    assert "Ko nozīmē {goal} un „x”?" in (await group.news())[0]


async def test_a_draft_is_found_again_and_can_be_thrown_away(stage: Stage) -> None:
    """Nobody has seen it; an empty one leaves no trace at all."""
    group = await begun(stage)
    await group.mentor.send("izvēlne")
    await group.mentor.send("grupai")
    await group.mentor.tap("Sava aptauja")
    await written(group, *CINEMA)
    poll = (await group.activity(2)).id
    await group.mentor.send("grupai")
    drafts = [label for label in await group.mentor.labels() if "Melnraksts" in label]
    assert drafts == ["Melnraksts: Ko darām svētdien?"]
    assert (await group.activity(poll)).state == DRAFT
    await group.mentor.tap("Melnraksts")
    assert "Neviens to neredzēja" in said(await group.mentor.tap("Izmest"))
    assert all(told == "" for told in await group.news())
    assert "Tā vairs nav" in said(await group.mentor.tap("Sākt"))
