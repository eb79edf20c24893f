"""A poll that all answer at once: question, answers, result, next question."""

import pytest

from store import sessions
from store.activities import CLOSED, OPEN
from store.work import Tx
from tests.desk.polling import LIVE, LIVE_ANONYMOUS, QUIZ, TALK, gathered
from tests.desk.stage import Stage, said, together


async def test_all_get_the_question_at_once_and_the_result_when_all_have_answered(
    either_stage: Stage,
) -> None:
    """With the right answer, why it is right, one's own, and a picture; then the mentor goes on."""
    group = await gathered(either_stage)
    await group.ask(QUIZ, *LIVE)
    for told in await group.news():
        assert "Jautājums 1 no 2" in told
        assert "Kura pilsēta" in told
    for each in group.members[:3]:
        assert "Rezultāts" not in said(await each.tap("Liepāja"))
    assert "Atbildēja 3 no 4" in said(await group.mentor.tap("Atsvaidzināt"))

    await group.members[3].tap("Cēsis")

    shown = [m for m in await group.members[3].all() if "Rezultāts" in m["text"]][-1]
    assert "Tava atbilde: Cēsis" in shown["text"]
    assert "Pareizi: Liepāja" in shown["text"]
    assert "Kurzemes" in shown["text"]
    assert shown["image"]
    assert "Liepāja (pareizi): 3" in shown["image_alt"]
    assert "Tava atbilde: Liepāja" in (await group.news())[0]
    report = said(await group.mentor.new())
    assert "Pareizi atbildēja 3 no 4" in report
    await group.mentor.tap("Nākamais jautājums")
    assert all("Jautājums 2 no 2" in told for told in await group.news())


async def test_answers_that_come_at_the_same_moment_all_count(either_stage: Stage) -> None:
    """The last of them closes the question, once."""
    group = await gathered(either_stage)
    poll = await group.ask(QUIZ, *LIVE)
    await together(*(each.tap("Liepāja") for each in group.members))

    assert len(await group.given(poll)) == 4
    results = [m for m in await group.mentor.all() if "Rezultāts: jaut" in m["text"]]
    assert len(results) == 1
    assert "Atbilžu skaits: 4" in results[0]["text"]


async def test_the_mentor_need_not_wait_for_everybody(stage: Stage) -> None:
    """A tap on the question's old button is answered kindly and changes nothing."""
    group = await gathered(stage)
    poll = await group.ask(QUIZ, *LIVE)
    anna, elza, *_ = group.members
    await anna.tap("Liepāja")
    await group.mentor.tap("Rādīt rezultātu")
    assert "Rezultāts: jautājums 1" in (await group.news())[1]

    assert "jau ir beigusies" in said(await elza.tap("Cēsis"))
    assert len(await group.given(poll)) == 1


async def test_old_buttons_of_the_mentor_do_not_skip_a_question(stage: Stage) -> None:
    """Tapped twice, "next" shows where the poll stands."""
    group = await gathered(stage)
    poll = await group.ask(TALK, *LIVE)
    await group.mentor.tap("Rādīt rezultātu")
    key = await group.mentor.key("Nākamais jautājums")
    await group.mentor.press(key)
    told = said(await group.mentor.press(key))

    assert "Jautājums 2 no 3" in told
    assert (await group.activity(poll)).step == 1


async def test_an_old_end_button_does_not_end_a_later_question(stage: Stage) -> None:
    """It stood under the first result; the second question is being answered."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *LIVE)
    await group.mentor.tap("Rādīt rezultātu")
    key = await group.mentor.key("Beigt tagad")
    await group.mentor.tap("Nākamais jautājums")
    assert "Jautājums 2 no 3" in said(await group.mentor.press(key))
    assert (await group.activity(poll)).state == OPEN
    await group.mentor.tap("Rādīt rezultātu")
    await group.mentor.tap("Beigt tagad")
    assert (await group.activity(poll)).state == CLOSED


async def test_what_few_answer_anonymously_is_deleted_unseen(stage: Stage) -> None:
    """Two of four have answered: nobody sees what, and it isn't kept."""
    group = await gathered(stage)
    poll = await group.ask(QUIZ, *LIVE_ANONYMOUS)
    for each in group.members[:2]:
        await each.tap("Liepāja")
    assert "Vai tiešām beigt" in said(await group.mentor.tap("Rādīt rezultātu"))
    assert len(await group.given(poll)) == 2
    assert "Atbildēja 2 no 4" in said(await group.mentor.tap("Pagaidīt"))
    await group.mentor.tap("Rādīt rezultātu")
    await group.mentor.tap("Beigt un izdzēst")

    assert await group.given(poll) == []
    everybody = [*await group.news(), said(await group.mentor.all())]
    assert all("izdzēsu un nevienam nerādīju" in told for told in everybody)
    assert not any(m["image"] for m in await group.mentor.all())


async def test_an_anonymous_result_does_not_repeat_ones_own_answer(stage: Stage) -> None:
    """It is not known any more whose it was; a second tap can't add another."""
    group = await gathered(stage, 3)
    poll = await group.ask(QUIZ, *LIVE_ANONYMOUS)
    key = await group.members[0].key("Liepāja")
    await group.members[0].press(key)
    assert "jau ir beigusies" in said(await group.members[0].press(key))
    for each in group.members[1:]:
        await each.tap("Liepāja")

    assert [who for who, _, _ in await group.given(poll)] == [None, None, None]
    assert not any("Tava atbilde" in told for told in await group.news())


async def test_who_is_in_the_middle_of_something_finds_a_button(stage: Stage) -> None:
    """A GROW conversation is not torn apart; it can be gone on with afterwards."""
    group = await gathered(stage, 3)
    anna, *others = group.members
    await anna.send("grow")
    poll = await group.ask(QUIZ, *LIVE)
    assert "Vai vari pievienoties" in said(await anna.new())
    await anna.send("Gribu nokārtot matemātiku")
    assert await group.given(poll) == []

    assert "Kura pilsēta" in said(await anna.tap("Atbildēt"))
    await anna.tap("Liepāja")
    for each in others:
        await each.tap("Cēsis")
    assert "Tava atbilde: Liepāja" in await anna.text()
    await anna.send("izvēlne")
    assert any("Turpināt" in label for label in await anna.labels())


async def test_a_cry_for_help_is_no_answer(stage: Stage) -> None:
    """It is answered as ever; nothing of the poll comes between, and the question still waits."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *LIVE)
    await group.mentor.tap("Rādīt rezultātu")
    await group.mentor.tap("Nākamais")
    anna = group.members[0]
    assert "116111" in said(await anna.send("gribu nomirt"))
    assert await group.given(poll) == []
    await group.mentor.tap("Rādīt rezultātu")
    await group.mentor.tap("Nākamais")
    assert await anna.new() == []
    await anna.tap("Jā")
    assert "gaida tavu atbildi" in said(await anna.send("aptauja"))


async def test_nobodys_live_poll_goes_on_for_ever(stage: Stage) -> None:
    """The mentor forgot it: it ends by itself, with a word to all."""
    group = await gathered(stage, 3)
    poll = await group.ask(QUIZ, *LIVE)
    await group.members[0].tap("Liepāja")
    await stage.wind("2026-01-13T09:00")

    assert (await group.activity(poll)).state == CLOSED
    assert all("ir galā" in told for told in await group.news())


async def test_the_end_tells_the_score_and_where_people_stumbled(stage: Stage) -> None:
    """Each their own score; the mentor what is worth talking about, and who answered what."""
    group = await gathered(stage, 3)
    await group.ask(QUIZ, *LIVE)
    anna, elza, toms = group.members
    await anna.tap("Liepāja")
    for each in (elza, toms):
        await each.tap("Rēzekne")
    await group.mentor.tap("Nākamais")
    for each in group.members:
        await each.tap("4")
    report = said(await group.mentor.tap("Beigt"))

    told = await group.news()
    assert "Tavas pareizās atbildes: 1 no 1" in told[0]
    assert "Tavas pareizās atbildes: 0 no 1" in told[1]
    assert "Biežākā nepareizā atbilde: Rēzekne" in report
    await group.mentor.tap("Kurš ko atbildēja")
    assert "Liepāja" in said(await group.mentor.tap("Anna"))


async def test_nothing_of_an_anonymous_answering_is_left_with_the_person(stage: Stage) -> None:
    """Neither an open nor a finished dialog."""
    group = await gathered(stage, 3)
    await group.ask(QUIZ, *LIVE_ANONYMOUS)
    anna = group.members[0]
    await anna.tap("Liepāja")

    def left(tx: Tx) -> object:
        person = stage.known(tx, anna.person)
        return sessions.current(tx, person), sessions.saved(tx, person)

    assert await stage.read(left) == (None, [])


async def test_who_wants_no_messages_is_not_waited_for(stage: Stage) -> None:
    """Said in the middle of it: the others' answers close the question, and they hear nothing."""
    group = await gathered(stage, 4)
    await group.ask(QUIZ, *LIVE)
    *others, kate = group.members
    await kate.send("stop")
    for each in others:
        await each.tap("Liepāja")
    assert "Pareizi atbildēja 3 no 3" in await group.mentor.text()
    assert await kate.new() == []


async def test_a_live_question_can_be_skipped_or_left_for_later(stage: Stage) -> None:
    """Who skips is not waited for; who answers later is told how long there is time."""
    group = await gathered(stage, 3)
    poll = await group.ask(QUIZ, *LIVE)
    anna, elza, toms = group.members
    assert "kamēr jautājums ir atvērts" in said(await anna.tap("Vēlāk"))
    await anna.tap("Turpināt")
    for each in (anna, elza):
        await each.tap("Izlaist")
    await toms.tap("Liepāja")
    assert len(await group.given(poll)) == 1
    assert "Pareizi atbildēja 1 no 1" in said(await group.mentor.new())


async def test_who_leaves_it_for_later_is_told_in_english_too(stage: Stage) -> None:
    """Not that it could wait for weeks."""
    group = await gathered(stage, 3)
    await group.members[0].send("english")
    await group.ask(QUIZ, *LIVE)
    told = said(await group.members[0].tap("Later"))
    assert "as long as the question is open" in told
    assert "weeks" not in told


async def test_a_poll_ended_early_reports_only_what_was_asked(stage: Stage) -> None:
    """Thanks are for those who took part, scores for those who answered."""
    group = await gathered(stage, 3)
    poll = await group.ask(QUIZ, *LIVE)
    anna, elza, _ = group.members
    await anna.tap("Liepāja")
    await elza.tap("Izlaist")
    await group.mentor.tap("Rādīt rezultātu")
    await group.news()
    await group.mentor.tap("Beigt tagad")
    first, second, third = await group.news()
    assert "Paldies, ka piedalījies" in first
    assert "Tavas pareizās atbildes: 1 no 1" in first
    assert "Tavas pareizās atbildes" not in second
    assert third == "„Jūras viktorīna” ir galā."
    await group.mentor.send("grupai")
    await group.mentor.tap("Agrākās")
    report = said(await group.mentor.tap("Jūras"))
    assert "atbildēja 2 no 3" in report
    assert "jautājums 1 no 2" in report
    assert "jautājums 2 no 2" not in report
    assert (await group.activity(poll)).state == CLOSED


@pytest.mark.parametrize("settings", [LIVE, LIVE_ANONYMOUS])
async def test_nothing_is_to_be_talked_about_where_nothing_is_left(
    stage: Stage, settings: tuple[str, ...]
) -> None:
    """Nobody answered, or so few that it was deleted."""
    group = await gathered(stage, 3)
    await group.ask(QUIZ, *settings)
    if settings == LIVE_ANONYMOUS:
        await group.members[0].tap("Liepāja")
    await group.mentor.tap("Rādīt rezultātu")
    if settings == LIVE_ANONYMOUS:
        await group.mentor.tap("Beigt un izdzēst")
    told = said(await group.mentor.tap("Beigt tagad"))
    assert "pārrunāt" not in told
    assert "Uz katru jautājumu" not in told
    assert ("neviens neatbildēja" if settings == LIVE else "izdzēsu un nevienam nerādīju") in told
