"""The coordinator's list in a big programme: what it asks of the database does not grow with it."""

from datetime import date, timedelta
from itertools import count

from desk import needs
from desk.visit import Visit
from store import extensions, pairings, people, tasks, tickets
from store.work import Tx
from tests.databases import open_store
from tests.desk.stage import PROGRAMME, Phone, Stage, closing, instant, put_on
from tests.statements import counted

TITLE = "Aiziet uz konsultāciju"
QUESTION = "Kur var nopirkt lētu ģitāru?"


async def in_need(stage: Stage, number: int) -> None:
    """So many more of each kind: silent, left alone, waiting for an answer, for help, for time, not
    to be reached, and a mentor who writes nothing."""
    now = stage.clock.now()
    long_ago = now - timedelta(days=60)

    def write(tx: Tx) -> None:
        for one in range(number):
            ids = [people.add(tx, name=f"N{one}", language="lv", now=long_ago) for _ in range(2)]
            for person, role in zip(ids, ("mentee", "mentor"), strict=True):
                people.join(tx, person, PROGRAMME, role, long_ago)
                people.change(tx, person, consent_at=long_ago, last_sign_at=long_ago)
                people.add_identity(tx, person, "web", f"{now}{person}", now)
                people.set_blocked(tx, person, "web", now)
            waits(tx, *ids)
            if ids[0] % 4 > 1:
                people.change(tx, ids[0], last_sign_at=now)

    def waits(tx: Tx, mentee: int, mentor: int) -> None:
        who, alone = stage.known(tx, mentee), mentee % 4 > 1
        if not alone:
            pairings.add(tx, who, programme=PROGRAMME, mentor=mentor, status="active", now=long_ago)
        for kind in ("help", "question", "safety"):
            tickets.add(tx, who, programme=PROGRAMME, kind=kind, question=QUESTION, now=now)
        task = tasks.add(
            tx,
            who,
            programme=PROGRAMME,
            pairing=None,
            title=TITLE,
            due=date(2026, 5, 1),
            now=long_ago,
        )
        about = extensions.of_task(tasks.listed(tx, who)[0])
        assert about.task == task
        extensions.ask(tx, who, about=about, wished=date(2026, 5, 4), reason=None, now=long_ago)

    await stage.read(write)


async def asked_of_the_database(stage: Stage, phone: Phone, key: str | None = None) -> int:
    """How many statements the list takes, or one line of it."""

    def look(tx: Tx) -> int:
        visit = _visit_of(stage, tx, phone)
        with counted(tx) as statements:
            found = needs.find(visit, key) if key else needs.all_of(visit)
        assert found
        return len(statements)

    return int(await stage.read(look))


origins = (f"test:{number}" for number in count(1))


async def test_a_thousand_cost_no_more_statements_than_ten(database_url: str) -> None:
    """It is one list on a phone, and each tap on it looks again."""
    async with closing(put_on(open_store(database_url))) as stage:
        ilze = await stage.enter("Ilze Kalniņa", "coordinator")
        stage.clock.wind(instant("2026-03-10T12:00"))
        await in_need(stage, 8)
        everything = await stage.read(lambda tx: needs.all_of(_visit_of(stage, tx, ilze)))
        keys = {need.kind: need.key for need in everything}
        assert set(keys) == set(needs.URGENCY)
        few = [await asked_of_the_database(stage, ilze, key) for key in (None, *keys.values())]
        await in_need(stage, 30)

        many = [await asked_of_the_database(stage, ilze, key) for key in (None, *keys.values())]

        assert many == few
        assert max(many[1:]) < 10


def _visit_of(stage: Stage, tx: Tx, phone: Phone) -> Visit:
    part, who = people.parts(tx, phone.person)[0], stage.known(tx, phone.person)
    return Visit(tx, stage.planning.world, who, part, stage.clock.now(), next(origins))
