"""Every unasked message can say why it came, to each reader rightly and in their language."""

import re
from datetime import date, time

import pytest

from mentoring.calendar import Event, Remind, When
from mentoring.programme import Rung
from mentoring.programme import Silence as Rules
from tests.databases import open_store
from tests.desk.fixtures import Cast
from tests.desk.stage import Bubble, Phone, Stage, closing, put_on, said
from tests.desk.test_rhythm import in_small
from tests.mentoring.small_programme import BREAKS, SEMESTERS
from tests.scheduler.seasons import small_world

LADDER = (
    Rung(after_days=5, does="other-question"),
    Rung(after_days=9, does="tell-mentor"),
    Rung(after_days=12, does="tell-coordinator"),
)
MENTORS = (Rung(after_days=6, does="ask-mentor"), Rung(after_days=10, does="tell-coordinator"))
SILENCE = Rules(mentor_after_days=9, at=time(16), ladder=LADDER, mentors=MENTORS)
LATVIAN = re.compile("[āčēģīķļņšūž]", re.IGNORECASE)
FAIR = Event(
    id="fair",
    kind="event",
    title={"lv": "Karjeras diena", "en": "Career day"},
    roles=("mentee", "coordinator"),
    when=When(day=date(2026, 1, 26)),
    at=time(12),
    remind=Remind(before=(3,), on_day=True),
)


def prompts(messages: list[Bubble], words: str) -> list[Bubble]:
    return [m for m in messages if m["from"] == "bot" and words in m["text"]]


async def why(phone: Phone, words: str, label: str = "Kāpēc šo") -> str:
    """What the button under the message with these words says."""
    [first, *_] = prompts(await phone.all(), words)
    [key] = [each["key"] for each in first["buttons"] if label in each["label"]]
    return said(await phone.press(key))


async def test_a_check_in_says_why_it_came(cast: Cast, stage: Stage) -> None:
    """In the middle of its own question, and the question stays open."""
    await stage.wind("2026-01-16T19:00")
    assert "Reizi nedēļā" in said(await cast.elza.send("/kapec"))
    assert "palīdzēja" in said(await cast.elza.tap("4"))


async def test_each_step_of_silence_says_why_to_its_own_reader(cast: Cast, sqlite_url: str) -> None:
    """The young person is not told what the programme tells mentors, nor in others' days."""
    async with in_small(sqlite_url, cast, silence=SILENCE) as (stage, there):
        await stage.wind("2026-01-27T12:00")
        assert "ja no tevis 5 dienas nav ziņu" in await why(there.elza, "Kā tev klājas")
        assert "mentoram, ja no jaunieša 9 dienas" in await why(there.janis, "Jaunietis: Elza")
        assert "ja no mentora 6 dienas" in await why(there.janis, "taviem jauniešiem")
        listed = await why(there.ilze, "sen nav ziņu")
        assert "pasaka koordinatoram" in listed


async def test_an_english_reader_reads_english_only(sqlite_url: str) -> None:
    """A month of everything: reminders, the calendar, questions, silence, and each reason."""
    world = small_world(semesters=SEMESTERS, breaks=BREAKS, silence=SILENCE, events=(FAIR,))
    async with closing(put_on(open_store(sqlite_url), world)) as stage:
        mia = await stage.enter("Mia Gray", language="en")
        anne = await stage.enter("Anne Hill", "mentor", language="en")
        ruth = await stage.enter("Ruth Lane", "coordinator", language="en")
        await stage.pair(anne, mia)
        for title, due in (("Read a book", "2026-01-15"), ("Call the school", "2026-01-26")):
            await stage.task(mia, title, due)
        await stage.wind("2026-02-10T12:00")
        for phone in (mia, anne, ruth):
            told = [m for m in await phone.all() if m["from"] == "bot"]
            for message in told:
                shown = message["text"] + "".join(each["label"] for each in message["buttons"])
                assert not LATVIAN.search(shown), shown
                assert not re.search(r"[{}$]", shown), shown
        assert prompts(await mia.all(), "was due")
        assert prompts(await mia.all(), "Career day")
        assert prompts(await anne.all(), "Mia Gray")
        assert "this time 3 days" in await why(mia, "Read a book", "Why did")
        assert "no word from a young person for 9 days" in await why(anne, "No word for", "Why did")
        assert "tells the coordinator" in await why(ruth, "no word from these people", "Why did")


@pytest.mark.parametrize("day", [date(2026, 1, 23), date(2026, 1, 24)])
async def test_a_coordinators_own_day_comes_before_the_list_of_the_silent(
    cast: Cast, sqlite_url: str, day: date
) -> None:
    """Both would be said at four. What has its day today is said today, the list tomorrow."""
    own = Event(
        id="own",
        kind="event",
        title={"lv": "Mēneša pārskats", "en": "A look at the month"},
        roles=("coordinator",),
        when=When(day=day),
        remind=Remind(on_day=True),
    )
    ladder = (Rung(after_days=(day - date(2026, 1, 12)).days, does="tell-coordinator"),)
    silence = Rules(mentor_after_days=11, at=time(16), ladder=ladder)
    async with in_small(sqlite_url, cast, silence=silence, events=(own,)) as (stage, there):
        await stage.wind("2026-01-28T12:00")
        news = await there.ilze.all()
        assert [m["at"][:10] for m in prompts(news, "Mēneša pārskats")] == [day.isoformat()]
        [listed] = [m["at"][:10] for m in prompts(news, "sen nav ziņu")]
        assert listed > day.isoformat()
