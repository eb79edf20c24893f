"""What teenagers type is read as meant, or asked about again; never guessed."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.human import (
    format_date,
    format_time,
    parse_date,
    parse_number,
    parse_time,
    parse_yes_no,
)
from dialogs.human_words import LONGEST_ANSWER

TODAY = date(2027, 2, 24)
"""A Wednesday shortly before the end of a month."""

FRIDAY, NEXT_FRIDAY, MARCH_3 = date(2027, 2, 26), date(2027, 3, 5), date(2027, 3, 3)

DATES = {
    date(2027, 2, 22): ["aizvakar", "the day before yesterday"],
    date(2027, 2, 23): ["vakar", "yesterday", "Vakardien"],
    TODAY: ["šodien", "sodien", "Today!", "24.02.", "šovakar"],
    date(2027, 2, 25): [
        "rīt",
        "rit",
        "RĪT!",
        "es domāju, ka rīt",
        "rītdien",
        "līdz rītdienai",
        "tomorrow",
        "rīt 15.30",
        "ri\u200bt",
        "ceturdien",
        "Thrusday",
    ],
    FRIDAY: [
        "parīt",
        "piektdien",
        "Piektdienā",
        "piekdien",
        "varbūt līdz piektdienai",
        "šajā piektdienā",
        "Friday",
        "fryday",
        "fri",
        "piektdien plkst. 9",
        "day after tomorrow",
    ],
    date(2027, 2, 27): ["pēc 3 dienām", "pec 3 dienam", "pēc trim dienām", "3 dienu laikā"],
    date(2027, 2, 28): ["mēneša beigās", "menesa beigas", "end of the month", "nedēļas beigās"],
    MARCH_3: [
        "3. marts",
        "3. martā",
        "3. marta",
        "līdz 3. martam",
        "3.martā",
        "3. matrs",
        "3.03.",
        "03.03.2027",
        "3.3.27",
        "3/3/2027",
        "3/3",
        "2027-03-03",
        "2027. gada 3. martā",
        "March 3",
        "march 3rd, 2027",
        "3rd of March",
        "3 Marhc 2027",
        "trešdien",
        "pēc nedēļas",
        "pec nedelas",
        "nākamnedēļ",
        "nakamnedel",
        "next week",
        "in a week",
        "nākamajā trešdienā",
        "3. datumā",
        "on the 3rd",
    ],
    NEXT_FRIDAY: [
        "nākamajā piektdienā",
        "nakamaja piektdiena",
        "next Friday",
        "by next Friday please",
        "nākamnedēļ piektdien",
        "piektdien, 5. martā",
    ],
    date(2027, 3, 10): ["pēc divām nedēļām", "in 2 weeks", "two weeks from now"],
    date(2027, 3, 21): ["pēc divdesmit piecām dienām"],
    date(2027, 3, 24): ["pēc mēneša", "nākammēnes", "nākamajā mēnesī", "in a month"],
    date(2027, 3, 31): ["marta beigās", "end of March", "nākamā mēneša beigās"],
    date(2027, 2, 19): ["last Friday", "pagājušajā piektdienā"],
    date(2028, 2, 23): ["23.02.", "23. februāris"],
    date(2028, 2, 29): ["29.02.", "29 February"],
    date(2020, 3, 3): ["3.3.2020", "2020-03-03", "3 March 2020"],
}


@pytest.mark.parametrize(
    ("text", "meant"), [(text, day) for day, texts in DATES.items() for text in texts]
)
def test_a_date_is_read_as_people_say_it(text: str, meant: date) -> None:
    """Inflected, without diacritics, with a slip, in a sentence, in either language."""
    assert parse_date(text, TODAY) == meant


@pytest.mark.parametrize(
    "text",
    [
        "asdf",
        "drīz",
        "",
        "🙂",
        "31. februāris",
        "31.02.",
        "32.01.2027",
        "2027-13-01",
        "jūnijā",
        "3. jumijā",
        "rīt vai parīt",
        "no 3. marta līdz 5. martam",
        "0.0.0",
        "pēc pāris dienām",
        "rīt " * LONGEST_ANSWER,
    ],
)
def test_what_is_no_single_date_is_asked_again(text: str) -> None:
    """An impossible, missing or ambiguous date is None."""
    assert parse_date(text, TODAY) is None


@pytest.mark.parametrize("month", range(1, 13))
def test_every_date_we_write_can_be_read_back(month: int) -> None:
    """A person may copy a date from our own message, in either language."""
    day = date(2027, month, 28)
    for language in ("lv", "en"):
        assert parse_date(format_date(day, language, TODAY), date(2027, 1, 1)) == day
        assert parse_date(format_date(day, language, date(2026, 1, 1)), date(2026, 1, 1)) == day


@pytest.mark.parametrize("name", ["marts", "marta", "martam", "martu", "martā", "MARTĀ", "mart"])
def test_every_case_of_a_month_works(name: str) -> None:
    """Latvian inflects months by what stands before them."""
    assert parse_date(f"3. {name}", TODAY) == MARCH_3


def test_a_month_ends_where_the_shorter_month_ends() -> None:
    """A month after the 31st is the last day of a shorter month."""
    assert parse_date("pēc mēneša", date(2027, 1, 31)) == date(2027, 2, 28)


def test_the_end_of_time_is_no_crash() -> None:
    """The calendar ends in 9999; beyond it there is no date."""
    assert parse_date("pēc nedēļas", date(9999, 12, 31)) is None
    assert parse_date("1. janvārī", date(9999, 12, 31)) is None


TIMES = {
    time(15, 30): ["15.30", "15:30", "rīt 15.30", "plkst. 15.30", "3.03. 15.30", "3:30 pm"],
    time(9): ["plkst. 9", "9", "deviņos", "deviņos no rīta", "9 o'clock", "9 am", "ap 9"],
    time(16, 30): ["puspieci", "Puspiecos", "pus 5", "half past four", "half four"],
    time(7, 30): ["pusastoņi", "pusastoņos", "half past seven"],
    time(12, 30): ["pusviens"],
    time(15): ["3pm", "3 PM", "3 p.m.", "15", "pulksten 15", "5. martā plkst. 15"],
    time(17): ["5", "kādos 5", "piecos", "at five"],
    time(6): ["6 no rīta", "6 am", "06:00"],
    time(21): ["deviņos vakarā", "vakarā 9"],
    time(16, 50): ["bez desmit pieci"],
    time(16, 45): ["quarter to five", "bez ceturkšņa pieci"],
    time(23, 30): ["pus 0"],
    time(23, 45): ["quarter to zero", "bez ceturkšņa 0", "bez 15 minūtēm nulle"],
    time(12): ["noon", "12pm", "pusdienlaikā"],
    time(0): ["12am", "0:00", "midnight"],
}


@pytest.mark.parametrize(
    ("text", "meant"), [(text, when) for when, texts in TIMES.items() for text in texts]
)
def test_a_time_is_read_as_people_say_it(text: str, meant: time) -> None:
    """Spoken hours from one to six mean the afternoon; digits with minutes are literal."""
    assert parse_time(text) == meant


@pytest.mark.parametrize(
    "text",
    ["25", "24:00", "15:60", "no 15 līdz 17", "15.00 vai 16.00", "asdf", "", "3 dienas", "🙂"],
)
def test_what_is_no_single_time_is_asked_again(text: str) -> None:
    """Two times or none are None."""
    assert parse_time(text) is None


NUMBERS = {
    7: ["7", "septiņi", "SEPTINI", "seven", "7/10", "7 no 10", "7 out of 10", "7.", "7 un 7", "7️⃣"],
    7.5: ["7,5", "7.5", "kādi 7,5"],
    5: ["kādi 5", "pieci", "5 stundas"],
    10: ["10 punkti", "desmit", "10/10"],
    25: ["divdesmit pieci", "twenty-five"],
    1.5: ["pusotra", "pusotru stundu"],
    2.5: ["divarpus", "two and a half"],
    0: ["0", "nulle"],
    -3: ["-3", "\u22123"],
    12000: ["12 000"],
}


@pytest.mark.parametrize(
    ("text", "meant"), [(text, number) for number, texts in NUMBERS.items() for text in texts]
)
def test_a_number_is_read_in_digits_and_words(text: str, meant: float) -> None:
    """Decimals with comma or point, "out of ten", number words in both languages."""
    assert parse_number(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "asdf",
        "",
        "7 vai 8",
        "7-8",
        "trīs četri",
        "1,000",
        "3.03.2027",
        "9" * 400,
        "1 " * LONGEST_ANSWER,
        "tas bija viens no labākajiem brīžiem manā dzīvē",
    ],
)
def test_two_numbers_or_none_are_asked_again(text: str) -> None:
    """A range, a date and a thousand that may be a one are no number."""
    assert parse_number(text) is None


YES = [
    *["jā", "ja", "jaa", "jap", "nu jā", "protams", "labi", "ok", "der", "piekrītu", "JĀĀĀ!!!"],
    *["yes", "yeah", "sure", "of course", "yes please", "why not", "kāpēc ne", "jā, paldies"],
    *["man der", "piekrtu", "tas ir labi", "👍", "👍🏽", "+", "да", "okkk", "no problem"],
]
NO = [
    *["nē", "ne", "nea", "negribu", "es negribu", "nevaru", "nē, paldies", "protams, nē", "Nēēē"],
    *["no", "nope", "no thanks", "I don't want to", "of course not", "tas man neder", "👎", "нет"],
]
UNCLEAR = [
    *["nezinu", "varbūt", "", "🙂", "jā nē", "jā, bet ne šodien", "ne tagad", "not sure", "asdf"],
    *["Es gribētu vēl padomāt par to un atbildēt rīt", "neviens man to neteica", "jā " * 200],
]


@pytest.mark.parametrize(
    ("text", "meant"),
    [*((t, True) for t in YES), *((t, False) for t in NO), *((t, None) for t in UNCLEAR)],
)
def test_a_short_answer_is_yes_or_no(text: str, meant: bool | None) -> None:
    """Only a whole short answer decides; a sentence with "ne" in it doesn't."""
    assert parse_yes_no(text) is meant


def test_dates_are_written_as_the_style_asks() -> None:
    """The year appears only when it isn't this one; Latvian months stand in the locative."""
    assert format_date(date(2027, 3, 5), "lv", TODAY) == "piektdien, 5. martā"
    assert format_date(date(2028, 3, 5), "lv", TODAY) == "svētdien, 2028. gada 5. martā"
    assert format_date(date(2027, 3, 5), "en", TODAY) == "Friday, 5 March"
    assert format_date(date(2028, 3, 5), "en", TODAY) == "Sunday, 5 March 2028"


def test_times_are_written_as_the_style_asks() -> None:
    """Latvian has a point and its abbreviation, English a colon."""
    assert format_time(time(9, 5), "lv") == "plkst. 9.05"
    assert format_time(time(9, 5), "en") == "09:05"


PIECES = st.sampled_from(
    ["rīt", "3.", "marts", "9999", "-", "/", "pēc", "nedēļas", "\x00", "\ud800", "10", "pus", "no"]
)
HOSTILE = st.text(max_size=80) | st.lists(PIECES | st.text(max_size=4), max_size=12).map(" ".join)


@given(HOSTILE, st.dates())
def test_nothing_people_type_breaks_the_readers(text: str, today: date) -> None:
    """Whatever is typed, the answer is a value or None."""
    parse_date(text, today)
    parse_time(text)
    parse_number(text)
    parse_yes_no(text)
