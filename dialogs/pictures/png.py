"""From a picture to the PNG that a chat can carry."""

from functools import lru_cache

FAMILY = "Noto Sans"


def to_png(svg: str, width: int | None = None) -> bytes:
    """The picture as PNG, as wide as it says itself, in the one font its labels were measured in.

    The libraries are loaded here, since a start without pictures should not wait for them.
    """
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg,
        width=width,
        font_family=FAMILY,
        font_files=[_font()],
        skip_system_fonts=True,
    )


@lru_cache(maxsize=1)
def _font() -> str:
    import fontpkg  # type: ignore[import-untyped]

    return str(fontpkg.path(FAMILY))
