"""All tests, in two halves beside one another: `python -m tests.halves`.

What plays whole processes mostly waits, the rest computes; one after the other they take longer
than anybody waits. Each half has a database server and folders of its own.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).parent
PROCESSES = ("browser", "channels", "torture", "web")
LOOKS_EVERY = 0.5


def halves() -> list[list[str]]:
    """The paths of both; whatever is not in the first is in the second."""
    first = [TESTS / name for name in PROCESSES] + sorted(TESTS.glob("test_*.py"))
    folders = (each for each in sorted(TESTS.iterdir()) if each.is_dir())
    second = [each for each in folders if each not in first and any(each.rglob("test_*.py"))]
    return [[str(each.relative_to(TESTS.parent)) for each in half] for half in (first, second)]


def main() -> int:
    """The worst of both exit codes; what they print comes half by half."""
    with tempfile.TemporaryDirectory(prefix="pavadonis-tests-") as folder:
        running = []
        for number, paths in enumerate(halves()):
            said = Path(folder) / str(number)
            command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *paths]
            with said.open("wb") as output:
                child = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
            running.append((child, said, paths))
        codes = []
        while running:
            for each in [one for one in running if one[0].poll() is not None]:
                running.remove(each)
                child, said, paths = each
                print(f"\n{' '.join(paths)}\n{said.read_text(errors='replace')}", flush=True)
                codes.append(child.returncode)
            time.sleep(LOOKS_EVERY)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
