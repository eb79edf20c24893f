"""How many people a programme has, counted as seldom as may be."""

from sqlalchemy import bindparam, func, select

from store import schema as s
from store.prepared import PreparedSelect
from store.work import Tx

_COUNT_IN = PreparedSelect(
    select(func.count().label("n"))
    .select_from(s.parts)
    .where(s.parts.c.programme == bindparam("programme"), s.parts.c.active)
)


_NEWEST_PART = PreparedSelect(select(func.max(s.parts.c.id).label("id")))


def count_in(tx: Tx, programme: str) -> int:
    """About how many people take part in a programme: counted anew when somebody has joined one.

    Planning asks for each person, and in a country's programme counting takes longer than all the
    rest. Who has left since the last one joined is still counted.
    """
    name = ("people in", programme)
    if name not in tx.memo:
        newest, known = _NEWEST_PART.first(tx, {}).id, tx.lasting.get(name)
        if known is None or known[0] != newest:
            known = (newest, int(_COUNT_IN.first(tx, {"programme": programme}).n))
            tx.lasting[name] = known
        tx.memo[name] = known[1]
    return int(tx.memo[name])
