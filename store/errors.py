"""What can go wrong in the store."""


class StoreError(Exception):
    """The store could not do what was asked."""

    def __str__(self) -> str:
        return super().__str__() or (type(self).__doc__ or "").strip()


class WrongKey(StoreError):
    """A field could not be read: the secret key differs from the one it was written with."""


class KeyDestroyed(StoreError):
    """This person was erased and their key destroyed; nothing of theirs can be read or written."""


class Closed(StoreError):
    """The store is closed."""


class NoWayBack(StoreError):
    """This step of the schema can't be undone."""


class Unreachable(StoreError):
    """The database can't be opened."""


def of_database(error: BaseException) -> bool:
    """Whether the database could not do at this moment what it could before or after: a deadlock, a
    lock that was not given, a full disk, a lost connection. Every driver calls that so (PEP 249).
    """
    plain = getattr(error, "orig", error)
    return any(one.__name__ == "OperationalError" for one in type(plain).__mro__)
