"""Builds again and again in one process, as `likeness serve` does, and prints the seconds of each step.

python -m bench.again FOLDER TIMES
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bench.curricula import change_one_line
from builder.build import build


def main() -> None:
    """Build once, then change one line and build, several times; a line of JSON for each build."""
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    out = folder / ".likeness" / "preview"
    for number in range(times + 1):
        if number:
            change_one_line(folder, "Again." if number % 2 else "Once more.")
        started, worked = time.perf_counter(), time.process_time()
        summary = build(folder, out, durable=False)
        whole = {"all": time.perf_counter() - started, "all, seconds of a processor": time.process_time() - worked}
        print(json.dumps({**whole, **summary.seconds}), flush=True)


if __name__ == "__main__":
    main()
