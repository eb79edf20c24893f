"""The check-ins of a programme that take turns, and the slips by which one would never be asked."""

from collections.abc import Collection, Iterator, Mapping

from dialogs.definition import SAID, Definition
from dialogs.feeling import is_one_tap
from dialogs.source import Fault
from knowledge.folder_section import did_you_mean
from mentoring.check_ins import Variation


def members(dialogs: Mapping[str, Definition], name: str) -> tuple[Definition, ...]:
    """The dialogs that `check_in.dialog: name` asks, by id.

    A dialog of that name is asked alone, unless it is one of the family itself.
    """
    found = dialogs.get(name)
    if found is not None and found.family != name:
        return (found,)
    return tuple(one for _, one in sorted(dialogs.items()) if one.family == name)


def variation(definition: Definition) -> Variation:
    return Variation(
        id=definition.id,
        one_tap=is_one_tap(definition),
        follows=definition.follows,
        quotes=SAID in definition.values,
    )


def families(dialogs: Mapping[str, Definition]) -> frozenset[str]:
    return frozenset(one.family for one in dialogs.values() if one.family is not None)


def check_in_faults(
    dialogs: Mapping[str, Definition], own: Collection[str], name: str, file: str
) -> Iterator[Fault]:
    """The folder's own ones that nothing asks, and check-ins of which none can be the first."""
    asked = members(dialogs, name)
    if asked and all(one.follows for one in asked):
        what = f"'{name}' has only check-ins that come after a hard week"
        cure = "Add one without 'after', or name another."
        yield Fault(file=file, line=1, what=what, cure=cure)
    for one in (dialogs[each] for each in sorted(own) if each in dialogs):
        if one.family is not None and one not in asked:
            what = f"the dialog '{one.id}' is of the family '{one.family}', which is never asked"
            cure = f"{did_you_mean(one.family, (name,))} It must be what 'check_in.dialog' names."
            yield Fault(file=one.file, line=one.line, what=what, cure=cure)
