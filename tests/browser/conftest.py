"""A browser for the folder, and for each test its own demo and a watch over every page."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import CHROMIUM, MISSING, launched
from tests.browser.screen import DemoScreen, Watch
from tests.playing import Process

WAIT_MS = 10_000
DESKTOP = {"width": 1440, "height": 900}

OpenPage = Callable[..., Page]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The quiet summary shows no reasons, so the one that matters is said aloud."""
    if not CHROMIUM.exists():
        terminalreporter.write_line(MISSING, red=True, bold=True)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """For this folder only: while Playwright runs, no asyncio test can."""
    expect.set_options(timeout=WAIT_MS)
    with launched() as found:
        yield found


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Process]:
    process = Process(f"sqlite:///{tmp_path}/demo.sqlite3", folder=tmp_path)
    try:
        yield process.start()
    finally:
        process.close()


@pytest.fixture
def open_page(browser: Browser, demo: Process) -> Iterator[OpenPage]:
    """Opens pages of the demo; afterwards none of them may have complained."""
    watch, contexts = Watch(), []

    def opened(path: str = "/", **settings: Any) -> Page:
        context = browser.new_context(
            base_url=demo.url, locale="lv-LV", **{"viewport": DESKTOP, **settings}
        )
        contexts.append(context)
        page = watch.over(context.new_page())
        page.set_default_timeout(WAIT_MS)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert watch.found == []


@pytest.fixture
def screen(open_page: OpenPage) -> DemoScreen:
    return DemoScreen(page=open_page())
