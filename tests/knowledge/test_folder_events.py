"""The calendar of a programme folder: what is read from it, and what is refused with its cure."""

from datetime import date, time
from pathlib import Path

import pytest

from knowledge.folder import BrokenFolder, check_folder, load_folder
from knowledge.folder_wording import advice
from mentoring.calendar import Anchors, Event, Remind, When
from mentoring.calendar_dates import calendar_dates
from mentoring.planning import _may_ask, free_day
from mentoring.programme import DAILY_ORDER, Daily, Extensions, Programme, Rung
from tests.knowledge.test_folder import SHIPPED, Folder, folder

__all__ = ["folder"]

COURSE = """\
phases:
  - {id: goals, name: {lv: Mērķi, en: Goals}, date: 2026-02-02}
  - {id: work, name: {lv: Darbs, en: Work}}
events:
  - id: course
    kind: task
    title: {lv: Kurss, en: Course}
    for: [mentee, mentor]
    date: 2026-03-02
    at: 10:00
    dialog: check-in
    text: {lv: Sākam., en: We begin.}
    remind: {before: [7, 1], on_day: yes, late: [2], to: [mentor], dialog_open: skip}
  - id: report
    kind: task
    title: {lv: Ziņa, en: Report}
    for: [mentee]
    date: {to: event:course, weeks: 2, weekday: friday}
    remind: {on_day: yes}
"""
SILENCE = """\
silence:
  ladder:
    - {after_days: 7, does: other-question}
    - {after_days: 12, does: tell-mentor, again_days: 28}
  mentors:
    - {after_days: 10, does: ask-mentor}
  at: 16:00
"""


def cut(text: str, key: str) -> tuple[str, str]:
    """What stands before and after one key of the file, comments included."""
    start = text.index(f"\n{key}:") + 1
    lines = text[start:].splitlines(keepends=True)
    inner = [n for n, line in enumerate(lines) if n and line[:1] not in (" ", "\n")]
    return text[:start], "".join(lines[inner[0] :])


def put(folder: Folder, key: str, text: str) -> None:
    before, after = cut((folder.path / "programme.yaml").read_text(encoding="utf-8"), key)
    folder.write("programme.yaml", before + text + after)


@pytest.fixture
def course(folder: Folder) -> Folder:
    """The folder with a small calendar of its own."""
    put(folder, "phases", "")
    put(folder, "events", COURSE)
    return folder


def loaded(folder: Folder) -> Programme:
    return load_folder(folder.path).programme


def event(programme: Programme, name: str) -> Event:
    return next(each for each in programme.events if each.id == name)


def test_a_calendar_is_read_as_it_is_written(course: Folder) -> None:
    """Phases in their order, every value of an event in its place."""
    programme = loaded(course)
    module = event(programme, "course")

    assert [(phase.id, phase.begins) for phase in programme.phases] == [
        ("goals", date(2026, 2, 2)),
        ("work", None),
    ]
    assert (module.kind, module.roles, module.at) == ("task", ("mentee", "mentor"), time(10))
    assert (module.dialog, module.text) == ("check-in", {"lv": "Sākam.", "en": "We begin."})
    assert module.remind == Remind(
        before=(7, 1), on_day=True, late=(2,), to=("mentor",), dialog_open="skip"
    )
    assert module.when == When(day=date(2026, 3, 2))
    assert event(programme, "report").when == When(
        to="event:course", offset=2, unit="weeks", weekday=4
    )
    assert calendar_dates(programme, Anchors())["report"] == (date(2026, 3, 20),)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{to: start, days: 3}", When(to="start", offset=3)),
        (
            "{to: phase:goals, working_days: -2}",
            When(to="phase:goals", offset=-2, unit="working_days"),
        ),
        ("{to: answer:wheel, weeks: 8}", When(to="answer:wheel", offset=8, unit="weeks")),
        ("{last_school_day_of: month}", When(each="last_school_day")),
        (
            "{first_school_day_of: semester, days: 1}",
            When(each="first_school_day", period="semester", offset=1),
        ),
        ("{day_of_month: 31}", When(each="day_of_month", number=31)),
    ],
)
def test_a_date_may_be_meant_in_many_ways(course: Folder, written: str, read: When) -> None:
    """Each way of the file's description works."""
    course.edit("programme.yaml", "{to: event:course, weeks: 2, weekday: friday}", written)

    assert event(loaded(course), "report").when == read


def test_a_programme_without_calendar_is_whole(folder: Folder) -> None:
    """Folders of before have neither country nor phases, events or a daily limit."""
    for key in ("phases", "events", "daily"):
        put(folder, key, "")
    folder.edit("programme.yaml", "country: LV\n", "")
    programme = loaded(folder)

    assert (programme.country, programme.phases, programme.events) == (None, (), ())
    assert programme.holidays == frozenset()
    assert programme.daily == Daily(limit=1, order=DAILY_ORDER)


@pytest.mark.parametrize(
    ("named", "order"),
    [
        ("meeting, due_today, late, silence", "meeting due_today unanswered late silence nudge"),
        ("event, nudge", "unanswered event nudge meeting due_today late"),
        ("meeting, due_today", "meeting due_today unanswered late silence"),
        ("late, unanswered", "late unanswered meeting due_today"),
    ],
)
def test_an_order_that_does_not_know_unanswered_questions_still_places_them(
    folder: Folder, named: str, order: str
) -> None:
    """Nobody waits behind all else because the folder is older; who names it decides."""
    put(folder, "daily", f"daily: {{order: [{named}]}}\n")
    found = loaded(folder).daily.order

    assert " ".join(found).startswith(order)
    assert sorted(found) == sorted(DAILY_ORDER)


def test_the_countrys_holidays_reach_a_year_beyond_the_semesters(folder: Folder) -> None:
    """Midsummer and the two days of freedom; a plan may look past the last semester."""
    holidays = loaded(folder).holidays

    assert {date(2026, 6, 24), date(2026, 11, 18), date(2026, 5, 4)} <= holidays
    assert {day.year for day in holidays} == {2026, 2027, 2028}


@pytest.mark.parametrize(
    ("old", "new", "what", "cure"),
    [
        ("to: event:course", "to: event:curse", "event 'curse', which isn't there", "'course'"),
        ("to: event:course", "to: phase:gaols", "phase 'gaols', which isn't there", "'goals'"),
        ("to: event:course", "to: answer:wheels", "dialog 'wheels', which isn't", "'wheel'"),
        ("to: event:course", "to: pairng", "counted from 'pairng'", "pairing"),
        ("to: event:course, weeks: 2", "to: event:report, weeks: 2", "wait for each other", "own"),
        ("for: [mentee]", "for: [mente]", "no role 'mente'", "'mentee'"),
        ("for: [mentee]", "for: []", "names nobody", "[mentor]"),
        ("dialog: check-in\n    text", "dialog: chek-in\n    text", "no dialog", "'check-in'"),
        ("date: 2026-03-02", "date: 2026-07-02", "'course' falls on 2026-07-02", "outside: yes"),
        ("weeks: 2, weekday", "weeks: 20, weekday", "'report' falls on 2026-07-24", "outside"),
        ("date: 2026-03-02", "date: 2926-03-02", "in the year 2926", "Mend"),
        ("date: 2026-03-02", "date: tomorrow", "is no date: tomorrow", "year-month-day"),
        ("text: {lv: Sākam., en: We begin.}", "text: {lv: Sākam.}", "text.en' is missing", "en"),
        ("title: {lv: Ziņa, en: Report}", "title: {en: Report}", "title.lv' is missing", "lv"),
        ("weeks: 2, weekday", "weeks: 2, days: 1, weekday", "'days' and in 'weeks'", "Keep one"),
        ("date: {to: event:course, weeks", "date: {weeks", "nothing to count from", "pairing"),
        ("to: event:course, weeks", "to: start, day_of_month: 3, weeks", "both 'to' and", "one of"),
        ("{to: event:course", "{last_school_day_of: year", "can't be 'year'", "semester"),
        ("remind: {on_day: yes}\n\n", "remind: {on_day: no}\n\n", "reminds on no day", "before"),
        ("remind: {on_day: yes}\n\n", "remind: {before: [0]}\n\n", "from 1 to 60", "number"),
        ("dialog_open: skip", "dialog_open: skips", "can't be 'skips'", "'skip'"),
        (
            "kind: task\n    title: {lv: Kurss",
            "kind: tsk\n    title: {lv: Kurss",
            "can't be 'tsk'",
            "'task'",
        ),
        (
            "- id: report\n    kind: task",
            "- id: course\n    kind: task",
            "the id 'course' is already used in line",
            "own id",
        ),
        ("id: report", "id: re:port", "can't be 're:port'", "hyphens"),
        ("id: report", "id: " + "r" * 41, "has 41 characters", "40"),
        ("en: Report}", "en: " + "r" * 61 + "}", "has 61 characters", "60"),
        ("    at: 10:00", "    att: 10:00", "unknown key 'att'", "'at'"),
        (
            "{id: work, name: {lv: Darbs",
            "{id: goals, name: {lv: Darbs",
            "the id 'goals' is already used",
            "own id",
        ),
        ("en: Work}}", "en: Work}, date: 2026-01-02}", "before an earlier one", "in order"),
        ("country: LV", "country: Latvija", "no public holidays", "LV"),
        ("  limit: 1", "  limit: 9", "from 1 to 5", "number"),
        ("order: [meeting,", "order: [meting,", "can't hold 'meting'", "'meeting'"),
        ("order: [meeting,", "order: [meeting, meeting,", "something twice", "Keep"),
    ],
)
def test_a_slip_in_the_calendar_is_told_with_its_cure(
    course: Folder, old: str, new: str, what: str, cure: str
) -> None:
    """One fault, on the line where it stands."""
    start = (course.path / "programme.yaml").read_text(encoding="utf-8")
    if old.startswith("remind: {on_day"):
        course.write("programme.yaml", start.replace("# When people answer.", "\n#", 1))
    fault = course.programme(old, new)

    assert what in fault.what
    assert cure in fault.cure
    first = next(line for line in new.splitlines() if line not in old.splitlines())
    lines = (course.path / "programme.yaml").read_text(encoding="utf-8").splitlines()
    assert first.strip() in lines[fault.line - 1]


def test_a_circle_is_told_once_with_its_way(course: Folder) -> None:
    """Two that wait for each other never come; a third that hangs on them is no other fault."""
    more = (
        "  - {id: third, kind: task, title: {lv: a, en: a}, for: [mentor],"
        " date: {to: event:report}}\n"
    )
    events = COURSE[COURSE.index("events:") :]
    put(course, "events", events.replace("date: 2026-03-02", "date: {to: event:report}") + more)
    (fault,) = check_folder(course.path)

    assert fault.what.endswith("'course' → 'report' → 'course'")


def test_a_date_outside_the_semesters_may_be_meant(course: Folder) -> None:
    """A training in July is announced as such."""
    course.edit("programme.yaml", "date: 2026-03-02", "outside: yes\n    date: 2026-07-02")
    course.edit("programme.yaml", "{to: event:course, weeks: 2, weekday: friday}", "2026-03-03")

    assert event(loaded(course), "course").outside


def test_faults_elsewhere_add_no_strays(course: Folder) -> None:
    """With a broken semester no event can be said to lie outside it."""
    course.edit("programme.yaml", "last: 2026-05-29", "last: 2025-05-29")

    assert len(check_folder(course.path)) == 1


def test_silence_may_be_a_ladder(folder: Folder) -> None:
    """Steps for both sides; what counts as silence is when the mentor hears of it."""
    put(folder, "silence", SILENCE)
    silence = loaded(folder).silence

    assert [rung.does for rung in silence.rungs] == ["other-question", "tell-mentor"]
    assert silence.mentors == (Rung(after_days=10, does="ask-mentor"),)
    assert silence.mentor_after_days == 12
    assert [rung.again_days for rung in silence.rungs] == [None, 28]


def test_one_number_is_still_a_ladder_of_one_step(folder: Folder) -> None:
    """The short form says the same as ever."""
    text = (folder.path / "programme.yaml").read_text(encoding="utf-8")
    begin = text.index("\nsilence:\n") + 1
    short = "silence: {mentor_after_days: 14, at: 16:00}"
    folder.edit("programme.yaml", text[begin : text.index("\n\n", begin)], short)
    assert loaded(folder).silence.rungs == (Rung(after_days=14, does="tell-mentor"),)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("after_days: 12", "after_days: 7", "is 7, not after 7"),
        ("again_days: 28", "again_days: 3", "again_days"),
        ("other-question}", "other-question, again_days: 28}", "only the last step"),
        ("does: tell-mentor", "does: other-question", "'other-question' is there twice"),
        ("does: ask-mentor", "does: tell-mentor", "can't be 'tell-mentor'"),
        ("  at: 16:00", "  mentor_after_days: 14\n  at: 16:00", "'ladder' say the same"),
        ("  at: 16:00", "  at: 23:00", "lies in the quiet hours"),
    ],
)
def test_a_broken_ladder_is_told(folder: Folder, old: str, new: str, what: str) -> None:
    """Steps that come at once, twice or never help nobody."""
    put(folder, "silence", SILENCE.replace(old, new))
    with pytest.raises(BrokenFolder) as refused:
        load_folder(folder.path)

    assert what in refused.value.faults[0].what


def test_the_programme_may_grant_a_little_time_by_itself(folder: Folder) -> None:
    """Left out, it never does; a teacher is one of those who may decide."""
    assert loaded(folder).extensions.automatic_days == 0

    rules = "extensions: {decides: teacher, suggest_days: [2], automatic_days: 3}\n"
    put(folder, "extensions", rules)

    assert loaded(folder).extensions == Extensions(
        decides="teacher", suggest_days=(2,), automatic_days=3
    )


@pytest.mark.parametrize(
    ("rules", "what"),
    [
        ("decides: school, suggest_days: [2]", "can't be 'school'"),
        ("decides: mentor, suggest_days: [2], automatic_days: 91", "from 0 to 90"),
        ("decides: mentor, suggest_days: [2], automatic_days: soon", "from 0 to 90"),
    ],
)
def test_broken_rules_about_more_time_are_told(folder: Folder, rules: str, what: str) -> None:
    """Whoever could decide, and whole days."""
    put(folder, "extensions", "extensions: {" + rules + "}\n")
    with pytest.raises(BrokenFolder) as refused:
        load_folder(folder.path)

    assert what in refused.value.faults[0].what


def test_the_shipped_calendar_is_the_documents() -> None:
    """The diary at each month's end, the evaluation before the semester's end, never in a break."""
    programme = load_folder(Path(SHIPPED)).programme
    found = calendar_dates(programme, Anchors(pairing=date(2026, 1, 19)))

    assert date(2026, 1, 30) in found["diary-check"]
    assert found["diary-check"] == found["author-word"]
    assert found["month-plan"][:3] == (date(2026, 1, 5), date(2026, 2, 2), date(2026, 3, 2))
    assert found["evaluation"] == (date(2026, 5, 22), date(2026, 12, 11), date(2027, 5, 24))
    assert event(programme, "evaluation").dialog == "evaluate-sk"
    assert found["open-evaluation"][0] < found["evaluation"][0] < found["closing-talk"][0]
    assert event(programme, "closing-talk").remind == Remind(on_day=True)


def test_the_shipped_semester_ends_with_a_farewell_and_not_with_a_question() -> None:
    """A young person may look back before it; the last check-in is over by the farewell."""
    programme = load_folder(Path(SHIPPED)).programme
    dates = calendar_dates(programme, Anchors())
    asked = [day for day in map(date.fromisoformat, MAY_FRIDAYS) if _may_ask(programme, day)]

    assert event(programme, "look-back").dialog == "prepare-closing"
    assert dates["look-back"][0] == date(2026, 5, 13)
    assert dates["farewell"] == (date(2026, 5, 29), date(2026, 12, 18), date(2027, 5, 31))
    assert asked[-1] == date(2026, 5, 22)
    assert free_day(programme, date(2026, 5, 22)) is None


MAY_FRIDAYS = ("2026-05-15", "2026-05-22", "2026-05-29")


@pytest.mark.parametrize("kind", ["module", "meeting", "event"])
def test_nothing_is_late_that_is_over_by_then(folder: Folder, kind: str) -> None:
    """With the line of its rules, and two ways out."""
    put(folder, "phases", "")
    put(
        folder,
        "events",
        COURSE.replace(
            "kind: task\n    title: {lv: Kurss", f"kind: {kind}\n    title: {{lv: Kurss"
        ),
    )
    (fault,) = check_folder(folder.path)

    assert "'course' is over after its day" in fault.what
    assert "kind: task" in fault.cure


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("en: Work}}", "en: Work}, after: check-in}", "no pair goes through 'check-in' together"),
        ("on_day: yes}\n", "on_day: yes, to: [coordinator]}\n", "a day of its own for each person"),
    ],
)
def test_what_no_pair_or_coordinator_could_get_is_refused(
    folder: Folder, before: str, after: str, what: str
) -> None:
    """A stage that nothing leads to, and a line for all about what each has on another day."""
    text = COURSE.replace("date: 2026-03-02\n", "date: {to: start, weeks: 1}\n")
    put(folder, "phases", "")
    put(folder, "events", text.replace(before, after))
    (fault,) = check_folder(folder.path)

    assert what in fault.what


@pytest.mark.parametrize(
    ("phase", "told"),
    [("work", 1), ("goals", 0), ("work, after: agreement", 0), ("work, after: closing", 0)],
)
def test_what_hangs_on_a_stage_without_a_day_is_named(
    folder: Folder, phase: str, told: int
) -> None:
    """As advice that says how it gets one; the folder can be used."""
    name, _, more = phase.partition(", ")
    text = COURSE.replace("date: 2026-03-02\n", f"date: {{to: phase:{name}}}\n")
    text = text.replace("en: Work}}", f"en: Work}}, {more}}}") if more else text
    put(folder, "phases", "")
    put(folder, "events", text)
    found = [each for each in advice(folder.path) if "hangs on" in each.what]

    assert check_folder(folder.path) == []
    assert len(found) == told
    assert all("which has no date" in each.what and "stage" in each.cure for each in found)
