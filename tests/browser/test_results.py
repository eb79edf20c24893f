"""The pages of results in a real browser: by keyboard, without JavaScript, narrow and wide."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.audit import faults, too_wide
from tests.browser.chromium import CHROMIUM, MISSING
from tests.browser.conftest import DESKTOP, OpenPage
from tests.browser.test_access import NARROW, NARROWEST, tab_to
from tests.dialogs.transcript import Transcript
from tests.paper import Paper
from tests.playing import ROOT, Phone, Process

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=MISSING)

WALK = ROOT / "tests" / "transcripts" / "wheel_lv.txt"
MENTOR = "Jānis Bērziņš"
SIZES = {"narrowest": NARROWEST, "narrow": NARROW, "desktop": DESKTOP}


def walk(phone: Phone, script: Path = WALK) -> None:
    """A wheel of life from the chat, answered as in its golden transcript."""
    phone.send("/riki")
    phone.send("Dzīves rats")
    for given in Transcript(script).inputs:
        if given.startswith("["):
            phone.tap(given.strip("[]"))
        elif given.startswith(">"):
            phone.send("\n".join(line[2:] for line in given.splitlines()))


@pytest.fixture
def elza(demo: Process) -> Phone:
    """Somebody with one result, which their mentor may see."""
    phone = demo.phone("Elza Vītola")
    phone.tap("Jā, der")
    walk(phone)
    return phone


def opened(page: Page) -> None:
    """The first result of the list."""
    page.locator(".results a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dzīves rats")


def test_from_the_chat_to_a_result_without_a_mouse(open_page: OpenPage, elza: Phone) -> None:
    """My data, my results, the result, sharing: all by Tab and Enter."""
    page = open_page(f"/chat/{elza.token}")
    tab_to(page, "Mani dati")
    page.keyboard.press("Enter")
    tab_to(page, "Mani rezultāti")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("Mani rezultāti"))
    tab_to(page, "Dzīves rats")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("^Dzīves rats"))
    tab_to(page, f"Vairs nerādīt: {MENTOR}")
    page.keyboard.press("Enter")
    expect(page.get_by_role("region", name="Kas to redz")).to_contain_text("To redzi tikai tu.")
    tab_to(page, f"Rādīt: {MENTOR}")


def test_results_need_no_javascript(browser: Browser, demo: Process, elza: Phone) -> None:
    """Searching, reading, sharing and taking back are links and forms."""
    context = browser.new_context(base_url=demo.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/chat/{elza.token}/results?text=neko")
    expect(page.get_by_role("status")).to_contain_text("Neko neatradu")
    page.get_by_label("Vārds tekstā").fill("muzik")
    page.get_by_role("button", name="Meklēt").click()
    opened(page)
    page.get_by_role("button", name=f"Vairs nerādīt: {MENTOR}").click()
    page.get_by_role("button", name=f"Rādīt: {MENTOR}").click()
    expect(page.get_by_text(f"To redz: {MENTOR}")).to_be_visible()
    context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_can_be_read_by_everybody(
    open_page: OpenPage, elza: Phone, size: str, scheme: str
) -> None:
    """Labels, contrast, targets, nothing wider than the screen; the picture has its words."""
    page = open_page(
        f"/chat/{elza.token}/results?text=muzik", viewport=SIZES[size], color_scheme=scheme
    )
    assert faults(page) == []
    assert too_wide(page) == []
    opened(page)
    expect(page.get_by_role("img", name="Dzīves rats, no 1 līdz 10")).to_be_visible()
    assert faults(page) == []
    assert too_wide(page) == []


def test_the_pdf_is_a_link_in_the_chat(open_page: OpenPage, elza: Phone) -> None:
    """What the button sends can be opened and saved; it comes without a reload."""
    page = open_page(f"/chat/{elza.token}")
    elza.send("rezultāti rats")
    elza.tap("Dzīves rats")
    elza.tap("PDF")
    link = page.get_by_role("link", name=re.compile(r"^wheel-\d{4}-\d\d-\d\d\.pdf$"))
    expect(link).to_be_visible()
    answer = page.request.get(str(link.get_attribute("href")))
    assert "Elza Vītola" in Paper(answer.body()).text
