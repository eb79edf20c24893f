"""Ahead of the plan, with it, or not begun: as of a day, from what had happened by then."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mentoring.pace import Step, pace

DAY = date(2026, 3, 2)


def step(due: int, done: int | None = None, moved: int | None = None) -> Step:
    """Days counted from 2 March."""

    def day(number: int | None) -> date | None:
        return None if number is None else DAY + timedelta(days=number)

    return Step(due=DAY + timedelta(days=due), done=day(done), moved=day(moved))


def on(days: int, *steps: Step) -> str | None:
    return pace(steps, DAY + timedelta(days=days))


def test_without_a_plan_there_is_no_pace() -> None:
    assert on(0) is None


def test_who_just_got_a_task_goes_with_the_plan() -> None:
    """Nobody is behind with what is still to come, or since yesterday."""
    assert on(0, step(7)) == "average"
    assert on(8, step(7)) == "average"


def test_nothing_done_a_week_after_something_was_due_is_not_begun() -> None:
    assert on(13, step(7)) == "average"
    assert on(14, step(7)) == "not-begun"
    assert on(14, step(7), step(20)) == "not-begun"


def test_one_thing_done_or_moved_is_a_beginning() -> None:
    """Late is begun as well; and who asks for another day has thought about it."""
    assert on(30, step(7), step(10, done=28)) == "average"
    assert on(30, step(7), step(40, moved=8)) == "average"


def test_two_things_early_are_ahead() -> None:
    """One may be luck; what is late elsewhere is not ahead."""
    assert on(5, step(7, done=1)) == "average"
    assert on(5, step(7, done=1), step(9, done=5)) == "ahead"
    assert on(5, step(7, done=1), step(9, done=5), step(4)) == "average"


def test_the_eve_is_in_time_and_not_early() -> None:
    assert on(9, step(7, done=1), step(9, done=8)) == "average"


def test_early_for_a_date_that_was_moved_is_not_early() -> None:
    assert on(9, step(7, done=1), step(30, done=8, moved=6)) == "average"


def test_the_last_two_count() -> None:
    """A good beginning does not last for ever, nor does a bad one."""
    late, early = step(3, done=5), step(20, done=10)
    assert on(12, step(4, done=1), step(5, done=2), late) == "average"
    assert on(12, late, early, step(21, done=11)) == "ahead"


STEPS = st.lists(
    st.builds(
        step,
        st.integers(-40, 40),
        st.none() | st.integers(-40, 40),
        st.none() | st.integers(-40, 40),
    ),
    max_size=6,
)


@given(STEPS, st.integers(-40, 40), st.integers(1, 40))
def test_what_happens_later_does_not_change_what_was(
    steps: list[Step], today: int, later: int
) -> None:
    """Looked at again after weeks, a day has the pace it had."""
    day = DAY + timedelta(days=today)
    unknown = [
        Step(due=each.due, done=_by(each.done, day), moved=_moved(each, day)) for each in steps
    ]
    assert pace(steps, day) == pace(unknown, day)
    assert pace(steps, day + timedelta(days=later)) in (None, "ahead", "average", "not-begun")


def _by(when: date | None, day: date) -> date | None:
    return when if when is not None and when <= day else None


def _moved(each: Step, day: date) -> date | None:
    """Whether a thing done by then had been moved before is known with it."""
    return each.moved if _by(each.done, day) else _by(each.moved, day)
