"""What a bot is called, and the links people come in by. Without aiogram: `invite` is quick."""

LINK = "https://t.me/{name}?start="


def name_fact(channel: str) -> str:
    """Where a bot's user name is remembered, for invitation links."""
    return f"name:{channel}"
