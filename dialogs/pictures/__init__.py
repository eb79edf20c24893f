"""Pictures of finished dialogs, drawn from their answers alone. Pure: SVG text in, PNG in `png`."""

from collections.abc import Mapping

from dialogs.definition import Definition
from dialogs.errors import UnknownPicture
from dialogs.load import load_library
from dialogs.pictures import canvas, swot, traffic_light, wheel
from dialogs.pictures.picture import Answers, Drawer, Picture

PICTURES: Mapping[str, Drawer] = {
    "canvas": canvas.draw,
    "swot": swot.draw,
    "traffic-light": traffic_light.draw,
    "wheel": wheel.draw,
}
"""By the name a dialog gives under `effects: [draw: name]`; the library's dialog has the same."""


def draw(
    picture: str,
    data: Answers,
    language: str,
    previous: Answers | None = None,
    *,
    definition: Definition | None = None,
) -> Picture:
    """The picture of these answers, compared with the previous ones where it can compare.

    Labels come from the dialog's own texts: those of `definition` where a programme has changed
    the library's. Raises UnknownPicture.
    """
    if picture not in PICTURES:
        raise UnknownPicture(picture=picture, known=tuple(PICTURES))
    definition = definition or load_library()[picture]
    return PICTURES[picture](definition, data, language, previous)


__all__ = ["PICTURES", "Picture", "draw"]
