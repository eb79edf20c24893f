"""Programmes in which it is noon of a working day, whenever it is: for what goes by the real clock.

At night, at weekends and on holidays the product holds much of what people cause until they are up.
"""

import shutil
import tempfile
from atexit import register
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAMME = "skola-kopiena"
NOON = 12


def zone_at_noon(now: datetime | None = None) -> str:
    """A zone where it is between twelve and one; Etc/GMT-2 is two hours ahead of UTC."""
    ahead = NOON - (now or datetime.now(UTC)).astimezone(UTC).hour
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def copied(folder: Path) -> Path:
    """The repository's programme in `folder`, with no day off and its clock at noon."""
    target = Path(shutil.copytree(ROOT / "programmes" / PROGRAMME, folder / PROGRAMME))
    file = target / "programme.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in {
        "\nzone: Europe/Riga\n": f"\nzone: {zone_at_noon()}\n",
        "\ncountry: LV\n": "\n",
        "18:00, weekend: no}": "18:00, weekend: yes}",
        "\n  weekend: no\n": "\n  weekend: yes\n",
    }.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    return folder


@cache
def programmes() -> Path:
    """Such a folder, made once for a run of the tests."""
    folder = Path(tempfile.mkdtemp(prefix="pavadonis-awake-"))
    register(shutil.rmtree, folder, ignore_errors=True)
    return copied(folder)
