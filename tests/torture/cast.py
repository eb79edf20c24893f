"""The people of the torture: who they are, what they do, what they must be told."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import Any

from desk import news
from desk.visit import Visit
from desk.world import World
from knowledge.folder import LoadedProgramme
from mentoring.occurrence import Kind, Occurrence
from scheduler.planning import keep_as_planned, plan_of
from store import invitations, occurrences, pairings, people, tasks
from store.occurrences import Scope
from store.work import Tx

PROGRAMME, CHANNEL = "skola-kopiena", "telegram"
FIRST_USER = 7_000_000_000
MENTORS = READERS = 6
NEWS = "Sestdien tiekamies pie ezera"
PART_TWO = "Otrā daļa: un kur pērk stīgas?"
QUESTION = f"Kur var nopirkt lētu ģitāru? {'🎸 ' * 1500}{PART_TWO}"
"""Some 4,600 UTF-16 units: to the coordinator it goes in two parts."""

WHY = "Kāpēc tas tev ir svarīgi?"
LEFT = "aizgāja viens cilvēks"
LAST_NIGHT = "Sofija vakar vakarā pajautāja, vai tiekamies piektdien"
SINCE_LAST_NIGHT = timedelta(hours=14)
"""Now it is noon for all of them."""

ASLEEP = {"quiet_from": "09:00", "quiet_to": "17:00"}
"""For who is up all night."""

SWUM = "aizpeldēt līdz bojai"


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something said or tapped, and what to see before the next; empty: the next comes at once."""

    say: str = ""
    tap: str = ""
    then: str = ""


@dataclass(frozen=True, kw_only=True)
class Role:
    """One person. `told` are conversations, each a part of every message of it, in their order.

    `held` is what still waits in the end for somebody `asleep`; `woken` has just got up to what
    was written last night, `swims` has done something that `Mentors2` is to hear of.
    """

    name: str
    role: str = "mentee"
    acts: tuple[Act, ...] = ()
    told: tuple[tuple[str, ...], ...] = ()
    leaves: bool = False
    comes: bool = False
    reminded: bool = False
    held: tuple[str, ...] = ()
    asleep: bool = False
    woken: bool = False
    swims: bool = False


def _walker(name: str, *, waits: bool) -> Role:
    """Begins GROW; one who does not wait sends all answers ahead of the questions."""
    said = ("GROW", f"{name} grib dziedāt", f"{name} tā vēlas", f"{name} nodziedās")
    asked = ("Ko tu gribi sasniegt?", WHY, "Kā tu zināsi", "Līdz kurai dienai")
    acts = tuple(
        Act(say=text, then=question if waits else "")
        for text, question in zip(said, asked, strict=True)
    )
    return Role(name=name, acts=acts, told=(("Ejam no mērķa", *asked),))


def _announcer() -> Role:
    acts = (
        Act(say="Paziņojums", then="Kam rakstīt?"),
        Act(tap=f"Mentoriem ({MENTORS})", then="Raksti paziņojuma tekstu"),
        Act(say=NEWS, then="Paziņojums. Ilze"),
        Act(tap=f"Sūtīt ({MENTORS})", then=f"Sūtu {MENTORS}"),
    )
    steps = ("Kam rakstīt?", "Raksti paziņojuma tekstu", "Tā to redzēs", NEWS, f"Sūtu {MENTORS}")
    return Role(
        name="Ilze",
        role="coordinator",
        acts=acts,
        told=(steps, ("Jautā: Kārlis", PART_TWO), (LEFT,)),
    )


CAST = (
    _announcer(),
    _walker("Anna", waits=True),
    _walker("Bruno", waits=False),
    Role(
        name="Kārlis",
        acts=(Act(say=QUESTION, then="Nodevu jautājumu"),),
        told=(("Nodevu jautājumu",),),
    ),
    Role(
        name="Dora",
        acts=(
            Act(say="Dzēst manus datus", then="Vai tiešām dzēst?"),
            Act(tap="Jā, izdzēst visu", then="Viss ir izdzēsts"),
        ),
        told=(("Vai tiešām dzēst?", "Viss ir izdzēsts"),),
        leaves=True,
    ),
    Role(
        name="Niks",
        acts=(
            Act(say="/start {code}", then="Vai tā der?"),
            Act(tap="Jā, der", then="Paldies"),
        ),
        told=(("Sveiki! Es esmu Pavadonis", "Vai tā der?", "Paldies"),),
        comes=True,
    ),
    Role(name="Mentors0", role="mentor", told=(("Dora izdzēsa savus datus",), (NEWS,))),
    Role(name="Mentors1", role="mentor", told=((LAST_NIGHT,), (NEWS,)), woken=True),
    Role(name="Mentors2", role="mentor", told=((SWUM,), (NEWS,))),
    *(Role(name=f"Mentors{n}", role="mentor", told=((NEWS,),)) for n in range(3, MENTORS)),
    Role(name="Uldis", role="coordinator", held=("Jautā: Kārlis", PART_TWO, LEFT), asleep=True),
    Role(name="Sofija", swims=True),
    *(
        Role(name=f"Lasītājs{n}", told=((f"„Lasītājs{n} lasa” termiņš",),), reminded=True)
        for n in range(READERS)
    ),
)


def user_id(place: int) -> int:
    return FIRST_USER + place


def crowd(size: int) -> tuple[Role, ...]:
    """The announcer, so many mentors who are written to and so many mentees who are reminded."""
    ilze = CAST[0]
    number = f"({size})"
    acts = tuple(replace(act, tap=act.tap.replace(f"({MENTORS})", number)) for act in ilze.acts)
    acts = (*acts[:-1], replace(acts[-1], then=f"Sūtu {size}"))
    told = ((*ilze.told[0][:-1], f"Sūtu {size}"),)
    return (
        replace(ilze, acts=acts, told=told),
        *(Role(name=f"Mentors{n}", role="mentor", told=((NEWS,),)) for n in range(size)),
        *(
            Role(name=f"Lasītājs{n}", told=((f"„Lasītājs{n} lasa” termiņš",),), reminded=True)
            for n in range(size)
        ),
    )


def seed(tx: Tx, cast: tuple[Role, ...], loaded: LoadedProgramme) -> str:
    """Everybody but the newcomer has agreed; reminders are due. Returns the newcomer's code."""
    now = datetime.now(UTC)
    ids: dict[str, int] = {}
    for place, role in enumerate(cast):
        if role.comes:
            continue
        ids[role.name] = _joined(tx, role, str(user_id(place)), now)
        if role.reminded:
            _due(tx, ids[role.name], role.name, now)
        if role.woken:
            _said_last_night(tx, ids[role.name], loaded, now)
    for mentee, mentor in (("Dora", "Mentors0"), ("Sofija", "Mentors2")):
        if mentee in ids:
            _paired(tx, ids[mentee], ids[mentor], now)
    if "Sofija" in ids:
        _swum(tx, ids["Sofija"], ids["Mentors2"], now)
    programme = loaded.programme
    keep_as_planned(tx, programme, plan_of(programme, now))
    return invitations.issue(
        tx, programme=PROGRAMME, role="mentee", name="Niks", language="lv", now=now
    )


def _joined(tx: Tx, role: Role, address: str, now: datetime) -> int:
    person = people.add(tx, name=role.name, language="lv", now=now)
    people.join(tx, person, PROGRAMME, role.role, now)
    people.add_identity(tx, person, CHANNEL, address, now)
    rhythm = ASLEEP if role.asleep else {}
    people.change(tx, person, consent_at=now, channel=CHANNEL, last_sign_at=now, rhythm=rhythm)
    return person


def _paired(tx: Tx, mentee: int, mentor: int, now: datetime) -> None:
    found = people.load(tx, mentee)
    assert found is not None
    pairings.add(tx, found, programme=PROGRAMME, mentor=mentor, status="active", now=now)


def _said_last_night(tx: Tx, person: int, loaded: LoadedProgramme, now: datetime) -> None:
    """The desk held it back then, until an hour that has come by now."""
    found = people.load(tx, person)
    assert found is not None
    world, part = World({PROGRAMME: loaded}), people.parts(tx, person)[0]
    reader = Visit(tx, world, found, part, now - SINCE_LAST_NIGHT, "last night")
    reader.writer = None
    reader.say(LAST_NIGHT)


def _swum(tx: Tx, person: int, mentor: int, now: datetime) -> None:
    """A task that is done, of which the mentor is to hear now."""
    found = people.load(tx, person)
    assert found is not None
    given: Any = {"programme": PROGRAMME, "pairing": None, "due": now.date(), "now": now}
    task = tasks.add(tx, found, title=SWUM, **given)
    tasks.close(tx, task, "done", now)
    pair = pairings.of_mentee(tx, found, PROGRAMME, "active")[0]
    why = {"rule": news.KIND, "asker": person, "what": news.DONE}
    told = _now(f"news:{pair.id}", news.KIND, mentor, task, now, pairing=pair.id, why=why)
    occurrences.add(tx, PROGRAMME, told)


def _due(tx: Tx, person: int, name: str, now: datetime) -> None:
    found = people.load(tx, person)
    assert found is not None
    task = tasks.add(
        tx,
        found,
        programme=PROGRAMME,
        pairing=None,
        title=f"{name} lasa",
        due=now.date() + timedelta(days=2),
        now=now,
    )
    due = _now(f"task:{task}:nudge", "nudge", person, task, now)
    scope = Scope(programme=PROGRAMME, person=person, kinds=("nudge",), subject=task)
    occurrences.reconcile(tx, scope, [due])


def _now(
    key: str,
    kind: Kind,
    person: int,
    subject: int,
    now: datetime,
    pairing: int | None = None,
    why: Mapping[str, Any] = MappingProxyType({}),
) -> Occurrence:
    due = now - timedelta(minutes=1)
    return Occurrence(
        key=key, kind=kind, person=person, pairing=pairing, subject=subject, due=due, why=why
    )
