"""A poll each answers in their own time: invited, handed in, closed, told."""

from typing import Any

import pytest
from sqlalchemy import select

from store import activities, export, pairings
from store import schema as s
from store.activities import CLOSED, DRAFT, OPEN
from store.work import Tx
from tests.desk.polling import (
    CLOSES,
    OWN,
    OWN_ANONYMOUS,
    QUIZ,
    TALK,
    Group,
    draft,
    gathered,
)
from tests.desk.stage import Phone, Stage, after, said


async def answers(phone: Phone, *given: str) -> str:
    """Takes part, and answers all that is asked."""
    await phone.tap("Atbildēt")
    return said([m for each in given for m in await phone.send(each)])


async def handed_in(group: Group, count: int) -> None:
    for place, each in enumerate(group.members[:count], 1):
        await answers(each, str(place), "mierīgi", f"Palīdzība {place}")


async def test_an_anonymous_poll_is_told_to_all_once_it_closes(either_stage: Stage) -> None:
    """Until then the mentor sees how many have answered; who, nobody sees at any time."""
    group = await gathered(either_stage)
    poll = await group.ask(TALK, *OWN_ANONYMOUS)
    for told in await group.news():
        assert "3 jautājumus" in told
        assert "trešdien, 14. janvārī, plkst. 20.00" in told
        assert "ne mainīt, ne atsaukt" in told
    await handed_in(group, 3)
    assert "atbildēja 3 no 4" in said(await group.mentor.tap("Atsvaidzināt"))
    assert "Rezultāts: jaut" not in await group.mentor.text()

    await either_stage.wind(after(CLOSES, minutes=5))

    assert (await group.activity(poll)).state == CLOSED
    told, report = await group.news(), said(await group.mentor.new())
    assert all("Rezultāts: jautājums 3 no 3" in each for each in told[:3])
    assert "Rezultāts" not in told[3]
    assert "atbildēja 3 no 4" in report
    labels = [b["label"] for m in await group.mentor.all() for b in m["buttons"]]
    assert "Kurš ko atbildēja" not in labels


async def test_an_anonymous_answer_leads_to_nobody(either_stage: Stage) -> None:
    """The member's row says that they answered; the answers have no owner; no session is left."""
    group = await gathered(either_stage, 3)
    poll = await group.ask(TALK, *OWN_ANONYMOUS)
    anna = group.members[0]
    thanks = await answers(anna, "4", "jauki", "Vairāk miega")

    assert "anonīmi" in thanks
    assert {who for who, _, _ in await group.given(poll)} == {None}

    def left(tx: Tx) -> tuple[Any, Any]:
        member = activities.member(tx, poll, anna.person)
        kept = tx.execute(select(s.sessions.c.id).where(s.sessions.c.person == anna.person))
        return member and member.state, list(kept.scalars())

    assert await either_stage.read(left) == ("answered", [])
    assert "jau ir saņemta" in said(await anna.tap("Atbildēt"))


async def test_fewer_than_three_anonymous_answers_are_deleted_unseen(stage: Stage) -> None:
    """All who answered are told, and the mentor."""
    group = await gathered(stage)
    poll = await group.ask(TALK, *OWN_ANONYMOUS)
    await handed_in(group, 2)
    await group.news()
    await stage.wind(after(CLOSES, minutes=5))

    assert await group.given(poll) == []
    told = await group.news()
    assert "izdzēsu un nevienam nerādīju" in told[0]
    assert "Palīdzība" not in "".join(told)
    report = said(await group.mentor.new())
    assert "izdzēsu un nevienam nerādīju" in report
    assert "Palīdzība" not in report


async def test_a_question_few_have_answered_anonymously_is_left_out(stage: Stage) -> None:
    """Three took part, but only one of them wrote a sentence."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *OWN_ANONYMOUS)
    await answers(group.members[0], "4", "jauki", "Vienīgais teikums")
    for each in group.members[1:]:
        await answers(each, "3", "tā")
        await each.tap("Izlaist")

    assert "help" not in [question for _, question, _ in await group.given(poll)]
    assert "Vienīgais" not in str(await group.mentor.all())


async def test_with_fewer_than_three_only_named_is_offered(stage: Stage) -> None:
    """And why is said."""
    group = await gathered(stage, 2)
    await group.ask(TALK, *OWN[:-1])
    shown = await group.mentor.text()
    assert "Anonīmi nepiedāvāju" in shown
    assert "Vai redzēsi, kurš" not in shown


async def test_an_anonymous_draft_is_asked_of_three_at_least(stage: Stage) -> None:
    """Somebody has paused since the mentor chose: it isn't started as anonymous."""
    group = await gathered(stage, 3)
    await group.mentor.send("grupai")
    await group.mentor.tap("Gatavas")
    for label in ("Garastāvoklis", "Katrs savā", "14. janv", "Anonīmi"):
        await group.mentor.tap(label)
    await group.members[0].send("stop")

    told = said(await group.mentor.tap("Sākt"))
    assert "būs ar vārdiem" in told
    assert "Pašlaik nerakstu: 1" in told
    assert all("jautājumus" not in each for each in await group.news())


async def test_the_mentor_of_a_named_poll_sees_who_answered_what(stage: Stage) -> None:
    """Only after the end; the members never do."""
    group = await gathered(stage, 3)
    await group.ask(TALK, *OWN)
    await handed_in(group, 3)
    report = said(await group.mentor.new())
    assert "Nedēļas aptauja” ir galā: atbildēja 3 no 3" in report
    await group.mentor.tap("Kurš ko atbildēja")
    assert "Palīdzība 2" in said(await group.mentor.tap("Elza"))
    for told in await group.news():
        assert not any(name in told for name in ("Anna", "Elza", "Toms"))


async def test_named_answers_can_be_given_anew_until_the_end(stage: Stage) -> None:
    """The newer ones count."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *OWN)
    anna = group.members[0]
    await answers(anna, "1", "slikti", "Nekas")
    assert "iepriekšējo vietā" in said(await anna.tap("Mainīt atbildes"))
    for each in ("5", "labi", "Miegs"):
        await anna.send(each)

    values = [value for who, _, value in await group.given(poll) if who == anna.person]
    assert sorted(values, key=str) == [5, "Miegs", ["labi"]]


async def test_what_is_skipped_the_second_time_is_no_answer_any_more(stage: Stage) -> None:
    """The new answers take the place of all the earlier ones."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *OWN)
    anna = group.members[0]
    await answers(anna, "1", "slikti", "Nekas")
    await anna.tap("Atbildēt")
    for _ in TALK.questions:
        await anna.tap("Izlaist")
    assert await group.given(poll) == []


async def test_a_member_may_leave_and_come_back(stage: Stage) -> None:
    """It is an ordinary dialog: later, back, and on from the same question."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *OWN_ANONYMOUS)
    anna = group.members[0]
    await anna.tap("Atbildēt")
    await anna.send("4")
    assert "kamēr aptauja ir atvērta" in said(await anna.tap("Vēlāk"))
    assert await group.given(poll) == []
    await anna.send("izvēlne")
    assert "Kāds vārds" in said(await anna.tap("Turpināt"))


async def test_who_has_not_answered_is_reminded_once_on_the_last_day(stage: Stage) -> None:
    """The others are not, and nobody who got another message that day."""
    group = await gathered(stage, 3)
    await group.ask(TALK, *OWN_ANONYMOUS)
    await handed_in(group, 1)
    _, elza, toms = group.members
    await stage.task(toms, "Izlasīt grāmatu", "2026-01-14")
    await group.news()
    await stage.wind("2026-01-14T19:00")

    told = await group.news()
    assert told[0] == ""
    assert told[1].count("Vēl var atbildēt") == 1
    assert "Izlasīt grāmatu" in told[2]
    assert "Vēl var atbildēt" not in told[2]
    assert "šodien ir pēdējā diena" in said(await elza.send("kāpēc"))


async def test_a_half_answered_poll_is_over_when_it_closes(stage: Stage) -> None:
    """What was not handed in is nobody's to see; going on with it is answered kindly."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *OWN)
    anna = group.members[0]
    await anna.tap("Atbildēt")
    await anna.send("4")
    await group.mentor.tap("Beigt tagad")

    assert await group.given(poll) == []
    assert "neviens neatbildēja" in await group.mentor.text()
    assert "Šī aptauja jau ir beigusies." in said(await anna.tap("Atbildēt"))


async def test_who_leaves_the_mentor_leaves_the_poll(stage: Stage) -> None:
    """Nobody waits for them, and they can't answer any more."""
    group = await gathered(stage, 4)
    poll = await group.ask(TALK, *OWN)
    await handed_in(group, 3)
    kate = group.members[3]

    def end(tx: Tx) -> None:
        person = stage.known(tx, kate.person)
        (pair,) = pairings.of_mentee(tx, person, "skola-kopiena", "active")
        pairings.decide(tx, pair.id, "ended", stage.clock.now())

    await stage.read(end)
    assert "vairs nav atvērta" in said(await kate.tap("Atbildēt"))
    assert (await group.activity(poll)).state == OPEN
    assert "atbildēja 3 no 3" in said(await group.mentor.tap("Atsvaidzināt"))
    assert (await group.activity(poll)).state == CLOSED


async def test_erasing_a_member_takes_their_words_out_of_other_chats(
    either_stage: Stage,
) -> None:
    """The pictures are drawn without them, and messages with their words go."""
    group = await gathered(either_stage, 3)
    poll = await group.ask(TALK, *OWN)
    await handed_in(group, 3)
    await group.mentor.tap("Kurš ko")
    await group.mentor.tap("Anna")
    anna, elza, _ = group.members
    assert "Palīdzība 1" in str(await elza.all())
    await anna.send("dzēst manus datus")
    await anna.tap("Jā")

    for phone in (elza, group.mentor):
        assert "Palīdzība 1" not in str(await phone.all())
    assert anna.person not in {who for who, _, _ in await group.given(poll)}


async def test_what_was_answered_under_ones_name_can_be_taken_home(stage: Stage) -> None:
    """An anonymous answer can't: nobody finds it again."""
    group = await gathered(stage, 3)
    anna = group.members[0]
    await group.ask(TALK, *OWN)
    await answers(anna, "1", "slikti", "Vārdā nosaukts")
    await group.ask(QUIZ, *OWN_ANONYMOUS)
    await answers(anna, "Liepāja", "4")

    def exported(tx: Tx) -> Any:
        return export.everything(tx, stage.known(tx, anna.person))["groups"]

    (one,) = await stage.read(exported)
    assert {"question": "help", "answer": "Vārdā nosaukts"} in one["answers"]


@pytest.mark.parametrize("closed", [False, True])
async def test_a_result_is_served_only_once_it_may_be_seen(stage: Stage, closed: bool) -> None:
    """To members and the mentor, as a PNG; to nobody else, and to nobody before the end."""
    group = await gathered(stage, 3)
    poll = await group.ask(TALK, *OWN_ANONYMOUS)
    stranger = await stage.enter("Roberts")
    await handed_in(group, 3 if closed else 2)
    async with stage.web() as web:
        for phone in (*group.members, group.mentor):
            answer = await web.get(f"/chat/{phone.token}/pictures/poll-{poll}-0.png")
            assert answer.status_code == (200 if closed else 404)
            assert not closed or answer.content.startswith(b"\x89PNG")
        for path in (f"poll-{poll}-0", f"poll-{poll}-9", "poll-999-0", "poll-x-y", "poll--"):
            answer = await web.get(f"/chat/{stranger.token}/pictures/{path}.png")
            assert answer.status_code == 404


async def test_a_day_that_has_passed_is_asked_for_again(stage: Stage) -> None:
    """The draft was made in the morning and is started late in the evening of its last day."""
    group = await gathered(stage, 3)
    await group.mentor.send("grupai")
    await group.mentor.tap("Gatavas")
    for label in ("Garastāvoklis", "Katrs savā", "12. janv", "Anonīmi"):
        await group.mentor.tap(label)
    await stage.wind("2026-01-12T19:30")

    assert "Kad aptauja beigsies" in said(await group.mentor.tap("Sākt"))
    assert not any("12. janvārī" in label for label in await group.mentor.labels())


async def test_a_poll_of_one_day_is_not_reminded_of(stage: Stage) -> None:
    """The invitation came this morning; another word would be a nuisance."""
    group = await gathered(stage, 3)
    await group.ask(TALK, OWN[0], "12. janvārī", OWN[-1])
    await group.news()
    await stage.wind("2026-01-12T19:30")
    assert not any("Vēl var atbildēt" in told for told in await group.news())


async def test_nobody_is_asked_at_night(stage: Stage) -> None:
    """A mentor who is up late gets the button again, and in the morning it works."""
    group = await gathered(stage, 3)
    await stage.wind("2026-01-12T22:30")
    await group.news()
    made = await group.ask(TALK, "Katrs savā")
    assert "Pēc plkst. 8.00" in await group.mentor.text()
    assert await group.news() == ["", "", ""]
    assert (await group.activity(made)).state == DRAFT
    await stage.wind("2026-01-13T08:30")
    await group.news()
    await group.mentor.tap("Sākt")
    assert all("Nedēļas aptauja" in each for each in await group.news())


async def test_two_are_told_that_the_other_may_guess(stage: Stage) -> None:
    """And what they wrote is shown to the mentor alone, picture and all."""
    group = await gathered(stage, 2)
    poll = await group.ask(TALK, *OWN[:-1])
    for told in await group.news():
        assert "Grupā ir tikai divi cilvēki" in told
        assert "tikai mentors redz" not in told
    await handed_in(group, 2)
    for each in group.members:
        assert "Saviem vārdiem rakstīto šoreiz redz tikai mentors" in await each.text()
        assert "Palīdzība 1" not in str([m["image_alt"] for m in await each.all()])
    assert "Palīdzība 1" in str([m["image_alt"] for m in await group.mentor.all()])
    async with stage.web() as web:
        for phone, served in ((group.members[0], 404), (group.mentor, 200)):
            answer = await web.get(f"/chat/{phone.token}/pictures/poll-{poll}-2.png")
            assert answer.status_code == served
        answer = await web.get(f"/chat/{group.members[0].token}/pictures/poll-{poll}-0.png")
        assert answer.status_code == 200


async def test_one_alone_is_told_that_the_mentor_will_know(stage: Stage) -> None:
    """In both languages."""
    group = await gathered(stage, 1)
    await group.ask(TALK, *OWN[:-1])
    assert "jautājumi ir tikai tev" in (await group.news())[0]
    await group.members[0].send("english")
    await group.members[0].new()
    await group.ask(QUIZ, *OWN[:-1])
    assert "for you alone" in (await group.news())[0]


async def test_anonymous_answers_are_not_deleted_unasked(stage: Stage) -> None:
    """The members knew that it might happen; the mentor is asked before it does."""
    group = await gathered(stage)
    poll = await group.ask(TALK, *OWN_ANONYMOUS)
    assert "mazāk par trim, tās izdzēsīšu" in (await group.news())[0]
    await handed_in(group, 2)
    assert "Vai tiešām beigt" in said(await group.mentor.tap("Beigt tagad"))
    assert len(await group.given(poll)) == 6
    assert (await group.activity(poll)).state == OPEN
    await group.mentor.tap("Beigt un izdzēst")
    assert await group.given(poll) == []


async def test_three_anonymous_answers_stay_when_one_of_the_three_has_left(stage: Stage) -> None:
    """There are still three to hide among."""
    group = await gathered(stage)
    poll = await group.ask(TALK, *OWN_ANONYMOUS)
    await handed_in(group, 3)
    await group.members[0].send("stop")
    report = said(await group.mentor.tap("Beigt tagad"))
    assert len(await group.given(poll)) == 9
    assert "atbildēja 3 no 4" in report
    assert "Atbilžu skaits: 3" in report


@pytest.mark.parametrize("language", ["lv", "en"])
async def test_the_preview_shows_all_that_will_be_asked(stage: Stage, language: str) -> None:
    """The options with what is right, before anybody is asked."""
    group = await gathered(stage, 3)
    if language == "en":
        await group.mentor.send("english")
    await stage.read(lambda tx: draft(tx, stage, group.mentor, QUIZ))
    await group.mentor.send("grupai")
    shown = said(await group.mentor.tap("Melnraksts" if language == "lv" else "Draft"))
    assert all(f"– {city}" in shown for city in ("Cēsis", "Liepāja", "Rēzekne"))
    assert ("Pareizi: Liepāja" if language == "lv" else "Right: Liepāja") in shown


async def test_changing_answers_is_offered_only_while_it_can_be_done(stage: Stage) -> None:
    """Not to the last one, whose answers close the poll; in English too."""
    group = await gathered(stage, 3)
    await group.ask(TALK, *OWN)
    await group.members[0].send("english")
    first = group.members[0]
    await first.tap("Atbildēt")
    for each in ("4", "calm", "Sleep"):
        await first.send(each)
    assert "Change my answers" in await first.labels()
    for each in group.members[1:]:
        await answers(each, "4", "jauki", "Miegs")
    assert "Mainīt atbildes" not in await group.members[2].labels()
    assert "This poll has ended." in said(await first.tap("Change my answers"))
