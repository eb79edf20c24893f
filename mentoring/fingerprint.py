"""Whether two versions of a programme would be planned alike.

A plan is kept for weeks. What it rests on is compared by this, so that a changed date or break is
planned anew at once, while a new wording or telephone number plans nothing.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b

from mentoring.programme import Programme

NOT_PLANNED_BY = frozenset(
    {"name", "languages", "roles", "rules", "extensions", "support", "helplines"}
    | {"helplines_reviewed", "contacts", "retention", "safety_contacts", "daily"}
)
"""What no plan rests on. What is added to a programme counts until it is named here."""


def fingerprint(programme: Programme) -> str:
    """The same in every process, for a programme whose calendar and rules are the same."""
    names = [each.name for each in fields(programme) if each.name not in NOT_PLANNED_BY]
    said = repr([(name, _plain(getattr(programme, name))) for name in names])
    return blake2b(said.encode(), digest_size=12).hexdigest()


def _plain(value: object) -> object:
    """The value without anything whose order or text differs from process to process."""
    if is_dataclass(value):
        return [(each.name, _plain(getattr(value, each.name))) for each in fields(value)]
    if isinstance(value, Mapping):
        return sorted((key, _plain(each)) for key, each in value.items())
    if isinstance(value, (frozenset, set)):
        return sorted(map(repr, value))
    return [_plain(each) for each in value] if isinstance(value, (tuple, list)) else repr(value)
