"""Finding a dialog by its id or its file, for the commands that show one."""

from pathlib import Path

from bot.errors import WrongSetting
from dialogs.definition import Definition
from dialogs.load import load, load_library


def definition(name: str) -> Definition:
    """Raises WrongSetting with the dialogs there are, or with the faults of the file."""
    if name.endswith((".yaml", ".yml")):
        found, faults = load(Path(name))
        if found is None:
            raise WrongSetting("\n".join(map(str, faults)))
        return found
    library = load_library()
    if name not in library:
        raise WrongSetting(f"there is no dialog {name!r}; there are: {', '.join(sorted(library))}.")
    return library[name]
