"""Brings a database to the newest schema, in one transaction, one process at a time."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from store.errors import Unreachable

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 7_140_221  # an arbitrary number that says "Pavadonis migrates" to PostgreSQL


def config(connection: Connection) -> Config:
    found = Config()
    found.set_main_option("script_location", str(MIGRATIONS))
    found.attributes["connection"] = connection
    return found


def migrate(url: str) -> str:
    """Upgrades to the newest revision and returns its id; safe to run from several processes.

    Raises Unreachable when the database can't be opened.
    """
    target = make_url(url)
    if target.drivername == "postgresql":
        target = target.set(drivername="postgresql+psycopg")
    engine = create_engine(target)
    try:
        return _upgrade(engine)
    except OperationalError as error:
        raise Unreachable(str(error.orig).strip().splitlines()[0]) from None
    finally:
        engine.dispose()


def _upgrade(engine: Engine) -> str:
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        else:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        settings = config(connection)
        command.upgrade(settings, "head")
        connection.commit()
    return ScriptDirectory.from_config(settings).get_current_head() or ""
