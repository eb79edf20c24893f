"""The story of one mentorship, played from outside over HTTP: once as it is, once with the process
killed and started again between any two steps. Nothing may be lost, nothing repeated."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.playing import Phone, Process, plain, said

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


@dataclass
class Stage:
    """The three phones and the others, and what the story needs to remember."""

    process: Process
    phones: dict[str, Phone] = field(default_factory=dict)

    def phone(self, name: str) -> Phone:
        if name not in self.phones:
            self.phones[name] = self.process.phone(name)
        return self.phones[name]

    @property
    def elza(self) -> Phone:
        return self.phone("Elza Vītola")

    @property
    def roberts(self) -> Phone:
        return self.phone("Roberts Krūmiņš")

    @property
    def janis(self) -> Phone:
        return self.phone("Jānis Bērziņš")

    @property
    def ilze(self) -> Phone:
        return self.phone("Ilze Kalniņa")


def greeted(stage: Stage) -> None:
    hello = said(stage.elza.new())
    assert "čatbots" in hello
    assert "Izdzēst visu" in hello
    assert stage.elza.labels()[-1] == "In English"


def language_changed(stage: Stage) -> None:
    assert "chatbot" in said(stage.elza.tap("In English"))
    assert "čatbots" in said(stage.elza.tap("Latviski"))


def consent_given(stage: Stage) -> None:
    assert "Vispirms vajag tavu" in said(stage.elza.send("GROW"))
    assert "Paldies" in said(stage.elza.tap("Jā, der"))
    assert "GROW saruna" in stage.elza.labels()


def answered_from_faq(stage: Stage) -> None:
    for phone in (stage.elza, stage.janis):
        phone.new()
        answer = plain(said(phone.send("vai es varu tikties ar jaunieti brivdienas?")))
        assert "rudens un pavasara" in answer
        assert "nav atbildes" not in answer


def vague_question_narrowed(stage: Stage) -> None:
    assert "Vai tu domāji" in said(stage.elza.send("stundas"))
    assert len(stage.elza.labels()) >= 3
    stage.elza.tap(stage.elza.labels()[0])


def question_reaches_a_human(stage: Stage) -> None:
    stage.ilze.new()
    question = "Kur var nopirkt lētu ģitāru?"
    assert "Nodevu jautājumu" in said(stage.elza.send(question))
    assert question in said(stage.ilze.new())


def human_answer_comes_back(stage: Stage) -> None:
    stage.ilze.tap("Atbildēt")
    assert "Nodots" in said(stage.ilze.send("Pajautā mūzikas skolotājam, viņam ir padoms."))
    answer = stage.elza.new()
    assert [m["from"] for m in answer] == ["human"]
    assert answer[0]["author"] == "Ilze Kalniņa"
    assert "mūzikas skolotājam" in answer[0]["text"]


def grow_begun(stage: Stage) -> None:
    assert "Ko tu gribi sasniegt" in said(stage.elza.send("grow"))
    for answer in GOAL_TO_LIMITS[:5]:
        stage.elza.send(answer)


def grow_step_back(stage: Stage) -> None:
    question = said(stage.elza.tap("Atpakaļ"))
    assert "no 1" in plain(question) or "1 ir pats sakums" in plain(question)
    stage.elza.send("5")


def grow_left_and_resumed(stage: Stage) -> None:
    stage.elza.tap("Vēlāk")
    assert "rudens un pavasara" in said(stage.elza.send("Vai drīkst tikties brīvdienās?"))
    stage.elza.send("izvēlne")
    assert "Turpinām" in said(stage.elza.tap("Turpināt"))
    stage.elza.send(GOAL_TO_LIMITS[5])


def grow_options_weighed(stage: Stage) -> None:
    for answer in GOAL_TO_LIMITS[6:]:
        stage.elza.send(answer)
    assert "izvēlies" in said(stage.elza.send("dārgi; garlaicīgi; vajag internetu")).lower()


def grow_choice_made(stage: Stage) -> None:
    stage.elza.tap("konsultācijas")


def grow_actions_dated(stage: Stage) -> None:
    for what, when, how in ACTIONS:
        stage.elza.send(what)
        stage.elza.send(when)
        stage.elza.send(how)
    stage.elza.tap("Pietiek")


def grow_shared(stage: Stage) -> None:
    stage.janis.new()
    result = said(stage.elza.send("jā"))
    assert "Gribu nokārtot matemātiku" in result
    assert "konsultācijas" in result
    assert "Pierakstīju 3 uzdevumus" in result
    assert "Elza Vītola" in said(stage.janis.new())
    assert "Gribu nokārtot matemātiku" in said(stage.janis.tap("Izlasīt"))


def nudged_before_due(stage: Stage) -> None:
    stage.elza.new()
    stage.process.wind(to="2026-01-23T17:30")
    news = said(stage.elza.new())
    assert "Aizeju uz konsultāciju" in news
    assert "Kā iet?" in news
    assert "Izpildu piecus" not in news


def asked_for_time(stage: Stage) -> None:
    stage.janis.new()
    stage.elza.tap("Vajag laiku")
    assert "Jānis Bērziņš" in said(stage.elza.send("līdz 30. janvārim, jo skolotājs slimo"))
    request = said(stage.janis.new())
    assert "30. janvārī" in request
    assert "skolotājs slimo" in request


def extension_granted(stage: Stage) -> None:
    stage.janis.tap("30. janvārī")
    assert "piektdien, 30. janvārī" in said(stage.elza.new())


def no_reminder_of_the_old_date(stage: Stage) -> None:
    stage.elza.send("5")
    stage.elza.tap("Izlaist")
    stage.elza.tap("Izlaist")
    stage.process.wind(to="2026-01-26T20:00")
    assert "Aizeju" not in said(stage.elza.new())


def reminder_of_the_new_date(stage: Stage) -> None:
    stage.process.wind(to="2026-01-27T20:00")
    news = said(stage.elza.new())
    assert "Aizeju uz konsultāciju" in news
    assert "30. janvārī" in news


def help_reaches_the_mentor(stage: Stage) -> None:
    stage.janis.new()
    stage.elza.tap("Vajag palīdzību")
    stage.elza.send("Nesaprotu procentus")
    news = said(stage.janis.new())
    assert "Aizeju uz konsultāciju" in news
    assert "Nesaprotu procentus" in news


def help_answered(stage: Stage) -> None:
    stage.janis.tap("Atbildēt")
    stage.janis.send("Rīt pēc stundām parādīšu.")
    assert "parādīšu" in said(stage.elza.new())


def task_done_is_not_mentioned_again(stage: Stage) -> None:
    stage.elza.tap("Ir padarīts")
    stage.process.wind(to="2026-02-01T20:00")
    assert "Aizeju uz" not in said(stage.elza.new())


def late_is_followed_up_kindly(stage: Stage) -> None:
    stage.process.wind(to="2026-02-04T20:00")
    news = said(stage.elza.new())
    assert "Gadās" in news
    assert "Izpildu piecus" in news


def check_ins_come_weekly(stage: Stage) -> None:
    stage.process.wind(to="2026-02-20T20:00")
    asked = [
        m for m in stage.elza.all() if "Kāda bija šī nedēļa" in m["text"] and m["from"] == "bot"
    ]
    days = Counter(m["at"][:10] for m in asked)
    assert {"2026-01-16", "2026-01-23", "2026-01-30", "2026-02-06", "2026-02-13"} <= set(days)
    assert max(days.values()) == 1


def mentor_sees_silence(stage: Stage) -> None:
    assert "dienas nav ziņu" in said(stage.janis.new())
    assert stage.janis.text().count("dienas nav ziņu") == 1


def newcomer_tells_interests(stage: Stage) -> None:
    stage.roberts.tap("Jā, der")
    stage.roberts.tap("Meklēt mentoru")
    stage.roberts.send("programmesana, datorspeles un futbols")
    stage.roberts.tap("Pietiek")
    while "Izlaist" in stage.roberts.labels():
        stage.roberts.tap("Izlaist")
    offer = stage.roberts.all()[-1]
    assert "Pēteris Ozols" in offer["text"]
    assert "kopīgs" in offer["text"]
    assert 1 <= len(offer["buttons"]) <= 3


def newcomer_chooses_and_is_declined(stage: Stage) -> None:
    peteris = stage.phone("Pēteris Ozols")
    peteris.new()
    stage.roberts.tap("Pēteris Ozols")
    assert "Roberts Krūmiņš" in said(peteris.new())
    peteris.tap("Šoreiz nē")
    assert "Tas nav par tevi" in said(stage.roberts.new())


def newcomer_is_accepted(stage: Stage) -> None:
    stage.roberts.tap("Jā, pajautāt")
    name = next(
        n
        for n in ("Marta Liepiņa", "Laima Kalve", "Jānis Bērziņš")
        if f"Pajautāju mentoram: {n}" in stage.roberts.text()
    )
    mentor = stage.phone(name)
    assert "Tavs mentors" not in stage.roberts.text()
    mentor.tap("Jā, gribu")
    assert f"Tavs mentors: {name}" in said(stage.roberts.new())


def announcement_sent(stage: Stage) -> None:
    stage.ilze.new()
    stage.ilze.send("/pazinojums")
    stage.ilze.tap("Jauniešiem (2)")
    preview = said(stage.ilze.send("Piektdien plkst. 15.00 tiekamies bibliotēkā."))
    assert "2 cilvēki" in preview
    assert "bibliotēkā" in preview
    stage.ilze.tap("Sūtīt (2)")
    for phone in (stage.elza, stage.roberts):
        assert "bibliotēkā" in said(phone.new())


def announcement_reported(stage: Stage) -> None:
    report = said(stage.ilze.tap("Kas saņēma"))
    assert "Saņēma 2 no 2" in report
    assert "Elza Vītola" in report


STORY: list[Callable[[Stage], None]] = [
    greeted,
    language_changed,
    consent_given,
    answered_from_faq,
    vague_question_narrowed,
    question_reaches_a_human,
    human_answer_comes_back,
    grow_begun,
    grow_step_back,
    grow_left_and_resumed,
    grow_options_weighed,
    grow_choice_made,
    grow_actions_dated,
    grow_shared,
    nudged_before_due,
    asked_for_time,
    extension_granted,
    no_reminder_of_the_old_date,
    reminder_of_the_new_date,
    help_reaches_the_mentor,
    help_answered,
    task_done_is_not_mentioned_again,
    late_is_followed_up_kindly,
    check_ins_come_weekly,
    mentor_sees_silence,
    newcomer_tells_interests,
    newcomer_chooses_and_is_declined,
    newcomer_is_accepted,
    announcement_sent,
    announcement_reported,
]


def transcript(stage: Stage) -> dict[str, list[tuple[str, str]]]:
    people = stage.process.json("/demo.json")["people"]
    return {p["name"]: [(m["from"], m["text"]) for m in _all(stage, p)] for p in people}


def _all(stage: Stage, person: dict[str, Any]) -> list[dict[str, Any]]:
    return Phone(process=stage.process, token=person["token"], name=person["name"]).all()


def test_the_story_survives_a_kill_between_any_two_steps(tmp_path: Path) -> None:
    """Played twice, the second time killed after each step, everybody reads the same."""
    told = []
    for name, killed in (("once", False), ("killed", True)):
        folder = tmp_path / name
        folder.mkdir()
        process = Process(f"sqlite:///{folder}/story.sqlite3", folder=folder).start()
        stage = Stage(process=process)
        try:
            for step in STORY:
                step(stage)
                if killed:
                    process.restart()
            told.append(transcript(stage))
        finally:
            process.close()
    assert told[0] == told[1]


def test_the_story_on_postgresql(postgresql_url: str, tmp_path: Path) -> None:
    """The same story, played through once on a real PostgreSQL."""
    process = Process(postgresql_url, folder=tmp_path).start()
    try:
        stage = Stage(process=process)
        for step in STORY:
            step(stage)
    finally:
        process.close()


def test_the_story_leaves_no_words_and_no_secrets_behind(tmp_path: Path) -> None:
    """Chat secrets and people's words are neither in the log nor readable in the database."""
    process = Process(f"sqlite:///{tmp_path}/story.sqlite3", folder=tmp_path).start()
    stage = Stage(process=process)
    try:
        for step in STORY[:8]:
            step(stage)
        tokens = [p["token"] for p in process.json("/demo.json")["people"]]
    finally:
        process.close()
    log = process.log.read_text()
    files = b"".join(f.read_bytes() for f in tmp_path.glob("story.sqlite3*"))
    assert "ģitāru" not in log
    assert b"ieskait" not in files
    for token in tokens:
        assert token not in log
