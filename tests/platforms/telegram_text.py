"""What a text becomes on its way: cleaned, parsed (HTML mode), trimmed, counted. Pure.

`td` is the source of tdlib: td/telegram/MessageEntity.cpp and misc.cpp.
"""

import re
from collections.abc import Mapping
from typing import Any

MAX_RAW_TEXT_BYTES = 32 * 1024  # before parsing; seen of the real server, not in the docs
# td, misc.cpp: carriage returns go, other control characters become spaces.
CONTROLS = {**dict.fromkeys(set(range(32)) - {10, 13}, " "), 13: None}

Entity = dict[str, Any]


class Refused(Exception):
    """The server answers no."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


def bad(reason: str) -> Refused:
    return Refused(400, f"Bad Request: {reason}")


def units(text: str) -> int:
    """Length as Telegram counts it: an emoji outside the basic plane is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


TAGS = {
    **{"b": "bold", "strong": "bold", "i": "italic", "em": "italic"},
    **{"u": "underline", "ins": "underline", "s": "strikethrough", "strike": "strikethrough"},
    **{"del": "strikethrough", "tg-spoiler": "spoiler", "span": "spoiler", "a": "text_link"},
    **{"code": "code", "pre": "pre", "blockquote": "blockquote", "tg-emoji": "custom_emoji"},
    "tg-time": "date_time",
}
CHARACTERS = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
REFERENCE = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));")
NAME = re.compile(r"[^\s>]+")
ATTRIBUTE = re.compile(r"\s*([^\s=>]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9.\-]+))?")


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """The text a person sees and its entities, as td's parse_html makes them.

    Named references other than four, lone ampersands and unknown attributes pass, as there.
    """
    return _Html(source).parse()


class _Html:
    def __init__(self, source: str) -> None:
        self.source, self.at, self.text = source, 0, ""
        self.open: list[tuple[str, Entity]] = []
        self.done: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self.at < len(self.source):
            character = self.source[self.at]
            if character == "<":
                self._close() if self.source.startswith("</", self.at) else self._open()
            elif character == "&" and (match := REFERENCE.match(self.source, self.at)):
                self.text += _character(match)
                self.at = match.end()
            else:
                self.text += character
                self.at += 1
        if self.open:
            raise _unparsable(
                f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"'
            )
        return self.text, sorted(self.done, key=lambda one: (one["offset"], -one["length"]))

    def _where(self, at: int) -> str:
        return f"at byte offset {len(self.source[:at].encode(errors='surrogatepass'))}"

    def _open(self) -> None:
        start = self.at
        match = NAME.match(self.source, start + 1)
        name = match[0].lower() if match else ""
        at = match.end() if match else start + 1
        if at >= len(self.source):
            raise _unparsable(f"Unclosed start tag {self._where(start)}")
        if name not in TAGS:
            raise _unparsable(f'Unsupported start tag "{name}" {self._where(start)}')
        attributes = self._attributes(name, start, at)
        self.open.append((name, self._entity(name, attributes, start)))

    def _attributes(self, name: str, start: int, at: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while (rest := self.source[at:].lstrip()) and rest[0] != ">":
            if ">" not in rest:
                raise _unparsable(f'Unclosed start tag "{name}" {self._where(start)}')
            match = ATTRIBUTE.match(self.source, at)
            if match is None or not match[1]:
                where = self._where(start)
                raise _unparsable(f'Empty attribute name in the tag "{name}" {where}')
            value = (match[2] or "").strip("\"'")
            found[match[1].lower()] = REFERENCE.sub(_character, value)
            at = match.end()
        if not rest:
            raise _unparsable(f'Unclosed start tag "{name}" {self._where(start)}')
        self.at = self.source.index(">", at) + 1
        return found

    def _entity(self, name: str, attributes: Mapping[str, str], start: int) -> Entity:
        entity: Entity = {"type": TAGS[name], "offset": units(self.text), "length": 0}
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _unparsable(f'Tag "span" must have class "tg-spoiler" {self._where(start)}')
        if name == "tg-emoji":
            if not attributes.get("emoji-id"):
                raise _unparsable('Tag "tg-emoji" must have attribute "emoji-id"')
            entity["custom_emoji_id"] = attributes["emoji-id"]
        if name == "tg-time":
            if not attributes.get("unix", "").isdecimal():
                raise _unparsable('Tag "tg-time" must have attribute "unix"')
            entity["unix_time"] = int(attributes["unix"])
        if name == "a":
            entity["url"] = attributes.get("href", "")
        if name == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        return entity

    def _close(self) -> None:
        start, end = self.at, self.source.find(">", self.at)
        if not self.open:
            raise _unparsable(f"Unexpected end tag {self._where(start)}")
        if end < 0:
            raise _unparsable(f"Unclosed end tag {self._where(start)}")
        found = self.source[start + 2 : end].strip().lower()
        name, entity = self.open.pop()
        if found and found != name:
            detail = f'expected "</{name}>", found "</{found}>"'
            raise _unparsable(f"Unmatched end tag {self._where(start)}, {detail}")
        entity["length"] = units(self.text) - entity["offset"]
        if entity["length"] and (name != "a" or _linked(entity, self.text)):
            self.done.append(entity)
        self.at = end + 1


def _linked(entity: Entity, text: str) -> bool:
    """A link without an address leads to its own text; one that leads nowhere is plain text."""
    entity["url"] = entity["url"] or cut(text, entity["offset"], entity["length"])
    return bool(entity["url"])


def cut(text: str, offset: int, length: int) -> str:
    """The part of a text that an entity's offset and length, in UTF-16 units, point at."""
    raw = text.encode("utf-16-le", "surrogatepass")
    return raw[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def _character(match: re.Match[str]) -> str:
    if match[1]:
        return CHARACTERS[match[1]]
    number = int(match[2]) if match[2] else int(match[3], 16)
    return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else match[0]


def _unparsable(detail: str) -> Refused:
    return bad(f"can't parse entities: {detail}")


def formatted(source: object, mode: object, entities: object) -> tuple[str, list[Entity]]:
    """Text and entities after parsing and trimming; explicit entities win over a parse mode."""
    if not isinstance(source, str):
        raise bad("strings must be encoded in UTF-8")
    try:
        size = len(source.encode())
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    if size > MAX_RAW_TEXT_BYTES:
        raise bad("message is too long")
    clean = source.translate(CONTROLS)
    if isinstance(entities, list) and entities:
        text, marks = clean, [dict(one) for one in entities]
        if any(one["offset"] < 0 or one["offset"] + one["length"] > units(text) for one in marks):
            raise _unparsable("entity out of text bounds")
    elif not mode:
        text, marks = clean, []
    elif str(mode).lower() == "html":
        text, marks = parse_html(clean)
    else:
        raise bad("unsupported parse_mode")  # Markdown exists there, but is not spoken here
    return _trimmed(text, marks)


def _trimmed(text: str, marks: list[Entity]) -> tuple[str, list[Entity]]:
    trimmed = text.strip()
    before, end = units(text) - units(text.lstrip()), units(trimmed)
    kept: list[Entity] = []
    for mark in marks:
        first = max(mark["offset"] - before, 0)
        last = min(mark["offset"] + mark["length"] - before, end)
        if last > first:
            kept.append({**mark, "offset": first, "length": last - first})
    return trimmed, kept
