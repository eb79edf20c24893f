"""A conversation of several people as a text file: who they are, then what each does and reads.

The heading names each by a letter: `E: Elza Vītola, mentee, lv`; `pair: J E` is a settled pair of
mentor and mentee, `asked: J E` one where the mentee has only asked. Then `E> text` is typed by E,
`E[Label]` taps their newest button of that name and `E(Label)` the one before it, `E{Title}` opens
a tool by its name, `E<photo>` sends a picture, `E<empty>` and `E<spaces>` no words,
`E<typed 4001>` so many letters, `E<unknown>` a button that is nobody's. `(at 2026-01-14T15:30)`
winds the clock, `(down until 2026-01-14T18:00)` is an outage, `# ` a note. `E| ` is what E is told;
the run writes it.
"""

import re
from collections.abc import Iterator
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from store import pairings
from store.work import Tx
from tests.desk.stage import PROGRAMME, Bubble, Phone, Stage

DEED = re.compile(
    r"(?P<who>[A-Z])(?:> (?P<text>.*)|\[(?P<label>.+)\]|\((?P<old>.+)\)|\{(?P<tool>.+)\}"
    r"|<(?P<odd>\w+)(?: (?P<size>\d+))?>)"
)


class Duet:
    """One file, played again through the real desk."""

    def __init__(self, path: Path) -> None:
        self.written = path.read_text(encoding="utf-8")
        self.heading, _, body = self.written.partition("\n\n")
        lines = [line.split(": ", 1) for line in self.heading.splitlines()]
        self.people = {key: value.split(", ") for key, value in lines if len(key) == 1}
        self.pairs = [(key, *value.split()) for key, value in lines if key in ("pair", "asked")]
        self.begins = dict(lines)["begins"]
        self.inputs = list(_inputs(body))
        self.phones: dict[str, Phone] = {}

    @property
    def languages(self) -> set[str]:
        return {language for _, _, language in self.people.values()}

    async def played(self, stage: Stage) -> str:
        """The file as it reads now."""
        await self._enter(stage)
        parts = [self.heading]
        for given in self.inputs:
            parts.append(given)
            if not given.startswith("#"):
                await self._do(stage, given)
                parts += [told for key in self.phones for told in await self._told(key)]
        return "\n\n".join(parts) + "\n"

    async def _enter(self, stage: Stage) -> None:
        for key, (name, role, language) in self.people.items():
            self.phones[key] = await stage.enter(name, role, language=language)
        for how, mentor, mentee in self.pairs:
            if how == "pair":
                await stage.pair(self.phones[mentor], self.phones[mentee])
            else:
                await stage.read(partial(self._asked, stage=stage, mentor=mentor, mentee=mentee))
        await stage.wind(self.begins)
        for phone in self.phones.values():
            await phone.new()

    def _asked(self, tx: Tx, stage: Stage, mentor: str, mentee: str) -> None:
        who, now = stage.known(tx, self.phones[mentee].person), stage.clock.now()
        of: Any = {"mentor": self.phones[mentor].person, "status": "asked"}
        pairings.add(tx, who, programme=PROGRAMME, **of, now=now)

    async def _do(self, stage: Stage, given: str) -> None:
        if given.startswith("(at "):
            await stage.wind(given.removeprefix("(at ").rstrip(")"))
        elif given.startswith("(down until "):
            await stage.asleep_until(given.removeprefix("(down until ").rstrip(")"))
        else:
            deed = DEED.fullmatch(given)
            assert deed, f"not understood: {given}"
            await _act(self.phones[deed["who"]], deed)

    async def _told(self, key: str) -> list[str]:
        return [_bubble(key, message) for message in await self.phones[key].new()]


async def _act(phone: Phone, deed: re.Match[str]) -> None:
    if deed["tool"]:
        await phone.send("/tools")  # the list itself is another test's
    seen = phone.seen
    await phone.post(await _body(phone, deed))
    phone.seen = seen  # what came back is read with what the others were told


async def _body(phone: Phone, deed: re.Match[str]) -> dict[str, str]:
    if label := deed["label"] or deed["old"]:
        return {"button": await _key(phone, label, 1 if deed["old"] else 0)}
    odd = {
        "photo": {"attachment": "photo"},
        "empty": {"text": ""},
        "spaces": {"text": " \n "},
        "typed": {"text": "a" * int(deed["size"] or 0)},
        "unknown": {"button": "a-button-that-never-was.0"},
    }
    return odd[deed["odd"]] if deed["odd"] else {"text": deed["text"] or deed["tool"]}


async def _key(phone: Phone, label: str, before: int) -> str:
    """The newest button of exactly this name, or one so many before it."""
    buttons = [button for message in await phone.all() for button in message["buttons"]]
    keys = [button["key"] for button in buttons if button["label"] == label]
    assert len(keys) > before, f"{phone.name} has no such button {label!r}: {buttons[-9:]}"
    return str(keys[-1 - before])


def _inputs(body: str) -> Iterator[str]:
    lines = (line for line in body.splitlines() if line)
    for told, group in groupby(lines, key=lambda line: line[1:2] == "|"):
        yield from () if told else group


def _bubble(key: str, message: Bubble) -> str:
    lines = [f"{key}| {line}".rstrip() for line in str(message["text"]).split("\n")]
    if message["buttons"]:
        labels = " ".join(f"[{button['label']}]" for button in message["buttons"])
        lines.append(f"{key}|    {labels}")
    return "\n".join(lines)
