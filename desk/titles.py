"""What an open or saved dialog is called where its person sees it among others."""

from desk import pair_dialogs, sharing
from desk.pact import find
from desk.visit import Visit
from store.sessions import Kept


def called(visit: Visit, kept: Kept) -> str:
    """What a session is of, and with whom where that could be several people."""
    title = visit.title(kept.dialog)
    pairing = pair_dialogs.pairing_of(kept)
    if pairing is not None and not pair_dialogs.is_for_two(kept, visit):
        return ", ".join(filter(None, (title, sharing.whom(visit, pairing))))
    pact = find(visit, kept.dialog, pairing) if pairing is not None else None
    several = pact is not None and len(pair_dialogs.pairs(visit, pact.definition.id)) > 1
    return f"{title}, {pact.other.person.name}" if pact and several else title
