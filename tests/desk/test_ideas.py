"""A member's part in a brainstorm: ideas nobody can trace, favourites nobody else sees."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select

from mentoring.brainstorm import IDEA_LIMIT, IDEAS_AT_MOST
from store import activities, export, pairings, people
from store import schema as s
from store.work import Tx
from tests.desk.stage import Phone, Stage, said
from tests.desk.storming import NAMES, PROBLEM, Group, gather, joined, led
from tests.desk.test_rights import forge

FOUR = (*NAMES, "Uldis Ābols")


async def rows(group: Group) -> list[Any]:
    def read(tx: Tx) -> list[Any]:
        return list(tx.execute(select(s.activity_answers)).all())

    found: list[Any] = await group.stage.read(read)
    return found


async def ended(group: Group, phone: Phone) -> None:
    def end(tx: Tx) -> None:
        every = pairings.active(tx, "skola-kopiena")
        (one,) = (each.id for each in every if each.mentee == phone.person)
        pairings.decide(tx, one, "ended", group.stage.clock.now())

    await group.stage.read(end)


async def test_nobody_can_learn_whose_an_idea_was(either_stage: Stage) -> None:
    """Not the mentor, not the others, not who reads the database; not even its author's export."""
    group = await gather(either_stage)
    await group.voting("Spēļu vakars", "Pikniks", "Kino")
    for one in group.young:
        await one.tap("Pikniks")
        await one.tap("Nodot balsis")

    assert [row.person for row in await rows(group)] == [None] * 6, "three ideas, three votes"
    for reader in (group.janis, *group.young):
        text = await reader.text()
        assert "Spēļu vakars" in text
        assert not any(name in text for name in NAMES if name != reader.name)

    def about(tx: Tx) -> set[int | None]:
        young = {one.person for one in group.young}
        told = select(s.outbox.c.about, s.outbox.c.person)
        return {who for who, reader in tx.execute(told).all() if who in young and who != reader}

    assert await group.stage.read(about) == set()


async def test_an_export_holds_favourites_only_while_they_can_be_changed(group: Group) -> None:
    await group.voting("Pikniks", "Kino")
    elza = group.young[0]
    await group.chosen("Pikniks")

    def groups(tx: Tx) -> Any:
        found = people.load(tx, elza.person)
        assert found is not None
        return export.everything(tx, found)["groups"]

    (kept,) = await group.stage.read(groups)
    assert [each["question"] for each in kept["answers"]] == ["favourites"]
    await group.janis.tap("Beigt balsošanu")
    assert await group.stage.read(groups) == []


async def test_a_message_becomes_a_list_and_an_empty_one_nothing(group: Group) -> None:
    await group.begun()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")

    assert "Pierakstīju 3 idejas." in said(
        await elza.send("- Pikniks\n- Kino\n\n- Lauku saimniecība")
    )
    assert "Grupai kopā" not in said(await elza.send("•\n-"))
    assert len(await rows(group)) == 3


async def test_what_is_too_long_is_said_and_nothing_of_it_is_lost_silently(group: Group) -> None:
    await group.begun()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")
    refused = said(await elza.send("Pikniks\nEs domāju, " + "ka " * IDEA_LIMIT))

    assert "Es domāju" in refused
    assert "neko no šīs ziņas nepierakstīju" in refused
    assert await rows(group) == []
    assert "Pierakstīju." in said(await elza.send("Pikniks"))


async def test_a_full_list_says_how_much_room_is_left(group: Group) -> None:
    await group.begun()
    found = await group.activity()

    def fill(tx: Tx) -> None:
        for number in range(IDEAS_AT_MOST - 2):
            activities.put(tx, found.id, None, "ideas", f"Ideja {number}")

    await group.stage.read(fill)
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")

    assert "Vietas vēl: 2" in said(await elza.send("A\nB\nC"))
    assert "Pierakstīju 2 idejas." in said(await elza.send("A\nB"))
    assert "Vietas vēl: 0" in said(await elza.send("C"))


async def test_others_ideas_are_shown_once_there_are_a_few(group: Group) -> None:
    """One by one they would tell who has written; then they come without authors, to build on."""
    await group.begun()
    elza, roberts, _ = group.young
    await elza.tap("Rakstīt idejas")
    assert "Rādīt grupas idejas" not in [
        b["label"] for m in await elza.send("A") for b in m["buttons"]
    ]
    await elza.send("Pikniks\nKino")
    await roberts.tap("Rakstīt idejas")
    await roberts.send("Orientēšanās naktī")

    shown = said(await roberts.tap("Rādīt grupas idejas"))
    assert all(text in shown for text in ("Pikniks", "Kino", "Orientēšanās naktī"))
    assert "Pierakstīju." in said(await roberts.send("Kino naktī")), "what follows is an idea again"


async def test_enough_can_be_tapped_or_typed_and_taken_back(group: Group) -> None:
    await group.begun()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")
    await elza.send("Pikniks")
    assert "Paldies" in said(await elza.send("Tas viss!"))
    await elza.tap("Vēl idejas")
    await elza.send("Kino")
    assert "Paldies" in said(await elza.send("pietiek"))

    assert len(await rows(group)) == 2


@pytest.mark.parametrize(
    "text",
    [
        *("uzdevumi", "Viktorīna", "Vai drīkst tikties brīvdienās?"),
        *("Vai Kristaps arī raksta?", "kāpēc man to vajag?", "man nav ideju", "Negribu."),
    ],
)
async def test_what_may_mean_something_else_becomes_no_idea_by_mistake(
    group: Group, text: str
) -> None:
    """A command, a question or a refusal is asked about; an idea can't be taken back."""
    await group.begun()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")
    assert "Vai šī ir ideja" in said(await elza.send(text))
    assert await rows(group) == []
    key = await elza.key("Jā, pierakstīt")
    assert "Pierakstīju." in said(await elza.press(key))
    assert "jau ir pierakstīta" in said(await elza.press(key))

    assert len(await rows(group)) == 1
    await elza.send(text)
    assert "nepieliku" in said(await elza.tap("Nē, kaut kas cits"))


async def test_what_is_written_hours_later_is_asked_about_too(group: Group) -> None:
    await group.begun()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")
    group.stage.clock.offset += timedelta(hours=2)

    assert "Vai šī ir ideja" in said(await elza.send("Sveiki, vai rīt tiekamies?"))


async def test_danger_is_answered_and_is_no_idea(group: Group) -> None:
    await group.begun()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")

    assert "116111" in said(await elza.send("es gribu sevi nogalināt"))
    assert await rows(group) == []


async def test_an_idea_that_comes_too_late_is_said_to_be_late(group: Group) -> None:
    """It is not taken for a question either, which a coordinator would read under a name."""
    await group.begun()
    elza, roberts, _ = group.young
    await elza.tap("Rakstīt idejas")
    await elza.send("Pikniks")
    await roberts.tap("Rakstīt idejas")
    await group.janis.tap("Ideju pietiek")
    late = said(await roberts.send("Kino"))

    assert "vairs nepierakstīju" in late
    assert "savāktas" in said(await elza.tap("Pietiek"))
    assert len(await rows(group)) == 1


async def test_three_favourites_and_not_one_more(group: Group) -> None:
    await group.voting("Pikniks\nKino\nTeātris\nMuzejs")
    elza = group.young[0]
    for text in ("Pikniks", "Kino", "Teātris"):
        await elza.tap(text)
    full = said(await elza.tap("Muzejs"))
    assert "Jau izvēlētas 3" in full
    assert "✓" not in next(line for line in full.splitlines() if "Muzejs" in line)
    assert "Jau izvēlētas 3" in said(await elza.send("muzejs"))
    await elza.tap("Kino")
    assert "Izvēlētas: 3 no 3" in said(await elza.tap("Muzejs"))


async def test_two_taps_are_one_and_numbers_are_the_whole_choice(group: Group) -> None:
    await group.voting("Pikniks\nKino\nTeātris\nMuzejs")
    elza = group.young[0]
    key = await elza.key("Kino")
    await elza.press(key)
    assert "Izvēlētas: 1 no 3" in said(await elza.press(key))
    assert "Izvēlētas: 2 no 3" in said(await elza.send("1, 3"))
    for wrong in ("5", "1 2 3 4", "nezinu", "0"):
        assert "no 1 līdz 4" in said(await elza.send(wrong))
    (vote,) = [row for row in await rows(group) if row.question == "favourites"]

    assert vote.person == elza.person
    assert "Izvēlētas: 2 no 3" in said(await elza.send("2 4"))


async def test_an_ideas_own_words_choose_it_and_a_question_is_answered(group: Group) -> None:
    await group.voting("Pikniks parkā\nPikniks mežā\nTeātris")
    elza = group.young[0]
    assert "✓ " in next(x for x in said(await elza.send("teatris")).splitlines() if "Teātris" in x)
    assert "no 1 līdz 3" in said(await elza.send("pikniks")), "there are two"
    assert "Izvēlētas: 2 no 3" in said(await elza.send("Mežā"))

    assert "rudens un pavasara" in said(await elza.send("Vai drīkst tikties brīvdienās?"))
    await elza.tap("Nodot balsis")
    (vote,) = [row for row in await rows(group) if row.question == "favourites"]
    assert vote.person == elza.person


async def test_a_choice_can_be_changed_until_the_votes_are_counted(group: Group) -> None:
    await group.voting("Pikniks\nKino")
    elza = group.young[0]
    await group.chosen("Pikniks")
    await elza.tap("Nodot balsis")
    await elza.tap("Mainīt izvēli")
    await elza.tap("Pikniks")
    await elza.tap("Kino")
    old = await elza.key("Pikniks")
    await group.janis.tap("Beigt balsošanu")

    assert "1. Pikniks – 2 balsis\n2. Kino – 1 balss" in said(await elza.new())
    assert "jau ir beigusies" in said(await elza.press(old))


async def test_a_member_finds_the_way_back_by_the_word(group: Group) -> None:
    elza = group.young[0]
    assert "nav" in said(await elza.send("prāta vētra"))
    await group.begun()

    assert PROBLEM in said(await elza.send("prāta vētra"))
    assert "pa vienai" in said(await elza.tap("Rakstīt idejas"))


async def test_a_member_can_look_at_the_last_result_again(group: Group) -> None:
    await group.voting("Pikniks")
    elza = group.young[0]
    await group.chosen("Pikniks")
    await group.janis.tap("Beigt balsošanu")
    await elza.new()
    assert "Pašlaik prāta vētras nav" in said(await elza.send("prāta vētra"))

    (result,) = await elza.tap("Pēdējās rezultāts")
    assert "1. Pikniks – 3 balsis" in result["text"]
    assert result["image"]


async def test_who_has_left_the_group_has_left_its_brainstorm(stage: Stage) -> None:
    """Their ideas stay, since nobody knows which they are; their votes no longer count."""
    group = await gather(stage, FOUR)
    await group.voting("Pikniks\nKino")
    elza, *others = group.young
    await elza.tap("Kino")
    await ended(group, elza)
    assert "nav pieejama" in said(await elza.tap("Pikniks"))
    for one in others:
        await one.tap("Pikniks")
        await one.tap("Nodot balsis")

    assert "1. Pikniks – 3 balsis" in said(await group.janis.new())
    assert await elza.new() == []


async def test_erasing_a_member_takes_the_votes_and_leaves_what_is_nobodys(stage: Stage) -> None:
    group = await gather(stage, FOUR)
    await group.voting("Pikniks\nKino")
    elza = group.young[0]
    await elza.tap("Kino")
    await elza.send("izdzēs visu")
    await elza.tap("Jā, izdzēst visu")

    assert sorted(row.question for row in await rows(group)) == ["ideas", "ideas"]
    for one in group.young[1:]:
        await one.tap("Pikniks")
    assert "1. Pikniks – 3 balsis" in said(await group.janis.tap("Beigt balsošanu"))


async def test_erasing_the_mentor_takes_the_brainstorm_with_it(group: Group) -> None:
    await group.voting("Pikniks\nKino")
    await group.young[0].send("prāta vētra")
    assert PROBLEM in await group.young[0].text()
    await group.janis.send("izdzēs visu")
    await group.janis.tap("Jā, izdzēst visu")

    assert await rows(group) == []
    assert PROBLEM not in await group.young[0].text()


@pytest.mark.parametrize("state", ["draft", "open", "review", "vote", "closed"])
async def test_no_button_serves_who_has_nothing_to_do_with_it(group: Group, state: str) -> None:
    """Whatever it is doing: another mentor, another's mentee, a member with the mentor's buttons,
    the mentor with a member's."""
    await group.voting("Pikniks\nKino")
    found = await group.activity()
    change = partial(activities.change, activity=found.id, state=state)
    await group.stage.read(lambda tx: change(tx))
    line = int(found.body["storm"]["lines"][0][0])
    leads, takes_part = led(found.id, line), joined(found.id, line)
    before = await rows(group)
    tries = [(who, act) for who in (group.marta, group.stranger) for act in leads + takes_part]
    tries += [(group.young[0], act) for act in leads] + [(group.janis, act) for act in takes_part]
    for phone, action in tries:
        answer = await forge(group.stage, phone, action)
        assert answer, (phone.name, action)
        assert "Pikniks" not in answer, (phone.name, action)
        assert PROBLEM not in answer, (phone.name, action)

    assert await rows(group) == before
    assert (await group.activity()).state == state


async def test_buttons_of_polls_do_nothing_to_a_brainstorm(group: Group) -> None:
    """Its own mentor too gets a clear answer from a button that was made for something else."""
    await group.voting("Pikniks\nKino")
    of = {"activity": (await group.activity()).id}
    some = ("activity", "poll_start", "poll_end", "poll_set", "poll_repeat", "poll_discard")
    for act in some:
        assert await forge(group.stage, group.janis, {"do": act, **of}), act
    assert await forge(group.stage, group.young[0], {"do": "poll_answer", **of})
    assert "nav" in said(await group.young[0].send("aptaujas"))

    assert (await group.activity()).state == "vote"


@pytest.mark.parametrize(
    "idea",
    ["Kā būtu ar pikniku?", "Varbūt kino?", "Ja nu mēs dotos pārgājienā?", "- Kino\n- Parks"],
)
async def test_an_idea_put_as_a_question_is_an_idea(group: Group, idea: str) -> None:
    await group.begun()
    await group.young[0].tap("Rakstīt idejas")
    assert "Pierakstīju" in said(await group.young[0].send(idea))


async def test_who_will_know_is_answered_while_ideas_are_written(group: Group) -> None:
    await group.begun()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")
    assert "neviens neuzzinās" in said(await elza.send("Vai pārējie redzēs manu vārdu?"))
    assert "Pierakstīju" in said(await elza.send("Pikniks"))
