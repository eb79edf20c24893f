"""Which stage of the way a pair is in: both see it, the mentor or a coordinator says so.

Where the programme names what leads to a stage, an agreement both have confirmed or a guide they
went through, the pair gets there by itself, without a further word: both have just heard enough.
The day after, each is offered to keep what the stage that is over has taught (`lessons.py`).
"""

from collections.abc import Sequence
from datetime import date

from desk import lessons, pair_dialogs, planning
from desk.sides import pairs_of
from desk.visit import Visit, button, short
from dialogs.human import format_date
from knowledge.folding import fold
from mentoring import stages
from mentoring.calendar import Phase
from mentoring.localtime import local
from mentoring.message import Button
from store import journal, pairings, people
from store.pairings import Pairing

INSIGHT = "insight"
"""What a mentee may write down when a stage is over."""

SHOWN = 8
NAMED = ("posms", "stage")
"""What stands before a name, folded."""


def show(visit: Visit) -> None:
    """Of the one pair, or the choice of one; a coordinator chooses among all."""
    if not visit.programme.phases:
        visit.say(visit.t("stage-none"))
        return
    coordinates = visit.part.role == "coordinator"
    found = pairings.active(visit.tx, visit.part.programme) if coordinates else pairs_of(visit)
    _offer(visit, found)


def _offer(visit: Visit, found: Sequence[Pairing]) -> None:
    if not found:
        visit.say(visit.t("stage-no-pair"))
    elif len(found) == 1:
        card(visit, found[0].id)
    else:
        lines = [f"• {_pair(visit, pair)}: {_name(visit, pair)}" for pair in found[:SHOWN]]
        if len(found) > SHOWN:
            lines.append(visit.t("stage-more", count=len(found) - SHOWN))
        choices = [
            button(short(_pair(visit, pair), 40), "stage", pairing=pair.id)
            for pair in found[:SHOWN]
        ]
        visit.say("\n".join([visit.t("stage-which"), *lines]), *choices)


def understood(visit: Visit, text: str) -> bool:
    """ "Posms Anna": a coordinator asks about somebody's pair."""
    said = fold(text).strip(" /.!?")
    word, _, name = said.partition(" ")
    if visit.part.role != "coordinator" or word not in NAMED or not name:
        return False
    called = people.names(visit.tx, visit.part.programme)
    meant = {who for who, full in called if name.strip() in fold(full)}
    active = pairings.active(visit.tx, visit.part.programme)
    _offer(visit, [pair for pair in active if meant & {pair.mentor, pair.mentee}])
    return True


def card(visit: Visit, pairing: int) -> None:
    """The stage, since when, and the ways to correct it for whoever may."""
    pair = _seen(visit, pairing)
    if pair is None:
        visit.say(visit.t("not-yours"))
    else:
        _show(visit, pair)


def _show(visit: Visit, pair: Pairing) -> None:
    lines = [_pair(visit, pair), line(visit, pair)]
    choices = _choices(visit, pair)
    visit.say("\n".join([*lines, visit.t("stage-change" if choices else "stage-whose")]), *choices)


def line(visit: Visit, pair: Pairing) -> str:
    """ "Stage: meeting (since Monday)"; empty where the programme has no stages."""
    if not visit.programme.phases:
        return ""
    now = _current(visit, pair)
    if now is None:
        return visit.t("stage-unknown")
    phase, since = now
    language = visit.person.language
    day = format_date(since, language, visit.today)
    return visit.t("stage-is", name=phase.name[language], day=day)


def _choices(visit: Visit, pair: Pairing) -> list[Button]:
    """The other stages, for those who may say which it is."""
    if not _may_say(visit, pair):
        return []
    now, language = _current(visit, pair), visit.person.language
    return [
        button(short(phase.name[language]), "stage_set", pairing=pair.id, stage=phase.id)
        for phase in visit.programme.phases
        if now is None or phase.id != now[0].id
    ]


def choose(visit: Visit, pairing: int, stage: str) -> None:
    """The mentor's or a coordinator's word; both sides hear of it."""
    pair = _seen(visit, pairing, lock=True)
    phase = _phase(visit, stage)
    if pair is None or phase is None or not _may_say(visit, pair):
        visit.say(visit.t("not-yours"))
        return
    before = _current(visit, pair)
    if before is None or before[0].id != stage:
        _moved(visit, pair, phase)
        _tell_others(visit, pair, phase, ahead=before is None or _is_later(visit, phase, before[0]))
    visit.say(
        visit.t("stage-kept", pair=_pair(visit, pair), name=phase.name[visit.person.language])
    )


def _tell_others(visit: Visit, pair: Pairing, phase: Phase, *, ahead: bool) -> None:
    """A mentee who goes on may first keep what the stage that is over has taught."""
    for who in {pair.mentor, pair.mentee} - {visit.person.id}:
        if (other := visit.other(who)) is None:
            continue
        text = other.t("stage-told", name=phase.name[other.person.language])
        if ahead and who == pair.mentee and INSIGHT in visit.loaded.dialogs:
            offer = button(other.t("stage-insight"), "dialog_start", dialog=INSIGHT)
            other.say(f"{text} {other.t('stage-insight-why')}", offer)
        else:
            other.say(text)


def confirm(visit: Visit, dialog: str, pairing: int, seen: int) -> None:
    """A side's yes to an agreement; both having said it, they are through with it."""
    pair = pair_dialogs.confirm(visit, dialog, pairing, seen)
    if pair is not None:
        through(visit, pair, dialog)


def through(visit: Visit, pair: Pairing, name: str) -> None:
    """Both are through with this dialog or guide; one of the pair visits. Only ever leads on."""
    found = next((each for each in visit.programme.phases if each.after == name), None)
    kept = pairings.find(visit.tx, pair.id, lock=True)
    if found is None or kept is None or kept.status != "active":
        return
    before = _current(visit, kept)
    if before is None or _is_later(visit, found, before[0]):
        _moved(visit, kept, found)
        if before is not None:
            lessons.offer(visit, kept, before[0], found)


def _moved(visit: Visit, pair: Pairing, phase: Phase) -> None:
    """Kept, noted, and planned anew for both."""
    days = stages.moved(visit.programme.phases, _days(visit, pair), phase.id, _today(visit))
    pairings.set_stages(visit.tx, pair.id, days)
    journal.note(
        visit.tx,
        actor=visit.person.id,
        act="stage",
        now=visit.now,
        object_=f"pairing:{pair.id}",
        detail={"stage": phase.id},
    )
    for who in (pair.mentor, pair.mentee):
        one = visit if who == visit.person.id else visit.other(who)
        if one is not None and visit.programme.events:
            planning.replan_dated(one)


def _seen(visit: Visit, pairing: int, *, lock: bool = False) -> Pairing | None:
    """An active pair of this programme, for the two of it and for coordinators."""
    pair = pairings.find(visit.tx, pairing, lock=lock)
    if pair is None or pair.status != "active" or pair.programme != visit.part.programme:
        return None
    mine = visit.person.id in (pair.mentor, pair.mentee)
    return pair if mine or visit.part.role == "coordinator" else None


def _may_say(visit: Visit, pair: Pairing) -> bool:
    return visit.person.id == pair.mentor or visit.part.role == "coordinator"


def _phase(visit: Visit, name: str) -> Phase | None:
    return next((each for each in visit.programme.phases if each.id == name), None)


def _is_later(visit: Visit, phase: Phase, than: Phase) -> bool:
    ids = [each.id for each in visit.programme.phases]
    return ids.index(phase.id) > ids.index(than.id)


def _today(visit: Visit) -> date:
    """The day where the programme is: it is both sides' day, wherever they are."""
    return local(visit.now, visit.programme.zone).date()


def _days(visit: Visit, pair: Pairing) -> dict[str, date]:
    began = local(pair.created_at, visit.programme.zone).date()
    return stages.reached(visit.programme.phases, pair.stages, began)


def _current(visit: Visit, pair: Pairing) -> tuple[Phase, date] | None:
    return stages.current(visit.programme.phases, _days(visit, pair), _today(visit))


def _name(visit: Visit, pair: Pairing) -> str:
    now = _current(visit, pair)
    return now[0].name[visit.person.language] if now else visit.t("stage-not-yet")


def _pair(visit: Visit, pair: Pairing) -> str:
    """Both names for a coordinator, the other's for one of the two."""
    two = [visit.other(who) for who in (pair.mentor, pair.mentee) if who != visit.person.id]
    return " – ".join(one.person.name for one in two if one is not None)
