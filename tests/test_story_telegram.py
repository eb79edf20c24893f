"""The story of one mentorship in Telegram, by long polling and by webhook: mentees, mentor and
coordinator have the bot in Telegram, the other mentors are on the web. Each process is killed once
on the way; nothing may be lost, nothing repeated."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from store import pairings, people
from store import schema as s
from store.work import Tx
from tests import story
from tests.check_ins import times_asked
from tests.databases import TEMPLATE, Postgres
from tests.platforms.telegram import FakeTelegram, Fault
from tests.playing import said
from tests.playing_telegram import Programme, TelegramPhone
from tests.story import Stage

POLLING, WEBHOOK = "polling", "webhook"
CAST = {
    "mentee": "Paula Zariņa",
    "newcomer": "Kārlis Vanags",
    "mentor": "Inga Rozīte",
    "coordinator": "Dace Siliņa",
}
ROLES = {"newcomer": "mentee"}
INTERESTS = ["futbols", "šahs"]
FRIDAYS = ("2026-02-06", "2026-02-13")
SEMESTER = "2025-2026-2"

Scene = Callable[["Telegram"], None]


@dataclass(kw_only=True)
class Telegram(Stage):
    """The stage with all four in Telegram."""

    programme: Programme
    server: FakeTelegram

    def in_telegram(self, part: str) -> TelegramPhone:
        phone = self.phones[CAST[part]]
        assert isinstance(phone, TelegramPhone)
        return phone


def everybody_joins(stage: Telegram) -> None:
    """One after another: which check-in is whose turn follows from people's numbers."""
    for part, name in CAST.items():
        stage.phones[name] = stage.programme.join(ROLES.get(part, part), name)
    stage.mentor.tap("Jā, der")
    stage.coordinator.tap("Jā, der")


def mentor_has_interests_and_the_mentee(stage: Telegram) -> None:
    addresses = [str(stage.in_telegram(part).person.id) for part in ("mentor", "mentee")]
    stage.programme.store.run_now(lambda tx: _introduce(tx, *addresses))


def _introduce(tx: Tx, mentor: str, mentee: str) -> None:
    one, other = (people.by_address(tx, "telegram", each) for each in (mentor, mentee))
    assert one is not None
    assert other is not None
    part = people.parts(tx, one.id)[0]
    people.set_profile(tx, one, part.id, {"interests": INTERESTS})
    pairings.add(
        tx,
        other,
        programme=part.programme,
        mentor=one.id,
        status="active",
        now=datetime.now(UTC),
        semester=SEMESTER,
    )


def grow_goes_on(stage: Stage) -> None:
    """The newcomer, not the mentee, turns back and takes a break: each chat has its own pace."""
    stage.mentee.send(story.GOAL_TO_LIMITS[5])


def killed_with_answers_on_their_way(stage: Telegram) -> None:
    """kill -9 while one answer is held up by the platform; more is written before it is back."""
    mentee, process = stage.in_telegram("mentee"), stage.process
    mentee.new()
    held_up = Fault(
        kind="status", code=429, retry_after=3, chat_id=mentee.person.id, method="sendMessage"
    )
    stage.server.faults.add(replace(held_up, times=1))
    mentee.person.send("Mani uzdevumi")
    stage.programme.wait_until_put_off(mentee.person.id)
    process.kill()
    mentee.person.send("Mani rezultāti")
    process.start()
    news = [message["text"] for message in mentee.new()]
    assert len(news) == 2
    assert "Aizeju uz konsultāciju" in news[0]
    assert "Tavi rezultāti" in news[1]


def check_ins_come_weekly(stage: Stage) -> None:
    stage.mentee.new()
    asked = Counter[str]()
    for day in FRIDAYS:
        stage.process.wind(to=f"{day}T20:00")
        asked[day] = times_asked(said(stage.mentee.new()))
    assert asked == dict.fromkeys(FRIDAYS, 1)


BEGINNING: list[Scene] = [
    everybody_joins,
    mentor_has_interests_and_the_mentee,
]
MENTEE: list[Scene] = [
    story.greeted,
    story.consent_given,
    story.grow_begun,
    grow_goes_on,
    story.grow_options_weighed,
    story.grow_choice_made,
    story.grow_actions_dated,
]
NEWCOMER: list[Scene] = [
    story.greeted,
    story.language_changed,
    story.newcomer_tells_interests,
    story.newcomer_chooses_and_is_declined,
    story.newcomer_is_accepted,
    story.answered_from_faq,
    story.vague_question_narrowed,
    story.question_reaches_a_human,
    story.human_answer_comes_back,
    story.grow_begun,
    story.grow_step_back,
    story.grow_left_and_resumed,
]
THE_REST: list[Scene] = [
    story.grow_shared,
    killed_with_answers_on_their_way,
    story.nudged_before_due,
    story.asked_for_time,
    story.extension_granted,
    story.no_reminder_of_the_old_date,
    story.reminder_of_the_new_date,
    story.help_reaches_the_mentor,
    story.help_answered,
    story.task_done_is_not_mentioned_again,
    story.late_is_followed_up_kindly,
    check_ins_come_weekly,
    story.mentor_sees_silence,
    story.announcement_sent,
    story.announcement_reported,
]


def play(stage: Telegram, scenes: list[Scene]) -> None:
    for scene in scenes:
        scene(stage)


@dataclass(frozen=True, kw_only=True)
class Told:
    """How a story went: what each of the four was told, and what became of every message."""

    texts: dict[str, Counter[str]]
    shown: Counter[tuple[str, str]]
    recorded: Counter[tuple[str, str]]
    unfinished: list[tuple[str, str]]
    floods: int
    log: str


def whole_story(url: str, mode: str, folder: Path) -> Told:
    with FakeTelegram() as server:
        programme = Programme.begin(url, server, mode, folder)
        stage = Telegram(process=programme.process, cast=CAST, programme=programme, server=server)
        try:
            play(stage, BEGINNING)
            with ThreadPoolExecutor(1) as meanwhile:
                other = replace(stage, cast={**CAST, "mentee": CAST["newcomer"]})
                newcomer = meanwhile.submit(play, other, NEWCOMER)
                play(stage, MENTEE)
                newcomer.result()
            play(stage, THE_REST)
            return told(stage)
        finally:
            programme.close()


def told(stage: Telegram) -> Told:
    programme, four = stage.programme, [stage.in_telegram(part) for part in CAST]
    programme.wait_until_all_left()
    shown = Counter((str(each.chat_id), str(each.message_id)) for each in programme.bot.sent)
    return Told(
        texts={phone.name: Counter(phone.delivered()) for phone in four},
        shown=shown,
        recorded=programme.store.run_now(_recorded),
        unfinished=programme.store.run_now(_unfinished),
        floods=programme.bot.floods,
        log=stage.process.log.read_text(),
    )


def _recorded(tx: Tx) -> Counter[tuple[str, str]]:
    """(chat, message number) of each message that counts as sent, once for each row."""
    rows = tx.execute(
        select(s.identities.c.address, s.outbox.c.remote)
        .join(s.identities, s.identities.c.person == s.outbox.c.person)
        .where(s.outbox.c.channel == "telegram", s.outbox.c.kind != "edit")
        .where(s.identities.c.channel == "telegram", s.outbox.c.state == "sent")
    )
    return Counter((row.address, row.remote) for row in rows)


def _unfinished(tx: Tx) -> list[tuple[str, str]]:
    rows = select(s.outbox.c.kind, s.outbox.c.state).where(s.outbox.c.state != "sent")
    unread = select(s.inbox.c.channel, s.inbox.c.state).where(s.inbox.c.state != "done")
    return [(str(one), str(two)) for one, two in [*tx.execute(rows), *tx.execute(unread)]]


@pytest.fixture(scope="module")
def stories(
    postgres: Postgres, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Told]]]:
    """Both at once, since most of the time each waits for the pace of one chat."""
    folders = {mode: tmp_path_factory.mktemp(mode) for mode in (POLLING, WEBHOOK)}
    with postgres.database(TEMPLATE) as url, ThreadPoolExecutor(2) as at_once:
        urls = {POLLING: f"sqlite:///{folders[POLLING]}/story.sqlite3", WEBHOOK: url}
        yield {
            mode: at_once.submit(whole_story, urls[mode], mode, folders[mode]) for mode in folders
        }


@pytest.mark.parametrize("mode", [POLLING, WEBHOOK])
def test_the_story_passes_in_telegram(stories: dict[str, Future[Told]], mode: str) -> None:
    """Every scene; each message stands in its chat exactly once, none is left over."""
    found = stories[mode].result()
    assert found.unfinished == []
    assert found.shown == found.recorded
    assert set(found.shown.values()) == {1}
    assert found.floods == 0
    assert "Traceback" not in found.log


def test_everybody_reads_the_same_whichever_way_updates_come(
    stories: dict[str, Future[Told]],
) -> None:
    by_polling, by_webhook = stories[POLLING].result(), stories[WEBHOOK].result()
    assert by_polling.texts == by_webhook.texts
