"""The demo played in a real browser, in Latvian: what the three phones show, step by step."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import pytest
from playwright.sync_api import expect

from tests.browser.chromium import CHROMIUM, MISSING
from tests.browser.screen import DemoScreen, Phone
from tests.check_ins import any_of_them
from tests.story import ACTIONS, GOAL_TO_LIMITS

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=MISSING)

UNKNOWN = "Kur var nopirkt lētu ģitāru?"


@dataclass
class Stage:
    screen: DemoScreen

    @cached_property
    def mentee(self) -> Phone:
        return self.screen.phone("mentee")

    @cached_property
    def mentor(self) -> Phone:
        return self.screen.phone("mentor")

    @cached_property
    def coordinator(self) -> Phone:
        return self.screen.phone("coordinator")


def greeted(stage: Stage) -> None:
    """Everybody is greeted by a chatbot that says it is one."""
    expect(stage.screen.page).to_have_title(re.compile("Izmēģinājums"))
    for phone in (stage.mentee, stage.mentor, stage.coordinator):
        phone.reads("Es esmu Pavadonis")
        phone.reads("čatbots")
    stage.mentee.reads("Izdzēst visu")


def language_changed(stage: Stage) -> None:
    """One tap turns the conversation to English, another one back."""
    stage.mentee.tap("In English")
    stage.mentee.reads("chatbot")
    stage.mentee.tap("Latviski")
    stage.mentee.reads("čatbots")


def consent_given(stage: Stage) -> None:
    """Before consent nothing else goes; afterwards there is a menu."""
    stage.mentee.say("GROW")
    stage.mentee.reads("Vispirms vajag tavu")
    stage.mentee.tap("Jā, der")
    stage.mentee.reads("Paldies")
    expect(stage.mentee.button("GROW saruna")).to_be_in_viewport()


def question_answered(stage: Stage) -> None:
    """A question with slips and no diacritics finds its answer, on both phones."""
    for phone in (stage.mentee, stage.mentor):
        phone.say("vai es varu tikties ar jaunieti brivdienas?")
        phone.reads("rudens un pavasara")


def vague_question_narrowed(stage: Stage) -> None:
    """A vague question is met with a choice; tapping one gives its answer."""
    stage.mentee.say("stundas")
    stage.mentee.reads("Vai tu domāji")
    choices = stage.mentee.newest.locator(".choice button")
    assert choices.count() >= 3
    stage.mentee.tap(choices.first.inner_text())
    stage.mentee.reads_nothing_of("Vai tu domāji")


def question_reaches_a_human(stage: Stage) -> None:
    """What has no answer goes to the coordinator, whose answer arrives without a reload."""
    stage.mentee.say(UNKNOWN)
    stage.mentee.reads("Nodevu jautājumu")
    stage.mentee.chat.locator("#chat").evaluate("chat => { chat.dataset.stayed = 'yes' }")
    stage.coordinator.reads(UNKNOWN)
    stage.coordinator.tap("Atbildēt")
    stage.coordinator.say("Pajautā mūzikas skolotājam, viņam ir padoms.")
    stage.coordinator.reads("Nodots")
    stage.mentee.reads("mūzikas skolotājam")
    expect(stage.mentee.newest.locator(".author")).to_have_text("Ilze Kalniņa raksta cilvēks")
    expect(stage.mentee.chat.locator("#chat")).to_have_attribute("data-stayed", "yes")


def grow_walked_through(stage: Stage) -> None:
    """GROW can be stepped back in, left for later and resumed where it was."""
    mentee = stage.mentee
    mentee.tap("GROW saruna")
    mentee.reads("Ko tu gribi sasniegt")
    for answer in GOAL_TO_LIMITS[:5]:
        mentee.say(answer)
    mentee.tap("Atpakaļ")
    mentee.reads("1 ir pats sākums")
    mentee.tap("5")
    mentee.tap("Vēlāk")
    mentee.say("izvēlne")
    mentee.tap("Turpināt")
    mentee.reads("Turpinām")
    for answer in GOAL_TO_LIMITS[5:]:
        mentee.say(answer)
    mentee.say("dārgi; garlaicīgi; vajag internetu")
    mentee.tap("konsultācijas")


def grow_ended_and_shared(stage: Stage) -> None:
    """The result is summed up, and the mentor reads it once it is shared."""
    for action in ACTIONS:
        for answer in action:
            stage.mentee.say(answer)
    stage.mentee.tap("Pietiek")
    stage.mentee.say("jā")
    stage.mentee.reads("Gribu nokārtot matemātiku")
    stage.mentee.reads("Pierakstīju 3 uzdevumus")
    stage.mentor.say("jaunieši")
    stage.mentor.tap("Elza Vītola")
    stage.mentor.tap("GROW")
    stage.mentor.reads("Gribu nokārtot matemātiku")


def reminded_before_due(stage: Stage) -> None:
    """Wound by its buttons and its field, the clock brings the nudge before the date."""
    stage.screen.wind_by("+ 1 stunda")
    expect(stage.screen.clock).to_have_text("pirmdien, 12. janvārī, plkst. 10.00")
    stage.screen.wind_by("+ 1 diena")
    stage.mentee.reads_nothing_of("Kā iet?")
    stage.screen.wind_to("2026-01-23T15:59")
    stage.mentee.look()
    stage.screen.wind_to("2026-01-23T17:30")
    stage.mentee.reads("Aizeju uz konsultāciju")
    stage.mentee.reads("termiņš ir")
    stage.mentee.reads_nothing_of("Izpildu piecus")


def check_in_arrived(stage: Stage) -> None:
    """On Friday the short weekly check-in arrives as well."""
    stage.mentee.reads(any_of_them())


def extension_granted(stage: Stage) -> None:
    """More time is asked for on one phone and granted on the other."""
    stage.mentee.tap("Vajag laiku")
    stage.mentee.say("līdz 30. janvārim, jo skolotājs slimo")
    stage.mentee.reads("Jānis Bērziņš")
    stage.mentor.reads("skolotājs slimo")
    stage.mentor.tap("piektdien, 30. janvārī")
    stage.mentee.reads("piektdien, 30. janvārī")


def reminded_of_the_new_date(stage: Stage) -> None:
    """A week later the reminder has moved with the date."""
    stage.mentee.look()
    stage.screen.wind_by("+ 7 dienas")
    stage.mentee.reads("30. janvārī")


def mentor_found(stage: Stage) -> None:
    """A newcomer names interests, chooses a mentor, and the mentor agrees."""
    roberts = stage.mentee = stage.screen.choose("mentee", "Roberts Krūmiņš")
    roberts.tap("Jā, der")
    roberts.tap("Meklēt mentoru")
    roberts.say("programmesana, datorspeles un futbols")
    roberts.tap("Pietiek")
    while roberts.newest.get_by_role("button", name="Izlaist").count():
        roberts.tap("Izlaist")
    roberts.tap("Pēteris Ozols")
    peteris = stage.mentor = stage.screen.choose("mentor", "Pēteris Ozols")
    peteris.reads("Roberts Krūmiņš")
    peteris.tap("Jā, gribu")
    stage.mentee.reads("Tavs mentors: Pēteris Ozols")


def everybody_told(stage: Stage) -> None:
    """An announcement is previewed, sent, received and accounted for."""
    ilze = stage.coordinator = stage.screen.phone("coordinator")
    ilze.tap("Paziņojums")
    ilze.tap("Jauniešiem (5)")
    ilze.say("Piektdien plkst. 15.00 tiekamies bibliotēkā.")
    ilze.reads("5 cilvēki")
    ilze.tap("Sūtīt (5)")
    stage.mentee.reads("bibliotēkā")
    ilze.tap("Kas saņēma")
    ilze.reads("Saņēma 5 no 5")
    ilze.reads("Elza Vītola")


STORY: list[Callable[[Stage], None]] = [
    greeted,
    language_changed,
    consent_given,
    question_answered,
    vague_question_narrowed,
    question_reaches_a_human,
    grow_walked_through,
    grow_ended_and_shared,
    reminded_before_due,
    check_in_arrived,
    extension_granted,
    reminded_of_the_new_date,
    mentor_found,
    everybody_told,
]


def test_the_story_is_played_on_three_phones(screen: DemoScreen) -> None:
    """From the greeting to the announcement, without a complaint from the browser."""
    stage = Stage(screen=screen)
    for step in STORY:
        step(stage)
