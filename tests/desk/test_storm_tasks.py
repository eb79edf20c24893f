"""What a brainstorm comes to: the best idea as a task, and no ranking where it would tell votes."""

from functools import partial

import pytest

from store import activities, tasks
from store.tasks import Task
from store.work import Tx
from tests.desk.stage import Phone, Stage, said
from tests.desk.storming import Group, gather
from tests.desk.test_rights import forge


async def tasks_of(group: Group, phone: Phone) -> list[Task]:
    def listed(tx: Tx) -> list[Task]:
        return tasks.listed(tx, group.stage.known(tx, phone.person), open_only=False)

    found: list[Task] = await group.stage.read(listed)
    return found


async def ended(group: Group) -> None:
    """The picnic has won."""
    await group.voting("Pikniks", "Kino", "Teātris")
    await group.chosen("Pikniks")
    await group.young[0].tap("Kino")
    await group.janis.tap("Beigt balsošanu")
    await group.news()
    await group.janis.new()


async def test_everybody_can_take_the_best_idea_once(either_stage: Stage) -> None:
    """A week ahead, with reminders, moved like any other task."""
    group = await gather(either_stage)
    await ended(group)
    for one in (group.young[0], group.janis):
        key = await one.key("Likt manos uzdevumos")
        made = said(await one.press(key))
        assert "• Pikniks – pirmdien, 19. janvārī" in made
        assert "jau ir tavos uzdevumos" in said(await one.press(key))
        (task,) = await tasks_of(group, one)
        assert (task.title, str(task.due)) == ("Pikniks", "2026-01-19")
    await group.young[0].tap("Pārcelt")
    await group.young[0].send("30. janvāris")
    (task,) = await tasks_of(group, group.young[0])

    assert str(task.due) == "2026-01-30"
    assert task.pairing is not None
    assert await tasks_of(group, group.young[1]) == []
    await either_stage.wind("2026-01-19T12:00")
    assert "Pikniks" in said(await group.janis.new()), "reminded like of any task"


async def test_a_task_done_is_not_made_again_and_one_dropped_is(group: Group) -> None:
    await ended(group)
    elza = group.young[0]
    key = await elza.key("Likt manos uzdevumos")
    await elza.press(key)
    await elza.tap("Rādīt uzdevumu")
    await elza.tap("Izņemt no saraksta")
    assert "• Pikniks" in said(await elza.press(key))
    await elza.tap("Rādīt uzdevumu")
    await elza.tap("Ir padarīts")
    assert "jau ir tavos uzdevumos" in said(await elza.press(key))

    assert [one.status for one in await tasks_of(group, elza)] == ["dropped", "done"]


async def test_ideas_with_equal_votes_have_a_button_each(group: Group) -> None:
    await group.voting("Pikniks", "Kino", "Teātris")
    await group.chosen("Pikniks", "Kino")
    await group.janis.tap("Beigt balsošanu")
    result = (await group.young[0].new())[-1]

    assert sorted(one["label"] for one in result["buttons"]) == [
        "Uzdevumos: Kino",
        "Uzdevumos: Pikniks",
    ]
    assert "• Kino –" in said(await group.young[0].tap("Uzdevumos: Kino"))


async def test_where_everything_is_first_nothing_is(group: Group) -> None:
    await group.voting("Pikniks\nKino\nTeātris\nMuzejs")
    for phone, some in zip(
        group.young, (("Pikniks", "Kino"), ("Teātris",), ("Muzejs",)), strict=True
    ):
        for text in some:
            await phone.tap(text)
    await group.janis.tap("Beigt balsošanu")

    assert (await group.young[0].new())[-1]["buttons"] == []


async def test_only_what_came_first_can_be_taken(group: Group) -> None:
    """Not what others liked less, what was struck, what is no longer kept, or before the end."""
    await group.collected("Pikniks", "Kino", "Teātris")
    await group.janis.tap("Teātris")
    await group.janis.tap("Svītrot")
    found = await group.activity()
    said_by = {
        str(one.value): one.id
        for one in await group.stage.read(partial(_answers, activity=found.id))
    }
    await group.janis.tap("Sākt balsošanu")
    for one in group.young:
        await one.tap("Izvēlēties")
    await group.chosen("Pikniks")
    elza = group.young[0]

    async def take(text: str) -> str:
        action = {"do": "storm_task", "activity": found.id, "line": said_by[text]}
        return await forge(group.stage, elza, action)

    assert "tagad laiks izvēlēties" in await take("Pikniks")
    await group.janis.tap("Beigt balsošanu")
    for text in ("Kino", "Teātris"):
        assert "vairs nevar paņemt" in await take(text)
    await group.stage.read(lambda tx: activities.drop_answers(tx, found.id, "ideas"))
    assert "vairs nevar paņemt" in await take("Pikniks")

    assert await tasks_of(group, elza) == []


def _answers(tx: Tx, activity: int) -> list[activities.Given]:
    return activities.answers(tx, activity, "ideas")


@pytest.mark.parametrize("voters", [1, 2])
async def test_too_few_votes_make_no_ranking(either_stage: Stage, voters: int) -> None:
    """Who voted would know what the other chose: the mentor is asked once more, then the votes are
    deleted unseen and the ideas shown in no order."""
    group = await gather(either_stage)
    await group.voting("Pikniks", "Kino", "Teātris")
    for one in group.young[:voters]:
        await one.tap("Pikniks")
    assert "Pagaidām balsoja mazāk nekā trīs" in said(await group.janis.tap("Beigt balsošanu"))
    assert "Balsoja" in said(await group.janis.tap("Pagaidīt"))
    await group.janis.tap("Beigt balsošanu")
    told = [*await group.janis.tap("Beigt un izdzēst"), *await group.young[2].new()]
    assert len(told) == 2
    for each in told:
        lines = each["text"].splitlines()
        assert "balsis nerādu" in lines[0]
        assert sorted(lines[1:]) == ["• Kino", "• Pikniks", "• Teātris"]
        assert not each["image"]
        assert each["buttons"] == []
    given = await either_stage.read(
        partial(activities.answers, activity=(await group.activity()).id)
    )

    assert {one.question for one in given} == {"ideas"}
    await group.young[2].send("prāta vētra")
    assert "balsis nerādu" in said(await group.young[2].tap("Pēdējās rezultāts"))


async def test_so_few_are_not_asked_to_vote_at_all(stage: Stage) -> None:
    """They get the list, and may talk."""
    group = await gather(stage, ("Elza Vītola", "Anna Kalna"))
    await group.begun()
    for one, text in zip(group.young, ("Pikniks", "Kino"), strict=True):
        await one.tap("Rakstīt idejas")
        await one.send(text)
    await group.news()
    review = said(await group.janis.tap("Ideju pietiek"))
    assert "balsošanas nebūs" in review
    assert "Sākt balsošanu" not in await group.janis.labels()
    assert "• Kino" in said(await group.janis.tap("Rādīt visiem"))

    assert all("• Pikniks" in each for each in await group.news())
    assert (await group.activity()).state == "closed"


async def test_a_vote_that_ends_by_itself_with_few_votes_is_told_kindly(group: Group) -> None:
    """Also with none, and in the chat of several people without a picture."""

    def own(tx: Tx) -> None:
        activities.own_chat(tx, group.janis.person, "telegram", "-100", group.stage.clock.now())

    await group.stage.read(own)
    await group.prepared()
    await group.janis.tap("Rādīt arī grupas čatā")
    await group.started()
    await group.young[0].tap("Rakstīt idejas")
    await group.young[0].send("Pikniks")
    await group.janis.tap("Ideju pietiek")
    await group.janis.tap("Noteikt beigu laiku")
    await group.janis.tap("14. janvārī")
    await group.janis.tap("Sākt balsošanu")
    await group.news()
    await group.stage.wind("2026-01-14T20:05")

    assert all("• Pikniks" in each for each in await group.news())
    last = (await group.told_to_chat())[-1]
    assert "• Pikniks" in last["text"]
    assert not last.get("image")


async def test_a_ranking_of_few_from_before_is_no_longer_shown(group: Group) -> None:
    """It was counted when two votes still made a ranking, with a picture."""
    await ended(group)
    found = await group.activity()
    body = {**found.body, "storm": {**found.body["storm"], "voters": 2}}

    def make_old(tx: Tx) -> None:
        activities.rewrite(tx, found, body)
        given = activities.answers(tx, found.id, "result")
        activities.drop_answers(tx, found.id, "result")
        for one in given[:2]:
            activities.put(tx, found.id, None, "result", one.value)

    await group.stage.read(make_old)
    elza = group.young[0]
    await elza.send("prāta vētra")
    (result,) = await elza.tap("Pēdējās rezultāts")
    assert "balsis nerādu" in result["text"]
    assert "2 bals" not in result["text"]
    async with group.stage.web() as web:
        picture = await web.get(f"/chat/{elza.token}/pictures/poll-{found.id}-0.png")
    assert picture.status_code == 404
