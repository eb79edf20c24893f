"""Faults a page has for people who do not see it, or see it badly: run inside the page."""

from typing import Any

from playwright.sync_api import Frame

CONTRAST_MIN = 4.5
"""WCAG 2.2, 1.4.3, for text of ordinary size."""

FAULTS = """(least) => {
  const faults = [];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true });
  const named = (element) =>
    (element.getAttribute("aria-label") ?? element.textContent).trim() !== "";
  const say = (what, element) => faults.push(`${what}: ${element.outerHTML.slice(0, 120)}`);
  const all = (selector) => [...document.querySelectorAll(selector)];

  if (!/^(lv|en)$/.test(document.documentElement.lang)) faults.push("no language");
  if (!document.title.trim()) faults.push("no title");
  if (all("main").length !== 1) faults.push("not one <main>");
  if (all("h1").length !== 1) faults.push("not one <h1>");
  all("input:not([type=hidden]), textarea, select").forEach((field) => {
    const label = field.getAttribute("aria-label") ?? [...field.labels].map(named).includes(true);
    if (!label) say("no label", field);
  });
  all("button, a, summary").filter((e) => !named(e)).forEach((e) => say("no text", e));
  all("img:not([alt])").forEach((e) => say("no alt", e));
  all("iframe:not([title])").forEach((e) => say("no title", e));
  all("[id]").filter((e) => all(`[id="${e.id}"]`).length > 1).forEach((e) => say("id twice", e));
  all("[tabindex]").filter((e) => e.tabIndex > 0).forEach((e) => say("tab order", e));

  const channels = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
    return { rgb: [red, green, blue], alpha };
  };
  const behind = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const { rgb, alpha } = channels(getComputedStyle(e).backgroundColor);
      if (alpha === 1) return rgb;
      if (alpha > 0) say("half-transparent ground, not computed", e);
    }
    return [255, 255, 255];
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255).map(
      (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const words = texts.currentNode.data.trim();
    if (!words || !shown(element) || element.closest(".unseen, script, noscript")) continue;
    const found = ratio(channels(getComputedStyle(element).color).rgb, behind(element));
    if (found < least) faults.push(`contrast ${found.toFixed(2)}: ${words.slice(0, 40)}`);
  }
  all("[placeholder]").forEach((field) => {
    const colour = getComputedStyle(field, "::placeholder").color;
    if (ratio(channels(colour).rgb, behind(field)) < least) say("contrast of the hint", field);
  });
  return faults;
}"""

TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  const wide = [...document.querySelectorAll("button, a, input, textarea, h1, h2, p, label")]
    .filter((e) => e.checkVisibility() && !e.closest(".unseen, .skip"))
    .filter((e) => {
      const box = e.getBoundingClientRect();
      return box.left < -0.5 || box.right > width + 0.5;
    })
    .map((e) => e.outerHTML.slice(0, 120));
  const scrolls = document.documentElement.scrollWidth - width;
  return scrolls > 0 ? [`the page is ${scrolls} px too wide`, ...wide] : wide;
}"""


def faults(frame: Frame) -> list[str]:
    found: list[Any] = frame.evaluate(FAULTS, CONTRAST_MIN)
    return [str(one) for one in found]


def too_wide(frame: Frame) -> list[str]:
    """What sticks out of the window at the sides."""
    found: list[Any] = frame.evaluate(TOO_WIDE)
    return [str(one) for one in found]
