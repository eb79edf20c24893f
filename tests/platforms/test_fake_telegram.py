"""The fake answers, holds back and fails as the real server does."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import httpx
import pytest

from tests.platforms import telegram_rules as rules
from tests.platforms.conftest import TOKEN, Ask, Clock
from tests.platforms.telegram import FakeBot, FakeTelegram, Fault, Person, Rates
from tests.platforms.telegram_cases import REFUSED, TOO_OLD, buttons

Refusal = tuple[int, str]


@pytest.mark.parametrize("case", REFUSED)
def test_it_refuses(case: str, anna: Person, bot: FakeBot, ask: Ask) -> None:
    method, params, words = REFUSED[case]
    code, description = ask(method, chat_id=anna.id, **params)
    assert code == 400
    assert description.startswith("Bad Request: ")
    assert words in description
    assert [call.outcome for call in bot.refusals] == [description]
    assert anna.messages() == []


def test_lengths_are_counted_after_parsing(anna: Person, ask: Ask) -> None:
    text = "<b>" + "&lt;" * 4096 + "</b>"
    sent = ask("sendMessage", chat_id=anna.id, text=text, parse_mode="HTML")
    assert sent["text"] == "<" * 4096
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 4096}]


def test_files_have_limits(server: FakeTelegram, anna: Person) -> None:
    def send(method: str, field: str, data: bytes) -> Refusal | None:
        url = f"{server.url}/bot{TOKEN}/{method}"
        answer = httpx.post(url, data={"chat_id": anna.id}, files={field: ("a", data)}).json()
        return None if answer["ok"] else (answer["error_code"], answer["description"])

    assert send("sendPhoto", "photo", b"no picture") == (400, "Bad Request: IMAGE_PROCESS_FAILED")
    assert "too big for a photo" in str(send("sendPhoto", "photo", bytes(10_000_001)))
    assert send("sendDocument", "document", bytes(10_000_001)) is None
    assert send("sendDocument", "document", bytes(50_000_001)) == (413, "Request Entity Too Large")
    assert send("sendDocument", "document", b"") == (400, "Bad Request: file must be non-empty")


def test_who_may_be_written_to(bot: FakeBot, ask: Ask) -> None:
    stranger = bot.user()
    group = bot.group("Mentori", [stranger])

    def write(chat_id: int) -> Any:
        answer = ask("sendMessage", chat_id=chat_id, text="a")
        return answer[1].split(": ", 1)[1] if isinstance(answer, list | tuple) else "sent"

    assert write(stranger.id) == "chat not found"
    stranger.start()
    assert write(stranger.id) == "sent"
    stranger.block()
    assert write(stranger.id) == "bot was blocked by the user"
    stranger.unblock()
    assert write(stranger.id) == "sent"
    stranger.deactivate()
    assert write(stranger.id) == "user is deactivated"
    assert write(group.id) == "sent"
    old, new = group.id, group.migrate()
    assert write(old) == "group chat was upgraded to a supergroup chat"
    assert write(new) == "sent"
    group.kick_bot()
    assert write(new) == "bot was kicked from the supergroup chat"


def test_a_migrated_group_tells_its_new_id(server: FakeTelegram, bot: FakeBot) -> None:
    group = bot.group("Mentori")
    call = {"chat_id": group.id, "text": "a"}
    server.faults.add(Fault(kind="migrate", method="send", chat_id=group.id))
    answer = httpx.post(f"{server.url}/bot{TOKEN}/sendMessage", data=call).json()
    call["chat_id"] = answer["parameters"]["migrate_to_chat_id"]
    assert httpx.post(f"{server.url}/bot{TOKEN}/sendMessage", data=call).json()["ok"]


def test_edits(anna: Person, ask: Ask) -> None:
    sent = ask("sendMessage", chat_id=anna.id, text="a", reply_markup=buttons(["Jā"]))
    one = {"chat_id": anna.id, "message_id": sent["message_id"]}
    same = ask("editMessageText", **one, text="a", reply_markup=buttons(["Jā"]))
    assert same[1].startswith("Bad Request: message is not modified: ")
    ask("editMessageText", **one, text="a")
    assert (anna.last().edited, anna.last().buttons) == (True, [])
    ask("editMessageReplyMarkup", **one, reply_markup=buttons(["Nē"]))
    assert anna.last().labels == ["Nē"]
    assert "no caption" in ask("editMessageCaption", **one, caption="b")[1]
    assert ask("deleteMessage", **one) is True
    assert anna.messages() == []
    gone = ask("editMessageText", **one, text="b")
    assert gone == (400, "Bad Request: message to edit not found")
    own = {**one, "message_id": anna.send("mine")}
    assert "can't be edited" in ask("editMessageText", **own, text="b")[1]


def test_a_tap_is_answered_once_and_in_time(clock: Clock, anna: Person, ask: Ask) -> None:
    ask("sendMessage", chat_id=anna.id, text="a", reply_markup=buttons(["Jā"]))
    first, second = anna.tap("Jā"), anna.tap("Jā")
    refused = (400, f"Bad Request: {TOO_OLD}")
    assert ask("answerCallbackQuery", callback_query_id=first) is True
    assert ask("answerCallbackQuery", callback_query_id=first) == refused
    clock.now += rules.MAX_CALLBACK_AGE + 1
    assert ask("answerCallbackQuery", callback_query_id=second) == refused


def test_rates_are_strict_sliding_windows(clock: Clock) -> None:
    rates = Rates(per_second=3, per_chat_second=1, per_group_minute=2)
    with FakeTelegram(rates=rates, clock=clock) as server, httpx.Client() as client:
        bot = server.bot(TOKEN)
        people = [bot.user() for _ in range(4)]
        group = bot.group("Mentori")

        def write(chat_id: int) -> int | None:
            call = {"chat_id": chat_id, "text": "a"}
            answer = client.post(f"{server.url}/bot{TOKEN}/sendMessage", json=call).json()
            wait = answer.get("parameters", {}).get("retry_after")
            assert answer["ok"] or answer["description"].endswith(f"retry after {wait}")
            return int(wait) if wait else None

        for person in people:
            person.start()
        assert [write(person.id) for person in people] == [None, None, None, 1]
        clock.now += 0.999
        assert write(people[0].id) == 1
        clock.now += 0.001
        assert [write(people[0].id), write(people[0].id)] == [None, 1]
        assert [write(group.id), write(group.id)] == [None, None]
        clock.now += 17.5
        assert write(group.id) == 43
        clock.now += 42.5
        assert write(group.id) is None
        assert (bot.floods, len(bot.refusals), len(bot.sent)) == (4, 4, 7)


def test_an_offset_confirms_what_is_below_it(bot: FakeBot, anna: Person, ask: Ask) -> None:
    def poll(**params: int) -> list[int]:
        return [update["update_id"] for update in ask("getUpdates", **params)]

    anna.send_many("abc")
    first, *others = poll()
    assert poll(limit=2) == [first, others[0]]
    assert poll(offset=others[1]) == others[1:]
    assert bot.confirmed == [first, others[0]]
    assert poll(offset=-1) == [others[2]]
    assert poll(offset=others[2] + 1) == []
    assert bot.pending() == []
    bot.next_update_id = 1000  # ids restarted: the old offset is in the future and confirms nothing
    anna.send("d")
    assert poll(offset=others[2] + 1) == poll(offset=1000) == [1000]
    bot.repeat(bot.pending()[0], 2)
    assert poll() == [1000] * 3
    assert bot.push({"poll_vote": {}, "update_id": 5})["update_id"] == 5
    assert poll(offset=1001) == []
    assert bot.pending() == []


def test_only_updates_asked_for_come(bot: FakeBot, anna: Person, ask: Ask) -> None:
    ask("getUpdates", offset=-1, allowed_updates=["message"])
    anna.block()
    anna.unblock()
    anna.send("a")
    assert [[*update][1] for update in bot.pending()] == ["message", "message"]
    ask("getUpdates", allowed_updates=[])
    anna.block()
    assert "my_chat_member" in bot.pending()[-1]


def test_a_poller_waits_for_the_next_update(bot: FakeBot, anna: Person, ask: Ask) -> None:
    offset = bot.next_update_id
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(ask, "getUpdates", timeout=5, offset=offset)
        bot.wait_until(lambda one: len(one.calls_of("getUpdates")) == 1)
        anna.send("a")
        assert waiting.result(3)[0]["message"]["text"] == "a"


def test_one_poller_at_a_time_and_none_beside_a_webhook(bot: FakeBot, ask: Ask) -> None:
    with ThreadPoolExecutor() as pool:
        older = pool.submit(ask, "getUpdates", timeout=5)
        bot.wait_until(lambda one: len(one.calls_of("getUpdates")) == 1)
        newer = pool.submit(ask, "getUpdates", timeout=5)
        code, words = older.result(3)
        assert (code, words[:47]) == (409, "Conflict: terminated by other getUpdates reques")
        ask("setWebhook", url="https://a.lv")
        assert newer.result(3) == (409, "Conflict: terminated by setWebhook request")
    assert ask("getUpdates")[1].startswith("Conflict: can't use getUpdates method while webhook")
    assert ask("deleteWebhook") is True
    assert ask("getUpdates") == []


class Hook(BaseHTTPRequestHandler):
    """Notes what it is given and answers with the statuses it was told, then with 200."""

    given: list[dict[str, Any]]
    statuses: list[int]

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        secret = self.headers["X-Telegram-Bot-Api-Secret-Token"]
        self.given.append({"secret": secret, **body["message"]})
        self.send_response(self.statuses.pop() if body["message"]["text"] == "bad" else 200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        return


class Receiver(ThreadingHTTPServer):
    request_queue_size = 128


@pytest.fixture
def hook() -> Iterator[tuple[str, type[Hook]]]:
    class Own(Hook):
        given: list[dict[str, Any]] = []  # noqa: RUF012
        statuses: list[int] = [200, 500, 404]  # noqa: RUF012

    with Receiver(("127.0.0.1", 0), Own) as http:
        Thread(target=http.serve_forever, args=(0.01,)).start()
        yield f"http://127.0.0.1:{http.server_port}/", Own
        http.shutdown()


def test_a_webhook_that_fails_holds_its_chat_only(
    bot: FakeBot, ask: Ask, hook: tuple[str, type[Hook]]
) -> None:
    url, receiver = hook
    anna, janis = bot.user(), bot.user()
    anna.send_many(["bad", "after"])
    janis.send("other")
    ask("setWebhook", url=url, secret_token="hush")
    bot.wait_until(lambda one: one.pending() == [])
    texts = [message["text"] for message in receiver.given]
    assert [text for text in texts if text != "other"] == ["bad", "bad", "bad", "after"]
    assert texts.index("other") < texts.index("after")
    assert {message["secret"] for message in receiver.given} == {"hush"}
    assert len(bot.confirmed) == 3
    assert "500 Internal Server Error" in ask("getWebhookInfo")["last_error_message"]
    bot.repeat({"update_id": 7, "message": {"text": "x"}}, 100)
    bot.wait_until(lambda one: one.pending() == [])
    assert [message["text"] for message in receiver.given].count("x") == 100


BROKEN: dict[str, tuple[type[Exception] | int, bool]] = {  # what the client meets; was it done
    "status": (502, False),
    "storm": (500, False),
    "conflict": (409, False),
    "unauthorized": (401, False),
    "html": (json.JSONDecodeError, False),
    "cut_json": (json.JSONDecodeError, True),
    "slow_drip": (200, True),
    "reset_before": (httpx.TransportError, False),
    "reset_after": (httpx.TransportError, True),
    "timeout_before": (httpx.ReadTimeout, False),
    "timeout_after": (httpx.ReadTimeout, True),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_faults(kind: Any, server: FakeTelegram, bot: FakeBot, anna: Person) -> None:
    met, done = BROKEN[kind]
    fault = server.faults.add(Fault(kind=kind, method="sendM", skip=1, times=1, seconds=0.1))
    with httpx.Client(base_url=f"{server.url}/bot{TOKEN}/", timeout=5) as client:

        def send(patience: float = 5) -> int:
            call = {"chat_id": anna.id, "text": "a"}
            answer = client.post("sendMessage", json=call, timeout=patience)
            return int(answer.json().get("error_code", 200))

        assert send() == 200
        if isinstance(met, int):
            assert send() == met
        else:
            with pytest.raises(met):
                send(patience=0.2 if met is httpx.ReadTimeout else 5)
        assert len(anna.new()) == 1 + done
        assert send() == 200
    assert (fault.hits, len(bot.sent)) == (1, 2 + done)


def test_a_pause_is_asked_for(server: FakeTelegram, anna: Person) -> None:
    server.faults.add(Fault(kind="status", code=429, retry_after=7, bot=TOKEN))
    answer = httpx.get(f"{server.url}/bot{TOKEN}/getMe").json()
    assert answer["description"] == "Too Many Requests: retry after 7"
    assert answer["parameters"] == {"retry_after": 7}
    server.faults.clear()
    assert httpx.get(f"{server.url}/bot{TOKEN}/getMe").json()["ok"]


def test_after_an_outage_it_is_back_on_its_port(
    server: FakeTelegram, bot: FakeBot, anna: Person, ask: Ask
) -> None:
    ask("sendMessage", chat_id=anna.id, text="before")
    server.stop_listening()
    anna.send("meanwhile")
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/bot{TOKEN}/getMe")
    server.listen_again()
    assert ask("getUpdates")[-1]["message"]["text"] == "meanwhile"
    assert anna.last().text == "before"


def test_bots_are_apart_and_unknown_tokens_refused() -> None:
    with FakeTelegram(only_tokens=[TOKEN, "7:other"]) as server:
        anna = server.bot(TOKEN).user()
        anna.start()
        call = {"chat_id": anna.id, "text": "a"}
        foreign = httpx.post(f"{server.url}/bot7:other/sendMessage", json=call).json()
        unknown = httpx.post(f"{server.url}/bot8:third/sendMessage", json=call)
        nothing = httpx.get(f"{server.url}/bot{TOKEN}/sendLove")
    assert foreign["description"] == "Bad Request: chat not found"
    assert (unknown.status_code, unknown.json()["description"]) == (401, "Unauthorized")
    assert nothing.status_code == 404


def test_a_person_sees_what_is_new(anna: Person, ask: Ask) -> None:
    ask("sendMessage", chat_id=anna.id, text="one")
    two = ask("sendMessage", chat_id=anna.id, text="two", reply_markup=buttons(["Jā"]))
    assert [shown.text for shown in anna.wait(2)] == ["one", "two"]
    assert anna.new() == []
    with pytest.raises(TimeoutError, match="0 of 1 messages"):
        anna.wait(timeout=0.01)
    with pytest.raises(LookupError, match="Nē"):
        anna.tap("Nē")
    ask("editMessageText", chat_id=anna.id, message_id=two["message_id"], text="three")
    assert anna.wait_for("thr").edited
    with pytest.raises(TimeoutError, match="three"):
        anna.wait_for("one", timeout=0.01)
