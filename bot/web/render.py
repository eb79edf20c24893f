"""Pages: templates, their texts in both languages, and how a bubble looks as JSON."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from babel.dates import format_time
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from desk import papers, pictures
from desk.wording import LANGUAGES, Wording
from mentoring.localtime import local
from store.feed import Shown

HERE = Path(__file__).parent
STATIC = HERE / "static"

_templates = Environment(
    loader=FileSystemLoader(HERE / "templates"), autoescape=True, undefined=StrictUndefined
)


@lru_cache
def page_wording(language: str) -> Wording:
    known = language if language in LANGUAGES else LANGUAGES[0]
    return Wording(known, (HERE / f"web.{known}.ftl").read_text(encoding="utf-8"))


def page(template: str, language: str, status: int = 200, **values: Any) -> HTMLResponse:
    html = _templates.get_template(template).render(
        lang=language, t=page_wording(language), **values
    )
    return HTMLResponse(html, status_code=status)


def problem(language: str, key: str, status: int, way: str = "") -> HTMLResponse:
    """A small page that says what is wrong and what to do; `way` is where to go on from there."""
    t = page_wording(language)
    said = {"heading": t(f"{key}-heading"), "text": t(f"{key}-text")}
    link = {"way": way, "way_label": t(f"{key}-way")} if way else {}
    return page("message.html", language, status, **said, **link)


def bubble(shown: Shown, zone: str, language: str, token: str) -> dict[str, Any]:
    """The public form of one message: id, from, author, text, buttons, image, at (local ISO)."""
    here = local(shown.at, zone)
    return {
        "id": shown.id,
        "from": shown.sender,
        "author": shown.author,
        "text": shown.text,
        "buttons": [{"key": key, "label": label} for key, label in shown.buttons],
        "image": _picture(shown.image, token),
        "image_alt": shown.alt,
        "document": _document(shown.document, token),
        "document_label": papers.name_of(shown.document) if shown.document else None,
        "at": here.isoformat(timespec="seconds"),
        "at_label": format_time(here, "HH.mm" if language == "lv" else "HH:mm", locale=language),
    }


def _picture(name: str | None, token: str) -> str | None:
    """Where the viewer's own chat serves a picture; the right to it is checked there again."""
    if name is None:
        return None
    return f"/chat/{token}/pictures/{pictures.address(name)}.png"


def _document(name: str | None, token: str) -> str | None:
    """Where the viewer's own chat serves a file; the right to it is checked there again."""
    if name == papers.DATA:
        return f"/chat/{token}/data.json"
    result = None if name is None else papers.number_of(name)
    return None if result is None else f"/chat/{token}/documents/{result}.pdf"
