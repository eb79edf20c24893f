"""Whatever fails: no log and no traceback holds what anybody wrote, nor anything that opens doors.

The secrets of these tests are words that occur nowhere else.
"""

import json
import logging
import time
import traceback
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.channels import telegram_session
from bot.channels.telegram import Telegram
from bot.channels.telegram_updates import NotUnderstood, read
from scheduler.failures import SendFailed
from store import invitations
from store.posting import Parcel
from tests.channels.running import SCHOOL, SECRET, Play, eventually, gets, until
from tests.channels.test_update_faults import POISON
from tests.databases import TEMPLATE, Postgres, open_store
from tests.platforms.telegram import FakeBot, FakeTelegram, Fault, Person
from tests.playing import Process

TOKEN = "123456:SECRETtoken-of-the-common-bot"
OWN_TOKEN = "654321:SECRETtoken-of-the-schools-bot"
WORDS = "slepenvārdi"
NAME = "Slepenija Neatklātā"
PASSWORD = "slepenaparole"
FAILURES: dict[str, dict[str, Any]] = {
    "storm": {"kind": "storm"},
    "html": {"kind": "html"},
    "html with a good status": {"kind": "html", "code": 200},
    "cut": {"kind": "cut_json"},
    "reset before": {"kind": "reset_before"},
    "reset after": {"kind": "reset_after"},
    "timeout": {"kind": "timeout_before"},
    "timeout after": {"kind": "timeout_after"},
    "slower than we wait": {"kind": "slow_drip", "seconds": 3.0},
    "flood": {"kind": "status", "code": 429, "retry_after": 1},
    "blocked": {"kind": "status", "code": 403, "description": f"Forbidden: {WORDS}"},
    "refused": {"kind": "status", "code": 400, "description": f"Bad Request: {WORDS} {TOKEN}"},
    "unknown": {"kind": "status", "code": 418, "description": WORDS},
    "unauthorized": {"kind": "unauthorized"},
    "conflict": {"kind": "conflict"},
    "migrated": {"kind": "migrate"},
}
IN_A_PROCESS = (
    "storm",
    "html",
    "cut",
    "reset before",
    "reset after",
    "flood",
    "refused",
    "unknown",
)
"""Those after which a process goes on within a second or so."""


def parcel(person: Person) -> Parcel:
    return Parcel(
        id=1,
        person=1,
        address=str(person.id),
        blocked=False,
        priority=1,
        kind="reply",
        body={"text": WORDS, "buttons": [[WORDS, {"do": "menu"}]]},
        token="slepenapoga",
        attempts=0,
    )


async def _nothing(_parcel: Parcel) -> bytes | None:
    return None


@pytest.mark.parametrize("case", [*FAILURES, "not reached", "name not found"])
async def test_a_failures_traceback_tells_neither_words_nor_token(
    case: str, fake: FakeTelegram, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(telegram_session, "TOTAL_SECONDS", 0.3)
    caplog.set_level(logging.DEBUG)
    anna = fake.bot(TOKEN).user(name=NAME)
    anna.start()
    if case in FAILURES:
        fake.faults.add(Fault(**{**FAILURES[case], "description": _harmless(case)}))
    if case == "not reached":
        fake.stop_listening()
    url = "http://telegram.invalid" if case == "name not found" else fake.url
    api = Telegram(channel="telegram", token=TOKEN, api_url=url, fetch=_nothing)
    try:
        calls: tuple[Callable[[], Awaitable[Any]], ...] = (
            partial(api.send, parcel(anna)),
            api.username,
            partial(api.answer_press, "1"),
        )
        for call in calls:
            with pytest.raises(SendFailed) as failed:
                await call()
            shown = "".join(traceback.format_exception(failed.value)) + repr(failed.value)
            assert "Traceback" in shown
            for secret in (TOKEN, TOKEN.split(":")[1], WORDS, NAME, "slepenapoga"):
                assert secret not in shown + caplog.text
    finally:
        await api.close()


def _harmless(case: str) -> str | None:
    """What the platform says is kept for the operator: here it quotes nobody."""
    return "Bad Request: it will not do" if "description" in FAILURES[case] else None


@pytest.mark.parametrize("case", POISON)
def test_why_an_update_was_not_understood_tells_nothing_it_says(case: str) -> None:
    update = json.loads(json.dumps(POISON[case]).replace('"a"', f'"{WORDS}"'))
    try:
        read(update, "telegram")
    except NotUnderstood as error:
        shown = "".join(traceback.format_exception(error))
        assert WORDS not in shown
        assert "labdien" not in shown


async def test_a_message_that_cannot_be_handled_is_logged_without_its_words(
    play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    anna = await play.enter(NAME)
    world = play.process.assistant.world
    assert isinstance(world.programmes, dict)
    lost = dict(world.programmes)
    with capture_logs() as logs:
        world.programmes.clear()  # as if its programme's folder were gone
        anna.send(WORDS)
        await eventually(lambda: "message failed" in [line["event"] for line in logs])
        await until(play.bot, lambda bot: not bot.pending())
        await play.settled()
    world.programmes.update(lost)
    failed = [line for line in logs if line["event"] == "message failed"]
    assert len(failed) == 3
    assert all({"person", "error", "where"} <= set(line) for line in failed)
    assert [(one.queue, one.state) for one in await play.stuck()] == [("inbox", "dead")]
    assert WORDS not in str(logs) + caplog.text
    assert NAME not in str(logs) + caplog.text
    anna.send("/menu")
    await gets(anna, 1)


@pytest.fixture
def product(postgres: Postgres, fake: FakeTelegram, tmp_path: Path) -> Iterator[Process]:
    """`python -m bot run` on PostgreSQL, at its most talkative, not yet started."""
    with postgres.database(TEMPLATE) as url:
        more = {
            "TELEGRAM_TOKEN": TOKEN,
            "TELEGRAM_TOKENS": json.dumps({SCHOOL: OWN_TOKEN}),
            "TELEGRAM_API_URL": fake.url,
            "LOG_LEVEL": "debug",
        }
        address = url.replace("postgres:@", f"postgres:{PASSWORD}@").replace(
            "postgres@", f"postgres:{PASSWORD}@"
        )
        assert PASSWORD in address
        process = Process(address, command="run", folder=tmp_path, more=more)
        try:
            yield process
        finally:
            process.close()


def test_the_logs_of_a_process_in_all_kinds_of_trouble_tell_nobodys_words(
    product: Process, fake: FakeTelegram, postgres: Postgres
) -> None:
    url = product.env["PAVADONIS_DATABASE_URL"]
    product.start()
    codes = [_code(url, name) for name in (NAME, "Ilze")]
    bot, own = fake.bot(TOKEN), fake.bot(OWN_TOKEN)
    anna, ilze = bot.user(name=NAME), own.user(name="Ilze")
    for person, code in ((anna, codes[0]), (ilze, codes[1])):
        person.start(code)
        person.wait_for("Vai tā der?")
        person.tap("Jā, der")
        person.wait_for("➤ Jā, der")
    _break_sending(fake, bot)
    _break_reading(fake, bot, anna)
    fake.faults.add(Fault(kind="unauthorized", bot=OWN_TOKEN))
    ilze.send(WORDS)
    _break_the_web(product, codes[1])
    _break_the_database(product, postgres, url, anna)
    assert product.stop() == 0
    logs = product.log.read_text()
    _says(logs, "not delivered", "update not understood", "polling failed", "channel down")
    for secret in (WORDS, NAME, PASSWORD, SECRET, *codes, TOKEN, OWN_TOKEN, "SECRETtoken"):
        assert secret not in logs, secret
    assert str(anna.id) not in logs


def _code(url: str, name: str) -> str:
    """An invitation, as its command makes it."""
    store = open_store(url, SECRET.encode())
    try:
        return store.run_now(
            lambda tx: invitations.issue(
                tx,
                programme=SCHOOL,
                role="mentee",
                name=name,
                language="lv",
                now=datetime.now(UTC),
            )
        )
    finally:
        store.close_now()


def _break_sending(fake: FakeTelegram, bot: FakeBot) -> None:
    """Each failure strikes a stranger of its own, whose turn comes again minutes later."""
    for case in IN_A_PROCESS:
        stranger = bot.user(name=NAME)
        fault = fake.faults.add(
            Fault(**FAILURES[case], method="send", chat_id=stranger.id, times=1)
        )
        stranger.send(f"{WORDS} {case}")
        bot.wait_until(lambda _bot, fault=fault: fault.hits == 1)  # type: ignore[misc]
        other = bot.user()  # what arrives shows that the platform is not in trouble
        other.start()
        other.wait()


def _break_reading(fake: FakeTelegram, bot: FakeBot, anna: Person) -> None:
    fault = fake.faults.add(Fault(kind="storm", method="getUpdates", bot=TOKEN, times=1))
    bot.push({"message": {"text": WORDS, "from": {"id": WORDS}, "chat": {"id": WORDS}}})
    bot.push({"callback_query": {"id": WORDS, "data": WORDS}})
    bot.wait_until(lambda _bot: fault.hits == 1)
    anna.send(WORDS)
    bot.wait_until(lambda bot: not bot.pending())


def _break_the_web(product: Process, code: str) -> None:
    client = product.client
    for path in (f"/chat/{code}", f"/join/{code}", f"/chat/{code}/messages", "/telegram/bot"):
        client.get(product.url + path)
        client.post(product.url + path, content=f"{WORDS} {code}".encode())


def _break_the_database(product: Process, postgres: Postgres, url: str, anna: Person) -> None:
    """Gone for a moment, in which somebody writes."""
    name = url.partition("?")[0].rpartition("/")[2]
    before = len(product.log.read_text())
    postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    postgres.execute(
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
        f"WHERE datname = '{name}' AND pid <> pg_backend_pid()"
    )
    anna.send(WORDS)
    _wait(lambda: "polling failed" in product.log.read_text()[before:])
    _wait(lambda: "delivery failed" in product.log.read_text()[before:])
    postgres.execute(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
    anna.new()
    anna.send("/menu")
    anna.wait_for("Ko darām?", timeout=20)


def _wait(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.05)


def _says(logs: str, *events: str) -> None:
    for event in events:
        assert f"event='{event}'" in logs, f"{event}\n{logs}"


def test_a_database_that_is_not_there_is_named_without_its_password(tmp_path: Path) -> None:
    url = f"postgresql://anna:{PASSWORD}@127.0.0.1:1/nowhere"
    process = Process(url, command="run", folder=tmp_path)
    with pytest.raises(AssertionError, match="did not start"):
        process.start()
    process.close()
    said = process.log.read_text()
    assert "DATABASE_URL" in said
    assert PASSWORD not in said
    assert "Traceback" not in said
