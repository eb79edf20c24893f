"""The people of the torture: who they are, what they do, what they must be told."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from mentoring.occurrence import Occurrence
from mentoring.programme import Programme
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


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something said or tapped, and what to see before the next; empty: the next comes at once."""

    say: str = ""
    tap: str = ""
    then: str = ""


@dataclass(frozen=True, kw_only=True)
class Role:
    """One person. `told` are conversations, each a part of every message of it, in their order."""

    name: str
    role: str = "mentee"
    acts: tuple[Act, ...] = ()
    told: tuple[tuple[str, ...], ...] = ()
    leaves: bool = False
    comes: bool = False
    reminded: bool = False


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
        told=(steps, ("Jautā: Kārlis", PART_TWO), ("aizgāja viens cilvēks",)),
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
    *(Role(name=f"Mentors{n}", role="mentor", told=((NEWS,),)) for n in range(1, MENTORS)),
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


def seed(tx: Tx, cast: tuple[Role, ...], programme: Programme) -> str:
    """Everybody but the newcomer has agreed; reminders are due. Returns the newcomer's code."""
    now = datetime.now(UTC)
    ids: dict[str, int] = {}
    for place, role in enumerate(cast):
        if role.comes:
            continue
        ids[role.name] = _joined(tx, role, str(user_id(place)), now)
        if role.reminded:
            _due(tx, ids[role.name], role.name, now)
    if "Dora" in ids:
        mentee = people.load(tx, ids["Dora"])
        assert mentee is not None
        add = partial(pairings.add, programme=PROGRAMME, mentor=ids["Mentors0"])
        add(tx, mentee, status="active", now=now)
    keep_as_planned(tx, programme, plan_of(programme, now))
    return invitations.issue(
        tx, programme=PROGRAMME, role="mentee", name="Niks", language="lv", now=now
    )


def _joined(tx: Tx, role: Role, address: str, now: datetime) -> int:
    person = people.add(tx, name=role.name, language="lv", now=now)
    people.join(tx, person, PROGRAMME, role.role, now)
    people.add_identity(tx, person, CHANNEL, address, now)
    people.change(tx, person, consent_at=now, channel=CHANNEL, last_sign_at=now)
    return person


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
    due = Occurrence(
        key=f"task:{task}:nudge",
        kind="nudge",
        person=person,
        pairing=None,
        subject=task,
        due=now - timedelta(minutes=1),
        why={},
    )
    scope = Scope(programme=PROGRAMME, person=person, kinds=("nudge",), subject=task)
    occurrences.reconcile(tx, scope, [due])
