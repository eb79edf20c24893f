"""Where a programme writes on school days only, nothing comes on a day off but what has to."""

import asyncio
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings

from desk import promises
from desk.rhythm import rhythm_of
from mentoring.mentions import first_day, weekend
from store.people import Person
from tests.databases import open_store
from tests.desk.fixtures import TAKEN, Cast
from tests.desk.stage import PROGRAMME, put_on
from tests.scheduler.seasons import Row, Season, small_world
from tests.scheduler.spoken import would_be_over
from tests.scheduler.test_promises_of_time import (
    Story,
    changes_calendar,
    gathered,
    play,
    stories,
)


@dataclass(kw_only=True)
class SchoolDays(Season):
    """Looks at the day of all that nobody asked for."""

    def _one_a_day(self, who: Person, message: Any, origin: Row) -> None:
        super()._one_a_day(who, message, origin)
        day = self._day(who, message)
        following = first_day(self.programme, day)
        if following in (day, None) or origin.key in self.snoozed:
            return
        if origin.kind == promises.KIND and self.programme.is_working_day(day):
            return  # an answer was promised in the hours of support, which go on in breaks
        chosen = weekend(self.programme, day) and rhythm_of(who).weekday == day.weekday()
        assert chosen or self._had_to(message, origin, following), ("day off", day, message, origin)

    def _had_to(self, message: Any, origin: Row, following: date | None) -> bool:
        """It begins at an hour, is meant for breaks, or would be over on the next working day."""
        for why in (message.why, origin.why):
            event = {each.id: each for each in self.programme.events}.get(why.get("event"))
            if event is not None and (event.at is not None or event.outside):
                return True
        return origin.kind != "late" and would_be_over(following, message.why, origin.why)


def set_on(url: str, story: Story, cast: Cast) -> SchoolDays:
    plain = small_world().programme(PROGRAMME).programme
    window = replace(plain.window, weekend=False)
    world = small_world(story.events, zone=story.zone, window=window)
    stage = put_on(open_store(url), world, begins=story.begins)
    stage.clock.offset += TAKEN
    return SchoolDays(url=url, world=world, stage=stage, cast=cast.on(stage))


@given(story=stories())
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_whatever_happens_days_off_are_kept(story: Story) -> None:
    """But for what its reader put off to that day, what begins on it, and an alarm."""
    deeds = tuple(each for each in story.deeds if each[1] is not changes_calendar)
    made, cast = gathered(story.begins)
    with tempfile.TemporaryDirectory(prefix="pavadonis-season-") as folder:
        file = Path(folder) / "season.db"
        file.write_bytes(made)
        season = set_on(f"sqlite:///{file}", replace(story, deeds=deeds), cast)
        asyncio.run(play(replace(story, deeds=deeds), season))
