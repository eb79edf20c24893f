"""The command line."""

import asyncio
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot import settings as settings_room
from bot.errors import BotError, WrongSetting
from bot.settings import PREFIX, Settings

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Pavadonis, a chat assistant for mentoring programmes.",
)
faq = typer.Typer(no_args_is_help=True, help="The FAQ of a programme.")
dialog = typer.Typer(no_args_is_help=True, help="Dialogs: draw, play, check.")
outbox = typer.Typer(
    invoke_without_command=True, help="What did not arrive: list it, retry it, drop it."
)
failed = typer.Typer(
    invoke_without_command=True, help="What could not be said when it fell due: list it, retry it."
)
app.add_typer(faq, name="faq")
app.add_typer(dialog, name="dialog")
app.add_typer(outbox, name="outbox")
app.add_typer(failed, name="failed")

out = Console(soft_wrap=True)
Language = Annotated[str, typer.Option(help="lv or en")]


@app.command()
def demo() -> None:
    """Three phones and a clock that can be wound, with invented people."""
    from bot import serving

    demo_settings = _settings()
    if f"{PREFIX}DATABASE_URL" not in os.environ:
        demo_settings = demo_settings.model_copy(
            update={"database_url": "sqlite:///var/demo.sqlite3"}
        )
    asyncio.run(serving.serve_demo(demo_settings))


@app.command()
def run(
    only: Annotated[
        str | None,
        typer.Option(help="web, telegram or worker: one part, the others in other processes"),
    ] = None,
) -> None:
    """Start the assistant for real: every channel that is set up, the web and the scheduler."""
    from bot import serving
    from bot.wiring import PARTS

    parts = PARTS if only is None else tuple(part for part in PARTS if part == only)
    if not parts:
        raise WrongSetting(f"--only {only}: use web, telegram or worker.")
    asyncio.run(serving.serve(_settings(), parts))


@app.command()
def migrate() -> None:
    """Bring the database to the newest schema."""
    from bot.wiring import open_store
    from store.migrate import migrate as to_newest

    found = _settings()
    open_store(found).close_now()
    out.print(f"The database is at revision {to_newest(found.database_url)}.")


@app.command()
def settings() -> None:
    """List every setting: its name, its value now, and what it is for."""
    found = _settings()
    table = Table("Setting", "Now", "For")
    for name, field in Settings.model_fields.items():
        table.add_row(PREFIX + name.upper(), _shown(found, name), field.description or "")
    out.print(table)


def _shown(found: Settings, name: str) -> str:
    value = getattr(found, name)
    if value is None or value == {}:
        return "not set"
    return "(set)" if name in settings_room.SECRET else settings_room.hide_password(str(value))


@app.command()
def check(folder: Path) -> None:
    """Check a programme folder: faults and what reads badly, with file, line and what to do."""
    from knowledge.folder import check_folder
    from knowledge.folder_wording import advice

    faults, better = check_folder(folder), advice(folder)
    for fault in (*faults, *better):
        print(fault)
    if better:
        print(f"{len(better)} to look at again in {folder}; it can be used.", file=sys.stderr)
    if faults:
        print(f"{len(faults)} to mend in {folder}.", file=sys.stderr)
        raise typer.Exit(1)
    if not better:
        out.print(f"{folder} is in order.")


@app.command()
def invite(
    programme: Annotated[str, typer.Option(help="the programme's id")],
    role: Annotated[str, typer.Option(help="mentee, mentor or coordinator")],
    name: Annotated[str, typer.Option(help="the person's name")],
    language: Language = "lv",
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Print a single-use invitation link for each channel that is set up."""
    from bot.inviting import links

    found = links(_settings(), programme=programme, role=role, name=name, language=language)
    if as_json:
        print(json.dumps(found))
    else:
        for channel, link in found.items():
            print(f"{channel}: {link}")


@app.command()
def rehearse(
    folder: Path,
    first: Annotated[datetime, typer.Option("--from", formats=["%Y-%m-%d"], help="first day")],
    last: Annotated[datetime, typer.Option("--to", formats=["%Y-%m-%d"], help="last day")],
    cast: Annotated[
        Path | None, typer.Option(help="YAML: a list of mentee, mentor, temper")
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="every message, as JSON")] = None,
    html_file: Annotated[Path | None, typer.Option("--html", help="a page to read")] = None,
    language: Language = "lv",
) -> None:
    """Play a whole programme with invented people, to read what each would receive."""
    from bot.rehearsal import writing

    played = writing.play(folder, cast, first.date(), last.date(), language)
    writing.show(played, out)
    writing.write(played, json_file, html_file)


@app.command()
def upcoming(
    person: Annotated[str, typer.Option(help="the person's name or number")],
    programme: Annotated[str | None, typer.Option(help="only in this programme")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """List what a person will receive, when (local time) and why."""
    from bot.upcoming import readable
    from bot.upcoming import upcoming as listed

    found = listed(_settings(), person, programme)
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return
    for each in found:
        print(readable(each))
    if not found:
        print("Nothing is planned.")


@faq.command("ask")
def faq_ask(
    programme: Annotated[str, typer.Option()],
    audience: Annotated[str, typer.Option()] = "mentor",
    language: Language = "lv",
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Answer questions, one a line on standard input, as the chat would."""
    from bot.asking import Asker

    asker = Asker(_settings().programmes, programme, audience, language)
    for line in sys.stdin:
        if query := line.rstrip("\n"):
            found = asker.ask(query)
            print(
                json.dumps(found, ensure_ascii=False) if as_json else asker.readable(found),
                flush=True,
            )


@dialog.command("draw")
def dialog_draw(
    name: str,
    language: Language = "lv",
    svg: Annotated[bool, typer.Option(help="as SVG")] = False,
) -> None:
    """Draw a dialog as a tree, or as SVG."""
    from bot.dialogs_shown import drawn

    print(drawn(name, language, svg=svg))


@dialog.command("play")
def dialog_play(name: str, language: Language = "lv") -> None:
    """Walk through a dialog in the terminal, or read a timed guide part by part."""
    from bot.dialogs_shown import found
    from dialogs.play import play, play_guide
    from dialogs.spoken import ABSENT
    from dialogs.timed import TimedGuide

    one, today = found(name), datetime.now(UTC).astimezone().date()
    if isinstance(one, TimedGuide):
        play_guide(one, language, read=lambda: input("> "), write=print)
    else:
        values = dict.fromkeys(one.values, ABSENT)
        play(one, language, today, read=lambda: input("> "), write=print, values=values)


@dialog.command("check")
def dialog_check(file: Path) -> None:
    """Check one dialog file."""
    from dialogs.load import load_any

    _, faults = load_any(file)
    for fault in faults:
        print(fault)
    if faults:
        raise typer.Exit(1)
    out.print(f"{file} is in order.")


@dialog.command("texts")
def dialog_texts(
    name: Annotated[
        str | None, typer.Argument(help="a dialog's id or file; all without it")
    ] = None,
    language: Annotated[list[str] | None, typer.Option(help="lv, en; may be repeated")] = None,
    tsv: Annotated[bool, typer.Option("--tsv", help="tab-separated")] = False,
) -> None:
    """Print all texts of a dialog, or of the library, side by side for proof-reading."""
    from bot.dialogs_shown import every, found
    from dialogs import proof
    from dialogs.wording import LANGUAGES

    chosen = [found(name)] if name else list(every().values())
    rows = proof.proof(chosen, language or LANGUAGES)
    if tsv:
        print(proof.tsv(rows), end="")
    else:
        Console().print(_side_by_side(rows))


def _side_by_side(rows: list[list[str]]) -> Table:
    """Cells as plain text, since the brackets of a dialog are not rich's markup."""
    table = Table(*rows[0], show_lines=True)
    for row in rows[1:]:
        table.add_row(*map(Text, row))
    return table


Rows = Annotated[list[int] | None, typer.Argument(help="the rows' numbers")]
Every = Annotated[bool, typer.Option("--all", help="every row that failed")]
All = Annotated[bool, typer.Option("--all", help="every row that is stuck")]
Received = Annotated[
    bool, typer.Option("--inbox", help="messages received that could not be handled")
]


@outbox.callback()
def outbox_listed(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False
) -> None:
    """List what was given up, is uncertain or can't reach its person, and how much waits."""
    from bot import stuck

    if context.invoked_subcommand is not None:
        return
    found = stuck.listed(_settings())
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        stuck.show(found, out)


@outbox.command("retry")
def outbox_retry(rows: Rows = None, every: All = False, inbox: Received = False) -> None:
    """Send rows again that are stuck, or handle messages again."""
    from bot import stuck

    out.print(f"To be tried again: {stuck.retry(_settings(), rows, every, inbox)}")


@outbox.command("drop")
def outbox_drop(rows: Rows = None, every: All = False, inbox: Received = False) -> None:
    """Give rows up that are stuck."""
    from bot import stuck

    out.print(f"Given up: {stuck.drop(_settings(), rows, every, inbox)}")


@failed.callback()
def failed_listed(
    context: typer.Context, as_json: Annotated[bool, typer.Option("--json")] = False
) -> None:
    """List the reminders and notices that could not be said: whose, of what kind, when and why."""
    from bot import failed as room

    if context.invoked_subcommand is not None:
        return
    found = room.listed(_settings())
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
    else:
        room.show(found, out)


@failed.command("retry")
def failed_retry(rows: Rows = None, every: Every = False) -> None:
    """Say again what was due within the last twenty hours; what is older is left alone."""
    from bot import failed as room

    again, stale = room.retry(_settings(), rows, every)
    out.print(f"To be tried again: {again}")
    if stale:
        out.print(f"Left alone, since it was due more than twenty hours ago: {stale}")


def _settings() -> Settings:
    return settings_room.load()


def main() -> None:
    """Runs a command; what is wrong is one sentence, not a traceback."""
    from dialogs.errors import DialogsError
    from store.errors import StoreError

    try:
        app()
    except (BotError, DialogsError, StoreError) as error:
        print(str(error), file=sys.stderr)
        raise SystemExit(2) from None
