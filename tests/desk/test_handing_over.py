"""Before a human reads what may have been meant for something private, its writer is asked."""

import pytest

from tests.desk.fixtures import Cast
from tests.desk.polling import CLOSES, LIVE_ANONYMOUS, OWN_ANONYMOUS, TALK, gathered
from tests.desk.stage import Phone, Stage, said
from tests.desk.storming import Group

ASKED = "Būs redzams arī tavs vārds"


async def coordinator(stage: Stage) -> Phone:
    return await stage.enter("Ilze Kalniņa", "coordinator")


async def test_a_second_thought_on_an_anonymous_answer_reaches_nobody_by_itself(
    stage: Stage,
) -> None:
    """Between two live questions; a tap passes it on, another does not."""
    ilze, group = await coordinator(stage), await gathered(stage)
    await group.ask(TALK, *LIVE_ANONYMOUS)
    madara = group.members[0]
    await madara.send("3")

    assert ASKED in said(await madara.send("Mainīgs"))
    assert await ilze.new() == []
    assert "nenodevu" in said(await madara.tap("Nē"))
    await madara.send("Mainīgs")
    assert "Nodevu" in said(await madara.tap("Jā, nodot"))
    assert "Mainīgs" in said(await ilze.new())


async def test_what_is_written_after_a_polls_end_is_asked_about_for_an_hour(stage: Stage) -> None:
    ilze, group = await coordinator(stage), await gathered(stage)
    await group.ask(TALK, *OWN_ANONYMOUS)
    await stage.wind(CLOSES)
    await ilze.new()

    assert ASKED in said(await group.members[0].send("Mainīgs"))
    assert await ilze.new() == []
    await stage.wind("2026-01-14T21:30")
    assert "Nodevu" in said(await group.members[0].send("Mainīgs"))


async def test_a_clear_question_goes_to_a_human_at_once(stage: Stage) -> None:
    ilze, group = await coordinator(stage), await gathered(stage)
    await group.ask(TALK, *OWN_ANONYMOUS)
    assert "Nodevu" in said(await group.members[0].send("Kur var nopirkt lētu ģitāru?"))
    assert "ģitāru" in said(await ilze.new())


async def test_without_anything_private_near_words_go_to_a_human_at_once(cast: Cast) -> None:
    assert "Nodevu" in said(await cast.elza.send("omei, par zupu"))


async def test_an_idea_after_enough_is_asked_about_and_kept(group: Group) -> None:
    """Nobody is to learn whose it is: the coordinator would."""
    ilze = await coordinator(group.stage)
    await group.begun()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")
    await elza.send("Pikniks")
    await elza.send("pietiek")
    assert "Vai šī ir ideja" in said(await elza.send("Šūpoles"))
    assert "Pierakstīju" in said(await elza.tap("Jā, pierakstīt"))
    await elza.send("pietiek")
    await elza.send("Slidkalniņš")
    assert "Vai šī ir ideja" in said(await elza.send("Trampolīns"))
    await elza.tap("Nē, kaut kas cits")
    assert "Vai šī ir ideja" in said(await elza.send("Batuts"))
    assert ASKED in said(await elza.send("Vai Kristaps arī taisīs šūpoles?"))
    assert await ilze.new() == []


async def test_after_enough_commands_and_thanks_are_what_they_are(group: Group) -> None:
    await group.begun()
    elza = group.young[0]
    await elza.tap("Rakstīt idejas")
    await elza.send("pietiek")
    assert "Prieks palīdzēt" in said(await elza.send("paldies"))
    assert "Vai šī ir ideja" not in said(await elza.send("uzdevumi"))


@pytest.mark.parametrize("tapped", ["Turpināt", "Nodot koordinatoram"])
async def test_words_after_a_dialog_was_put_aside_may_have_been_for_it(
    cast: Cast, tapped: str
) -> None:
    """The menu led out of GROW; what comes next is no question to anybody."""
    await cast.elza.send("grow")
    await cast.elza.send("izvēlne")
    await cast.ilze.new()
    asked = said(await cast.elza.send("tikt līdz kora konkursam"))
    assert "GROW" in asked
    assert ASKED.lower() in asked.lower()
    assert await cast.ilze.new() == []
    await cast.elza.tap(tapped)
    assert ("kora konkursam" in said(await cast.ilze.new())) == (tapped != "Turpināt")


async def test_an_hour_after_a_dialog_was_put_aside_words_are_nobodys_answer(
    stage: Stage, cast: Cast
) -> None:
    await cast.elza.send("grow")
    await cast.elza.send("izvēlne")
    await stage.wind("2026-01-12T11:00")
    assert "Nodevu" in said(await cast.elza.send("tikt līdz kora konkursam"))


async def check_in(cast: Cast) -> str:
    """Friday's, unanswered; its question."""
    await cast.elza.stage.wind("2026-01-16T17:00")
    await cast.ilze.new()
    await cast.elza.new()
    return (await cast.elza.all())[-1]["text"]


@pytest.mark.parametrize(
    "text", ["kas gaidāms", "uzdevumi", "kad rakstīt", "Vai drīkst tikties brīvdienās?"]
)
async def test_what_is_only_shown_leaves_the_check_in_open(cast: Cast, text: str) -> None:
    """Its question is asked once more, and what comes next answers it."""
    question = await check_in(cast)
    shown = await cast.elza.send(text)
    assert len(shown) == 2
    assert shown[-1]["text"] in question
    await cast.elza.send("omei, par zupu")
    assert await cast.ilze.new() == []


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("slimoju", "Lai drīz kļūst labāk"),
        ("pauze līdz 8. aprīlim", "8. aprīl"),
        ("laika josla Londona", "London"),
        ("laika josla Atlantīda", ""),
    ],
)
async def test_a_pause_and_a_zone_are_heard_above_an_unanswered_check_in(
    cast: Cast, text: str, heard: str
) -> None:
    question = await check_in(cast)
    answer = said(await cast.elza.send(text))
    assert heard in answer
    assert question not in answer or not heard


async def test_an_answer_may_contain_such_words(cast: Cast) -> None:
    """ "Slimoju" within a sentence is how the week was."""
    await cast.elza.send("grow")
    assert "Kāpēc" in said(await cast.elza.send("slimoju mazāk un trenējos vairāk"))
