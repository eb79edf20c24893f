"""The pages for everybody: by keyboard, without JavaScript, on a narrow screen, read aloud."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.audit import faults, too_wide
from tests.browser.chromium import CHROMIUM, MISSING
from tests.browser.conftest import OpenPage
from tests.browser.screen import DemoScreen, Phone, Watch
from tests.playing import Process

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=MISSING)

NARROW = {"width": 390, "height": 844}
NARROWEST = {"width": 320, "height": 640}
"""WCAG 2.2, 1.4.10: what 400 % of zoom leaves of 1280 px."""

TABS_MAX = 40
INLINE_SCRIPT = """() => {
  const script = document.createElement("script");
  script.textContent = "document.title = 'not from here'";
  document.body.append(script);
}"""
FOCUSED = """() => {
  let element = document.activeElement;
  while (element?.contentDocument) element = element.contentDocument.activeElement;
  const style = getComputedStyle(element);
  const words = element.labels?.[0]?.textContent ?? element.textContent;
  const page = element === document.body; // past the last stop: the next Tab begins again
  const width = parseFloat(style.outlineWidth);
  return { page, words: words.trim(), outline: style.outlineStyle, width };
}"""


def tab_to(page: Page, words: str) -> None:
    """Tab until this has the focus, and everything on the way shows that it has it."""
    passed = []
    for _ in range(TABS_MAX):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if focused["page"]:
            continue
        assert focused["outline"] != "none", focused
        assert focused["width"] >= 2, focused
        if focused["words"] == words:
            return
        passed.append(focused["words"][:30])
    raise AssertionError(f"{TABS_MAX} tabs do not reach {words!r}: {passed}")


def test_a_chat_needs_no_mouse(open_page: OpenPage, demo: Process) -> None:
    """Skip link, buttons, the box and the send button are reached by Tab and work by Enter."""
    page = open_page(f"/chat/{demo.phone('Elza Vītola').token}", has_touch=True, is_mobile=True)
    phone = Phone(chat=page)
    tab_to(page, "Uz ziņas lauku")
    page.keyboard.press("Enter")
    expect(phone.box).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUSED)["words"] == "Nē, negribu"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    phone.reads("Paldies")
    tab_to(page, "GROW saruna")
    tab_to(page, "Tava ziņa")
    page.keyboard.type("Vai drīkst tikties brīvdienās?")
    tab_to(page, "Sūtīt")
    page.keyboard.press("Enter")
    phone.reads("rudens un pavasara")
    expect(phone.box).to_be_focused()
    expect(phone.box).to_have_value("")


def test_people_get_their_data_and_a_new_link(open_page: OpenPage, demo: Process) -> None:
    """Behind "My data" are a file with all of it and a new address; the old one ends."""
    page = open_page(f"/chat/{demo.phone('Elza Vītola').token}")
    old = page.url
    tab_to(page, "Mani dati")
    page.keyboard.press("Enter")
    with page.expect_download() as download:
        page.get_by_role("link", name="Lejupielādēt").click()
    assert "Elza Vītola" in download.value.path().read_text(encoding="utf-8")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Lejupielādēt")).to_be_hidden()
    page.get_by_text("Mani dati").click()
    page.get_by_role("button", name="Jauna saite vecās vietā").click()
    expect(page).not_to_have_url(old)
    Phone(chat=page).tap("Jā, der")
    assert demo.client.get(old).status_code == 404


def test_the_demo_needs_no_mouse(screen: DemoScreen) -> None:
    """The clock, the phones and the lists of people are worked by keys alone."""
    page = screen.page
    tab_to(page, "+ 1 diena")
    page.keyboard.press("Space")
    expect(screen.clock).to_have_text(re.compile("otrdien, 13. janvārī"))
    tab_to(page, "Izvēlēties citu cilvēku. Tagad: Elza Vītola")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Roberts Krūmiņš")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Roberts Krūmiņš")).to_be_hidden()
    tab_to(page, "Jā, der")
    page.keyboard.press("Enter")
    screen.phone("mentee").reads("Paldies")


def test_a_narrow_demo_changes_phones_by_arrow_keys(open_page: OpenPage) -> None:
    """On a small screen the tabs are radio buttons: one stop for Tab, arrows inside."""
    page = open_page(viewport=NARROW)
    tab_to(page, "jaunietis")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#phone-mentor")).to_be_visible()
    expect(page.locator("#phone-mentee")).to_be_hidden()


def test_without_javascript_the_forms_do_the_same(open_page: OpenPage, demo: Process) -> None:
    """Consent, a question, a button and the clock work as plain forms."""
    page = open_page(f"/chat/{demo.phone('Elza Vītola').token}", java_script_enabled=False)
    phone = Phone(chat=page)
    phone.button("Jā, der").click()
    phone.reads("Paldies")
    phone.box.fill("vai es varu tikties ar jaunieti brivdienas?")
    page.get_by_role("button", name="Sūtīt").click()
    phone.reads("rudens un pavasara")
    expect(phone.newest).to_be_in_viewport()
    phone.box.fill("stundas")
    page.get_by_role("button", name="Sūtīt").click()
    phone.reads("Vai tu domāji")
    label = phone.newest.locator(".choice button").first.inner_text()
    phone.button(label).click()
    expect(page.locator(".message.me").last).to_contain_text(label)
    expect(phone.newest.locator(".text")).to_be_in_viewport()
    page.get_by_role("link", name="Skatīt jaunās ziņas").click()
    expect(page.locator(".message.me").last).to_contain_text(label)


def test_without_javascript_the_demo_is_wound(open_page: OpenPage) -> None:
    """The clock's form comes back to the people that were chosen, and the phones have news."""
    page = open_page("/?lang=lv&mentee=roberts", java_script_enabled=False)
    screen = DemoScreen(page=page)
    roberts = screen.phone("mentee")
    roberts.button("Jā, der").click()
    roberts.reads("Paldies")
    page.get_by_role("button", name="+ 1 diena").click()
    expect(screen.clock).to_have_text("otrdien, 13. janvārī, plkst. 9.00")
    expect(screen.column("mentee").locator("summary")).to_contain_text("Roberts Krūmiņš")
    page.get_by_label("Pārlikt pulksteni uz").fill("2026-01-14T12:30")
    page.get_by_role("button", name="Pārlikt", exact=True).click()
    expect(screen.clock).to_have_text("trešdien, 14. janvārī, plkst. 12.30")


@pytest.mark.parametrize("viewport", [NARROW, NARROWEST], ids=["390", "320"])
def test_nothing_sticks_out_of_a_narrow_screen(
    open_page: OpenPage, demo: Process, viewport: dict[str, int]
) -> None:
    """Long words, long button labels and three tabs fit; no page scrolls sideways."""
    elza = demo.phone("Elza Vītola")
    elza.tap("Jā, der")
    elza.send("stundas")
    elza.send("Nav" + "garš" * 60 + " https://example.org/" + "a" * 80)
    chat = open_page(f"/chat/{elza.token}", viewport=viewport, has_touch=True, is_mobile=True)
    assert too_wide(chat.main_frame) == []
    page = open_page(viewport=viewport, has_touch=True, is_mobile=True)
    for n, role in enumerate(("mentee", "mentor", "coordinator")):
        page.locator(".tabs label").nth(n).click()
        expect(page.locator(f"#phone-{role} iframe")).to_be_visible()
        assert [too_wide(frame) for frame in page.frames] == [[]] * len(page.frames)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["lv", "en"])
def test_pages_can_be_read_aloud_and_seen(
    open_page: OpenPage, demo: Process, language: str, scheme: str
) -> None:
    """Every field has a label, every button words, every text a contrast of 4.5 and more."""
    elza = demo.phone("Elza Vītola")
    elza.tap("Jā, der")
    elza.send("Kur var nopirkt lētu ģitāru?")
    demo.phone("Ilze Kalniņa").tap("Atbildēt")
    demo.phone("Ilze Kalniņa").send("Pajautā mūzikas skolotājam.")
    page = open_page(f"/?lang={language}", color_scheme=scheme)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(DemoScreen(page=page).phone("mentee").newest).to_be_visible()
    chat = open_page(f"/chat/{elza.token}", color_scheme=scheme, viewport=NARROW)
    for frame in (*page.frames, *chat.frames):
        assert faults(frame) == []


def test_the_watch_sees_what_the_policy_forbids(browser: Browser, demo: Process) -> None:
    """An inline script is refused by the page's policy, and these tests would notice."""
    watch = Watch()
    page = watch.over(browser.new_page())
    page.goto(demo.url)
    with page.expect_console_message():
        page.evaluate(INLINE_SCRIPT)
    page.close()
    assert "Content Security Policy" in watch.found[0]
