"""A mentor with a group, and the ways they ask it something."""

from dataclasses import dataclass
from typing import Any

from mentoring.polls import Poll, Question
from store import activities
from store.activities import Activity
from store.work import Tx
from tests.desk.stage import PROGRAMME, Phone, Stage, said

NAMES = ("Anna", "Elza", "Toms", "Kate", "Uldis")

SEA = Question(
    id="sea",
    kind="choice",
    ask={"lv": "Kura pilsēta ir pie jūras?"},
    options=({"lv": "Cēsis"}, {"lv": "Liepāja"}, {"lv": "Rēzekne"}),
    right=(1,),
    why={"lv": "Liepāja ir Kurzemes piekrastē."},
)
WEEK = Question(id="week", kind="scale", ask={"lv": "Kāda bija nedēļa?"})
WORD = Question(id="word", kind="words", ask={"lv": "Kāds vārds?"})
HELP = Question(id="help", kind="text", ask={"lv": "Kas palīdzētu?"})
QUIZ = Poll(title={"lv": "Jūras viktorīna"}, questions=(SEA, WEEK), quiz=True)
TALK = Poll(title={"lv": "Nedēļas aptauja"}, questions=(WEEK, WORD, HELP))


@dataclass(frozen=True, kw_only=True)
class Group:
    """Everybody has looked at all that was said so far."""

    stage: Stage
    mentor: Phone
    members: tuple[Phone, ...]

    async def ask(self, poll: Poll, *settings: str) -> int:
        """Starts a poll from a draft; `settings` are the buttons that decide how. Its id."""
        made: int = await self.stage.read(lambda tx: draft(tx, self.stage, self.mentor, poll))
        await self.mentor.send("grupai")
        await self.mentor.tap("Melnraksts")
        await self.mentor.tap("Mainīt")
        for label in (*settings, "Sākt"):
            await self.mentor.tap(label)
        return made

    async def news(self) -> list[str]:
        """What each member was told since the last look."""
        return [said(await each.new()) for each in self.members]

    async def activity(self, number: int) -> Activity:
        found = await self.stage.read(lambda tx: activities.find(tx, number))
        assert found is not None
        return Activity(**vars(found))

    async def given(self, number: int) -> list[tuple[int | None, str, Any]]:
        """(person, question, value) of all that is kept."""
        some = await self.stage.read(lambda tx: activities.answers(tx, number))
        return sorted(((one.person, one.question, one.value) for one in some), key=str)


def draft(tx: Tx, stage: Stage, mentor: Phone, poll: Poll) -> int:
    return activities.add(
        tx,
        stage.known(tx, mentor.person),
        programme=PROGRAMME,
        kind="quiz" if poll.quiz else "poll",
        body={"poll": poll.to_json(), "ready": None},
        now=stage.clock.now(),
    )


async def gathered(stage: Stage, count: int = 4) -> Group:
    mentor = await stage.enter("Jānis Bērziņš", "mentor")
    members = [await stage.enter(name) for name in NAMES[:count]]
    for each in members:
        await stage.pair(mentor, each)
        await each.new()
    await mentor.new()
    return Group(stage=stage, mentor=mentor, members=tuple(members))


LEADING: list[dict[str, Any]] = [
    {"do": "activity"},
    {"do": "poll_add"},
    {"do": "poll_take_back", "of": 3},
    {"do": "poll_discard"},
    {"do": "poll_set"},
    {"do": "poll_pace", "pace": "live"},
    {"do": "poll_until", "days": 7},
    {"do": "poll_names", "anonymous": False},
    {"do": "poll_chat", "shown": True},
    {"do": "poll_start"},
    {"do": "poll_close", "step": 0},
    {"do": "poll_next", "step": 0},
    {"do": "poll_end"},
    {"do": "poll_who"},
    {"do": "poll_repeat"},
]
"""The buttons of who leads a poll."""

ACTS = {
    *(each["do"] for each in LEADING),
    *("groups", "poll_ready", "poll_pick", "poll_past", "poll_new", "poll_answer"),
}

LIVE = ("Visi reizē", "Ar vārdiem")
LIVE_ANONYMOUS = ("Visi reizē", "Anonīmi")
OWN = ("Katrs savā laikā", "14. janvārī", "Ar vārdiem")
OWN_ANONYMOUS = ("Katrs savā laikā", "14. janvārī", "Anonīmi")
CLOSES = "2026-01-14T20:00"
