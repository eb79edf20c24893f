"""What invented people type, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Script:
    """`goals` and `steps` are taken in turn, so that not everybody wants the same. `lists` is what
    speaks for and against an option; `words` answer a check-in's questions, by their steps."""

    goals: tuple[str, ...]
    matters: str
    sign: str
    so_far: str
    options: tuple[str, str, str]
    obstacles: str
    lists: tuple[str, ...]
    steps: tuple[str, ...]
    report: str
    yes: str
    tasks: str
    ill: str
    question: str
    answer: str
    words: Mapping[str, str]
    otherwise: str


SCRIPTS: Mapping[str, Script] = {
    "lv": Script(
        goals=("Gribu nokārtot matemātiku", "Gribu uztaisīt spēli", "Gribu noskriet 5 km"),
        matters="Lai varu lepoties",
        sign="To var redzēt",
        so_far="jau mazliet sāku",
        options=("mācos ar draugu", "eju uz pulciņu", "skatos video"),
        obstacles="maz laika; bail kļūdīties; traucē telefons",
        lists=("ir skolotājs; bez maksas; tuvu", "agri jāceļas; tālu; kauns jautāt"),
        steps=(
            "Aizeju uz konsultāciju",
            "Izpildu piecus uzdevumus",
            "Parunāju ar treneri",
            "Sarakstu plānu",
            "Parādu pirmo variantu",
            "Pajautāju padomu",
        ),
        report="pastāstīšu mentoram",
        yes="jā",
        tasks="uzdevumi",
        ill="slimoju",
        question="Kur var nopirkt lētu ģitāru?",
        answer="Pajautā mūzikas skolotājam, viņam ir padoms.",
        words={
            "hard": "Daudz kontroldarbu",
            "helped": "Palīdzēja draugs",
            "next": "Izpildīt divus uzdevumus",
            "forward": "Sacensības sestdien",
            "question": "Kā sākt, ja negribas?",
            "drop": "Sēdēt telefonā",
            "easier": "Sākt dienu agrāk",
            "learnt": "Kā aprēķināt procentus",
            "use": "Kontroldarbā",
            "good": "Pastaiga ar suni",
            "source": "Video par daļām",
            "success": "Laikus piecēlos",
            "part": "Uzliku modinātāju tālāk no gultas",
            "surprise": "Fizika nebija garlaicīga",
            "thanks": "Draugam par palīdzību",
            "word": "skrējiens",
        },
        otherwise="Viss pa vecam",
    ),
    "en": Script(
        goals=("I want to pass maths", "I want to make a game", "I want to run 5 km"),
        matters="So that I can be proud",
        sign="Everybody can see it",
        so_far="I have begun a little",
        options=("study with a friend", "go to a club", "watch videos"),
        obstacles="too little time; afraid of mistakes; my phone",
        lists=("there is a teacher; free; near", "early mornings; far; shy to ask"),
        steps=(
            "Go to the consultation",
            "Do five exercises",
            "Talk to the coach",
            "Write a plan",
            "Show the first version",
            "Ask for advice",
        ),
        report="I will tell my mentor",
        yes="yes",
        tasks="tasks",
        ill="I am ill",
        question="Where can I buy a cheap guitar?",
        answer="Ask the music teacher, he knows.",
        words={
            "hard": "A lot of tests",
            "helped": "A friend helped",
            "next": "Do two exercises",
            "forward": "The race on Saturday",
            "question": "How do I begin when I don't feel like it?",
            "drop": "Sitting with my phone",
            "easier": "Starting a day earlier",
            "learnt": "How to work out percentages",
            "use": "In the test",
            "good": "A walk with the dog",
            "source": "A video about fractions",
            "success": "I got up in time",
            "part": "I put the alarm clock away from the bed",
            "surprise": "Physics wasn't boring",
            "thanks": "A friend, for helping me",
            "word": "running",
        },
        otherwise="Much the same",
    ),
}
