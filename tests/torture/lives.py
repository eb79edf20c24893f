"""Lives of the product: started from the fork server, watched, ended."""

import multiprocessing
import os
import signal
from dataclasses import dataclass
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from tests.torture import child
from tests.torture.probe import Probe

STOP_WITHIN_SECONDS = 10
SECRET = "a secret for torture only"

_server = multiprocessing.get_context("forkserver")
_server.set_forkserver_preload(["tests.torture.child"])


@dataclass(kw_only=True)
class Life:
    """A process of the product, from its start to its end."""

    process: ForkServerProcess
    log: Path

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    def ended(self, seconds: float) -> bool:
        """Waits so long for its end."""
        self.process.join(seconds)
        return self.process.exitcode is not None

    @property
    def killed(self) -> bool:
        return self.process.exitcode == -signal.SIGKILL

    def term(self) -> int | None:
        """SIGTERM; the exit code, or None after the time that stopping may take."""
        os.kill(self.pid, signal.SIGTERM)
        self.process.join(STOP_WITHIN_SECONDS)
        return self.process.exitcode

    def kill(self) -> None:
        if self.process.exitcode is None:
            self.process.kill()
        self.process.join()

    def stopped(self) -> bool:
        """Whether a SIGSTOP holds it."""
        state = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state == "T"

    def go_on(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def said(self) -> str:
        return self.log.read_text(errors="replace") if self.log.exists() else ""


def start(
    env: dict[str, str], folder: Path, probe: Probe | None = None, only: str | None = None
) -> Life:
    """`bot run`, or a part of it."""
    log = folder / "process.log"
    arguments = ["run"] if only is None else ["run", "--only", only]
    process = _server.Process(target=child.live, args=(env, log, probe, arguments), daemon=True)
    process.start()
    return Life(process=process, log=log)
