"""Whether the secret key is the one this database was begun with, asked before anybody is served.

With another key nothing already there can be read, and whoever comes new is written with a key that
the next start may not have.
"""

from base64 import b64decode, b64encode

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from store import journal
from store import schema as s
from store.errors import WrongKey
from store.work import Tx

FACT = "sealed with the key"
WHERE = f"facts.value:{FACT}"
SOME = 20
"""Of a database older than this fact so many people are tried: one key may be damaged."""


def prove(tx: Tx) -> None:
    """Raises WrongKey; a new database, or one that opens, is proven by this key from now on."""
    if journal.fact(tx, FACT) is None:
        if not _opens_anybody(tx):
            raise WrongKey("none of these people's keys opens with the secret key")
        _keep(tx)
    tx.keyring.own.open(b64decode(journal.fact(tx, FACT)), WHERE)


def _opens_anybody(tx: Tx) -> bool:
    keys = select(s.people.c.key).where(s.people.c.key.is_not(None)).order_by(s.people.c.id)
    found = list(tx.execute(keys.limit(SOME)).scalars())
    return not found or any(_opens(tx, key) for key in found)


def _opens(tx: Tx, key: bytes) -> bool:
    try:
        tx.cipher(key)
    except WrongKey:
        return False
    return True


def _keep(tx: Tx) -> None:
    """Of two processes that begin at once with different keys, the second one finds the first's."""
    sealed = b64encode(tx.keyring.own.seal(FACT, WHERE)).decode()
    new = (postgresql if tx.postgresql else sqlite).insert(s.facts).on_conflict_do_nothing()
    tx.execute(new, {"name": FACT, "value": sealed})
