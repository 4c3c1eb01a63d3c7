"""Builds again and again in one process, as `likeness serve` does: first the pages, then the files to print. Prints the seconds of each step.

python -m bench.again FOLDER TIMES
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from bench.curricula import change_one_line
from builder.build import build
from builder.handouts.workshop import Workshop


def main() -> None:
    """Build once, then change one line and build, several times; a line of JSON for each build."""
    folder, times = Path(sys.argv[1]), int(sys.argv[2])
    out = folder / ".likeness" / "preview"
    with Workshop() as workshop:
        for number in range(times + 1):
            if number:
                change_one_line(folder, "Again." if number % 2 else "Once more.")
            started, worked = time.perf_counter(), time.process_time()
            summary = build(folder, out, durable=False, hurried=True, workshop=workshop)
            pages = {"pages are there": time.perf_counter() - started, "of a processor": time.process_time() - worked}
            started = time.perf_counter()
            later = build(folder, out, durable=False, workshop=workshop)
            printed = {
                "files to print, afterwards": later.seconds["handouts"],
                "all that follows": time.perf_counter() - started,
            }
            steps = {step: seconds for step, seconds in summary.seconds.items() if step != "handouts"}
            print(json.dumps({**pages, **steps, **printed}), flush=True)


if __name__ == "__main__":
    main()
