"""Nobody is disturbed while they rest, whoever causes it; but for an alarm."""

from desk import acts
from desk.visit import Visit
from store import people
from store import schema as s
from store.outbox import HELD
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import PROGRAMME, Phone, Stage, said
from tests.desk.test_extending import TITLE, wishes

QUESTION = "Kur var nopirkt lētu ģitāru?"


async def rows_held(stage: Stage, phone: Phone) -> int:
    def read(tx: Tx) -> int:
        query = s.outbox.select().where(s.outbox.c.person == phone.person, s.outbox.c.state == HELD)
        return len(tx.execute(query).all())

    found: int = await stage.read(read)
    return found


async def does(stage: Stage, phone: Phone, do: str, **what: object) -> None:
    """A tap on a button that the person has."""

    def act(tx: Tx) -> None:
        part = next(p for p in people.parts(tx, phone.person) if p.programme == PROGRAMME)
        who = stage.known(tx, phone.person)
        now = stage.clock.now()
        visit = Visit(tx, stage.planning.world, who, part, now, f"quiet:{now.timestamp()}")
        acts.perform(visit, {"do": do, **what})

    await stage.read(act)


async def test_a_mentor_asked_at_night_hears_it_in_the_morning(cast: Cast, stage: Stage) -> None:
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await stage.wind("2026-01-12T23:30")
    assert "Izlems: Jānis Bērziņš" in await wishes(cast, "6. februāris")
    assert await cast.janis.new() == []
    await stage.wind("2026-01-13T07:59")
    assert await cast.janis.new() == []
    await stage.wind("2026-01-13T08:00")
    (asked,) = await cast.janis.new()
    assert "Vairāk laika" in asked["text"]
    assert asked["at"].startswith("2026-01-13T08:00")
    await cast.janis.tap("Jā: ")
    assert "6. februār" in said(await cast.elza.new())


async def test_what_is_decided_meanwhile_is_not_asked_any_more(cast: Cast, stage: Stage) -> None:
    """The mentee finished at night after all."""
    task = await stage.task(cast.elza, TITLE, "2026-01-30")
    await stage.wind("2026-01-12T23:30")
    await wishes(cast, "6. februāris")
    await does(stage, cast.elza, "task_done", task=task)
    await stage.wind("2026-01-13T12:00")
    assert "Vairāk laika" not in await cast.janis.text()
    assert await rows_held(stage, cast.janis) == 0


async def test_a_question_reaches_coordinators_in_support_hours(cast: Cast, stage: Stage) -> None:
    """Asked on a Saturday night: no weekend, and the promise fits."""
    await stage.wind("2026-01-17T02:00")
    await cast.elza.tap("Vēlāk")
    assert "pirmdien, 19. janvārī, plkst. 17.00" in said(await cast.elza.send(QUESTION))
    await cast.ilze.new()
    await stage.wind("2026-01-19T08:59")
    assert await cast.ilze.new() == []
    await stage.wind("2026-01-19T09:00")
    assert QUESTION in said(await cast.ilze.new())


async def test_an_answered_question_is_asked_of_nobody_else(cast: Cast, stage: Stage) -> None:
    """One coordinator looked into the list at night; the other need not hear of it."""
    await stage.wind("2026-01-13T02:00")
    await cast.elza.send(QUESTION)
    assert "Jautā" in said(await cast.ilze.send("jautājumi"))
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("Pajautā mūzikas skolā.")
    assert "mūzikas skolā" not in await cast.elza.text()
    await stage.wind("2026-01-13T12:00")
    assert "mūzikas skolā" in await cast.elza.text()
    assert QUESTION not in await cast.dace.text()


async def test_a_readers_own_quiet_hours_count_as_well(cast: Cast, stage: Stage) -> None:
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await does(stage, cast.janis, "lives_quiet", start="19:00", end="10:00")
    await stage.wind("2026-01-12T19:30")
    await cast.janis.new()
    await wishes(cast, "6. februāris")
    await stage.wind("2026-01-13T09:59")
    assert await cast.janis.new() == []
    await stage.wind("2026-01-13T10:00")
    assert "Vairāk laika" in said(await cast.janis.new())


async def test_an_alarm_waits_for_no_morning(cast: Cast, stage: Stage) -> None:
    """Nor do a human's words after it, in either direction."""
    await stage.wind("2026-01-17T02:00")
    await cast.elza.send("es negribu dzīvot")
    assert "Elza Vītola" in said(await cast.ilze.new())
    await cast.ilze.tap("Rakstīt")
    await cast.ilze.send("Esmu te. Kas notika?")
    assert "Esmu te. Kas notika?" in said(await cast.elza.new())
    await cast.elza.tap("Atrakstīt")
    await cast.elza.send("Paldies, ka raksti")
    assert "Paldies, ka raksti" in said(await cast.ilze.new())


async def test_typed_words_at_night_answer_nothing_unseen(cast: Cast, stage: Stage) -> None:
    """The held request is not what a mentor's own words are held against."""
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await stage.wind("2026-01-12T23:30")
    await wishes(cast, "6. februāris")
    await cast.janis.send("jā: piektdien, 6. februārī")
    assert "6. februār" not in said(await cast.elza.new())
    await stage.wind("2026-01-13T09:00")
    assert "Vairāk laika" in await cast.janis.text()


async def test_a_mentors_pause_over_by_morning_is_not_told(cast: Cast, stage: Stage) -> None:
    await stage.wind("2026-01-12T23:30")
    await does(stage, cast.janis, "pause_days", days=7)
    await does(stage, cast.janis, "pause_over")
    await stage.wind("2026-01-13T12:00")
    assert "Jānis Bērziņš" not in said(await cast.elza.new())


async def test_a_pause_told_in_the_morning(cast: Cast, stage: Stage) -> None:
    await stage.wind("2026-01-13T02:00")
    await does(stage, cast.janis, "pause_days", days=7)
    assert await cast.elza.new() == []
    await stage.wind("2026-01-13T08:00")
    assert "ietur pauzi" in said(await cast.elza.new())


async def test_nobody_is_asked_for_a_talk_at_night(cast: Cast, stage: Stage) -> None:
    await stage.wind("2026-01-12T22:00")
    await does(stage, cast.janis, "timed_ask", guide="chemistry", pairing=cast.pairing)
    await stage.assistant.delivery.flush()
    assert "plkst. 8.00" in said(await cast.janis.new())
    assert await cast.elza.new() == []


async def test_a_clock_set_back_loses_nothing(cast: Cast, stage: Stage) -> None:
    """The same night twice: what is held the second time comes as well."""
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await stage.wind("2026-01-13T02:00")
    await cast.elza.send(QUESTION)
    await stage.wind("2026-01-13T09:30")
    assert QUESTION in said(await cast.ilze.new())
    stage.clock.offset -= stage.clock.now() - (stage.clock.now().replace(hour=0, minute=30))
    await cast.elza.send("Kur var nopirkt lētas bungas?")
    assert await cast.ilze.new() == []
    await stage.wind("2026-01-13T09:30")
    assert "bungas" in said(await cast.ilze.new())


async def test_why_a_request_came(cast: Cast, stage: Stage) -> None:
    """Who asked, and that it can't be switched off; not the rule of some older message."""
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await wishes(cast, "6. februāris")
    answer = said(await cast.janis.send("kāpēc"))
    assert "Elza Vītola gaida tavu atbildi vai lēmumu" in answer
    assert "nevar izslēgt" in answer
    assert not any("nesūtīt" in label.lower() for label in await cast.janis.labels())
    await cast.janis.tap("Jā: ")
    assert "To izdarīja: Jānis Bērziņš" in said(await cast.elza.send("kāpēc"))


async def test_a_mentor_on_pause_is_not_asked(cast: Cast, stage: Stage) -> None:
    """Neither for time nor for help; the asker hears who answers instead, and the coordinator is
    not kept waiting."""
    task = await stage.task(cast.elza, TITLE, "2026-01-30")
    await does(stage, cast.janis, "pause_days", days=7)
    answer = await wishes(cast, "6. februāris")
    assert "Tavs mentors tagad ziņas nesaņem: Jānis Bērziņš." in answer
    assert "Izlems: Ilze Kalniņa" in answer
    assert "Vairāk laika" in said(await cast.ilze.new())
    await does(stage, cast.elza, "task_help", task=task)
    await stage.assistant.delivery.flush()
    assert TITLE in said(await cast.ilze.new())
    assert TITLE not in await cast.janis.text()


async def test_a_mentor_who_wants_no_messages_is_not_asked(cast: Cast, stage: Stage) -> None:
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await cast.janis.send("stop")
    assert "Izlems: Ilze Kalniņa" in await wishes(cast, "6. februāris")
