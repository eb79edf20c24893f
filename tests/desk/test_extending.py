"""More time: granted by the programme, by the mentor, or by a coordinator in their place."""

import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk.world import World
from store import occurrences
from store import schema as s
from tests.databases import open_store
from tests.desk.fixtures import TAKEN, Cast
from tests.desk.stage import PROGRAMME, Stage, closing, programmes, put_on, said

TITLE = "Aiziet uz konsultāciju"

Opened = Callable[..., AbstractAsyncContextManager[tuple[Stage, Cast]]]


@pytest.fixture
def where(gathered: tuple[Path, Cast], sqlite_url: str) -> Opened:
    """The cast in a programme whose rules about extensions are others."""

    @asynccontextmanager
    async def opened(*, weekend: bool = True, **rules: Any) -> AsyncIterator[tuple[Stage, Cast]]:
        shutil.copy(gathered[0], sqlite_url.removeprefix("sqlite:///"))
        loaded = programmes()[PROGRAMME]
        extensions = replace(loaded.programme.extensions, **rules)
        window = replace(loaded.programme.window, weekend=weekend)
        programme = replace(loaded.programme, extensions=extensions, window=window)
        changed = replace(loaded, programme=programme)
        over = World({**programmes(), PROGRAMME: changed})
        async with closing(put_on(open_store(sqlite_url), over)) as stage:
            stage.clock.offset += TAKEN
            yield stage, gathered[1].on(stage)

    return opened


async def wishes(cast: Cast, day: str) -> str:
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE)
    await cast.elza.tap("Vajag laiku")
    return said(await cast.elza.send(day))


async def audit(stage: Stage) -> list[tuple[str, int | None, Any]]:
    query = select(s.audit.c.act, s.audit.c.actor, s.audit.c.detail).where(
        s.audit.c.act.like("extension-%")
    )
    return [tuple(row) for row in await stage.read(lambda tx: tx.execute(query).all())]


async def test_a_first_wish_of_a_few_days_is_granted_by_the_programme(where: Opened) -> None:
    """Nobody has to be asked; the mentor hears of it, the audit says whose decision it was."""
    async with where(automatic_days=3) as (stage, cast):
        await stage.task(cast.elza, TITLE, "2026-01-20")
        answer = await wishes(cast, "23. janvāris")
        assert "iedod uzreiz" in answer
        assert "23. janvār" in answer
        assert await cast.janis.new() == []
        await stage.wind("2026-01-12T16:30")
        told = said(await cast.janis.new())
        assert "23. janvār" in told
        assert "lēma: programma" in told
        assert await cast.ilze.new() == []
        assert await audit(stage) == [("extension-granted", None, {"by": "programme"})]
        await stage.wind("2026-01-23T17:00")
        days = [m["at"][:10] for m in await cast.elza.new() if TITLE in m["text"]]
        assert days == ["2026-01-20", "2026-01-22", "2026-01-23"]


async def test_no_day_is_offered_on_which_nobody_would_work(where: Opened) -> None:
    """Two days after Thursday is Saturday, and so is Monday after four; both are one button."""
    async with where(weekend=False, suggest_days=(2, 4, 7)) as (stage, cast):
        await stage.task(cast.elza, TITLE, "2026-01-15")
        await wishes(cast, "nezinu")
        days = [label for label in await cast.elza.labels() if "janvār" in label]
        assert [day.split(", ")[-1] for day in days] == ["19. janvārī", "22. janvārī"]


async def test_a_refusal_can_be_explained(where: Opened) -> None:
    """What is written next goes to the one who asked, under the name of who decided."""
    async with where(automatic_days=0) as (stage, cast):
        await stage.task(cast.elza, TITLE, "2026-01-20")
        await wishes(cast, "28. janvāris")
        assert "uzraksti iemeslu" in said(await cast.janis.tap("Atteikt"))
        await cast.elza.new()
        await cast.ilze.new()
        await cast.janis.send("Mums 22. janvārī jāiesniedz.")
        [why] = await cast.elza.new()
        assert why["author"] == "Jānis Bērziņš"
        assert "Mums 22. janvārī jāiesniedz." in why["text"]
        assert await cast.ilze.new() == []


async def test_a_refusal_without_a_reason(where: Opened) -> None:
    """One tap, and what is written later is nobody's reason."""
    async with where(automatic_days=0) as (stage, cast):
        await stage.task(cast.elza, TITLE, "2026-01-20")
        await wishes(cast, "28. janvāris")
        await cast.janis.tap("Atteikt")
        await cast.janis.tap("Ar to pietiek")
        await cast.elza.new()
        await cast.janis.send("kas gaidāms")
        assert await cast.elza.new() == []


@pytest.mark.parametrize("way", ["time", "help"])
async def test_nobody_is_called_late_while_a_human_is_to_answer(where: Opened, way: str) -> None:
    """Held until the answer, and not announced as coming."""
    async with where(automatic_days=0) as (stage, cast):
        await stage.task(cast.elza, TITLE, "2026-01-14")
        await stage.wind("2026-01-14T18:00")
        await cast.elza.tap("Vajag laiku" if way == "time" else "Vajag palīdzību")
        if way == "time":
            await cast.elza.send("28. janvāris")
        assert "pēc uzdevuma termiņa" not in said(await cast.elza.send("kas gaidāms"))
        await stage.wind("2026-01-17T12:00")
        assert "termiņš bija" not in said(await cast.elza.new())
        await cast.janis.tap("Atteikt" if way == "time" else "Atbildēt")
        if way == "help":
            await cast.janis.send("Parunāsim rīt pēc stundām.")
        await cast.elza.new()
        assert "pēc uzdevuma termiņa" in said(await cast.elza.send("kas gaidāms"))
        await stage.wind("2026-01-18T18:00")
        assert "termiņš bija" in said(await cast.elza.new())


async def test_the_programme_grants_once_for_each_task(where: Opened) -> None:
    """A second wish, however short, is for the mentor to decide."""
    async with where(automatic_days=3) as (stage, cast):
        await stage.task(cast.elza, TITLE, "2026-01-20")
        await wishes(cast, "21. janvāris")
        await cast.janis.new()
        assert "Izlems: Jānis Bērziņš" in await wishes(cast, "22. janvāris")
        assert "Vairāk laika" in said(await cast.janis.new())


async def test_a_longer_wish_is_not_the_programmes_to_grant(where: Opened) -> None:
    """Four days are more than three; and what a human refused, the programme doesn't grant."""
    async with where(automatic_days=3) as (stage, cast):
        await stage.task(cast.elza, TITLE, "2026-01-20")
        assert "Izlems: Jānis Bērziņš" in await wishes(cast, "24. janvāris")
        await cast.janis.tap("Atteikt")
        assert "Izlems: Jānis Bērziņš" in await wishes(cast, "21. janvāris")


@pytest.mark.parametrize("decides", ["coordinator", "teacher"])
async def test_a_teacher_is_whoever_coordinates(where: Opened, decides: str) -> None:
    """The mentor is not asked, but hears what was decided and by whom."""
    async with where(decides=decides) as (stage, cast):
        await stage.task(cast.elza, TITLE, "2026-01-20")
        assert "Izlems: Ilze Kalniņa" in await wishes(cast, "26. janvāris")
        assert await cast.janis.new() == []
        await cast.ilze.tap("Jā: ")
        assert "26. janvār" in said(await cast.elza.new())
        await stage.wind("2026-01-12T16:30")
        assert "lēma: Ilze Kalniņa" in said(await cast.janis.new())


async def test_what_the_mentor_leaves_goes_to_the_coordinators(cast: Cast, stage: Stage) -> None:
    """After two days; one of them decides, and everybody who was asked hears it."""
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await wishes(cast, "6. februāris")
    await stage.wind("2026-01-14T08:59")
    assert "Vairāk laika" not in await cast.ilze.text()
    await stage.wind("2026-01-14T09:30")
    asked = said(await cast.ilze.new())
    assert "gaida jau 2 dienas" in asked
    assert "Vispirms jautāju: Jānis Bērziņš" in asked
    assert "Vairāk laika" in said(await cast.dace.new())
    await cast.janis.new()
    await cast.ilze.tap("Jā: ")
    assert "6. februār" in said(await cast.elza.new())
    assert "lēma: Ilze Kalniņa" in said(await cast.dace.new())
    assert await cast.janis.new() == []
    await stage.wind("2026-01-14T16:30")
    assert "lēma: Ilze Kalniņa" in said(await cast.janis.new())
    assert "jau ir izlemts" in said(await cast.janis.tap("Jā: "))
    assert [(act, actor) for act, actor, _ in await audit(stage)] == [
        ("extension-granted", cast.ilze.person)
    ]


async def test_a_late_decision_of_the_mentor_reaches_the_coordinators(
    cast: Cast, stage: Stage
) -> None:
    """They had it before them as well."""
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await wishes(cast, "6. februāris")
    await stage.wind("2026-01-14T10:00")
    await cast.ilze.new()
    await cast.janis.tap("Atteikt")
    told = said(await cast.ilze.new())
    assert "nemainās" in told
    assert "lēma: Jānis Bērziņš" in told


@pytest.mark.parametrize("ends", ["granted", "refused", "done", "moved", "dropped"])
async def test_what_is_settled_in_time_never_reaches_the_coordinators(
    cast: Cast, stage: Stage, ends: str
) -> None:
    """Nothing waits for them in the plan either."""
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await wishes(cast, "6. februāris")
    if ends in ("granted", "refused"):
        await cast.janis.tap("Jā: " if ends == "granted" else "Atteikt")
    else:
        await cast.elza.send("/uzdevumi")
        await cast.elza.tap(TITLE)
        await cast.elza.tap(
            {"done": "Ir padarīts", "moved": "Pārcelt", "dropped": "Izņemt no saraksta"}[ends]
        )
    if ends == "moved":
        await cast.elza.send("2. februāris")
    waiting = select(s.occurrences.c.id).where(
        s.occurrences.c.kind == "extension", s.occurrences.c.state == occurrences.WAITING
    )
    assert await stage.read(lambda tx: tx.execute(waiting).all()) == []
    await stage.wind("2026-01-15T12:00")
    assert "Vairāk laika" not in await cast.ilze.text()


async def test_coordinators_are_not_woken_for_it(cast: Cast, stage: Stage) -> None:
    """Asked late in the evening, it comes to them when support opens."""
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await stage.wind("2026-01-12T23:30")
    await wishes(cast, "6. februāris")
    await stage.wind("2026-01-15T08:59")
    assert "Vairāk laika" not in await cast.ilze.text()
    await stage.wind("2026-01-15T09:01")
    assert "Vairāk laika" in await cast.ilze.text()


async def test_a_refusal_says_what_to_do(cast: Cast, stage: Stage) -> None:
    """The old date, who decided, a way on, and help one tap away."""
    await stage.task(cast.elza, TITLE, "2026-01-20")
    await wishes(cast, "2. februāris")
    await cast.janis.tap("Atteikt")
    answer = said(await cast.elza.new())
    assert "20. janvār" in answer
    assert "Vari nodot to, kas jau ir" in answer
    await cast.elza.tap("Vajag palīdzību")
    assert TITLE in said(await cast.janis.new())
