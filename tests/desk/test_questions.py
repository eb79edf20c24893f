"""Questions that nobody wrote an answer to, and the way of the answer back."""

from tests.desk.fixtures import Cast
from tests.desk.stage import Stage, said, together

QUESTION = "Kur var nopirkt lētu ģitāru?"


async def test_a_question_goes_to_every_coordinator_and_the_answer_comes_under_a_name(
    cast: Cast,
) -> None:
    """The asker sees that a human wrote, and who."""
    assert "13. janvārī" in said(await cast.elza.send(QUESTION))
    assert QUESTION in said(await cast.ilze.new())
    assert QUESTION in said(await cast.dace.new())
    await cast.ilze.tap("Atbildēt")
    assert "Elza Vītola" in said(await cast.ilze.send("Pajautā mūzikas skolotājam."))
    (answer,) = await cast.elza.new()
    assert (answer["from"], answer["author"]) == ("human", "Ilze Kalniņa")
    assert "mūzikas skolotājam" in answer["text"]


async def test_a_promise_that_was_not_kept_is_remembered_once(cast: Cast, stage: Stage) -> None:
    """Each of the humans hears of it once more, in a message with a way to answer; no more."""
    await cast.elza.send(QUESTION)
    await cast.ilze.new()
    await stage.wind("2026-01-14T12:00")
    reminders = [m for m in await cast.ilze.new() if "Solītais laiks ir pagājis" in m["text"]]
    assert len(reminders) == 1
    assert "Elza Vītola" in reminders[0]["text"]
    assert QUESTION in reminders[0]["text"]
    assert "Solītais" in said(await cast.dace.new())
    await stage.wind("2026-01-20T12:00")
    assert "Solītais" not in said(await cast.ilze.new())
    await cast.dace.tap("Atbildēt")
    await cast.dace.send("Tirgū.")
    assert "Tirgū." in said(await cast.elza.new())


async def test_an_answered_question_is_not_remembered(cast: Cast, stage: Stage) -> None:
    """Answered by one, the other is left in peace as well; until then both see it coming."""
    await cast.elza.send(QUESTION)
    await cast.ilze.new()
    assert "jautājumu bez atbildes (Elza Vītola)" in said(await cast.dace.send("kas gaidāms"))
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("Tirgū.")
    assert "jautājumu bez atbildes" not in said(await cast.dace.send("kas gaidāms"))
    await stage.wind("2026-01-15T12:00")
    for human in (cast.ilze, cast.dace):
        assert "Solītais" not in said(await human.new())


async def test_a_mentor_is_reminded_of_a_call_for_help(cast: Cast, stage: Stage) -> None:
    """In the mentor's one message of the day, together with what else falls on it."""
    await stage.task(cast.elza, "Izrunāt ar mammu", "2026-01-30")
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap("Izrunāt")
    await cast.elza.tap("Vajag palīdzību")
    await cast.janis.new()
    await stage.wind("2026-01-15T12:00")
    [only] = await cast.janis.new()
    assert "dienasgrāmatā" in only["text"]
    assert "Elza Vītola: jautājums gaida atbildi" in only["text"]
    await cast.janis.tap("Elza Vītola")
    await cast.elza.new()
    await cast.janis.send("Parunāsim rīt.")
    assert "Parunāsim rīt." in said(await cast.elza.new())


async def test_questions_of_one_person_are_told_apart(cast: Cast) -> None:
    """In the list of what needs attention, by their first words."""
    await cast.elza.send(QUESTION)
    await cast.elza.send("Vai var atnākt ar draugu no citas skolas uz ekskursiju?")
    listed = said(await cast.ilze.send("uzmanība"))
    assert "Elza Vītola, „Kur var nopirkt lētu ģitāru?”" in listed
    assert "Elza Vītola, „Vai var atnākt" in listed


async def test_the_second_of_two_coordinators_is_told(cast: Cast) -> None:
    """Both opened the same question; the asker gets one answer, the slower one hears of it."""
    await cast.elza.send(QUESTION)
    await together(cast.ilze.tap("Atbildēt"), cast.dace.tap("Atbildēt"))
    await cast.elza.new()
    first, second = await together(cast.ilze.send("Tirgū."), cast.dace.send("Veikalā."))
    assert "jau ir atbildēts" in said(first) + said(second)
    assert len([m for m in await cast.elza.new() if m["from"] == "human"]) == 1


async def test_an_answered_question_cannot_be_opened_again(cast: Cast) -> None:
    """The old button says that it is done, and takes nothing that is written next."""
    await cast.elza.send(QUESTION)
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("Tirgū.")
    assert "jau ir atbildēts" in said(await cast.dace.tap("Atbildēt"))
    await cast.elza.new()
    await cast.dace.send("Vēl var veikalā.")
    assert await cast.elza.new() == []


async def test_a_cancelled_answer_is_not_sent(cast: Cast) -> None:
    """Another button means another mind."""
    await cast.elza.send(QUESTION)
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.tap("Atcelt")
    await cast.elza.new()
    await cast.ilze.send("šis nav domāts Elzai")
    assert await cast.elza.new() == []


async def test_a_picture_is_no_answer(cast: Cast) -> None:
    """The human is asked for words, and the question stays open for them."""
    await cast.elza.send(QUESTION)
    await cast.ilze.tap("Atbildēt")
    assert "dažus vārdus" in said(await cast.ilze.post({"attachment": "photo"}))
    await cast.ilze.send("Tirgū.")
    assert "Tirgū" in said(await cast.elza.new())


async def test_where_nobody_can_answer_it_is_said(stage: Stage) -> None:
    """No answer is promised in a programme without a coordinator."""
    elza = await stage.enter("Elza Vītola")
    answer = said(await elza.send(QUESTION))
    assert "nav neviena" in answer
    assert "janvārī" not in answer


async def test_a_question_on_a_friday_evening_promises_no_weekend(cast: Cast, stage: Stage) -> None:
    """What is promised are the support hours of the programme."""
    await stage.wind("2026-01-16T19:00")
    await cast.elza.tap("Vēlāk")
    assert "pirmdien, 19. janvārī, plkst. 17.00" in said(await cast.elza.send(QUESTION))


async def test_a_call_for_help_reaches_the_mentor_with_what_is_added(
    cast: Cast, stage: Stage
) -> None:
    """The call goes out at the tap; the words that follow are passed on too."""
    await stage.task(cast.elza, "Aiziet uz konsultāciju", "2026-02-02")
    await cast.elza.send("uzdevumi")
    await cast.elza.tap("Aiziet uz")
    await cast.elza.tap("Vajag palīdzību")
    assert "Aiziet uz konsultāciju" in said(await cast.janis.new())
    await cast.elza.send("nesaprotu procentus")
    assert "procentus" in said(await cast.janis.new())
    await cast.janis.tap("Atbildēt")
    await cast.janis.send("Rīt parādīšu")
    assert "Rīt parādīšu" in said(await cast.elza.new())


async def test_without_a_mentor_the_coordinator_is_called(cast: Cast, stage: Stage) -> None:
    """Nobody's call for help goes nowhere."""
    await stage.task(cast.roberts, "Uzzīmēt plānu", "2026-02-02")
    await cast.roberts.send("uzdevumi")
    await cast.roberts.tap("Uzzīmēt")
    await cast.roberts.tap("Vajag palīdzību")
    assert "Uzzīmēt plānu" in said(await cast.ilze.new())


async def test_the_asker_can_write_back_to_who_answered(cast: Cast) -> None:
    """The conversation goes on with the same human, and comes back again."""
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("Pajautā mūzikas skolā.")
    await cast.ilze.new()
    await cast.dace.new()
    await cast.elza.tap("Atrakstīt")
    assert "Ilze Kalniņa" in said(await cast.elza.send("Un kurā stāvā?"))
    assert "kurā stāvā" in said(await cast.ilze.new())
    assert await cast.dace.new() == []
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("Otrajā.")
    assert "Otrajā" in said(await cast.elza.new())


async def test_nobody_writes_back_for_another(cast: Cast) -> None:
    """The button of one person's answer is nothing in another's chat."""
    await cast.elza.send("Kur var nopirkt lētu ģitāru?")
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("Pajautā mūzikas skolā.")
    key = await cast.elza.key("Atrakstīt")
    await cast.ilze.new()
    await cast.roberts.press(key)
    await cast.roberts.send("Sveiki")
    assert await cast.ilze.new() == []


FINAL = ("9", "9", "Visus", "Plāns", "izlaist", "izlaist", "jā")


async def test_nothing_to_add_after_a_survey_calls_nobody(cast: Cast) -> None:
    """ "Nē" to "what else should the coordinator know" is no question of anybody's."""
    await cast.elza.send("/riki")
    await cast.elza.send("noslēguma aptauja")
    for text in FINAL:
        await cast.elza.send(text)
    told = said(await cast.elza.send("nē"))
    assert "Labi, to izlaižam." in told
    assert "Nodevu" not in told
    assert "nē" not in said(await cast.ilze.new())


async def test_a_remark_after_a_survey_goes_to_the_coordinator_as_one(cast: Cast) -> None:
    """It needs no answer that we lack, and says what it came from."""
    await cast.elza.send("/riki")
    await cast.elza.send("noslēguma aptauja")
    for text in FINAL:
        await cast.elza.send(text)
    told = said(await cast.elza.send("Man ļoti patika"))
    assert "Nodevu koordinatoram to, ko te uzrakstīji." in told
    assert "atbildes nav" not in told
    assert "Aptaujā tev raksta: Elza Vītola" in said(await cast.ilze.new())
