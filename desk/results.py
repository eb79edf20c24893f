""" "My results": listed by the page, looked for by words, shown, shared and taken back."""

from collections.abc import Sequence

from desk import finding, insights, menu, papers, pictures, readers, sharing, shelf
from desk.finding import Wanted
from desk.readers import Reader, Readers
from desk.visit import Visit, button, short
from knowledge.folding import fold, tokens
from mentoring.message import Button
from store import sessions
from store.sessions import Result

PAGE = 8
LABEL = 40
WORDS_AT_MOST = 9
"""More words after "my results" are a sentence about them, not a search."""

NAMES = ("mani rezultati", "rezultati", "my results", "results")


def listed(visit: Visit, page: int = 0, search: str = "") -> None:
    everything = sessions.results(visit.tx, visit.person)
    found = fitting(visit, everything, _wanted(visit, search)) if search else everything
    if not everything and (way := shelf.way(visit)):
        visit.say(visit.t("no-results"), *way)
    elif not everything:
        menu.show(visit, visit.t("no-results"))
    elif not found:
        everywhere = button(visit.t("results-all"), "results")
        visit.say(visit.t("results-hint"), everywhere, button(visit.t("do-ask"), "ask"))
    else:
        _page(visit, found, min(max(page, 0), (len(found) - 1) // PAGE), search)


def _wanted(visit: Visit, search: str) -> Wanted:
    return finding.read(search, visit.loaded.dialogs, visit.today)


def fitting(visit: Visit, some: Sequence[Result], wanted: Wanted) -> list[Result]:
    return [one for one in some if wanted.fits(one.dialog, one.text, papers.day_of(visit, one))]


def _page(visit: Visit, found: list[Result], page: int, search: str) -> None:
    first = page * PAGE
    shown = found[first : first + PAGE]
    buttons = [button(_label(visit, one), "result_show", result=one.id) for one in shown]
    visit.say(
        _heading(visit, len(found), first, len(shown)),
        *buttons,
        *_turning(visit, page, more=first + PAGE < len(found), search=search),
        *([button(visit.t("do-insights"), "insights")] if insights.lines(visit) else []),
        *shelf.way(visit),
    )


def _heading(visit: Visit, count: int, first: int, shown: int) -> str:
    if count <= PAGE:
        return visit.t("your-results")
    return visit.t("your-results-page", first=first + 1, last=first + shown, count=count)


def _turning(visit: Visit, page: int, *, more: bool, search: str) -> list[Button]:
    older = button(visit.t("results-older"), "results", page=page + 1, search=search)
    newer = button(visit.t("results-newer"), "results", page=page - 1, search=search)
    return [each for each, there in ((newer, page > 0), (older, more)) if there]


def _label(visit: Visit, result: Result) -> str:
    whom = short(sharing.whom(visit, result.pairing), 20)
    named = ", ".join(filter(None, (short(title(visit, result), 24), whom)))
    return f"{named}, {papers.day_of(visit, result):%d.%m.%Y}"


def title(visit: Visit, result: Result) -> str:
    """The tool's name now, in the reader's language."""
    return visit.title(result.dialog)


def asked_for(text: str) -> str | None:
    """What is looked for with "rezultāti rats" or "/results january"; None for other words."""
    if "?" in text:
        return None
    said = fold(text.removeprefix("/")).strip(" .!")
    for name in NAMES:
        rest = said.removeprefix(f"{name} ")
        if rest != said:
            return rest if len(tokens(rest)) <= WORDS_AT_MOST else None
    return None


def searched(visit: Visit, text: str) -> bool:
    search = asked_for(text)
    if search is None:
        return False
    listed(visit, search=search)
    return True


def show(visit: Visit, result: int) -> None:
    found = readers.own(visit, result)
    if found is None:
        visit.say(visit.t("not-yours"))
        return
    whom = sharing.whom(visit, found.pairing)
    about = visit.t("about-whom", name=whom) if whom else ""
    text = "\n\n".join(filter(None, (about, found.text)))
    visit.say(text, *_sharing(visit, found), papers.pdf_button(visit, result))
    pictures.show(visit, visit, found)


def _sharing(visit: Visit, found: Result) -> list[Button]:
    some = readers.of(visit, found)
    stop = button(visit.t("share-stop"), "share", result=found.id, shared=False)
    return [*_start(visit, found, some), *([stop] if some.any else []), *_stop(visit, found, some)]


def _start(visit: Visit, found: Result, some: Readers) -> list[Button]:
    """Where more than one mentor might read it, each is asked about by name."""
    if some.may_wait or (len(some.others) == 1 and not found.shared):
        start = visit.t(f"share-start-{visit.part.role}")
        return [button(start, "share", result=found.id, shared=True)]
    return [_by_name(visit, found, "share-start-one", one, shared=True) for one in some.others]


def _stop(visit: Visit, found: Result, some: Readers) -> list[Button]:
    """Where it has more than one reader, each may be left out."""
    if len(some.now) + some.coordinators < 2:
        return []
    return [_by_name(visit, found, "share-stop-one", one, shared=False) for one in some.now]


def _by_name(visit: Visit, found: Result, key: str, one: Reader, *, shared: bool) -> Button:
    pair, reader = one
    label = short(visit.t(key, name=reader.person.name), LABEL)
    return button(label, "share", result=found.id, shared=shared, pairing=pair.id)


def share(visit: Visit, result: int, shared: bool, pairing: int | None = None) -> None:
    readers.set_shared(visit, result, shared, pairing)
