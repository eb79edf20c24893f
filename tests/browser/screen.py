"""What people see and touch: the demo's page, and a phone inside it or on its own."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import ConsoleMessage, FrameLocator, Locator, Page, expect

BUSY = "aria-busy"
MINE = re.compile(r"\bme\b")


@dataclass
class Watch:
    """Collects what a visitor must never cause: script errors, console errors, CSP violations."""

    found: list[str] = field(default_factory=list)

    def over(self, page: Page) -> Page:
        page.on("console", self._said)
        page.on("pageerror", lambda error: self.found.append(str(error)))
        page.on("requestfailed", lambda r: self._failed(r.url, r.failure or ""))
        return page

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.found.append(message.text)

    def _failed(self, url: str, why: str) -> None:
        """A page that is left drops its requests; that alone is no fault."""
        if why != "net::ERR_ABORTED":
            self.found.append(f"{url}: {why}")


@dataclass
class Phone:
    """One chat on the screen. `reads` looks at what came after the last thing done here."""

    chat: FrameLocator | Page
    seen: str | None = None

    @property
    def messages(self) -> Locator:
        return self.chat.locator(".message")

    @property
    def newest(self) -> Locator:
        return self.messages.last

    @property
    def news(self) -> Locator:
        since = f'.message[data-id="{self.seen}"] ~ ' if self.seen else ""
        return self.chat.locator(f"{since}.message:not(.me)")

    @property
    def box(self) -> Locator:
        return self.chat.get_by_label("Tava ziņa")

    def button(self, label: str) -> Locator:
        """The newest button whose label contains this."""
        return self.chat.locator(".choice button").filter(has_text=label).last

    def look(self) -> None:
        """All that is here now has been read."""
        self.seen = self.newest.get_attribute("data-id")

    def say(self, text: str) -> None:
        with self._answered():
            self.box.fill(text)
            self.box.press("Enter")

    def tap(self, label: str) -> None:
        with self._answered():
            self.button(label).click()

    @contextmanager
    def _answered(self) -> Iterator[None]:
        """Ends when both my message and an answer are on the screen."""
        self.look()
        mine = self.chat.locator(".message.me")
        before = mine.count()
        yield
        expect(mine).to_have_count(before + 1)
        expect(self.newest).not_to_have_class(MINE)
        expect(self.chat.locator("#chat")).to_have_attribute(BUSY, "false")
        expect(self.newest).to_be_in_viewport()

    def reads(self, text: str | re.Pattern[str]) -> None:
        expect(self.news.filter(has_text=text).last).to_be_visible()

    def reads_nothing_of(self, text: str) -> None:
        expect(self.news.filter(has_text=text)).to_have_count(0)


@dataclass
class DemoScreen:
    """The page with the three phones and the clock."""

    page: Page

    def column(self, role: str) -> Locator:
        return self.page.locator(f"#phone-{role}")

    def phone(self, role: str) -> Phone:
        return Phone(chat=self.column(role).frame_locator("iframe"))

    def choose(self, role: str, name: str) -> Phone:
        """Gives the column's phone to somebody else."""
        self.column(role).locator("summary").click()
        self.column(role).get_by_role("link", name=name).click()
        expect(self.column(role).locator("summary")).to_contain_text(name)
        phone = self.phone(role)
        expect(phone.chat.locator(".phone-head")).to_contain_text(name)
        return phone

    @property
    def clock(self) -> Locator:
        return self.page.locator(".now time")

    def wind_by(self, label: str) -> None:
        before = self.clock.get_attribute("datetime") or ""
        self.page.get_by_role("button", name=label).click()
        expect(self.clock).not_to_have_attribute("datetime", before)
        self._settled()

    def wind_to(self, minute: str) -> None:
        """A local time like 2026-01-23T17:30, through the page's own field."""
        self.page.get_by_label("Pārlikt pulksteni uz").fill(minute)
        self.page.get_by_role("button", name="Pārlikt", exact=True).click()
        expect(self.clock).to_have_attribute("datetime", minute)
        self._settled()

    def _settled(self) -> None:
        expect(self.page.locator("#clock")).to_have_attribute(BUSY, "false")
