"""A brainstorm by Osborn's rules, as its mentor leads it: question, ideas, list, votes, ranking."""

from mentoring.carrying import TELEGRAM, units
from store import activities
from store.work import Tx
from tests.desk.stage import Phone, Stage, instant, said
from tests.desk.storming import PROBLEM, Group, gather


async def test_from_the_question_to_the_ranking(either_stage: Stage) -> None:
    """Everything once, as it should go, on both databases."""
    group = await gather(either_stage)
    elza, roberts, anna = group.young

    advice = said(await group.janis.send("Prāta vētra"))
    assert "5–15" in advice
    assert "ir 3" in advice
    assert PROBLEM in said(await group.janis.send(PROBLEM))
    assert "Uzaicinātie: 3" in said(await group.janis.tap("Sākt"))
    invitation = said(await elza.new())
    assert PROBLEM in invitation
    assert "nekritizējam" in invitation
    assert "neviens neuzzinās" in invitation

    await elza.tap("Rakstīt idejas")
    assert "Pierakstīju 2 idejas." in said(await elza.send("1. Spēļu vakars\n2. Kopīgs pikniks"))
    assert "Grupai kopā: 3" in said(await elza.send("Naksnīgs pārgājiens"))
    await roberts.tap("Rakstīt idejas")
    await roberts.send("spēļu vakari\nPikniks")
    assert "Idejas: 5. Rakstīja 2 no 3." in said(await group.janis.tap("Atsvaidzināt"))

    review = said(await group.janis.tap("Ideju pietiek"))
    assert "Savāktās idejas: 3" in review
    assert review.count("(kopā 2)") == 2
    await group.janis.tap("Sākt balsošanu")
    for one in group.young:
        assert PROBLEM in said(await one.new())
        await one.tap("Izvēlēties")

    await elza.tap("Spēļu vakars")
    await elza.tap("pārgājiens")
    await elza.tap("Nodot balsis")
    await roberts.send(await group.numbers(roberts, "Spēļu vakars"))
    await roberts.tap("Nodot balsis")
    assert "Balsoja 2 no 3." in said(await group.janis.tap("Atsvaidzināt"))
    await anna.tap("Spēļu vakars")
    last = said(await anna.tap("Nodot balsis"))

    assert "Nobalsoja visi" in last
    for one in (group.janis, elza, roberts):
        (result,) = await one.new()
        lines = result["text"].splitlines()
        assert lines[1:3] == [
            "1. Spēļu vakars – 3 balsis",
            "2. Naksnīgs pārgājiens – 1 balss",
        ]
        assert lines[3] == "Pārējās idejas: 1."
        assert "tuvāk?” Nobalsoja: 3." in lines[0]
        assert result["image"]
        assert "Spēļu vakars" in result["image_alt"]


async def test_the_picture_is_shown_to_those_who_took_part_alone(group: Group) -> None:
    await group.voting("Pikniks")
    elza = group.young[0]
    await group.chosen("Pikniks")
    path = f"/pictures/poll-{(await group.activity()).id}-0.png"

    async def status(phone: Phone) -> int:
        async with group.stage.web() as web:
            return (await web.get(f"/chat/{phone.token}{path}")).status_code

    assert await status(elza) == 404, "it is not over"
    await group.janis.tap("Beigt balsošanu")
    result = (await elza.new())[-1]

    async with group.stage.web() as web:
        answer = await web.get(result["image"])
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG")
    assert await status(group.stranger) == await status(group.marta) == 404


async def test_advice_comes_before_the_question_and_the_rules_once(group: Group) -> None:
    """The mentor hears what makes a good question; members get the rules with the invitation."""
    assert "piemēram" in said(await group.janis.send("brainstorm"))
    preview = said(await group.janis.send("ekskursijas"))
    assert "Idejas nāk vieglāk, ja tas ir jautājums" in preview
    await group.janis.tap("Pārrakstīt")
    assert "Idejas nāk vieglāk" not in said(await group.janis.send(PROBLEM))
    await group.janis.tap("Sākt")

    elza = group.young[0]
    await elza.new()
    await elza.tap("Rakstīt idejas")
    await elza.send("Pikniks")
    assert (await elza.text()).count("Četri noteikumi") == 1
    assert "ekskursijas" not in await elza.text()


async def test_a_question_that_is_an_essay_is_asked_for_again(group: Group) -> None:
    await group.janis.send("prāta vētra")

    assert "ne vairāk par 300 zīmēm" in said(await group.janis.send("Kā " * 200))
    assert PROBLEM in said(await group.janis.send(PROBLEM))


async def test_starting_twice_asks_everybody_once(group: Group) -> None:
    await group.prepared()
    key = await group.janis.key("Sākt")
    await group.janis.press(key)
    again = said(await group.janis.press(key))

    assert "jau ir tikusi tālāk" in again
    for one in group.young:
        assert len(await one.new()) == 1
    assert await group.stranger.new() == []


async def test_one_brainstorm_at_a_time(group: Group) -> None:
    """Asked for another, the mentor sees the one that goes on; an older draft doesn't start."""
    await group.prepared("Kā citādi?")
    old = await group.janis.key("Sākt")
    await group.begun()

    assert PROBLEM in said(await group.janis.send("prāta vētra"))
    assert "vairs nav" in said(await group.janis.press(old)), "the newer draft took its place"


async def test_two_can_guess_so_it_is_said_and_one_alone_is_no_group(stage: Stage) -> None:
    group = await gather(stage, ("Elza Vītola", "Anna Kalna"))
    assert "var nojaust" in said(await group.janis.send("prāta vētra"))
    await group.janis.send(PROBLEM)
    await group.janis.tap("Sākt")
    assert "var nojaust" in said(await group.young[0].new())

    assert "vismaz 2" in said(await group.marta.send("prāta vētra"))


async def test_nothing_to_list_and_nothing_to_count_is_said_kindly(group: Group) -> None:
    """Collecting goes on without an idea, voting without a vote."""
    await group.begun()
    assert "Nevienas idejas" in said(await group.janis.tap("Ideju pietiek"))
    await group.young[0].tap("Rakstīt idejas")
    await group.young[0].send("Pikniks")
    await group.janis.tap("Ideju pietiek")
    await group.janis.tap("Sākt balsošanu")
    assert "Neviena balss" in said(await group.janis.tap("Beigt balsošanu"))

    assert (await group.activity()).state == "vote"


async def test_a_mentor_parts_what_was_merged_and_strikes_out_a_line(group: Group) -> None:
    await group.collected("Spēļu vakars\nPikniks", "spēļu vakari", "Kino")

    card = said(await group.janis.tap("Spēļu vakars"))
    assert "spēļu vakari" in card
    parted = said(await group.janis.tap("Sadalīt"))
    assert "Savāktās idejas: 4" in parted
    await group.janis.tap("Kino")
    assert "Kino – svītrota" in said(await group.janis.tap("Svītrot"))
    await group.janis.tap("Pikniks")
    await group.janis.tap("Svītrot")
    await group.janis.tap("Pikniks")
    assert "Pikniks – svītrota" not in said(await group.janis.tap("Atjaunot ideju"))
    await group.janis.tap("Sākt balsošanu")
    elza = group.young[0]
    await elza.new()

    ballot = said(await elza.tap("Izvēlēties"))
    assert "Kino" not in ballot
    assert all(text in ballot for text in ("Spēļu vakars", "spēļu vakari", "Pikniks"))


async def test_with_every_line_struck_out_there_is_no_vote(group: Group) -> None:
    await group.collected("Pikniks")
    await group.janis.tap("Pikniks")
    await group.janis.tap("Svītrot")

    assert "nav par ko balsot" in said(await group.janis.tap("Sākt balsošanu"))


async def test_many_ideas_come_page_by_page(group: Group) -> None:
    """Nothing is left out, and a line's number stays its number."""
    some = [f"Ideja par tēmu {chr(97 + n) * 4}" for n in range(20)]
    await group.voting("\n".join(some))
    elza = group.young[0]
    shown = (await elza.all())[-1]["text"]
    for _ in range(2):
        shown += "\n" + said(await elza.tap("Nākamās"))

    for number in range(1, 21):
        assert f"{number}. Ideja" in shown
    assert all(text in shown for text in some)
    assert "1. Ideja" in said(await elza.tap("Iepriekšējās")) + said(await elza.tap("Iepriekšējās"))


async def test_calling_it_off_is_asked_once_more_and_leaves_nothing(group: Group) -> None:
    await group.collected("Pikniks")
    await group.janis.send("prāta vētra")
    await group.janis.tap("Atcelt prāta vētru")
    assert "Savāktās idejas" in said(await group.janis.tap("Nē, turpinām"))
    await group.janis.tap("Atcelt prāta vētru")
    assert "izdzēsts" in said(await group.janis.tap("Jā, atcelt"))

    elza = group.young[0]
    assert "atcēla" in said(await elza.new())
    assert "nav pieejama" in said(await elza.tap("Rakstīt idejas"))
    assert "vairs nav" in said(await group.janis.tap("Sākt balsošanu"))


async def test_the_result_can_be_looked_at_again(group: Group) -> None:
    await group.voting("Pikniks")
    await group.chosen("Pikniks")
    await group.janis.tap("Beigt balsošanu")
    await group.janis.new()
    await group.janis.send("grupai")
    await group.janis.tap("Agrākās")

    assert "1. Pikniks – 3 balsis" in said(await group.janis.tap("Kā mēs varētu"))


async def test_in_english_it_reads_as_well(stage: Stage) -> None:
    """Each reads in their own language; the ideas stay as they were written."""
    janis = await stage.enter("John Smith", "mentor", language="en")
    young = [await stage.enter(name, language="en") for name in ("Ann Lee", "Bob Ray", "Cleo Day")]
    for one in young:
        await stage.pair(janis, one)
    await janis.send("brainstorm")
    await janis.send("How could we meet more often?")
    await janis.tap("Start")
    for one in young:
        assert "Four rules" in said(await one.new())
        await one.tap("Write ideas")
        await one.send("A movie night\nPicnic in the park")
    assert "Ideas collected: 2" in said(await janis.tap("Enough ideas"))
    await janis.tap("Start the vote")
    for one in young:
        await one.new()
        await one.tap("Choose")
        await one.tap("movie night")
        await one.tap("Hand in")

    assert "1. A movie night – 3 votes" in said(await janis.new())


async def test_at_night_nobody_is_asked_for_ideas_or_votes(group: Group) -> None:
    """The programme's quiet hours hold for a mentor who is still up, too."""
    await group.prepared()
    group.stage.clock.wind(instant("2026-01-12T21:30"))
    assert "Pēc plkst. 8.00" in said(await group.janis.tap("Sākt"))
    assert [await one.new() for one in group.young] == [[], [], []]
    group.stage.clock.wind(instant("2026-01-13T08:10"))

    assert "Uzaicinātie: 3" in said(await group.janis.tap("Sākt"))


async def test_who_is_away_is_not_written_to(group: Group) -> None:
    elza = group.young[0]
    await elza.send("pauze līdz 1. martam")
    await elza.new()
    assert "Pašlaik nerakstu: 1" in await group.prepared()
    await group.janis.tap("Sākt")

    assert await elza.new() == []
    assert PROBLEM in said(await group.young[1].new())


async def test_a_line_of_emoji_fits_every_button(group: Group) -> None:
    """Where its words would be too long for a channel, the button carries the number."""
    await group.voting(
        "🎉" * 60, "Ļoti gara ideja par to, kā nosvinēt gada beigas kopā ar citām klasēm"
    )
    labels = await group.young[0].labels()

    assert all(units(label) <= TELEGRAM.label for label in labels)
    assert {"1", "2"} & set(labels)
    assert any("Ļoti gara ideja" in label and label.endswith("…") for label in labels)


async def test_the_mentors_chat_hears_of_it_and_sees_the_result_alone(group: Group) -> None:
    """What is said to a chat of several people holds no name and, before the end, no idea."""

    def own(tx: Tx) -> None:
        activities.own_chat(tx, group.janis.person, "telegram", "-100", group.stage.clock.now())

    await group.stage.read(own)
    await group.prepared()
    await group.janis.tap("Rādīt arī grupas čatā")
    await group.janis.tap("Nerādīt grupas čatā")
    await group.janis.tap("Rādīt arī grupas čatā")
    await group.started()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")
    await elza.send("Pikniks")
    await group.janis.tap("Ideju pietiek")
    await group.janis.tap("Sākt balsošanu")
    before = await group.told_to_chat()
    for one in group.young:
        await one.new()
        await one.tap("Izvēlēties")
    await group.chosen("Pikniks")
    await group.janis.tap("Beigt balsošanu")
    (result,) = (await group.told_to_chat())[len(before) :]

    assert len(before) == 1
    assert PROBLEM in before[0]["text"]
    assert result["image"] == f"poll:{(await group.activity()).id}:0"
    assert "Pikniks" in result["alt"]
    assert "Elza" not in str([*before, result])
