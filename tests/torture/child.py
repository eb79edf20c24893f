"""One life of the product: `python -m bot run` in a process forked from one that has imported all.

Importing takes seconds, so a fork server does it once; what is forked is a whole process with its
own threads, connections and event loop, none of which exist before the fork.
"""

import os
import sys
import threading
import warnings
from pathlib import Path

import bot.channels.telegram_bots  # imported before the fork; aiogram takes seconds
import bot.serving  # noqa: F401
from bot import cli
from tests.torture import probe as kill_switch
from tests.torture.probe import Probe


def live(env: dict[str, str], log: Path, probe: Probe | None, arguments: list[str]) -> None:
    """Runs the command line until it ends; the process ends with its exit code."""
    assert threading.active_count() == 1, "a thread was there before the fork"
    os.chdir(log.parent)
    with log.open("ab") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    for name in [name for name in os.environ if name.startswith("PAVADONIS_")]:
        del os.environ[name]
    os.environ.update(env)
    warnings.simplefilter("error")
    if probe is not None:
        kill_switch.install(probe)
    sys.argv = ["pavadonis", *arguments]
    cli.main()
