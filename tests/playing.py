"""Playing the product from outside: a real process, real HTTP, phones that send, tap and read."""

import os
import re
import signal
import subprocess
import sys
import time
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import httpx

from tests.awake import programmes

START_WITHIN_SECONDS = 30
ROOT = Path(__file__).parent.parent


class Process:
    """`python -m bot demo` (or `run`) on a free port, that can be killed and started again."""

    def __init__(
        self,
        database_url: str,
        *,
        command: str = "demo",
        folder: Path,
        more: dict[str, str] | None = None,
    ) -> None:
        """`more` are further settings, without their prefix."""
        self.command, self.folder = command, folder
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith("PAVADONIS_")},
            "PAVADONIS_DATABASE_URL": database_url,
            "PAVADONIS_SECRET_KEY": "a secret for tests only",
            "PAVADONIS_PORT": "0",
            **({"PAVADONIS_PROGRAMMES": str(programmes())} if command.startswith("run") else {}),
            "PYTHONWARNINGS": "error",
            **{f"PAVADONIS_{name}": value for name, value in (more or {}).items()},
        }
        self.log = folder / "process.log"
        self.client = httpx.Client(timeout=30)
        self.child: subprocess.Popen[bytes] | None = None
        self.url = ""

    def start(self) -> "Process":
        with self.log.open("ab") as log:
            mark = log.tell()
            self.child = subprocess.Popen(
                [sys.executable, "-m", "bot", *self.command.split()],
                cwd=ROOT,
                env=self.env,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self.url = self._address(mark)
        return self

    def _address(self, mark: int) -> str:
        end = time.monotonic() + START_WITHIN_SECONDS
        while time.monotonic() < end:
            text = self.log.read_bytes()[mark:].decode(errors="replace")
            if found := re.search(r"http://\S+", text):
                return found.group(0)
            assert self.child is not None
            if self.child.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError(f"the process did not start:\n{self.log.read_text()}")

    def kill(self) -> None:
        assert self.child is not None
        self.child.send_signal(signal.SIGKILL)
        self.child.wait()

    def restart(self) -> None:
        self.kill()
        self.start()

    def stop(self) -> int:
        """SIGTERM; the exit code."""
        assert self.child is not None
        self.child.send_signal(signal.SIGTERM)
        return self.child.wait(timeout=15)

    def close(self) -> None:
        self.client.close()
        if self.child is not None and self.child.poll() is None:
            self.kill()

    def json(self, path: str) -> Any:
        answer = self.client.get(self.url + path)
        answer.raise_for_status()
        return answer.json()

    def wind(self, **how: str) -> dict[str, str]:
        answer = self.client.post(f"{self.url}/demo/clock", json=how)
        assert answer.status_code == 200, answer.text
        found: dict[str, str] = answer.json()
        return found

    def run(self, *arguments: str) -> str:
        """What another command prints that works on the same database."""
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            cwd=ROOT,
            env=self.env,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode()

    def phone(self, name: str) -> "Phone":
        for person in self.json("/demo.json")["people"]:
            if person["name"] == name:
                return Phone(process=self, token=person["token"], name=name)
        raise AssertionError(f"nobody is called {name}")


def plain(text: str) -> str:
    """Lower case without diacritics, for comparing what was said loosely."""
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).lower()


class Chat(Protocol):
    """One person's conversation with the bot, by whatever channel.

    Messages are dicts as the web chat gives them: from, author, text, buttons, at.
    """

    name: str

    def all(self) -> list[dict[str, Any]]: ...

    def new(self) -> list[dict[str, Any]]: ...

    def send(self, text: str) -> list[dict[str, Any]]: ...

    def tap(self, label: str) -> list[dict[str, Any]]: ...

    def labels(self) -> list[str]: ...

    def text(self) -> str: ...


@dataclass
class Phone:
    """One person's web chat, used through its public interface."""

    process: Process
    token: str
    name: str
    seen: int = field(default=0)

    @property
    def path(self) -> str:
        return f"{self.process.url}/chat/{self.token}/messages"

    def all(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        while True:
            after = found[-1]["id"] if found else 0
            answer = self.process.client.get(self.path, params={"after": after})
            answer.raise_for_status()
            some = answer.json()["messages"]
            if not some:
                return found
            found += some

    def new(self) -> list[dict[str, Any]]:
        """What arrived since the last look, the person's own messages left out."""
        found = [m for m in self.all() if m["id"] > self.seen]
        if found:
            self.seen = found[-1]["id"]
        return [m for m in found if m["from"] != "me"]

    def send(self, text: str, **more: str) -> list[dict[str, Any]]:
        answer = self.process.client.post(self.path, json={"text": text, **more})
        assert answer.status_code == 200, answer.text
        return self.new()

    def tap(self, label: str) -> list[dict[str, Any]]:
        """Taps the newest button whose label contains this."""
        for message in reversed(self.all()):
            for button in message["buttons"]:
                if plain(label) in plain(button["label"]):
                    answer = self.process.client.post(self.path, json={"button": button["key"]})
                    assert answer.status_code == 200, answer.text
                    return self.new()
        raise AssertionError(f"{self.name} has no button {label!r}: {self.all()[-2:]}")

    def labels(self) -> list[str]:
        """The buttons of the newest message."""
        return [button["label"] for button in self.all()[-1]["buttons"]]

    def text(self) -> str:
        """Everything ever said to this person."""
        return "\n".join(m["text"] for m in self.all() if m["from"] != "me")


def said(messages: list[dict[str, Any]]) -> str:
    return "\n".join(message["text"] for message in messages)
