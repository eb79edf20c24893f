"""Settings: what is wrong is a sentence that names the setting, and never shows a secret."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import settings as settings_room
from bot.cli import app, main
from bot.errors import WrongSetting
from bot.settings import KEY_FILE
from bot.wiring import open_store, running
from store import people
from store import schema as s
from tests.playing import ROOT

TOKEN = "123456789:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr"
FIRST_KEY = "the key this database was begun with"
WRONG = "not-a-token-but-a-secret-all-the-same"


@pytest.fixture(autouse=True)
def environment(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAVADONIS_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("PAVADONIS_PROGRAMMES", str(ROOT / "programmes"))


def wrong(monkeypatch: pytest.MonkeyPatch, **values: str) -> str:
    """The sentence for these settings."""
    for name, value in values.items():
        monkeypatch.setenv(f"PAVADONIS_{name.upper()}", value)
    with pytest.raises(WrongSetting) as found:
        settings_room.load()
    return str(found.value)


async def refused(monkeypatch: pytest.MonkeyPatch, **values: str) -> str:
    """The sentence a process with these settings ends with instead of starting."""
    for name, value in values.items():
        monkeypatch.setenv(f"PAVADONIS_{name.upper()}", value)
    with pytest.raises(WrongSetting) as found:
        async with running(settings_room.load()):
            pass
    assert found.value.__cause__ is None
    return str(found.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [("TELEGRAM_TOKEN", WRONG), ("TELEGRAM_TOKENS", f'{{"skola-kopiena": "{WRONG}"}}')],
)
async def test_a_bad_token_is_told_without_the_token(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """Which setting it is and what a token looks like, not what was given."""
    said = await refused(monkeypatch, **{name: value})

    assert said.startswith(f"PAVADONIS_{name}: ")
    assert "123456789:AA" in said
    assert WRONG not in said


async def test_a_token_for_an_unknown_programme_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the programmes there are, and without the token."""
    said = await refused(monkeypatch, telegram_tokens=f'{{"skola": "{TOKEN}"}}')

    assert said.startswith("PAVADONIS_TELEGRAM_TOKENS: there is no programme skola")
    assert "skola-kopiena" in said
    assert TOKEN not in said


@pytest.mark.parametrize("value", [TOKEN, "{", f'["{TOKEN}"]', f'{{"a": ["{TOKEN}"]}}'])
def test_tokens_that_are_no_json_object_are_told(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    """One sentence with the setting's name, not a traceback with its value."""
    said = wrong(monkeypatch, telegram_tokens=value)

    assert said.startswith("PAVADONIS_TELEGRAM_TOKENS is wrong")
    assert TOKEN not in said


def test_a_webhook_needs_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a token only; and the address alone is what is missing."""
    monkeypatch.setenv("PAVADONIS_TELEGRAM_MODE", "webhook")
    assert settings_room.load().telegram_mode == "webhook"

    assert wrong(monkeypatch, telegram_token=TOKEN).startswith("PAVADONIS_PUBLIC_URL is wrong")
    monkeypatch.setenv("PAVADONIS_PUBLIC_URL", "https://example.org")
    assert settings_room.load().bots() == {"telegram": TOKEN}


@pytest.mark.parametrize(
    ("name", "value"), [("telegram_mode", "push"), ("telegram_rate", "0"), ("port", "70000")]
)
def test_each_wrong_value_names_its_setting(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    assert wrong(monkeypatch, **{name: value}).startswith(f"PAVADONIS_{name.upper()} is wrong: ")


def test_each_bot_has_a_channel_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The common one, and those of single programmes."""
    monkeypatch.setenv("PAVADONIS_TELEGRAM_TOKEN", "1:a")
    monkeypatch.setenv("PAVADONIS_TELEGRAM_TOKENS", '{"skola-kopiena": "2:b"}')

    assert settings_room.load().bots() == {"telegram": "1:a", "telegram:skola-kopiena": "2:b"}


def test_the_list_of_settings_hides_what_is_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tokens, keys and the database's password: that they are set is all that is shown."""
    monkeypatch.setenv("PAVADONIS_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("PAVADONIS_TELEGRAM_TOKENS", f'{{"skola-kopiena": "{TOKEN}"}}')
    monkeypatch.setenv("PAVADONIS_SECRET_KEY", "a key of sixteen or more")
    monkeypatch.setenv("PAVADONIS_DATABASE_URL", "postgresql://user:hunter2@host/name")

    shown = CliRunner().invoke(app, ["settings"], env={"COLUMNS": "300"}).output

    for secret in (TOKEN, TOKEN.partition(":")[2], "a key of sixteen", "hunter2"):
        assert secret not in shown
    assert shown.count("(set)") == 3
    assert TOKEN not in repr(settings_room.load())


async def test_another_secret_key_is_told_before_anybody_is_served(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Neither key is shown."""
    monkeypatch.setenv("PAVADONIS_SECRET_KEY", FIRST_KEY)
    open_store(settings_room.load()).close_now()

    said = await refused(monkeypatch, secret_key=WRONG)

    assert said.startswith("PAVADONIS_SECRET_KEY: this is not the key")
    assert FIRST_KEY not in said
    assert WRONG not in said


async def test_a_lost_key_file_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """One is made anew where none is found; it opens nothing of before."""
    open_store(settings_room.load()).close_now()
    (tmp_path / KEY_FILE).rename(tmp_path / "put aside")

    said = await refused(monkeypatch)

    assert said.startswith(f"{tmp_path / KEY_FILE}: this is not the key")
    (tmp_path / "put aside").rename(tmp_path / KEY_FILE)
    open_store(settings_room.load()).close_now()


def test_what_cannot_be_read_ends_a_command_with_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person's key in the database is damaged; no traceback is shown."""
    store = open_store(settings_room.load())
    now = datetime.now(UTC)
    person = store.run_now(lambda tx: people.add(tx, name="Anna", language="lv", now=now))
    store.run_now(lambda tx: people.join(tx, person, "skola-kopiena", "mentee", now))
    damage = s.people.update().where(s.people.c.id == person).values(key=b"damaged")
    store.run_now(lambda tx: tx.execute(damage).rowcount)
    store.close_now()
    monkeypatch.setattr("sys.argv", ["pavadonis", "upcoming", "--person", str(person)])

    with pytest.raises(SystemExit) as ended:
        main()

    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "key" in said
