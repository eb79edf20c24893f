"""The tables of what is kept of what happened, and of what the installation has to remember."""

from sqlalchemy import Column, Index, Integer, LargeBinary, String
from sqlalchemy import Table as PlainTable

from store.columns import JSON, Id, Instant, Table, metadata, own_id, person_id

announcements = Table(
    "announcements",
    metadata,
    own_id(),
    Column("programme", String(64), nullable=False),
    person_id("author"),
    Column("audience", String(32), nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("seal", String(24), nullable=False),
    Column("status", String(10), nullable=False),
    Column("recipients", JSON),
    Column("queued", Integer),
    Column("created_at", Instant, nullable=False),
    Column("sent_at", Instant),
)

journal = Table(
    "journal",
    metadata,
    own_id(),
    person_id(),
    Column("programme", String(64), nullable=False),
    Column("kind", String(32), nullable=False),
    Column("body", LargeBinary),
    Column("seal", String(24), nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_journal_person_kind", "person", "kind"),
)

audit = Table(
    "audit",
    metadata,
    own_id(),
    Column("at", Instant, nullable=False),
    Column("actor", Id),
    Column("act", String(40), nullable=False),
    Column("object", String(80)),
    Column("detail", JSON),
)

facts = PlainTable(
    "facts",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
)
