"""What becomes one message, and what waits, on one person's day."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from mentoring.digest import digest, is_urgent
from mentoring.programme import DAILY_ORDER


@dataclass(frozen=True, kw_only=True)
class Item:
    """A stored row or an occurrence, as far as a digest looks."""

    key: str
    kind: str
    subject: int | None = None
    why: Mapping[str, str | int] = field(default_factory=dict)


def item(key: str, kind: str, subject: int | None = None, **why: str | int) -> Item:
    return Item(key=key, kind=kind, subject=subject, why=why)


NUDGE = item("nudge", "nudge", 1)
TODAY = item("today", "due_today", 2)
LATE = item("late", "late", 3)
COURSE = item("course", "event", event="course", date="2026-02-12", what="module", rule="before")
MEETING = item("meeting", "event", event="talk", date="2026-02-12", what="meeting", rule="before")
NOW = item("now", "event", event="talk", date="2026-02-12", what="meeting", rule="on_day")
CHECK_IN = item("check-in", "check_in")
OTHER = item("other", "silence", does="other-question")
SILENT = item("silent", "silence", does="tell-mentor")
ALERT = item("alert", "alert")
WAITS = item("waits", "unanswered", 5, asker=7)


def keys(groups: tuple[tuple[Item, ...], ...]) -> list[str]:
    return [" ".join(each.key for each in group) for group in groups]


def test_what_falls_on_one_day_is_one_message() -> None:
    """The most important first: a meeting, what is due today, what is late, what is to come."""
    found = digest([NUDGE, COURSE, LATE, TODAY, MEETING])

    assert keys(found.messages) == ["meeting today late nudge course"]
    assert found.put_off == ()


def test_who_waits_for_a_promised_answer_comes_before_what_is_late() -> None:
    """After what is lost if it is not done today."""
    found = digest([SILENT, NUDGE, LATE, WAITS, TODAY])

    assert keys(found.messages) == ["today waits late silent nudge"]


def test_a_question_waits_for_a_day_of_its_own() -> None:
    """Beside "this is late" nobody believes that somebody wants to know how things go."""
    found = digest([LATE, CHECK_IN])

    assert keys(found.messages) == ["late"]
    assert found.put_off == (CHECK_IN,)


def test_alone_a_question_is_asked() -> None:
    """On a free day it comes, by itself."""
    assert keys(digest([CHECK_IN]).messages) == ["check-in"]


def test_two_questions_are_one_too_many() -> None:
    """After a week of silence the other question is the better one."""
    found = digest([CHECK_IN, OTHER])

    assert keys(found.messages) == ["other"]
    assert found.put_off == (CHECK_IN,)


def test_what_cannot_wait_comes_at_once_and_is_not_counted() -> None:
    """An alert and a meeting in an hour go by themselves, before all else and beside the digest."""
    found = digest([LATE, NOW, NUDGE, ALERT])

    assert keys(found.messages) == ["alert", "now", "late nudge"]
    assert is_urgent(NOW)
    assert not is_urgent(MEETING)


def test_a_mentor_of_many_gets_one_overview() -> None:
    """Who is silent stands among the tasks, it is no question to the mentor."""
    assert keys(digest([NUDGE, SILENT, TODAY]).messages) == ["today silent nudge"]


def test_the_same_thing_is_said_once_in_its_newest_form() -> None:
    """After a night without power yesterday's nudge says nothing new."""
    yesterday = item("yesterday", "nudge", 2)
    found = digest([yesterday, TODAY])

    assert keys(found.messages) == ["today"]
    assert found.outdated == (yesterday,)


def test_what_falls_due_in_one_instant_is_said_as_it_stands() -> None:
    """A pause held back "tomorrow" until the hour of "today"; whichever row is read first."""
    nudge = item("tomorrow", "nudge", 2, rule="before", days=1)
    sooner, later = (
        item(key, "event", event="course", date="2026-02-12", rule="before", days=days)
        for key, days in (("one", 1), ("three", 3))
    )
    for together in ([TODAY, nudge, sooner, later], [nudge, TODAY, later, sooner]):
        assert keys(digest(together).messages) == ["today one"]


def test_of_one_kind_the_sooner_due_comes_first() -> None:
    near, far = (
        item(key, "nudge", subject, due=due)
        for key, subject, due in (("near", 9, "2026-02-12"), ("far", 1, "2026-02-20"))
    )
    assert keys(digest([far, near]).messages) == ["near far"]


def test_a_higher_limit_lets_the_important_stand_alone() -> None:
    """Two messages: the first about one thing, the second about the rest."""
    assert keys(digest([NUDGE, LATE, TODAY], 2).messages) == ["today", "late nudge"]
    assert keys(digest([NUDGE], 2).messages) == ["nudge"]


def test_what_was_already_sent_counts() -> None:
    """After this morning's message the rest waits; a meeting now doesn't."""
    found = digest([NUDGE, NOW, CHECK_IN], sent=1)

    assert keys(found.messages) == ["now"]
    assert found.put_off == (NUDGE, CHECK_IN)


def test_the_programme_orders_what_matters() -> None:
    """What the order leaves out comes last."""
    assert keys(digest([LATE, NUDGE, COURSE], order=["event", "nudge"]).messages) == [
        "course nudge late"
    ]


ITEMS = st.lists(
    st.sampled_from(
        [NUDGE, TODAY, LATE, COURSE, MEETING, NOW, CHECK_IN, OTHER, SILENT, ALERT, WAITS]
    ),
    unique_by=lambda each: each.key,
)


@given(ITEMS, st.integers(1, 4), st.integers(0, 4))
def test_nothing_is_lost_and_the_limit_holds(items: list[Item], limit: int, sent: int) -> None:
    """Each item is sent, put off or outdated, once; urgent ones are always sent."""
    found = digest(items, limit, sent=sent)
    told = [each for group in found.messages for each in group]

    assert sorted(each.key for each in (*told, *found.put_off, *found.outdated)) == sorted(
        each.key for each in items
    )
    assert sum(1 for group in found.messages if not is_urgent(group[0])) <= max(0, limit - sent)
    assert all(each in (*told, *found.outdated) for each in items if is_urgent(each))


@given(ITEMS)
def test_the_order_in_which_different_things_fall_due_changes_nothing(items: list[Item]) -> None:
    """The digest is the same whichever row was read first."""
    different = [each for each in items if each is not MEETING]

    assert digest(different) == digest(different[::-1], order=DAILY_ORDER)
