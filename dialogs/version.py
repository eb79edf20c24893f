"""The version of a dialog: a hash of what it says, blind to comments and the order of keys."""

import hashlib
import json

VERSION_LENGTH = 12
"""Hex digits; enough to tell the versions of one dialog apart."""


def version_of(data: object) -> str:
    """The same for the same content, another as soon as a word changes."""
    content = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(content.encode()).hexdigest()[:VERSION_LENGTH]
