"""The pages of results: found, read, compared, shared by a form, taken home as PDF."""

import re
from html import unescape

import pytest

from store import pairings, sessions, shares
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, instant, said
from tests.desk.test_results import GROW, WHEEL, kept, some
from tests.paper import Paper

SHARING = re.compile(r'action="(/chat/[^"]+/share)"')


async def got(stage: Stage, path: str) -> tuple[int, str]:
    async with stage.web() as web:
        answer = await web.get(path)
        return answer.status_code, unescape(answer.text)


async def posted(
    stage: Stage, phone: Phone, result: int, shared: str, pairing: int | str | None = None
) -> int:
    async with stage.web() as web:
        path = f"/chat/{phone.token}/results/{result}/share"
        to = {} if pairing is None else {"pairing": str(pairing)}
        return (await web.post(path, data={"shared": shared, **to})).status_code


async def listed(stage: Stage, phone: Phone, query: str = "") -> list[str]:
    """The days of the results that are shown."""
    code, page = await got(stage, f"/chat/{phone.token}/results{query}")
    assert code == 200
    return re.findall(r'<time datetime="([\d-]+)">', page)


ALL = ["2026-01-05", "2025-12-15", "2025-10-06"]


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("", ALL),
        ("?tool=wheel", [ALL[0], ALL[2]]),
        ("?text=gitara", [ALL[1]]),
        ("?text=%C4%A3it%C4%81ru&tool=wheel", []),
        ("?since=2025-12-15", ALL[:2]),
        ("?since=2025-12-01&until=2025-12-31", [ALL[1]]),
        ("?tool=nothing", []),
        ("?since=tomorrow&until=2026-02-30", ALL),
        ("?tool=&text=%00%3Cb%3E", []),
    ],
)
async def test_the_list_is_searched_by_a_form(
    stage: Stage, cast: Cast, query: str, days: list[str]
) -> None:
    """Newest first; a day that is none is passed over."""
    await some(stage, cast.elza)
    assert await listed(stage, cast.elza, query) == days


async def test_only_own_results_are_listed(stage: Stage, cast: Cast) -> None:
    await some(stage, cast.elza)
    assert await listed(stage, cast.roberts) == []
    assert await listed(stage, cast.janis) == []


async def test_a_result_has_headings_and_a_picture_with_words(stage: Stage, cast: Cast) -> None:
    """Own words are never markup."""
    result = await kept(stage, cast.elza, "swot", "SVID analīze\n\nSecinājums: <b>es</b> varu")
    async with stage.web() as web:
        page = (await web.get(f"/chat/{cast.elza.token}/results/{result}")).text
    assert '<h1 lang="lv">SVID analīze</h1>' in page
    assert "&lt;b&gt;es&lt;/b&gt; varu" in page
    assert re.search(r'<img class="drawn" src="[^"]+" alt="[^"]{20,}">', page)


async def test_a_repeated_tool_is_compared_with_the_time_before(stage: Stage, cast: Cast) -> None:
    """What has changed stands beside what was."""
    before = await kept(stage, cast.elza, "wheel", WHEEL, instant("2025-10-06T10:00"))
    now = await kept(stage, cast.elza, "wheel", WHEEL.replace("Miegs", "Nauda"))
    _, page = await got(stage, f"/chat/{cast.elza.token}/results/{now}")
    assert page.index("Nauda") < page.index("Iepriekš") < page.index("Miegs")
    assert f"results/{before}" in page
    _, first = await got(stage, f"/chat/{cast.elza.token}/results/{before}")
    assert "Iepriekš" not in first


async def test_sharing_by_the_page_is_sharing_in_the_chat(stage: Stage, cast: Cast) -> None:
    """The mentor is told once, reads it, and no longer when it is taken back."""
    result = await kept(stage, cast.elza, "wheel", WHEEL)
    theirs = f"/chat/{cast.janis.token}/results/{result}"
    assert (await got(stage, theirs))[0] == 404
    assert await posted(stage, cast.elza, result, "1") == 303
    assert await posted(stage, cast.elza, result, "1") == 303
    await stage.wind("2026-01-12T16:30")
    assert said(await cast.janis.new()).count("nodots rezultāts") == 1
    assert "Jānis Bērziņš" in said(await cast.elza.new())
    code, page = await got(stage, theirs)
    assert code == 200
    assert "Elza Vītola" in page
    assert not SHARING.search(page)
    assert await posted(stage, cast.elza, result, "0") == 303
    assert (await got(stage, theirs))[0] == 404


async def test_a_mentor_sees_no_earlier_result_that_was_not_shared(
    stage: Stage, cast: Cast
) -> None:
    """One by one means the comparison as well."""
    await kept(stage, cast.elza, "wheel", WHEEL)
    result = await kept(stage, cast.elza, "wheel", WHEEL.replace("Miegs", "Nauda"))
    await stage.store.run(lambda tx: shares.share(tx, cast.elza.person, result, [cast.pairing]))
    _, page = await got(stage, f"/chat/{cast.janis.token}/results/{result}")
    assert "Nauda" in page
    assert "Miegs" not in page


async def test_nobody_else_opens_shares_or_takes_a_result(stage: Stage, cast: Cast) -> None:
    """Another mentor, another mentee, a coordinator, a mentor whose pairing has ended."""
    result = await kept(stage, cast.elza, "grow", GROW)

    def owner_shows_it(tx: Tx) -> None:
        assert sessions.results(tx, stage.known(tx, cast.elza.person))[0].shared

    await stage.store.run(lambda tx: shares.share(tx, cast.elza.person, result, [cast.pairing]))

    def end(tx: Tx) -> None:
        pairings.decide(tx, cast.pairing, "ended", stage.clock.now())

    for stranger in (cast.marta, cast.roberts, cast.ilze, cast.janis):
        if stranger is cast.janis:
            await stage.read(owner_shows_it)
            await stage.read(end)
        for path in (f"results/{result}", f"documents/{result}.pdf"):
            code, page = await got(stage, f"/chat/{stranger.token}/{path}")
            assert code == 404
            assert "ģitāru" not in page
        assert await posted(stage, stranger, result, "0") == 404


async def test_a_mentor_cannot_share_on_what_was_shared_with_them(stage: Stage, cast: Cast) -> None:
    result = await kept(stage, cast.elza, "grow", GROW)
    await stage.store.run(lambda tx: shares.share(tx, cast.elza.person, result, [cast.pairing]))
    assert await posted(stage, cast.janis, result, "0") == 404


@pytest.mark.parametrize("shared", ["", "2", "yes", "x" * 70_000])
async def test_a_form_that_is_none_changes_nothing(stage: Stage, cast: Cast, shared: str) -> None:
    result = await kept(stage, cast.elza, "grow", GROW)
    assert await posted(stage, cast.elza, result, shared) == 400
    assert await cast.janis.new() == []


async def test_the_pdf_has_the_result_and_a_name(stage: Stage, cast: Cast) -> None:
    result = await kept(stage, cast.elza, "grow", GROW)
    async with stage.web() as web:
        answer = await web.get(f"/chat/{cast.elza.token}/documents/{result}.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    assert "grow-2026-01-12.pdf" in answer.headers["content-disposition"]
    assert answer.headers["cache-control"] == "no-store"
    assert "iemācīties spēlēt ģitāru" in Paper(answer.content).text


async def test_the_pages_speak_the_readers_language_and_the_result_its_own(stage: Stage) -> None:
    """English around a result that was written in Latvian."""
    anna = await stage.enter("Anna Smith", language="en")
    result = await kept(stage, anna, "wheel", WHEEL)
    for path in ("results", f"results/{result}"):
        code, page = await got(stage, f"/chat/{anna.token}/{path}")
        assert code == 200
        assert '<html lang="en"' in page
        assert "12 January 2026" in page
        assert "Only you can see it" in page
    assert '<h1 lang="lv">Dzīves rats</h1>' in page
    async with stage.web() as web:
        paper = Paper((await web.get(f"/chat/{anna.token}/documents/{result}.pdf")).content)
    assert "Anna Smith · 2026. gada 12. janvāris" in paper.text


async def test_an_unknown_chat_or_result_has_a_page_that_says_so(stage: Stage, cast: Cast) -> None:
    for path in ("results", "results/1", "documents/1.pdf"):
        code, page = await got(stage, f"/chat/unknown/{path}")
        assert code == 404
        assert "Šīs sarunas te nav" in page or "<h1>" in page
    assert "rezultāt" in (await got(stage, f"/chat/{cast.elza.token}/results/99"))[1]
