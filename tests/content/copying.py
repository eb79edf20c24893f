"""Finding sentences that were copied from the programmes' documents, which are not kept here.

Of the documents only fingerprints are: of each seven words in a row, in `copying.bin`. After one
has changed: `python -m tests.content.copying FOLDER`, with their texts as *.txt.
"""

import re
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

WINDOW = 7
"""Words in a row that are no coincidence any more."""

BYTES = 6
"""Of each fingerprint: one in ten thousand runs of the test would find a match by chance."""

FILE = Path(__file__).with_suffix(".bin")
_WORD = re.compile(r"[^\W_]+")


def windows(text: str) -> Iterator[str]:
    """Each seven words in a row, without case and marks."""
    words = _WORD.findall(text.casefold())
    for start in range(len(words) - WINDOW + 1):
        yield " ".join(words[start : start + WINDOW])


def fingerprint(window: str) -> bytes:
    """Of one window; from it nobody reads the words."""
    return blake2b(window.encode(), digest_size=BYTES).digest()


@cache
def known() -> frozenset[bytes]:
    """Those of the documents."""
    whole = FILE.read_bytes()
    return frozenset(whole[at : at + BYTES] for at in range(0, len(whole), BYTES))


def copied(text: str) -> list[str]:
    """The windows of a text that stand in a document."""
    return [window for window in windows(text) if fingerprint(window) in known()]


def write(folder: Path) -> int:
    """Makes the fingerprints anew; sorted, so that the file only changes with the documents."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    found = sorted({fingerprint(window) for text in texts for window in windows(text)})
    FILE.write_bytes(b"".join(found))
    return len(found)


if __name__ == "__main__":
    print(write(Path(sys.argv[1])))
