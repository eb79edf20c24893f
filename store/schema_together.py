"""The tables of what several people do together: pacts and timed guides."""

from sqlalchemy import Column, Index, Integer, LargeBinary, String, UniqueConstraint

from store.columns import Id, Instant, Table, metadata, own_id, person_id

pacts = Table(
    "pacts",
    metadata,
    own_id(),
    Column("programme", String(64), nullable=False),
    Column("pairing", Id, nullable=False),
    Column("dialog", String(64), nullable=False),
    person_id(),
    Column("body", LargeBinary, nullable=False),
    Column("seal", String(24), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("result", Id),
    Column("asked_at", Instant),
    Column("answered_at", Instant, nullable=False),
    Column("confirmed_at", Instant),
    Column("agreed_at", Instant),
    UniqueConstraint("pairing", "dialog", "person"),
    Index("ix_pacts_person", "person"),
)

guides = Table(
    "guides",
    metadata,
    own_id(),
    Column("programme", String(64), nullable=False),
    Column("pairing", Id, nullable=False),
    Column("guide", String(64), nullable=False),
    Column("state", String(8), nullable=False),
    Column("asked_by", Id, nullable=False),
    Column("step", Integer, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("ends_at", Instant),
    Column("seconds_left", Integer),
    Column("mentor_says", String(8)),
    Column("mentee_says", String(8)),
    Column("asked_at", Instant, nullable=False),
    Column("started_at", Instant),
    Column("ended_at", Instant),
    Index("ix_guides_pairing", "pairing"),
)
