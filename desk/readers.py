"""Who reads a result of one's own, who else may, and how its owner changes that.

The chat's buttons and the page of a result show the same, and do the same by one act.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desk import diary, news, sharing, shelf
from desk.visit import WEB, Visit
from store import held, pairings, quoted, sessions, shares
from store.pairings import Pairing
from store.sessions import Result

Reader = tuple[Pairing, Visit]


@dataclass(frozen=True, kw_only=True)
class Readers:
    now: tuple[Reader, ...]
    others: tuple[Reader, ...]
    """Those it may be shown to besides."""
    coordinators: bool
    """They read it: it was handed in."""
    waits: bool
    """There is nobody yet, and the first will read it."""
    may_wait: bool
    """There is nobody yet, and it may be promised to the first."""

    @property
    def any(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self.now) or self.coordinators or self.waits

    def meant(self, pairing: int | None) -> list[Reader]:
        """Whom a yes means: all there are, or the one of this pairing."""
        return [each for each in (*self.now, *self.others) if pairing in (None, each[0].id)]

    def may_show(self, pairing: int | None) -> bool:
        alone = pairing is None and (self.waits or self.may_wait)
        return alone or bool(self.meant(pairing))

    def reads(self, person: int | None) -> bool:
        return any(reader.person.id == person for _, reader in self.now)


def own(visit: Visit, result: int) -> Result | None:
    return next((r for r in sessions.results(visit.tx, visit.person) if r.id == result), None)


def of(visit: Visit, found: Result) -> Readers:
    """As it stands now; what is about one mentee goes to no other."""
    return _of(visit, found, sharing.pairs(visit))


def of_each(visit: Visit, some: Iterable[Result]) -> list[Readers]:
    """The same for many, with one look at who is there."""
    pairs = sharing.pairs(visit)
    return [_of(visit, one, pairs) for one in some]


def _of(visit: Visit, found: Result, pairs: Sequence[Reader]) -> Readers:
    may = _may_show(visit, found)
    about = [each for each in pairs if found.pairing in (None, each[0].id)]
    return Readers(
        now=tuple(each for each in pairs if each[0].id in found.readers),
        others=tuple(each for each in about if may and each[0].id not in found.readers),
        coordinators=found.handed_in_at is not None,
        waits=found.shared and not found.readers,
        may_wait=may and not pairs and not found.shared and found.pairing is None,
    )


def _may_show(visit: Visit, found: Result) -> bool:
    """A mentee's is for the mentor, a mentor's for the mentee where its dialog asks about that."""
    if visit.part.role != "mentor":
        return visit.part.role == "mentee"
    definition = visit.dialog(found.dialog)
    asks = definition is not None and definition.asks_to_share
    return asks and found.handed_in_at is None and not _is_handed(found)


def _is_handed(found: Result) -> bool:
    """What was handed over at the end, without a question of its own."""
    return found.dialog == diary.DIARY and found.shared


def may(visit: Visit, found: Result, shared: bool, pairing: int | None) -> bool:
    """Whether the owner may wish for that. Back it may be taken from whomever it was shown to."""
    if shared:
        return of(visit, found).may_show(pairing)
    return pairing is None or _other(visit, pairing) is not None


def is_so(visit: Visit, found: Result, shared: bool, pairing: int | None) -> bool:
    """Whether what is wished for holds already."""
    there = of(visit, found)
    if shared:
        return not there.may_wait and all(each in there.now for each in there.meant(pairing))
    return not (there.any if pairing is None else there.reads(_other(visit, pairing)))


def _other(visit: Visit, pairing: int) -> int | None:
    """The other half of a pairing of this person's, whether it goes on or not."""
    pair, me = pairings.find(visit.tx, pairing), visit.person.id
    if pair is None or me not in (pair.mentor, pair.mentee):
        return None
    return pair.mentee if pair.mentor == me else pair.mentor


def set_shared(visit: Visit, result: int, shared: bool, pairing: int | None = None) -> None:
    """With all there are now, or with the one of this pairing. The right to it is checked here."""
    found = own(visit, result)
    if found is None or not may(visit, found, shared, pairing):
        visit.say(visit.t("not-yours"))
    elif shared:
        _show(visit, found, of(visit, found), pairing)
    elif pairing is None:
        _hide(visit, found)
    else:
        _hide_from(visit, found, pairing)


def _show(visit: Visit, found: Result, before: Readers, pairing: int | None) -> None:
    some = before.meant(pairing)
    shares.share(visit.tx, visit.person.id, found.id, [pair.id for pair, _ in some])
    if not some:
        visit.say(visit.t(f"shared-no-{visit.part.role}"))
        return
    key = "shared" if visit.part.role == "mentee" else "shared-mentees"
    visit.say(visit.t(key, count=len(some), name=sharing.names(some)))
    _tell(visit, found.id, [each for each in some if each not in before.now])


def _tell(visit: Visit, result: int, some: Sequence[Reader]) -> None:
    """A mentor hears it with the news of the day, a mentee at once, or in the morning."""
    if visit.part.role == "mentee":
        news.tell_these(visit, [pair for pair, _ in some], news.SHARED, result)
        return
    for _, mentee in some:
        shelf.tell(mentee, visit, result)


def _hide(visit: Visit, found: Result) -> None:
    _withdraw(visit, found.id, (reader.person.id for _, reader in sharing.pairs(visit)))
    shares.unshare(visit.tx, visit.person.id, found.id)
    ways = quoted.forget_result(visit.tx, visit.person.id, found.id)
    visit.say(_said(visit, "kept-private", ways))


def _hide_from(visit: Visit, found: Result, pairing: int) -> None:
    """From one of several, whichever pairing it was shown in: who says "no longer to Jānis" means
    Jānis. Who was the only one leaves it to its owner alone."""
    reader = _other(visit, pairing) or 0
    _withdraw(visit, found.id, [reader])
    for each in {pairing, *found.readers}:
        if _other(visit, each) == reader:
            shares.unshare_with(visit.tx, visit.person.id, found.id, each)
    ways = quoted.forget_result(visit.tx, visit.person.id, found.id, reader)
    left = names(visit, of(visit, own(visit, found.id) or found))
    if not left:
        visit.say(_said(visit, "kept-private", ways))
        return
    other = visit.other(reader)
    hidden = _said(visit, "hidden", ways, name=other.person.name if other else "…")
    visit.say(f"{hidden} {visit.t('still-read', names=left)}")


def names(visit: Visit, some: Readers) -> str:
    """Who reads it now; empty where nobody does."""
    others = [visit.t("coordinators")] if some.coordinators else []
    return ", ".join((*others, *(reader.person.name for _, reader in some.now)))


def _withdraw(visit: Visit, result: int, some: Iterable[int]) -> None:
    for reader in some:
        held.withdraw_about(visit.tx, reader, shown=result)


def _said(visit: Visit, key: str, ways: Sequence[str], **values: str) -> str:
    """It goes from the chats of whoever opened it; what a platform has delivered stays there, and
    that is said."""
    if away := elsewhere(visit, ways):
        return visit.t(f"{key}-sent", channel=away, **values)
    return visit.t(f"{key}-read" if ways else key, **values)


def elsewhere(visit: Visit, ways: Sequence[str]) -> str:
    """The channels out of reach among those by which it was opened, by their names."""
    away = [visit.t(f"channel-{way.partition(':')[0]}") for way in ways if way != WEB]
    return ", ".join(dict.fromkeys(away))
