"""What an error may tell the log: its kind and place, never its text, which may quote people."""

import traceback
from pathlib import Path


def where(error: BaseException) -> str:
    """The last place of ours an error passed: enough to find it, without anybody's words in it."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "site-packages" not in frame.filename]
    last = (ours or frames)[-1:]
    return f"{Path(last[0].filename).name}:{last[0].lineno}" if last else "unknown"
