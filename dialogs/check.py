from dialogs.definition import Definition
from dialogs.source import Fault


def check(definition: Definition) -> list[Fault]:
    return []
