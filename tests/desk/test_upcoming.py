"""What somebody will receive, when and why: asked in the chat."""

from datetime import timedelta
from itertools import count

import pytest

from bot.settings import Settings
from bot.upcoming import upcoming as listed
from desk import upcoming
from desk.visit import Visit
from mentoring.occurrence import Occurrence
from store import occurrences, people
from store.work import Tx
from tests.databases import SECRET, open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, closing, instant, put_on, said
from tests.playing import ROOT
from tests.statements import counted

TITLE = "Izrunāt ar mammu"


async def test_everybody_sees_their_own(cast: Cast, stage: Stage) -> None:
    """Soonest first, with the task's name and the rule."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    text = said(await cast.elza.send("kas gaidāms"))
    assert (
        f"sestdien, 17. janvārī, plkst. 16.00: atgādinājums par uzdevumu ({TITLE}). "
        "3 dienas pirms termiņa: otrdien, 20. janvārī." in text
    )
    assert "nedēļas jautājums. Reizi nedēļā" in text
    assert text == said(await cast.elza.send("/upcoming"))


async def test_a_mentor_sees_the_watch_over_a_mentee(cast: Cast) -> None:
    """The only thing planned for them."""
    text = said(await cast.janis.send("upcoming"))
    assert "ziņa par klusumu (Elza Vītola). 14 dienas bez ziņām" in text


@pytest.mark.parametrize(
    "words", ["ko saņems Elza", "Ko saņems Elza Vītola?", "upcoming elza", "/upcoming Vitola"]
)
async def test_a_coordinator_asks_about_somebody(cast: Cast, stage: Stage, words: str) -> None:
    """When and why, but not what a young person calls their task."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    text = said(await cast.ilze.send(words))
    assert "Elza Vītola" in text
    assert "plkst. 16.00: atgādinājums par uzdevumu. 3 dienas pirms termiņa" in text
    assert TITLE not in text


async def test_it_opens_from_the_attention_list(cast: Cast) -> None:
    await cast.ilze.send("/attention")
    await cast.ilze.tap("1")
    assert "Ko saņems Roberts Krūmiņš" in said(await cast.ilze.tap("Kas gaidāms"))


async def test_a_name_of_several_is_asked_about(cast: Cast) -> None:
    """A tap chooses."""
    text = said(await cast.ilze.send("ko saņems r"))
    assert "Izvēlies vārdu" in text
    assert "Ko saņems Roberts Krūmiņš" in said(await cast.ilze.tap("Roberts"))


async def test_a_name_of_nobody_is_said_so(cast: Cast) -> None:
    assert "neatrodu" in said(await cast.ilze.send("ko saņems Zane"))


@pytest.mark.parametrize("who", ["elza", "janis"])
async def test_nobody_else_asks_about_others(cast: Cast, stage: Stage, who: str) -> None:
    """Typed by a mentee or a mentor it is a question like any other."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    phone: Phone = getattr(cast, who)
    assert "17. janvār" not in said(await phone.send("ko saņems Roberts"))


async def test_stopped_and_paused_people_are_shown_as_such(cast: Cast) -> None:
    """The coordinator sees why nothing comes."""
    await cast.elza.send("stop")
    text = said(await cast.ilze.send("ko saņems Elza"))
    assert "izslēgtas" in text
    assert "nekas nav plānots" in text
    await cast.roberts.send("pauze līdz 2. februārim")
    assert "Atsākšu rakstīt pirmdien, 2. februārī" in said(
        await cast.ilze.send("ko saņems Roberts")
    )


async def test_what_is_switched_off_is_listed_and_can_be_found_again(
    cast: Cast, stage: Stage
) -> None:
    """A month later another kind came last; "why" still leads to what was switched off."""
    await stage.wind("2026-01-16T17:00")
    await cast.elza.send("/kapec")
    await cast.elza.tap("Vairs nesūtīt")
    assert "Izslēgts: nedēļas jautājums." in said(await cast.elza.send("kas gaidāms"))
    asked_again = said(await cast.elza.send("/kapec"))
    assert "Tādas ziņas tagad ir izslēgtas. Vai sūtīt atkal?" in asked_again
    assert "Vai turpmāk" not in asked_again
    await stage.task(cast.elza, TITLE, "2026-02-20")
    await stage.wind("2026-02-19T18:00")
    explained = said(await cast.elza.send("/kapec"))
    assert "pirms termiņa" in explained
    assert "Izslēgts: nedēļas jautājums." in explained
    await cast.elza.tap("Ieslēgt: nedēļas jautājums")
    listed = said(await cast.elza.send("kas gaidāms"))
    assert "Izslēgts" not in listed
    assert "nedēļas jautājums" in listed


async def test_what_should_have_come_already_is_not_said_to_come(cast: Cast, stage: Stage) -> None:
    """The machine slept: what is due and not said yet has no place in a look ahead."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    stage.clock.wind(instant("2026-01-17T18:00"))
    text = said(await cast.elza.send("kas gaidāms"))
    assert "17. janvārī" not in text
    assert "19. janvārī" in text


async def test_an_undecided_request_is_planned_for_the_coordinators(
    cast: Cast, stage: Stage
) -> None:
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE)
    await cast.elza.tap("Vajag laiku")
    await cast.elza.send("6. februāris")
    text = said(await cast.ilze.send("upcoming"))
    assert "lūgums pagarināt termiņu (Elza Vītola). Lūgums 2 dienas gaida atbildi." in text


async def test_the_chat_and_the_command_line_say_the_same(
    cast: Cast, stage: Stage, sqlite_url: str
) -> None:
    """Line by line, in English."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await cast.elza.send("english")
    lines = said(await cast.elza.send("upcoming"))
    settings = Settings(
        database_url=sqlite_url, secret_key=SECRET.decode(), programmes=ROOT / "programmes"
    )
    for each in listed(settings, "Elza Vītola", None)[:8]:
        assert each["why"] in lines


async def watched(stage: Stage, number: int) -> None:
    """So many more people of whose silence a coordinator is to hear."""

    def write(tx: Tx) -> None:
        now = stage.clock.now()
        for one in range(number):
            person = people.add(tx, name=f"N{one}", language="lv", now=now)
            people.join(tx, person, PROGRAMME, "mentee", now)
            silence = Occurrence(
                key=f"silence:{person}",
                kind="silence",
                person=person,
                pairing=None,
                subject=None,
                due=now + timedelta(days=20, minutes=person),
                why={
                    "rule": "silence",
                    "days": 21,
                    "last_sign": "2026-01-12",
                    "does": "tell-coordinator",
                },
            )
            occurrences.add(tx, PROGRAMME, silence)

    await stage.read(write)


async def test_a_coordinator_of_thousands_waits_no_longer(database_url: str) -> None:
    """Only those who are named are looked up; how many more there are is still said."""
    origins = count(1)
    async with closing(put_on(open_store(database_url))) as stage:
        ilze = await stage.enter("Ilze Kalniņa", "coordinator")

        def asked(tx: Tx) -> int:
            part, who = people.parts(tx, ilze.person)[0], stage.known(tx, ilze.person)
            world, origin = stage.planning.world, f"test:{next(origins)}"
            with counted(tx) as statements:
                upcoming.mine(Visit(tx, world, who, part, stage.clock.now(), origin))
            return len(statements)

        await watched(stage, 10)
        few = await stage.read(asked)
        await watched(stage, 50)

        assert await stage.read(asked) == few
        text = said(await ilze.send("kas gaidāms"))
        assert ("N0)" in text, "N8)" in text, "vēl 52" in text) == (True, False, True)
