"""Results as PDF: who may have one, what it is made of, what the file is called."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desk import pictures, sharing
from desk.pictures import Drawable
from desk.visit import CERTIFICATE, Visit, button
from desk.wording import wording
from dialogs import printing
from mentoring.localtime import local
from mentoring.message import Button
from store import journal
from store.sessions import Result

DATA = "data"
PREFIX = "pdf:"
LANGUAGE = "language"
"""In the data of a certificate, whose owner chose it."""

PICTURE_PIXELS = 1_400
"""The width of a picture on paper: 210 dots per inch."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """A result somebody may see now. `owner` is the visit itself where it is their own."""

    owner: Visit
    result: Result

    def is_own(self, visit: Visit) -> bool:
        return self.owner is visit


@dataclass(frozen=True, kw_only=True)
class Printable:
    """All that a PDF is made of, so that it can be made outside the unit of work."""

    values: dict[str, Any]
    picture: Drawable | None

    def to_pdf(self) -> bytes:
        from dialogs.pictures.png import to_png  # both load libraries: only when first needed
        from dialogs.printing.pdf import Paper, to_pdf

        if self.picture is None:
            return to_pdf(Paper(**self.values))
        drawn = self.picture.draw()
        png = to_png(drawn.svg, PICTURE_PIXELS)
        return to_pdf(Paper(**self.values, picture=png, alt=drawn.alt))


def find(visit: Visit, result: int) -> Found | None:
    """The result if it is this person's, or shared with them by the other half of a pair."""
    for owner in sharing.owners(visit, result):
        for one in sharing.readable(visit, owner):
            if one.id == result:
                return Found(owner=owner, result=one)
    return None


def pdf_button(visit: Visit, result: int) -> Button:
    return button(visit.t("do-pdf"), "result_pdf", result=result)


def send(visit: Visit, result: int) -> None:
    """Sends the PDF. Whether the person may have it is looked at again when it is made."""
    found = find(visit, result)
    if found is None:
        visit.say(visit.t("not-yours"))
        return
    note(visit, found)
    title = contents(visit, found).title
    visit.say(
        visit.t("result-pdf", title=title),
        document=document(visit, found.result),
        **pictures.shown_of(visit, found.owner, found.result),
    )


def show(visit: Visit, found: Found, heading: str) -> None:
    """The words of somebody else's result under whose it is, with its PDF and its picture."""
    note(visit, found)
    visit.say(
        f"{heading}\n\n{found.result.text}",
        pdf_button(visit, found.result.id),
        **pictures.shown_of(visit, found.owner, found.result),
    )
    pictures.show(visit, found.owner, found.result)


def note(visit: Visit, found: Found) -> None:
    """Who reads what somebody else has shared is kept."""
    if not found.is_own(visit):
        journal.note(
            visit.tx,
            actor=visit.person.id,
            act="read-result",
            now=visit.now,
            object_=f"result:{found.result.id}",
            detail={"of": found.owner.person.id},
        )


def printable(visit: Visit, found: Found) -> Printable:
    """In the language the result was written in, whoever reads it."""
    spoken = language(found)
    picture = pictures.drawable(visit, found.owner, found.result)
    values = {
        "contents": contents(visit, found),
        "who": " · ".join(filter(None, (found.owner.person.name, _about(visit, found, spoken)))),
        "made_at": local(found.result.created_at, found.owner.zone),
        "language": spoken,
    }
    return Printable(values=values, picture=picture and replace(picture, language=spoken))


def _about(visit: Visit, found: Found, spoken: str) -> str:
    whom = sharing.whom(visit, found.result.pairing)
    return wording(spoken)("about-whom", name=whom) if whom else ""


def contents(visit: Visit, found: Found) -> printing.Contents:
    definition = found.owner.loaded.dialogs.get(found.result.dialog)
    return printing.read(found.result.text, definition, language(found))


def language(found: Found) -> str:
    if found.result.dialog == CERTIFICATE:
        return str(found.result.data[LANGUAGE])
    definition = found.owner.loaded.dialogs.get(found.result.dialog)
    return printing.language_of(found.result.text, definition, found.owner.person.language)


def day_of(visit: Visit, result: Result) -> date:
    """The day it was made, where the reader is."""
    return local(result.created_at, visit.zone).date()


def file_name(visit: Visit, result: Result) -> str:
    """ "grow-2026-01-12.pdf": sorted by tool and day in anybody's folder."""
    return f"{result.dialog}-{day_of(visit, result)}.pdf"


def document(visit: Visit, result: Result) -> str:
    """The name under which a message carries the PDF: made when it is sent."""
    return f"{PREFIX}{result.id}:{file_name(visit, result)}"


def number_of(document: str) -> int | None:
    """The result whose PDF this names."""
    number = document.removeprefix(PREFIX).partition(":")[0]
    return int(number) if document.startswith(PREFIX) and number.isdigit() else None


def name_of(document: str) -> str:
    """What the file is called where it arrives."""
    return "pavadonis.json" if document == DATA else document.rpartition(":")[2]
