"""What the desk knows besides the database: the loaded programmes and their FAQ indexes."""

from collections.abc import Mapping

from desk.errors import UnknownProgramme
from knowledge.faq import FaqIndex
from knowledge.folder import LoadedProgramme


class World:
    """Loaded programmes by id. Indexes are built when first asked for and kept."""

    def __init__(self, programmes: Mapping[str, LoadedProgramme]) -> None:
        self.programmes = programmes
        self.doors: dict[str, str] = {}
        """What an invitation's code is written behind, by channel: how people come in."""
        self._indexes: dict[tuple[str, str, str], FaqIndex] = {}

    def programme(self, name: str) -> LoadedProgramme:
        try:
            return self.programmes[name]
        except KeyError:
            raise UnknownProgramme(f"no programme folder {name!r} is loaded") from None

    def faq(self, programme: str, audience: str, language: str) -> FaqIndex:
        wanted = (programme, audience, language)
        if wanted not in self._indexes:
            self._indexes[wanted] = FaqIndex(
                self.programme(programme).faq, audience=audience, language=language
            )
        return self._indexes[wanted]
