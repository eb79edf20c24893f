"""Pictures for the README, taken mid-story: `python -m tests.browser.screenshots`."""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.chromium import launched
from tests.browser.png import smaller
from tests.browser.screen import DemoScreen
from tests.playing import ROOT, Process
from tests.story import ACTIONS, GOAL_TO_LIMITS

IMAGES = ROOT / "docs" / "images"
REHEARSAL = ROOT / "docs" / "rehearsal" / "skola-kopiena-2026.html"
KILOBYTES_MAX = 300
WAIT_MS = 10_000
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PAGE: ViewportSize = {"width": 1440, "height": 1000}
MOBILE: ViewportSize = {"width": 390, "height": 844}


def play(process: Process) -> None:
    """Up to a task that needs more time, with a question waiting for the coordinator."""
    elza, janis = process.phone("Elza Vītola"), process.phone("Jānis Bērziņš")
    elza.tap("Jā, der")
    janis.send("vai es varu tikties ar jaunieti brivdienas?")
    elza.send("grow")
    for answer in (*GOAL_TO_LIMITS, "dārgi; garlaicīgi; vajag internetu"):
        elza.send(answer)
    elza.tap("konsultācijas")
    for action in ACTIONS:
        for answer in action:
            elza.send(answer)
    elza.tap("Pietiek")
    elza.send("nē")
    elza.send("Kur var nopirkt lētu ģitāru?")
    process.wind(to="2026-01-23T16:10")
    elza.tap("Vajag laiku")
    elza.send("līdz 30. janvārim, jo skolotājs slimo")


def answer(process: Process) -> None:
    """The coordinator's answer comes back, and the weekly check-in is done."""
    ilze = process.phone("Ilze Kalniņa")
    ilze.tap("Atbildēt")
    ilze.send("Pajautā mūzikas skolotājam, viņam ir padoms.")
    process.phone("Jānis Bērziņš").tap("piektdien, 30. janvārī")
    process.wind(to="2026-01-23T17:00")


def opened(browser: Browser, url: str, size: ViewportSize) -> Page:
    mobile = size is MOBILE
    context = browser.new_context(
        viewport=size, locale="lv-LV", color_scheme="light", has_touch=mobile, is_mobile=mobile
    )
    page = context.new_page()
    page.goto(url)
    return page


def take(page: Page, name: str) -> None:
    picture = smaller(page.screenshot(animations="disabled", caret="hide"))
    kilobytes = len(picture) / 1000
    if kilobytes > KILOBYTES_MAX:
        sys.exit(f"{name} has {kilobytes:.0f} KB, {KILOBYTES_MAX} are allowed")
    (IMAGES / name).write_bytes(picture)
    print(f"docs/images/{name}: {kilobytes:.0f} KB")
    page.context.close()


def photograph(browser: Browser, process: Process) -> None:
    play(process)
    wide = opened(browser, process.url, DESKTOP)
    for role in ("mentee", "mentor", "coordinator"):
        expect(DemoScreen(page=wide).phone(role).newest).to_be_in_viewport()
    take(wide, "demo-1440.png")
    narrow = opened(browser, process.url, MOBILE)
    narrow.locator(".tabs label").nth(1).click()
    expect(DemoScreen(page=narrow).phone("mentor").newest).to_be_in_viewport()
    take(narrow, "demo-390.png")
    answer(process)
    chat = opened(browser, f"{process.url}/chat/{process.phone('Elza Vītola').token}", MOBILE)
    expect(chat.locator(".message").last).to_be_in_viewport()
    take(chat, "chat-390.png")


def photograph_rehearsal(browser: Browser) -> None:
    """The page that `make rehearsal` wrote."""
    page = browser.new_context(viewport=PAGE, locale="lv-LV").new_page()
    page.goto(REHEARSAL.as_uri())
    take(page, "rehearsal.png")


def main() -> None:
    expect.set_options(timeout=WAIT_MS)
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        process = Process(f"sqlite:///{folder}/demo.sqlite3", folder=Path(folder)).start()
        try:
            with launched() as browser:
                photograph(browser, process)
                photograph_rehearsal(browser)
        finally:
            process.close()


if __name__ == "__main__":
    main()
