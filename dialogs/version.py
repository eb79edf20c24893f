"""The version of a dialog: a hash of what it says, blind to comments and the order of keys."""

import hashlib
import json

VERSION_LENGTH = 12
"""Hex digits; enough to tell the versions of one dialog apart."""


def version_of(data: object) -> str:
    """The same for the same content, another as soon as a word changes."""
    content = json.dumps(_ordered(data), ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()[:VERSION_LENGTH]


def _ordered(data: object) -> object:
    """Mappings as sorted pairs, everything else as text; keys of a broken file may be anything."""
    if isinstance(data, dict):
        pairs = [(str(key), _ordered(value)) for key, value in data.items()]
        return sorted(pairs, key=lambda pair: pair[0])
    return [_ordered(item) for item in data] if isinstance(data, list) else str(data)
