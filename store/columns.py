"""What the tables are made of: instants, ids, the rules by which indexes are named."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import JSON as PlainJSON
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData, String, literal_column
from sqlalchemy import Table as PlainTable
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant, kept as whole microseconds since 1970: both databases sort it alike."""

    impl = BigInteger
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Any:
        return _to_number

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        return _to_instant


def _to_number(value: datetime | None) -> int | None:
    return None if value is None else (value - EPOCH) // MICROSECOND


def _to_instant(value: int | None) -> datetime | None:
    return None if value is None else EPOCH + timedelta(microseconds=value)


JSON = PlainJSON(none_as_null=True)


def said(value: str) -> Any:
    """A value written into the statement itself: SQLite uses a partial index only when it can see
    in the text of the query that the index's condition holds."""
    return literal_column(f"'{value}'")


def by_code_points(length: int) -> Any:
    """Text that PostgreSQL sorts as SQLite does, in any locale: its index finds a beginning."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Id = BigInteger().with_variant(Integer, "sqlite")


Table = partial(PlainTable, sqlite_autoincrement=True)
"""On SQLite an id is never given twice: erased rows leave gaps that must not be filled again, since
`after=N` and the keys of replies rest on ids that only rise."""


def own_id() -> Column[int]:
    return Column("id", Id, primary_key=True, autoincrement=True)


def person_id(name: str = "person", nullable: bool = False) -> Column[int]:
    return Column(name, Id, ForeignKey("people.id", ondelete="CASCADE"), nullable=nullable)
