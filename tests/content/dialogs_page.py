"""docs/dialogs.md: its table, excerpts and pictures, made from the library and the transcripts.

Run `python -m tests.content.dialogs_page` after a change of either. Between the page's marks
everything is written anew; what stands outside them is kept.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from dialogs.definition import Definition, Role
from dialogs.effects import Draw
from dialogs.engine import start
from dialogs.load import load_library
from dialogs.pictures import draw
from dialogs.pictures.picture import Picture
from dialogs.pictures.png import to_png
from dialogs.pictures.poll import draw_poll
from dialogs.ready_poll import load_polls
from mentoring.polls import tally
from tests.dialogs.transcript import FOLDER, Transcript

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "dialogs.md"
IMAGES = ROOT / "docs" / "images"
IMAGE_BYTES_MAX = 180_000

MARKED = re.compile(r"(<!-- generated: (\w+)(?: (\S+))? -->\n).*?(\n?<!-- end -->)", re.DOTALL)
"""A generated part: its opening mark, what it holds, and of which dialog."""

READERS: Mapping[tuple[Role, ...], str] = {
    (): "everybody",
    ("mentee",): "mentees",
    ("mentor",): "mentors",
    ("mentee", "mentor"): "mentees and mentors",
}

EXCERPTS: Mapping[str, tuple[int, int]] = {
    "check-in": (0, 3),
    "check-in-weather": (0, 1),
    "check-in-back": (0, 2),
    "grow": (6, 4),
    "smart": (5, 4),
    "wheel": (9, 4),
    "swot": (14, 3),
    "canvas": (0, 3),
    "traffic-light": (14, 4),
    "dilts": (7, 4),
    "reflect": (3, 4),
    "stuck": (0, 5),
}
"""How many of the person's messages are passed over, and how many are shown."""

EIGHT_AREAS: Mapping[str, Any] = {
    "areas": ["school", "friends", "family", "home", "health", "sleep", "money", "future"],
    "score": [7, 9, 8, 7, 6, 3, 2, 10],
    "weakest": ["sleep", "money"],
}
TEN_AREAS: Mapping[str, Any] = {
    "areas": [
        "school", "friends", "family", "home", "health",
        "sleep", "free", "money", "feelings", "Music",
    ],
    "score": [6, 8, 9, 7, 5, 6, 10, 4, 5, 6],
    "weakest": ["money", "feelings"],
}  # fmt: skip
TEN_BEFORE: Mapping[str, Any] = {**TEN_AREAS, "score": [6, 7, 9, 8, 5, 4, 8, 2, 3, 6]}


POLL_ANSWERS: Mapping[tuple[str, str], list[Any]] = {
    ("media-quiz", "headline"): [1, 1, 3, 1, 2, 1, 0, 1],
    ("group-check-in", "word"): [
        ["nogurums", "cerība"], ["steiga"], ["Cerība", "draugi"], ["eksāmeni", "steiga"],
        ["cerība"], ["miegs", "viss uzreiz"], ["steiga", "lepnums"], ["miers"],
        ["cerība", "mūzika"], ["sniegs"],
    ],
}  # fmt: skip
"""Invented answers to one question of a ready-made poll each."""


@dataclass(frozen=True, kw_only=True)
class Image:
    """One picture of the page and the dialog it stands under."""

    dialog: str
    name: str
    picture: Picture

    @property
    def file(self) -> Path:
        return IMAGES / self.name


def rewritten(page: str) -> str:
    """The page with every generated part as it should read now."""

    def part(found: re.Match[str]) -> str:
        return found[1] + "\n".join(_GENERATED[found[2]](found[3])) + "\n<!-- end -->"

    return MARKED.sub(part, page)


def images() -> list[Image]:
    """All pictures: two wheels of invented answers, the others from the Latvian transcripts.

    The earlier wheel is in English, as the one picture that shows how English ones look.
    """
    ten = draw("wheel", TEN_AREAS, "en", TEN_BEFORE)
    wheels = {"wheel-8": draw("wheel", EIGHT_AREAS, "lv"), "wheel-10": ten}
    return [
        *(Image(dialog="wheel", name=_file(name), picture=one) for name, one in wheels.items()),
        *(
            Image(dialog=name, name=_file(name), picture=draw(name, _answers(name), "lv"))
            for name in ("swot", "canvas", "traffic-light")
        ),
        *(_polled(poll, question) for poll, question in POLL_ANSWERS),
    ]


def table(_: str | None = None) -> Iterator[str]:
    """One row for each dialog of the library."""
    yield "| id | Latvian | English | for | minutes | what it is | what it gives |"
    yield "|---|---|---|---|---|---|---|"
    for one in load_library().values():
        lv, en = (one.title.in_language(language) for language in ("lv", "en"))
        cells = (f"`{one.id}`", lv, en, READERS[one.audience], one.about, _purpose(one))
        yield f"| {' | '.join(map(str, cells))} | {', '.join(_gives(one))} |"


def excerpt(dialog: str) -> Iterator[str]:
    """A few exchanges of the English transcript, as a quotation."""
    first, turns = EXCERPTS[dialog]
    blocks = _blocks(dialog)
    answers = [number for number, block in enumerate(blocks) if block[0] in ">["]
    begin = answers[first - 1] + 1 if first else 0
    for block in blocks[begin : answers[first + turns - 1] + 1]:
        yield from _quoted(block)
    yield "> …"


def pictures(dialog: str) -> Iterator[str]:
    """The pictures of one dialog, with their words for whoever doesn't see them."""
    for image in images():
        if image.dialog == dialog:
            alt = image.picture.alt.replace("\n", " ").replace("[", "(").replace("]", ")")
            yield f"![{alt}](images/{image.name})"
            yield ""


def polls(_: str | None = None) -> Iterator[str]:
    """One row for each ready-made poll."""
    yield "| id | Latvian | English | questions | what it is good for |"
    yield "|---|---|---|---|---|"
    for name, ready in load_polls().items():
        kinds = ", ".join(question.kind for question in ready.poll.questions)
        cells = (
            f"`{name}`",
            ready.poll.title["lv"],
            ready.poll.title["en"],
            kinds,
            ready.note["en"],
        )
        yield f"| {' | '.join(cells)} |"


_GENERATED: Mapping[str, Any] = {
    "table": table,
    "excerpt": excerpt,
    "pictures": pictures,
    "polls": polls,
}


def _polled(poll: str, question: str) -> Image:
    asked = load_polls()[poll].poll.by_id[question]
    picture = draw_poll(asked, tally(asked, POLL_ANSWERS[poll, question]), "lv")
    return Image(dialog="polls", name=_file(f"poll-{poll}"), picture=picture)


def _file(name: str) -> str:
    return f"dialog-{name}.png"


def _answers(dialog: str) -> Mapping[str, Any]:
    """What the Draw effect of the Latvian transcript carries."""
    transcript = Transcript(FOLDER / f"{dialog}_lv.txt")
    turn = start(transcript.definition, "lv", transcript.today)
    for given in transcript.inputs:
        turn = transcript._next(turn, given)
    return next(effect.data for effect in turn.effects if isinstance(effect, Draw))


def _purpose(dialog: Definition) -> str:
    """The note at the head of the dialog's file, which says what the dialog is."""
    head = Path(dialog.file).read_text(encoding="utf-8").splitlines()[0]
    return head.removeprefix("#").strip()


def _gives(dialog: Definition) -> Iterator[str]:
    effects = {step.effect for step in dialog.steps}
    if dialog.result:
        yield "a summary"
    if "make_task" in effects:
        yield "tasks with reminders"
    if dialog.draw:
        yield "a picture"
    if "propose_share" in effects:
        yield "can be shared"
    if "hand_over" in effects:
        yield "a question goes to a person"
    if "seek_help" in effects:
        yield "leads to help"


def _blocks(dialog: str) -> list[str]:
    text = (FOLDER / f"{dialog}_en.txt").read_text(encoding="utf-8")
    return [block for block in text.strip().split("\n\n")[1:] if block[0] != "#"]


def _quoted(block: str) -> Iterator[str]:
    """What is said as it is, buttons as code, what the person does in bold."""
    for empty, lines in groupby(block.splitlines(), key=lambda line: line == "|"):
        if not empty:
            yield "\\\n".join(f"> {_shown(line)}" for line in lines)
            yield ">"


def _shown(line: str) -> str:
    mark, said = line[0], line[2:]
    if mark in ">[":
        return f"**{_plain(said if mark == '>' else line)}**"
    return f"`{said.strip()}`" if said.startswith("   [") else _plain(said)


def _plain(text: str) -> str:
    return re.sub(r"([\[\]*_<>`|])", r"\\\1", text)


def main() -> None:
    IMAGES.mkdir(exist_ok=True)
    for image in images():
        image.file.write_bytes(to_png(image.picture.svg))
        print(f"{image.file.stat().st_size:>9,} bytes  {image.file.relative_to(ROOT)}")
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
