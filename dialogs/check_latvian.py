"""What a pattern can find in a Latvian text without knowing a word of the language."""

import re
from collections.abc import Iterator

PEOPLE = r"(?:name|mentor|mentee|person|coordinator|who|human|other|one|two)"
PREPOSITIONS = r"(?:ar|no|pie|par|uz|bez|līdz|pēc|pirms|pret|starp|aiz|priekš|caur|dēļ)"
INFLECTED = re.compile(
    rf"\b{PREPOSITIONS} \{{\$? ?{PEOPLE}\}}"
    r"|\{[\w-]+\}[^\W\d_]+"
    rf"|\b(?:sveik[sai]|čau|labdien|labrīt|labvakar|hei|paldies),? \{{{PEOPLE}\}}",
    re.IGNORECASE,
)

INFLECTED_CURE = "A name stays in the nominative: as the subject or after a colon"


def inflected(text: str) -> Iterator[str]:
    """Where a name stands that Latvian would inflect: "ar {name}", "{name}am", "Sveiki, {name}"."""
    yield from (match[0] for match in INFLECTED.finditer(text))
