"""The `weak:` of a step or field, from data to its rules."""

from difflib import get_close_matches

from dialogs.shape import Place
from dialogs.source import LocatedDict, LocatedList
from dialogs.weakness import OF_STEP, RULES, Rule, RuleName


def read_weak(top: Place) -> tuple[Rule, ...]:
    """The rules, with a fault for each that is not understood."""
    items = top.list("weak")
    if "again" in top.data and not items:
        cure = "Add 'weak:' with the answers that are asked again, or leave 'again' out"
        top.fault("'again' is never asked", cure, "again")
    return tuple(
        rule for number, one in enumerate(items) if (rule := _rule(top, items, number, one))
    )


def _rule(top: Place, items: LocatedList, number: int, one: object) -> Rule | None:
    line = items.lines[number]
    name, operand = next(iter(one.items())) if isinstance(one, LocatedDict) else (one, None)
    known = _named(str(name))
    if known is None:
        near = get_close_matches(str(name), RULES, n=1)
        cure = f"Write '{near[0]}', if that is meant" if near else f"Known: {', '.join(RULES)}"
        top.fault(f"'{name}' is no rule of 'weak'", cure, "weak")
        return None
    if known in OF_STEP and isinstance(operand, str):
        return Rule(name=known, line=line, step=operand)
    if known == "shorter_than" and type(operand) is int and operand > 1:
        return Rule(name=known, line=line, length=operand)
    if known in OF_STEP or known == "shorter_than" or operand is not None:
        top.fault(f"the rule '{known}' is not understood", _CURES.get(known, _ALONE), "weak")
        return None
    return Rule(name=known, line=line)


def _named(name: str) -> RuleName | None:
    return next((rule for rule in RULES if rule == name), None)


_ALONE = "Write the rule by itself, without a value"
_CURES: dict[RuleName, str] = {
    "shorter_than": "Write {shorter_than: 12}, with the characters a good answer has at least",
    "same_as": "Write {same_as: step}, with the id of an earlier step",
    "after": "Write {after: step}, with the id of an earlier step that has a day",
    "before": "Write {before: step}, with the id of an earlier step that has a day",
}
