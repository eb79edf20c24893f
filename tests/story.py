"""The scenes of one mentorship's story, played from outside: by web chat or by Telegram alike."""

from collections import Counter
from dataclasses import dataclass, field

from tests.check_ins import asked_in
from tests.playing import Chat, Process, plain, said

GOAL_TO_LIMITS = [
    "Gribu nokārtot matemātiku",
    "Lai tiktu vidusskolā",
    "Visi darbi ir ieskaitīti",
    "pēc diviem mēnešiem",
    "4",
    "jau mācos kopā ar draugu",
    "slinkums; telefons; bailes kļūdīties",
    "konsultācijas\ndraugs palīdz\nvideo stundas",
    "ir skolotājs; bez maksas; tuvu",
    "jautri; zinu viņu; ātri",
    "jebkurā laikā; var apturēt; mājās",
    "agri jāceļas; kauns jautāt; tālu",
    "novirzāmies; nav laika; strīdi",
]
ACTIONS = [
    ("Aizeju uz konsultāciju", "26. janvārī", "pastāstīšu mentoram"),
    ("Izpildu piecus uzdevumus", "2. februārī", "atsūtīšu attēlu"),
    ("Izrunāju atzīmi ar skolotāju", "9. februārī", "uzrakstīšu"),
]

MENTEES = 5
"""All who agreed, those without a scene included."""


@dataclass
class Stage:
    """The phones, by name, and who plays which part; unless told otherwise, the demo's own cast."""

    process: Process
    phones: dict[str, Chat] = field(default_factory=dict)
    cast: dict[str, str] = field(
        default_factory=lambda: {
            "mentee": "Elza Vītola",
            "newcomer": "Roberts Krūmiņš",
            "mentor": "Jānis Bērziņš",
            "coordinator": "Ilze Kalniņa",
        }
    )

    def phone(self, name: str) -> Chat:
        if name not in self.phones:
            self.phones[name] = self.process.phone(name)
        return self.phones[name]

    @property
    def mentee(self) -> Chat:
        return self.phone(self.cast["mentee"])

    @property
    def newcomer(self) -> Chat:
        return self.phone(self.cast["newcomer"])

    @property
    def mentor(self) -> Chat:
        return self.phone(self.cast["mentor"])

    @property
    def coordinator(self) -> Chat:
        return self.phone(self.cast["coordinator"])


def greeted(stage: Stage) -> None:
    hello = said(stage.mentee.new())
    assert "čatbots" in hello
    assert "Izdzēst visu" in hello
    assert stage.mentee.labels()[-1] == "In English"


def language_changed(stage: Stage) -> None:
    assert "chatbot" in said(stage.mentee.tap("In English"))
    assert "čatbots" in said(stage.mentee.tap("Latviski"))


def consent_given(stage: Stage) -> None:
    assert "Vispirms vajag tavu" in said(stage.mentee.send("GROW"))
    assert "Paldies" in said(stage.mentee.tap("Jā, der"))
    assert "GROW saruna" in stage.mentee.labels()


def answered_from_faq(stage: Stage) -> None:
    for phone in (stage.mentee, stage.mentor):
        phone.new()
        answer = plain(said(phone.send("vai es varu tikties ar jaunieti brivdienas?")))
        assert "rudens un pavasara" in answer
        assert "nav atbildes" not in answer


def vague_question_narrowed(stage: Stage) -> None:
    assert "Vai tu domāji" in said(stage.mentee.send("stundas"))
    assert len(stage.mentee.labels()) >= 3
    stage.mentee.tap(stage.mentee.labels()[0])


def question_reaches_a_human(stage: Stage) -> None:
    stage.coordinator.new()
    question = "Kur var nopirkt lētu ģitāru?"
    assert "Nodevu jautājumu" in said(stage.mentee.send(question))
    assert question in said(stage.coordinator.new())


def human_answer_comes_back(stage: Stage) -> None:
    stage.coordinator.tap("Atbildēt")
    assert "Nodots" in said(stage.coordinator.send("Pajautā mūzikas skolotājam, viņam ir padoms."))
    answer = stage.mentee.new()
    assert [m["from"] for m in answer] == ["human"]
    assert answer[0]["author"] == stage.coordinator.name
    assert "mūzikas skolotājam" in answer[0]["text"]


def grow_begun(stage: Stage) -> None:
    assert "Ko tu gribi sasniegt" in said(stage.mentee.send("grow"))
    for answer in GOAL_TO_LIMITS[:5]:
        stage.mentee.send(answer)


def grow_step_back(stage: Stage) -> None:
    question = said(stage.mentee.tap("Atpakaļ"))
    assert "no 1" in plain(question) or "1 ir pats sakums" in plain(question)
    stage.mentee.send("5")


def grow_left_and_resumed(stage: Stage) -> None:
    stage.mentee.tap("Vēlāk")
    assert "rudens un pavasara" in said(stage.mentee.send("Vai drīkst tikties brīvdienās?"))
    stage.mentee.send("izvēlne")
    assert "Turpinām" in said(stage.mentee.tap("Turpināt"))
    stage.mentee.send(GOAL_TO_LIMITS[5])


def grow_options_weighed(stage: Stage) -> None:
    for answer in GOAL_TO_LIMITS[6:]:
        stage.mentee.send(answer)
    assert "izvēlies" in said(stage.mentee.send("dārgi; garlaicīgi; vajag internetu")).lower()


def grow_choice_made(stage: Stage) -> None:
    stage.mentee.tap("konsultācijas")


def grow_actions_dated(stage: Stage) -> None:
    for what, when, how in ACTIONS:
        stage.mentee.send(what)
        stage.mentee.send(when)
        stage.mentee.send(how)
    stage.mentee.tap("Pietiek")


def grow_shared(stage: Stage) -> None:
    stage.mentor.new()
    result = said(stage.mentee.send("jā"))
    assert "Gribu nokārtot matemātiku" in result
    assert "konsultācijas" in result
    assert "Pierakstīju 3 uzdevumus" in result
    assert said(stage.mentor.new()) == ""
    stage.process.wind(to="2026-01-12T16:30")
    assert stage.mentee.name in said(stage.mentor.new())
    assert "Gribu nokārtot matemātiku" in said(stage.mentor.tap("Izlasīt"))


def nudged_before_due(stage: Stage) -> None:
    stage.mentee.new()
    stage.process.wind(to="2026-01-23T17:30")
    news = said(stage.mentee.new())
    assert "Aizeju uz konsultāciju" in news
    assert "termiņš ir" in news
    assert "Izpildu piecus" not in news


def asked_for_time(stage: Stage) -> None:
    stage.mentor.new()
    stage.mentee.tap("Vajag laiku")
    assert stage.mentor.name in said(stage.mentee.send("līdz 30. janvārim, jo skolotājs slimo"))
    request = said(stage.mentor.new())
    assert "30. janvārī" in request
    assert "skolotājs slimo" in request


def extension_granted(stage: Stage) -> None:
    stage.mentor.tap("30. janvārī")
    assert "piektdien, 30. janvārī" in said(stage.mentee.new())


def no_reminder_of_the_old_date(stage: Stage) -> None:
    stage.mentee.send("5")
    stage.mentee.tap("Izlaist")
    stage.mentee.tap("Izlaist")
    stage.process.wind(to="2026-01-26T20:00")
    assert "Aizeju" not in said(stage.mentee.new())


def reminder_of_the_new_date(stage: Stage) -> None:
    stage.process.wind(to="2026-01-27T20:00")
    news = said(stage.mentee.new())
    assert "Aizeju uz konsultāciju" in news
    assert "30. janvārī" in news


def help_reaches_the_mentor(stage: Stage) -> None:
    stage.mentor.new()
    stage.mentee.tap("Vajag palīdzību")
    stage.mentee.send("Nesaprotu procentus")
    news = said(stage.mentor.new())
    assert "Aizeju uz konsultāciju" in news
    assert "Nesaprotu procentus" in news


def help_answered(stage: Stage) -> None:
    stage.mentor.tap("Atbildēt")
    stage.mentor.send("Rīt pēc stundām parādīšu.")
    assert "parādīšu" in said(stage.mentee.new())


def task_done_is_not_mentioned_again(stage: Stage) -> None:
    stage.mentee.tap("Ir padarīts")
    stage.process.wind(to="2026-02-01T20:00")
    assert "Aizeju uz" not in said(stage.mentee.new())


def late_is_followed_up_kindly(stage: Stage) -> None:
    stage.process.wind(to="2026-02-04T20:00")
    news = said(stage.mentee.new())
    assert "Nekas traks" in news
    assert "Izpildu piecus" in news


def check_ins_come_weekly(stage: Stage) -> None:
    stage.process.wind(to="2026-02-20T20:00")
    asked = [m for m in stage.mentee.all() if m["from"] == "bot" and asked_in(m["text"])]
    days = Counter(m["at"][:10] for m in asked)
    assert {"2026-01-16", "2026-01-23", "2026-01-30", "2026-02-06", "2026-02-13"} <= set(days)
    assert max(days.values()) == 1


def mentor_sees_silence(stage: Stage) -> None:
    silence = f"dienas nav ziņu. Jaunietis: {stage.mentee.name}"
    assert silence in said(stage.mentor.new())
    assert stage.mentor.text().count(silence) == 1


def newcomer_tells_interests(stage: Stage) -> None:
    stage.newcomer.tap("Jā, der")
    stage.newcomer.tap("Meklēt mentoru")
    stage.newcomer.send("programmesana, datorspeles un futbols")
    stage.newcomer.tap("Pietiek")
    while "Izlaist" in stage.newcomer.labels():
        stage.newcomer.tap("Izlaist")
    offer = stage.newcomer.all()[-1]
    assert "Pēteris Ozols" in offer["text"]
    assert "kopīgs" in offer["text"]
    assert 1 <= len(offer["buttons"]) <= 3


def newcomer_chooses_and_is_declined(stage: Stage) -> None:
    peteris = stage.phone("Pēteris Ozols")
    peteris.new()
    stage.newcomer.tap("Pēteris Ozols")
    assert stage.newcomer.name in said(peteris.new())
    peteris.tap("Šoreiz nē")
    assert "Tas nav par tevi" in said(stage.newcomer.new())


def newcomer_is_accepted(stage: Stage) -> None:
    stage.newcomer.tap("Jā, pajautāt")
    name = next(
        n
        for n in ("Marta Liepiņa", "Laima Kalve", stage.mentor.name)
        if f"Pajautāju mentoram: {n}" in stage.newcomer.text()
    )
    mentor = stage.phone(name)
    assert "Tavs mentors" not in stage.newcomer.text()
    mentor.tap("Jā, gribu")
    assert f"Tavs mentors: {name}" in said(stage.newcomer.new())


def announcement_sent(stage: Stage) -> None:
    stage.coordinator.new()
    stage.coordinator.send("/pazinojums")
    stage.coordinator.tap(f"Jauniešiem ({MENTEES})")
    preview = said(stage.coordinator.send("Piektdien plkst. 15.00 tiekamies bibliotēkā."))
    assert f"{MENTEES} cilvēki" in preview
    assert "bibliotēkā" in preview
    stage.coordinator.tap(f"Sūtīt ({MENTEES})")
    for phone in (stage.mentee, stage.newcomer):
        assert "bibliotēkā" in said(phone.new())


def announcement_reported(stage: Stage) -> None:
    report = said(stage.coordinator.tap("Kas saņēma"))
    assert f"Saņēma {MENTEES} no {MENTEES}" in report
    assert stage.mentee.name in report
