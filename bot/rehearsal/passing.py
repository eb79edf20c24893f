"""A store for what nobody keeps: every unit of work in one transaction that is never committed."""

from collections.abc import Callable
from typing import TypeVar

from store.crypto import Keyring
from store.work import Store, Tx

T = TypeVar("T")
IN_MEMORY = ("cache_size=-65536", "temp_store=MEMORY", "secure_delete=OFF")


class PassingStore(Store):
    """The real store without its writer thread and its thousands of commits.

    A unit runs at once, in a SAVEPOINT, so that one that fails leaves no trace, as in the real one.
    """

    def __init__(self, url: str, keyring: Keyring) -> None:
        super().__init__(url, keyring)
        self._tx = Tx(self.engine.connect(), keyring)
        for pragma in IN_MEMORY:
            self._tx.conn.exec_driver_sql(f"PRAGMA {pragma}")
        self._tx.conn.exec_driver_sql("BEGIN IMMEDIATE")

    async def run(self, fn: Callable[[Tx], T], lane: int = 0) -> T:
        """The result of `fn(tx)`; an error of `fn` undoes `fn` alone."""
        say = self._tx.conn.exec_driver_sql
        say("SAVEPOINT unit")
        try:
            return fn(self._tx)
        except BaseException:
            say("ROLLBACK TO unit")
            raise
        finally:
            say("RELEASE unit")

    def forget(self) -> None:
        """Lets the database go; nothing of it was ever written for good."""
        self._tx.conn.exec_driver_sql("ROLLBACK")
        self._tx.conn.close()
        self.close_now()
