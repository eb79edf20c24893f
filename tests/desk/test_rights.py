"""Rights are checked at the moment of the act: a button proves nothing."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest
from sqlalchemy import select, update

from desk.acts import ACTS
from mentoring.message import Button, Message
from store import extensions, guides, outbox, pairings, sessions, tasks
from store import schema as s
from store.work import Tx
from tests.desk import storming
from tests.desk.fixtures import Cast
from tests.desk.polling import ACTS as POLL_ACTS
from tests.desk.stage import PROGRAMME, Phone, Stage, said

SECRET = "sirdssāpes"


async def forge(stage: Stage, phone: Phone, action: Mapping[str, Any]) -> str:
    """What comes back when somebody holds a button that was never meant for them."""

    def write(tx: Tx) -> None:
        message = Message(text="?", buttons=(Button(label="forged", action=action),))
        person = stage.known(tx, phone.person)
        outbox.put(tx, person, message, key=f"forged:{stage.clock.now()}", now=stage.clock.now())

    await stage.read(write)
    await stage.assistant.delivery.flush()
    await phone.new()
    return said(await phone.tap("forged"))


async def belongings(stage: Stage, cast: Cast) -> dict[str, int]:
    """Elza's things, each with her secret in it: a task, a request, a ticket, a shared result."""
    task = await stage.task(cast.elza, f"Izrunāt {SECRET}", "2026-02-02")
    await cast.elza.send("uzdevumi")
    await cast.elza.tap("Izrunāt")
    await cast.elza.tap("Vajag palīdzību")
    await cast.elza.tap("Pietiek")
    await cast.elza.send("uzdevumi")
    await cast.elza.tap("Izrunāt")
    await cast.elza.tap("Vajag laiku")
    await cast.elza.send("20. februāris")
    await cast.elza.send("grow")
    await cast.elza.send(SECRET)

    def found(tx: Tx) -> dict[str, int]:
        mine = tasks.find(tx, stage.known(tx, cast.elza.person), task)
        request = mine and extensions.asked(tx, extensions.of_task(mine))
        assert request is not None
        columns = (s.tickets.c.id, s.sessions.c.id)
        ticket, session = (tx.execute(select(column)).scalars().first() for column in columns)
        return {
            "task": task,
            "extension": request,
            "ticket": int(ticket or 0),
            "session": int(session or 0),
        }

    def run(tx: Tx) -> int:
        who, now = cast.elza.person, stage.clock.now()
        of: Any = {"programme": PROGRAMME, "pairing": cast.pairing, "guide": "closing"}
        return guides.ask(tx, **of, asked_by=who, now=now)

    own = {"run": await stage.read(run), "mentee": cast.elza.person, "pairing": cast.pairing}
    return {**await stage.read(found), **own}


def actions(own: Mapping[str, int]) -> list[dict[str, Any]]:
    """Every act that touches somebody's belongings."""
    return [
        {"do": "ticket", "ticket": own["ticket"]},
        {"do": "ticket_take", "ticket": own["ticket"], "text": "svešs teksts"},
        {"do": "danger_seen", "ticket": own["ticket"]},
        {"do": "dialog", "session": own["session"], "turn": 1, "value": "back"},
        {"do": "dialog_resume", "session": own["session"]},
        {"do": "task", "task": own["task"]},
        {"do": "task_done", "task": own["task"]},
        {"do": "task_help", "task": own["task"]},
        {"do": "task_time", "task": own["task"]},
        {"do": "extend_to", "task": own["task"], "day": "2026-03-01"},
        {"do": "extend_grant", "extension": own["extension"], "day": "2026-03-01"},
        {"do": "extend_refuse", "extension": own["extension"]},
        {"do": "extend_other", "extension": own["extension"]},
        {"do": "match_choose", "pairing": own["pairing"]},
        {"do": "match_withdraw", "pairing": own["pairing"]},
        {"do": "pair_accept", "pairing": own["pairing"]},
        {"do": "pair_decline", "pairing": own["pairing"]},
        {"do": "mentee", "mentee": own["mentee"]},
        {"do": "result", "mentee": own["mentee"], "result": 1},
        {"do": "result_show", "result": 1},
        {"do": "result_pdf", "result": 1},
        {"do": "share", "result": 1, "shared": True},
        {"do": "shelf_show", "result": 1},
        {"do": "application", "result": 1},
        {"do": "applications"},
        {"do": "silence_example", "mentee": own["mentee"]},
        {"do": "announce"},
        {"do": "announce_to", "name": "everybody"},
        {"do": "announce_send", "announcement": 1},
        {"do": "announce_cancel", "announcement": 1},
        {"do": "announce_report", "announcement": 1},
        {"do": "announce_stop", "announcement": 1},
        {"do": "task_move", "task": own["task"]},
        {"do": "task_move_to", "task": own["task"], "day": "2026-03-01"},
        {"do": "task_drop", "task": own["task"]},
        {"do": "task_keep", "task": own["task"]},
        {"do": "attention"},
        {"do": "pace"},
        {"do": "need", "key": f"question:{own['ticket']}"},
        {"do": "need_hide", "key": f"question:{own['ticket']}"},
        {"do": "need_tell", "mentee": own["mentee"], "about": "silent"},
        {"do": "need_propose", "mentee": own["mentee"]},
        {"do": "need_write", "person": own["mentee"]},
        {"do": "write_back", "human": own["mentee"]},
        {"do": "coming", "person": own["mentee"]},
        {"do": "agreements"},
        {"do": "pact_ask", "dialog": "agreement", "pairing": own["pairing"]},
        {"do": "pact_confirm", "dialog": "agreement", "pairing": own["pairing"], "seen": 2},
        {"do": "pact_talk", "dialog": "agreement", "pairing": own["pairing"]},
        {"do": "pact_choose", "dialog": "agreement", "pairing": own["pairing"]},
        {"do": "pact_pick", "dialog": "agreement", "pairing": own["pairing"], "step": "reply"}
        | {"take": "mine", "seen": 2},
        {"do": "timed", "guide": "closing", "pairing": own["pairing"]},
        {"do": "timed_ask", "guide": "closing", "pairing": own["pairing"]},
        {"do": "timed_start", "run": own["run"]},
        {"do": "timed_pause", "run": own["run"], "step": 0},
        {"do": "timed_go_on", "run": own["run"]},
        {"do": "timed_next", "run": own["run"], "step": 0},
        {"do": "timed_end", "run": own["run"]},
        {"do": "timed_decide", "run": own["run"], "says": "yes"},
        {"do": "timed_diary", "run": own["run"]},
        {"do": "tickets"},
        {"do": "stage", "pairing": own["pairing"]},
        {"do": "stage_set", "pairing": own["pairing"], "stage": "closing"},
        {"do": "mentees"},
    ]


def refused(answer: str) -> bool:
    kind = (
        "nav pieejams",
        "nav redzams",
        "nav tavs",
        "vairs nav spēkā",
        "jau ir beigusies",
        "izlemts",
        "ir mentor",
    )
    return any(part in answer for part in kind) or "nevari" in answer or "piekļuves" in answer


async def test_no_act_serves_a_stranger(stage: Stage, cast: Cast) -> None:
    """A mentee without any tie to Elza holds every button: nothing leaks, nothing happens."""
    own = await belongings(stage, cast)
    for action in actions(own):
        if action["do"] in ("mentees",):
            continue
        await cast.elza.new()
        answer = await forge(stage, cast.roberts, action)
        assert answer, action
        assert SECRET not in answer, action
        assert "Elza" not in answer, action
        assert refused(answer), (action, answer)
        assert await cast.elza.new() == [], action


async def test_no_act_serves_a_mentor_whose_pairing_has_ended(stage: Stage, cast: Cast) -> None:
    """The buttons of yesterday's mentor are worth nothing today."""
    own = await belongings(stage, cast)
    await stage.read(lambda tx: pairings.decide(tx, cast.pairing, "ended", stage.clock.now()))
    await cast.janis.new()
    for label in ("Atbildēt", "Jā: ", "Cits datums", "Atteikt"):
        answer = said(await cast.janis.tap(label))
        assert refused(answer), (label, answer)
    for action in actions(own):
        if action["do"] in ("mentees", "announce_to"):
            continue
        answer = await forge(stage, cast.janis, action)
        assert SECRET not in answer, action
        assert "Elza" not in answer, action
        assert refused(answer), (action, answer)
    assert "Elza" not in said(await cast.janis.send("jaunieši"))


async def test_no_act_serves_a_coordinator_of_another_programme(stage: Stage, cast: Cast) -> None:
    """Coordinators see only their own programme: here their part in it has ended."""
    own = await belongings(stage, cast)
    elsewhere = {"role": "mentee"}
    part = update(s.parts).where(s.parts.c.person == cast.dace.person)
    await stage.read(lambda tx: tx.execute(part, elsewhere))
    await cast.dace.new()
    for action in actions(own):
        if action["do"] in ("mentees",):
            continue
        answer = await forge(stage, cast.dace, action)
        assert SECRET not in answer, action
        assert refused(answer), (action, answer)


async def test_a_key_copied_to_another_chat_is_worthless(stage: Stage, cast: Cast) -> None:
    """The owner of a button is checked, not the possession of its key."""
    await belongings(stage, cast)
    for phone in (cast.elza, cast.janis):
        for message in await phone.all():
            for button in message["buttons"]:
                answer = said(await cast.roberts.press(button["key"]))
                assert "vairs nedarbojas" in answer


@pytest.mark.parametrize(
    "key",
    [".", "abc", "abc.0", "a" * 16 + ".0", "a" * 16 + ".999999", "\x00", "' OR 1=1 --.0", "1.-1"],
)
async def test_a_forged_key_is_answered_kindly(cast: Cast, key: str) -> None:
    """It says what to do next."""
    assert "izvēlne" in said(await cast.elza.press(key))


async def test_every_act_is_known_to_these_tests(stage: Stage, cast: Cast) -> None:
    """A new act that touches somebody's belongings has to be added above."""
    harmless = {
        *("consent", "language", "menu", "ask", "faq_pick", "faq_none", "safe", "danger_really"),
        *("danger_fine", "dialog_start", "dialog_fresh", "tasks", "match_start", "match_more"),
        *("insights", "results", "tools", "guides", "guide", "why", "mute", "resume", "erase"),
        *("hand_over", "hand_over_not"),  # one's own words, covered in test_handing_over
        *("shelf", "parked", "shown"),  # a list of what the person may open, or has begun
        *("answer_is", "answer_not"),  # one's own session only, covered in test_typed_names
        "switch_on",  # only the person's own kinds, like "mute"
        "prefer",  # only among the person's own channels
        "reply_to",  # covered in test_questions
        "timed_certificate",  # covered in test_certificates
        "talk_ask",  # one's own wish, covered in test_seeking
        "event_time",  # only the person's own dates, covered in test_extending_dates
        *("event", "event_done", "ladder_fine", "ladder_hard", "pause_days", "pause_over"),
        *("lives", "lives_hours", "lives_hour", "lives_days", "lives_day", "lives_quiet"),
        *("lives_reset", "lives_pause", "zone_ask", "zone", "zone_set", "zone_reset"),
        *("snooze", "snooze_to"),  # covered in test_rhythm
        *storming.ACTS,  # covered in test_ideas
        *POLL_ACTS,  # covered in test_poll_rights
    }
    own = await belongings(stage, cast)
    assert {action["do"] for action in actions(own)} | harmless == set(ACTS)


@pytest.mark.parametrize("status", ["asked", "declined", "ended", "withdrawn"])
async def test_a_mentor_sees_a_mentee_only_while_they_are_a_pair(
    stage: Stage, cast: Cast, status: str
) -> None:
    """The list was open on the screen when the pairing changed."""
    await cast.janis.send("jaunieši")
    decide = partial(pairings.decide, pairing=cast.pairing, status=status, now=stage.clock.now())
    await stage.read(decide)
    assert refused(said(await cast.janis.tap("Elza Vītola")))


async def test_a_result_no_longer_shared_is_closed_to_the_mentor(cast: Cast, stage: Stage) -> None:
    """ "Izlasīt" worked yesterday; today the young person has taken it back."""

    def write(tx: Tx) -> None:
        who = stage.known(tx, cast.elza.person)
        state = {"turn": 1}
        now = stage.clock.now()
        kept = sessions.begin(tx, who, programme=PROGRAMME, dialog="grow", state=state, now=now)
        sessions.save(tx, who, kept, state, "done", now)
        sessions.add_result(
            tx,
            who,
            programme=PROGRAMME,
            dialog="grow",
            text=SECRET,
            data={},
            session=kept.id,
            now=now,
        )

    await stage.read(write)
    await cast.elza.send("rezultāti")
    await cast.elza.tap("GROW")
    await cast.elza.tap("Rādīt mentoram")
    await stage.wind("2026-01-12T16:30")
    assert SECRET in said(await cast.janis.tap("Izlasīt"))
    await cast.elza.send("rezultāti")
    await cast.elza.tap("GROW")
    await cast.elza.tap("Vairs nerādīt")
    assert SECRET not in said(await cast.janis.tap("Izlasīt"))
