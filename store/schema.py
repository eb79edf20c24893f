"""The tables. `body`-like binary columns hold sealed text (see `store.crypto`)."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
    and_,
)

from store.columns import JSON, Id, Instant, Table, by_code_points, own_id, person_id
from store.columns import metadata as metadata
from store.columns import said as said
from store.schema_kept import announcements as announcements
from store.schema_kept import audit as audit
from store.schema_kept import facts as facts
from store.schema_kept import journal as journal
from store.schema_together import activities as activities
from store.schema_together import activity_answers as activity_answers
from store.schema_together import activity_members as activity_members
from store.schema_together import chat_groups as chat_groups
from store.schema_together import guides as guides
from store.schema_together import pacts as pacts

CHANNEL = 80
"""Characters of a channel's name: "web", "telegram", or "telegram:" and a programme's id."""

ADDRESS = 80
"""Characters of what a channel calls somebody: a hash, a number, a phone."""

OPEN_STATES = ("waiting", "sending")
"""What is still to leave. One row of a person's at a time: the next waits until it is settled."""

TROUBLED_STATES = ("sending", "uncertain", "dead", "unreachable")
"""What an operator or a coordinator may have to look at, and a dead worker's rows."""

UNREAD_STATES = ("dead", "aside")
"""What was received and not handled, for good."""

people = Table(
    "people",
    metadata,
    own_id(),
    Column("key", LargeBinary),
    Column("name", String(120), nullable=False),
    Column("age", Integer),
    Column("language", String(8), nullable=False),
    Column("zone", String(64)),
    Column("part", Id),
    Column("channel", String(CHANNEL)),
    Column("prefers", String(CHANNEL)),
    Column("focus", JSON),
    Column("consent_at", Instant),
    Column("stopped_at", Instant),
    Column("muted", JSON),
    Column("rhythm", JSON),
    Column("last_sign_at", Instant),
    Column("erased_at", Instant),
    Column("created_at", Instant, nullable=False),
)

parts = Table(
    "parts",
    metadata,
    own_id(),
    person_id(),
    Column("programme", String(64), nullable=False),
    Column("role", String(32), nullable=False),
    Column("active", Boolean, nullable=False, default=True),
    Column("profile", LargeBinary),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("person", "programme", "role"),
    Index("ix_parts_programme_role", "programme", "role"),
)

identities = Table(
    "identities",
    metadata,
    own_id(),
    person_id(),
    Column("channel", String(CHANNEL), nullable=False),
    Column("address", String(ADDRESS), nullable=False),
    Column("blocked_at", Instant),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("channel", "address"),
    Index("ix_identities_person", "person"),
)

invitations = Table(
    "invitations",
    metadata,
    own_id(),
    Column("code", String(64), nullable=False, unique=True),
    Column("programme", String(64), nullable=False),
    Column("role", String(32), nullable=False),
    Column("name", String(120), nullable=False),
    Column("language", String(8), nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    person_id(nullable=True),
)

inbox = Table(
    "inbox",
    metadata,
    own_id(),
    Column("channel", String(CHANNEL), nullable=False),
    Column("event", String(200), nullable=False),
    person_id(nullable=True),
    Column("body", LargeBinary),
    Column("state", String(8), nullable=False, default="waiting"),
    Column("attempts", Integer, nullable=False, default=0),
    Column("error", String(200)),
    Column("received_at", Instant, nullable=False),
    UniqueConstraint("channel", "event"),
    Index("ix_inbox_person", "person", "received_at"),
)
Index(
    "ix_inbox_waiting",
    inbox.c.person,
    inbox.c.id,
    sqlite_where=inbox.c.state == "waiting",
    postgresql_where=inbox.c.state == "waiting",
)

Index(
    "ix_inbox_troubled",
    inbox.c.id,
    sqlite_where=inbox.c.state.in_(UNREAD_STATES),
    postgresql_where=inbox.c.state.in_(UNREAD_STATES),
)

outbox = Table(
    "outbox",
    metadata,
    own_id(),
    Column("key", by_code_points(120), nullable=False, unique=True),
    person_id(nullable=True),
    Column("channel", String(CHANNEL), nullable=False),
    Column("address", String(ADDRESS)),
    Column("priority", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("body", LargeBinary),
    Column("token", String(24), unique=True),
    Column("about", Id),
    Column("why", JSON),
    Column("state", String(12), nullable=False, default="waiting"),
    Column("attempts", Integer, nullable=False, default=0),
    Column("error", String(200)),
    Column("next_at", Instant),
    Column("not_before", Instant),
    Column("claim", String(32)),
    Column("claimed_at", Instant),
    Column("remote", String(32)),
    Column("created_at", Instant, nullable=False),
    Column("sent_at", Instant),
    Index("ix_outbox_person", "person"),
)
Index(
    "ix_outbox_open",
    outbox.c.person,
    outbox.c.id,
    sqlite_where=outbox.c.state.in_(OPEN_STATES),
    postgresql_where=outbox.c.state.in_(OPEN_STATES),
)
Index(
    "ix_outbox_held",
    outbox.c.person,
    sqlite_where=outbox.c.state == "held",
    postgresql_where=outbox.c.state == "held",
)
Index(
    "ix_outbox_address",
    outbox.c.address,
    sqlite_where=outbox.c.address.is_not(None),
    postgresql_where=outbox.c.address.is_not(None),
)
Index(
    "ix_outbox_troubled",
    outbox.c.id,
    sqlite_where=outbox.c.state.in_(TROUBLED_STATES),
    postgresql_where=outbox.c.state.in_(TROUBLED_STATES),
)
Index(
    "ix_outbox_about",
    outbox.c.about,
    sqlite_where=outbox.c.about.is_not(None),
    postgresql_where=outbox.c.about.is_not(None),
)
Index(
    "ix_outbox_waiting",
    outbox.c.channel,
    outbox.c.priority,
    outbox.c.id,
    sqlite_where=outbox.c.state == "waiting",
    postgresql_where=outbox.c.state == "waiting",
)

feed = Table(
    "feed",
    metadata,
    own_id(),
    person_id(),
    Column("inbox", Id, ForeignKey("inbox.id", ondelete="CASCADE"), unique=True),
    Column("outbox", Id, ForeignKey("outbox.id", ondelete="CASCADE"), unique=True),
    Column("at", Instant, nullable=False),
    Index("ix_feed_person_id", "person", "id"),
)

sessions = Table(
    "sessions",
    metadata,
    own_id(),
    person_id(),
    Column("programme", String(64), nullable=False),
    Column("dialog", String(64), nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("seal", String(24), nullable=False),
    Column("status", String(8), nullable=False),
    Column("turn", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Index("ix_sessions_person", "person"),
)
Index(
    "ix_sessions_open",
    sessions.c.person,
    sqlite_where=sessions.c.status == "open",
    postgresql_where=sessions.c.status == "open",
)

results = Table(
    "results",
    metadata,
    own_id(),
    person_id(),
    Column("programme", String(64), nullable=False),
    Column("dialog", String(64), nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("seal", String(24), nullable=False),
    Column("shared", Boolean, nullable=False, default=False),
    Column("session", Id, unique=True),
    Column("pairing", Id),
    Column("handed_in_at", Instant),
    Column("created_at", Instant, nullable=False),
    Index("ix_results_person", "person"),
)
Index(
    "ix_results_handed_in",
    results.c.programme,
    sqlite_where=results.c.handed_in_at.is_not(None),
    postgresql_where=results.c.handed_in_at.is_not(None),
)
"""`handed_in_at` is when an application became the coordinators' to read. `shared` is the owner's
wish; who may read is in `shares`, and before the first pairing nobody.
`pairing` is whom a result of the mentor's is about."""

shares = Table(
    "shares",
    metadata,
    Column("result", Id, ForeignKey("results.id", ondelete="CASCADE"), primary_key=True),
    Column("pairing", Id, primary_key=True),
    Index("ix_shares_pairing", "pairing"),
)
"""Who may read a result: the other half of this pairing, and no later one. A pairing that is erased
leaves its rows, so that what was shown to one mentor does not wait for the next."""

pairings = Table(
    "pairings",
    metadata,
    own_id(),
    Column("programme", String(64), nullable=False),
    person_id("mentor"),
    person_id("mentee"),
    Column("model", String(16), nullable=False, default="individual"),
    Column("stages", JSON),
    Column("semester", String(32)),
    Column("status", String(12), nullable=False),
    Column("rank", Integer),
    Column("reasons", LargeBinary),
    Column("seal", String(24)),
    Column("created_at", Instant, nullable=False),
    Column("decided_at", Instant),
    Index("ix_pairings_mentor", "mentor"),
    Index("ix_pairings_mentee", "mentee"),
)

tasks = Table(
    "tasks",
    metadata,
    own_id(),
    person_id(),
    Column("programme", String(64), nullable=False),
    Column("pairing", Id),
    Column("title", LargeBinary, nullable=False),
    Column("seal", String(24), nullable=False),
    Column("due", Date, nullable=False),
    Column("known_at", Instant, nullable=False),
    Column("status", String(8), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("result", Id),
    Index("ix_tasks_person", "person"),
)

extensions = Table(
    "extensions",
    metadata,
    own_id(),
    Column("task", Id, ForeignKey("tasks.id", ondelete="CASCADE")),
    person_id(),
    Column("programme", String(64), nullable=False),
    Column("event", String(64)),
    Column("day", Date),
    Column("pairing", Id),
    Column("reason", LargeBinary),
    Column("seal", String(24), nullable=False),
    Column("old_due", Date, nullable=False),
    Column("wished", Date),
    Column("new_due", Date),
    Column("status", String(8), nullable=False),
    Column("decided_by", Id),
    Column("asked_at", Instant, nullable=False),
    Column("decided_at", Instant),
    Index("ix_extensions_task", "task"),
    Index("ix_extensions_person", "person"),
)
"""Of a task, or of one date of an event in the calendar. `day` is when that date would be if nobody
had been given more time; `pairing` only where the date is of that pairing alone."""

occurrences = Table(
    "occurrences",
    metadata,
    own_id(),
    Column("key", String(120), nullable=False, unique=True),
    Column("programme", String(64), nullable=False),
    Column("kind", String(16), nullable=False),
    person_id(),
    Column("pairing", Id),
    Column("subject", Id),
    Column("due_at", Instant, nullable=False),
    Column("state", String(10), nullable=False),
    Column("why", JSON),
    Column("note", String(80)),
    Column("urgent", Boolean),
    Index("ix_occurrences_person", "person", "kind"),
)
Index(
    "ix_occurrences_waiting",
    occurrences.c.due_at,
    sqlite_where=occurrences.c.state == "waiting",
    postgresql_where=occurrences.c.state == "waiting",
)
_urgent = and_(occurrences.c.state == "waiting", occurrences.c.urgent.is_(True))
Index(
    "ix_occurrences_urgent",
    occurrences.c.urgent,
    occurrences.c.due_at,
    sqlite_where=_urgent,
    postgresql_where=_urgent,
)
Index(
    "ix_occurrences_failed",
    occurrences.c.programme,
    occurrences.c.due_at,
    sqlite_where=occurrences.c.state == "failed",
    postgresql_where=occurrences.c.state == "failed",
)

tickets = Table(
    "tickets",
    metadata,
    own_id(),
    Column("programme", String(64), nullable=False),
    Column("kind", String(12), nullable=False),
    person_id(),
    Column("question", LargeBinary),
    Column("answer", LargeBinary),
    Column("seal", String(24), nullable=False),
    Column("subject", Id),
    Column("status", String(10), nullable=False),
    Column("answered_by", Id),
    Column("created_at", Instant, nullable=False),
    Column("answered_at", Instant),
    Index("ix_tickets_programme_status", "programme", "status"),
    Index("ix_tickets_person", "person"),
)
