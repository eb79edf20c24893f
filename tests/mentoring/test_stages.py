"""Which stage a pair is in, and what a correction keeps."""

from datetime import date

from mentoring.calendar import Phase
from mentoring.stages import current, moved, reached
from tests.mentoring.small_programme import BOTH

FIRST, SECOND, THIRD = (Phase(id=name, name=BOTH) for name in ("one", "two", "three"))
WAY = (FIRST, SECOND, THIRD)
BEGAN, LATER, TODAY = date(2026, 1, 12), date(2026, 2, 2), date(2026, 3, 2)


def test_the_first_stage_begins_with_the_pair() -> None:
    assert reached(WAY, {}, BEGAN) == {"one": BEGAN}
    assert current(WAY, reached(WAY, {}, BEGAN), TODAY) == (FIRST, BEGAN)


def test_a_planned_day_goes_before_the_pairs_beginning() -> None:
    """And a later stage comes by its plan."""
    way = (Phase(id="one", name=BOTH, begins=LATER), Phase(id="two", name=BOTH, begins=TODAY))

    assert reached(way, {}, BEGAN) == {}
    assert current(way, {}, BEGAN) is None
    assert current(way, {}, LATER) == (way[0], LATER)
    assert current(way, {}, TODAY) == (way[1], TODAY)


def test_a_stage_that_is_gone_from_the_programme_counts_no_more() -> None:
    assert reached(WAY, {"gone": LATER}, BEGAN) == {"one": BEGAN}


def test_two_stages_on_one_day_are_the_later_one() -> None:
    assert current(WAY, {"one": BEGAN, "two": TODAY, "three": TODAY}, TODAY) == (THIRD, TODAY)


def test_a_correction_takes_back_what_came_after_and_keeps_the_day() -> None:
    """What was counted from the stage that is right after all stays where it was."""
    days = {"one": BEGAN, "two": LATER, "three": TODAY}

    assert moved(WAY, days, "two", TODAY) == {"one": BEGAN, "two": LATER}
    assert moved(WAY, {"one": BEGAN}, "three", TODAY) == {"one": BEGAN, "three": TODAY}


def test_a_correction_holds_against_the_plan() -> None:
    """The plan says two by now; whoever says one means today."""
    way = (FIRST, Phase(id="two", name=BOTH, begins=LATER))
    days = moved(way, {"one": BEGAN}, "one", TODAY)

    assert days == {"one": TODAY}
    assert current(way, days, TODAY) == (FIRST, TODAY)
