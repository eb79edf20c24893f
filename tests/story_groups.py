"""The scenes of a group's story from outside: a live quiz, an anonymous and a named poll."""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from store import pairings, people
from store.crypto import Keyring
from store.work import Store, Tx
from tests.playing import Phone, Process, said

PROGRAMME = "skola-kopiena"
INVITED = ("Anna Kalniņa", "Toms Liepa")
QUIZ, CHECK_IN = "Kam ticēt internetā", "Kā klājas grupai"


@dataclass
class GroupStage:
    """The demo's mentor with four mentees: two of its cast, two who were invited."""

    process: Process
    phones: dict[str, Phone] = field(default_factory=dict)

    @property
    def mentor(self) -> Phone:
        return self.phone("Jānis Bērziņš")

    @property
    def mentees(self) -> list[Phone]:
        return [self.phone(name) for name in ("Elza Vītola", "Roberts Krūmiņš", *INVITED)]

    def phone(self, name: str) -> Phone:
        if name not in self.phones:
            self.phones[name] = self.process.phone(name)
        return self.phones[name]

    def picture(self, phone: Phone) -> bytes:
        """The newest picture in somebody's chat, as its page loads it."""
        shown = [m for m in phone.all() if m["image"]][-1]
        assert shown["image_alt"]
        answer = self.process.client.get(self.process.url + shown["image"])
        answer.raise_for_status()
        return answer.content


def group_gathered(stage: GroupStage) -> None:
    for name in INVITED:
        told = stage.process.run(
            *("invite", "--programme", PROGRAMME, "--role", "mentee", "--name", name, "--json")
        )
        path = urlsplit(json.loads(told)["web"]).path
        joined = stage.process.client.post(stage.process.url + path)
        token = joined.headers["location"].rsplit("/", 1)[-1]
        stage.phones[name] = Phone(process=stage.process, token=token, name=name)
    for each in stage.mentees:
        each.tap("Jā, der")
    _pair(stage)
    for each in stage.mentees:
        each.new()
    assert "ir 4 jaunieši" in said(stage.mentor.send("grupai"))


def _pair(stage: GroupStage) -> None:
    """What matching would do in some days: the other three have the same mentor as Elza."""
    env = stage.process.env
    keyring = Keyring(env["PAVADONIS_SECRET_KEY"].encode())
    store = Store(env["PAVADONIS_DATABASE_URL"], keyring)
    store.run_now(partial(_pairs, tokens=[each.token for each in (stage.mentor, *stage.mentees)]))
    store.close_now()


def _pairs(tx: Tx, tokens: list[str]) -> None:
    mentor, _, *others = [people.by_web_token(tx, token) for token in tokens]
    assert mentor is not None
    of: Any = {"programme": PROGRAMME, "status": "active", "semester": "2025-2026-2"}
    for each in others:
        assert each is not None
        pairings.add(tx, each, mentor=mentor.id, now=datetime(2026, 1, 12, 7, tzinfo=UTC), **of)


def quiz_started_live(stage: GroupStage) -> None:
    stage.mentor.send("viktorīna")
    for label in ("Gatavas aptaujas", QUIZ, "Visi reizē", "Ar vārdiem"):
        stage.mentor.tap(label)
    assert "Atbildēja 0 no 4" in said(stage.mentor.tap("Sākt"))
    for each in stage.mentees:
        assert "Jautājums 1 no 6" in said(each.new())


def quiz_question_answered_by_all(stage: GroupStage) -> None:
    *first, last = stage.mentees
    for each in first:
        each.tap("2. Atvērt")
    assert "Atbildēja 3 no 4" in said(stage.mentor.tap("Atsvaidzināt"))
    told = said(last.tap("1. Pārsūtīt"))
    assert "Tava atbilde: Pārsūtīt tikai tuvākajiem draugiem" in told
    assert "Pareizi: Atvērt rakstu" in told
    assert "Pareizi atbildēja 3 no 4" in said(stage.mentor.new())
    for each in (stage.mentor, *stage.mentees):
        assert stage.picture(each).startswith(b"\x89PNG")


def quiz_goes_on_without_the_slow(stage: GroupStage) -> None:
    stage.mentor.tap("Nākamais jautājums")
    quick, slow = stage.mentees[:2]
    quick.tap("1. ")
    told = said(stage.mentor.tap("Rādīt rezultātu"))
    assert "Pareizi atbildēja 0 no 1" in told
    assert "Rezultāts: jautājums 2 no 6" in said(slow.new())
    assert "jau ir beigusies" in said(slow.tap("3. Meklēt"))


def quiz_ended(stage: GroupStage) -> None:
    told = said(stage.mentor.tap("Beigt tagad"))
    assert "Te pareizi atbildēja mazāk nekā puse" in told
    assert "Fotogrāfijā" in told
    for each in stage.mentees:
        assert "Tavas pareizās atbildes" in said(each.new())


def anonymous_poll_started(stage: GroupStage) -> None:
    stage.mentor.send("aptauja")
    for label in ("Gatavas aptaujas", CHECK_IN, "Katrs savā laikā", "14. janvārī", "Anonīmi"):
        stage.mentor.tap(label)
    stage.mentor.tap("Sākt")
    for each in stage.mentees:
        assert "ne mainīt, ne atsaukt" in said(each.new())


def anonymous_poll_answered(stage: GroupStage) -> None:
    for each, given in zip(stage.mentees[:3], ("4", "4", "2"), strict=True):
        each.tap("Atbildēt")
        each.send(given)
        each.send("nogurums")
        assert "nodotas anonīmi" in said(each.send("Viena brīva diena"))
    assert "atbildēja 3 no 4" in said(stage.mentor.tap("Atsvaidzināt"))


def anonymous_poll_closed_by_the_clock(stage: GroupStage) -> None:
    for each in (stage.mentor, *stage.mentees):
        each.new()
    stage.process.wind(to="2026-01-14T20:30")
    report = said(stage.mentor.new())
    assert f"„{CHECK_IN}” ir galā: atbildēja 3 no 4" in report
    assert "Rezultāts: jautājums 3 no 3" in report
    assert stage.picture(stage.mentor).startswith(b"\x89PNG")
    for each in stage.mentees[:3]:
        assert "Rezultāts: jautājums 3 no 3" in said(each.new())
    last = said(stage.mentees[3].new())
    assert "Rezultāts: jaut" not in last
    assert last.count("Vēl var atbildēt") <= 1
    for one in stage.mentees:
        others = [each.name for each in stage.mentees if each is not one]
        assert not any(name in one.text() for name in others)


def named_poll_composed(stage: GroupStage) -> None:
    stage.mentor.send("grupai")
    stage.mentor.tap("Sava aptauja")
    stage.mentor.tap("Viena izvēle")
    for text in ("Ko darām nākamreiz?", "Ejam uz muzeju", "Spēlējam galda spēles"):
        stage.mentor.send(text)
    assert "1. Ko darām nākamreiz?" in said(stage.mentor.tap("Pietiek"))
    for label in ("Tālāk", "Katrs savā laikā", "16. janvārī", "Ar vārdiem", "Sākt"):
        stage.mentor.tap(label)


def named_poll_refreshed(stage: GroupStage) -> None:
    for number, each in enumerate(stage.mentees[:2], start=1):
        each.tap("Atbildēt")
        each.tap("muzeju" if number == 1 else "galda")
        assert f"atbildēja {number} no 4" in said(stage.mentor.tap("Atsvaidzināt"))


def named_poll_closed_by_its_mentor(stage: GroupStage) -> None:
    told = said(stage.mentor.tap("Beigt tagad"))
    assert "atbildēja 2 no 4" in told
    stage.mentor.tap("Kurš ko atbildēja")
    assert "Ejam uz muzeju" in said(stage.mentor.tap("Elza"))


STORY = [
    group_gathered,
    quiz_started_live,
    quiz_question_answered_by_all,
    quiz_goes_on_without_the_slow,
    quiz_ended,
    anonymous_poll_started,
    anonymous_poll_answered,
    anonymous_poll_closed_by_the_clock,
    named_poll_composed,
    named_poll_refreshed,
    named_poll_closed_by_its_mentor,
]
