"""The idle demo: seconds from start to serving and resident memory, beside the limits.

Run: python -m benchmarks.start
"""

import tempfile
import time
from pathlib import Path

from tests.playing import Process

MEMORY_LIMIT_MB = 120
START_LIMIT_SECONDS = 3.0
HEAVY = ("aiogram", "pywa", "numpy", "scipy")


def resident_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def mapped(pid: int) -> list[str]:
    """Which of the heavy packages have a library mapped into the process."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    return [name for name in HEAVY if f"/{name}/" in maps]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for round_ in ("first start (makes the database)", "second start"):
            before = time.perf_counter()
            process = Process(f"sqlite:///{folder}/demo.sqlite3", folder=Path(folder)).start()
            process.json("/demo.json")
            seconds = time.perf_counter() - before
            assert process.child is not None
            phone = process.phone("Elza Vītola")
            process.client.get(f"{process.url}/chat/{phone.token}")
            time.sleep(2)
            memory, heavy = resident_mb(process.child.pid), mapped(process.child.pid)
            process.close()
            print(
                f"{round_:34} {seconds:5.2f} s to serving, {seconds / START_LIMIT_SECONDS:4.2f} of"
                f" the limit; {memory:5.1f} MB resident, {memory / MEMORY_LIMIT_MB:4.2f} of"
                f" the limit;"
                f" heavy packages mapped: {', '.join(heavy) or 'none'}"
            )


if __name__ == "__main__":
    main()
