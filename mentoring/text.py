"""A text of the programme, as every room below the desk carries it."""

from collections.abc import Mapping
from typing import TypeAlias

Text: TypeAlias = Mapping[str, str]
"""One text in each language of the programme: {"lv": ..., "en": ...}."""
