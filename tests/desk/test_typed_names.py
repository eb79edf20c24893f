"""What people type instead of tapping: names of tools, numbers of labels, commands in a dialog."""

import pytest

from desk.acts import match_label
from store import sessions
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        *(("dzīves rats", "vienā attēlā"), ("dzives ratu", "vienā attēlā")),
        *(("Wheel of Life", "vienā attēlā"), ("dzivs rats", "vienā attēlā")),
        *(("smart", "konkrētu, izmērāmu"), ("svid", "četrus laukus"), ("SWOT", "četrus laukus")),
        *(("plāns", "mazākos uzdevumos"), ("atver luksoforu", "cik digitāla")),
        ("noslēguma tikšanās", "Piecas daļas"),
    ],
)
async def test_a_tool_opens_by_its_name(cast: Cast, typed: str, told: str) -> None:
    """In either language, any form, with a slip, or by what everybody calls it."""
    await cast.ilze.new()
    assert told in said(await cast.elza.send(typed))
    assert await cast.ilze.new() == []


@pytest.mark.parametrize("typed", ["kas ir SMART?", "cik ilgi ir dzīves rats?", "kas ir svid"])
async def test_a_question_about_a_tool_begins_none(stage: Stage, cast: Cast, typed: str) -> None:
    await cast.elza.send(typed)
    person = await stage.read(lambda tx: stage.known(tx, cast.elza.person))
    assert await stage.read(lambda tx: sessions.current(tx, person)) is None


async def test_a_word_of_several_titles_offers_them(cast: Cast) -> None:
    await cast.elza.send("tikšanās")
    labels = await cast.elza.labels()
    assert labels[0] == "Pirms tikšanās"
    assert "Pēc tikšanās" in labels


async def test_a_tool_of_the_other_role_is_said_to_be_theirs(cast: Cast) -> None:
    """Typed or by a button that nobody offers."""
    assert "aizpilda jaunietis" in said(await cast.janis.send("dzīves rats"))
    assert "aizpilda mentors" in said(await cast.elza.send("mentora novērojumi"))


def test_a_number_on_a_label_is_the_number_that_is_typed() -> None:
    """Place counts only where labels have no numbers of their own."""
    labels = [("2. Ko gribam iegūt", "two"), ("6. Atbildes laiks", "six"), ("10. Robežas", "ten")]
    assert match_label(labels, "6") == "six"
    assert match_label(labels, "10.") == "ten"
    assert match_label(labels, "1") is None
    assert match_label([("Jā", "yes"), ("Nē", "no")], "2") == "no"
    assert match_label([("10", "ten"), ("1", "one")], "1") == "one"


async def in_grow(phone: Phone) -> str:
    """The first question, which wants own words."""
    return (await phone.send("grow"))[-1]["text"]


async def answers(stage: Stage, phone: Phone) -> object:
    person = await stage.read(lambda tx: stage.known(tx, phone.person))
    kept = await stage.read(lambda tx: sessions.current(tx, person))
    return kept.state["answers"] if kept else None


async def test_the_menu_offers_what_was_open(cast: Cast) -> None:
    question = await in_grow(cast.elza)
    await cast.elza.send("/palidziba")
    assert "Turpināt: GROW saruna" in await cast.elza.labels()
    assert question in said(await cast.elza.send("turpināt"))


@pytest.mark.parametrize("typed", ["turpināt", "mani rezultāti", "uzdevumi", "my results"])
async def test_a_command_is_no_answer(stage: Stage, cast: Cast, typed: str) -> None:
    """The question stands again, and nothing is stored."""
    question = await in_grow(cast.elza)
    assert question in said(await cast.elza.send(typed))
    assert await answers(stage, cast.elza) == {}


@pytest.mark.parametrize("typed", ["Laiks", "rezultāti skolā būs labāki", "Vizīte uzņēmumā"])
async def test_what_may_well_be_an_answer_is_one(stage: Stage, cast: Cast, typed: str) -> None:
    await in_grow(cast.elza)
    await cast.elza.send(typed)
    if len(typed.split()) == 1:  # so short a goal is asked about once more
        await cast.elza.send(typed)
    assert await answers(stage, cast.elza) == {"goal": typed}


@pytest.mark.parametrize("way", ["tap", "send"])
async def test_in_doubt_it_is_asked(stage: Stage, cast: Cast, way: str) -> None:
    """Both buttons do what they say, tapped or typed."""
    question = await in_grow(cast.elza)
    assert "tava atbilde" in said(await cast.elza.send("mans mentors"))
    no = await cast.elza.key("Nē, parādi")
    await (cast.elza.tap("Jā, tā ir") if way == "tap" else cast.elza.send("jā"))
    assert await answers(stage, cast.elza) == {"goal": "mans mentors"}
    assert "Tavs mentors" in said(await cast.elza.press(no))
    assert question not in said(await cast.elza.send("turpināt"))


async def test_where_a_number_is_wanted_a_tool_opens(cast: Cast) -> None:
    await cast.elza.send("pēc tikšanās")
    assert "četrus laukus" in said(await cast.elza.send("SVID analīze"))


async def test_going_on_prefers_what_one_began(cast: Cast) -> None:
    """Not the check-in that came in between."""
    await cast.elza.send("smart")
    await cast.elza.send("/kaveicas")
    assert "Kāds ir tavs mērķis" in said(await cast.elza.send("turpināt"))


async def test_everything_that_was_left_can_be_found(cast: Cast) -> None:
    tools = ("smart", "svid", "diltss", "audekls", "grow", "plāns")
    for tool in tools:
        await cast.elza.send(tool)
        await cast.elza.tap("Vēlāk")
    await cast.elza.send("izvēlne")
    assert sum("Turpināt" in one for one in await cast.elza.labels()) == 3
    await cast.elza.tap("Citi iesāktie")
    assert len(await cast.elza.labels()) == len(tools)
