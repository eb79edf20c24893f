"""The tables of what several people do together: pacts, timed guides, a group's activities."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy import Table as PlainTable

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

activities = Table(
    "activities",
    metadata,
    own_id(),
    Column("programme", String(64), nullable=False),
    person_id("mentor"),
    Column("kind", String(12), nullable=False),
    Column("pace", String(4), nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("state", String(8), nullable=False),
    Column("step", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("seal", String(24), nullable=False),
    Column("group_channel", String(80)),
    Column("group_address", String(80)),
    Column("created_at", Instant, nullable=False),
    Column("opened_at", Instant),
    Column("closes_at", Instant),
    Column("closed_at", Instant),
    Index("ix_activities_mentor", "mentor"),
)

activity_members = PlainTable(
    "activity_members",
    metadata,
    Column("activity", Id, ForeignKey("activities.id", ondelete="CASCADE"), primary_key=True),
    Column("person", Id, ForeignKey("people.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String(8), nullable=False),
    Column("step", Integer, nullable=False),
    Index("ix_activity_members_person", "person"),
)

activity_answers = PlainTable(
    "activity_answers",
    metadata,
    Column("id", Id, primary_key=True, autoincrement=False),
    Column("activity", Id, ForeignKey("activities.id", ondelete="CASCADE"), nullable=False),
    Column("question", String(64), nullable=False),
    person_id(nullable=True),
    Column("body", LargeBinary, nullable=False),
    Column("seal", String(24), nullable=False),
    Index("ix_activity_answers_activity_question", "activity", "question"),
    Index("ix_activity_answers_person", "person"),
)
"""Ids are random, so that they don't tell who answered first; SQLite keeps rows in their order."""

chat_groups = Table(
    "chat_groups",
    metadata,
    own_id(),
    Column("channel", String(80), nullable=False),
    Column("address", String(80), nullable=False),
    person_id(),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("channel", "address"),
    Index("ix_chat_groups_person", "person"),
)
"""Chats of several people that a mentor has put the bot into."""
