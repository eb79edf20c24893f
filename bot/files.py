"""Pictures and files that messages show, made when they are sent, for whoever may see them then."""

import asyncio
import json
from dataclasses import dataclass
from functools import partial

from desk import papers, pictures, poll_pictures
from desk.inbound import spoken_part
from desk.papers import Printable
from desk.pictures import Drawable, Shown
from desk.poll_pictures import DrawablePoll, QuestionPicture
from desk.visit import Visit
from desk.world import World
from scheduler.clock import Clock
from store import export, people
from store.posting import Parcel
from store.work import Store, Tx


@dataclass(frozen=True, kw_only=True)
class Files:
    """Makes what a parcel shows; None when its person may not see it any more."""

    store: Store
    world: World
    clock: Clock

    async def fetch(self, parcel: Parcel) -> bytes | None:
        body, person = parcel.body or {}, parcel.person
        if person is None:
            return await self._for_chat(str(body.get("image")), str(parcel.address))
        if image := body.get("image"):
            return await self._picture(person, str(image))
        document = str(body.get("document"))
        if document == papers.DATA:
            return await self.store.run(partial(_everything, person=person))
        result = papers.number_of(document)
        return None if result is None else await self._paper(person, result)

    async def _picture(self, person: int, name: str) -> bytes | None:
        found = await self.store.run(partial(self._drawable, person=person, name=name))
        return None if found is None else await asyncio.to_thread(content, found)

    async def _for_chat(self, name: str, address: str) -> bytes | None:
        """What a chat of several people is shown."""
        if not poll_pictures.is_one(name):
            return None
        find = partial(poll_pictures.for_chat, world=self.world, name=name, address=address)
        found = await self.store.run(find)
        return None if found is None else await asyncio.to_thread(content, found)

    async def _paper(self, person: int, result: int) -> bytes | None:
        found = await self.store.run(partial(self._printable, person=person, result=result))
        return None if found is None else await asyncio.to_thread(found.to_pdf)

    def _drawable(self, tx: Tx, person: int, name: str) -> Shown | None:
        visit = self._visit(tx, person)
        return pictures.named(visit, name) if visit else None

    def _printable(self, tx: Tx, person: int, result: int) -> Printable | None:
        visit = self._visit(tx, person)
        found = visit and papers.find(visit, result)
        return papers.printable(visit, found) if visit and found else None

    def _visit(self, tx: Tx, person: int) -> Visit | None:
        loaded = people.load(tx, person)
        part = spoken_part(tx, loaded) if loaded else None
        if loaded is None or part is None:
            return None
        return Visit(tx, self.world, loaded, part, self.clock.now(), "file")


def content(found: Shown) -> bytes:
    """A PNG drawn now, or a question's own picture as its file has it."""
    if isinstance(found, QuestionPicture):
        return found.path.read_bytes()
    return as_png(found)


def as_png(found: Drawable | DrawablePoll) -> bytes:
    from dialogs.pictures.png import to_png  # resvg and its fonts are loaded when first needed

    return to_png(found.draw().svg)


def _everything(tx: Tx, person: int) -> bytes | None:
    loaded = people.load(tx, person)
    if loaded is None:
        return None
    found = export.everything(tx, loaded)
    return json.dumps(found, ensure_ascii=False, indent=2, default=str).encode()
