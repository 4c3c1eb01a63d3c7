"""The page engine by itself: builds staged trees with MkDocs as it comes, and prints the seconds of each.

python -m bench.engine TREE.../mkdocs.yml OUT
"""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path


def main() -> None:
    """Build each configuration named on the command line into a folder below the last argument."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    *configurations, out = sys.argv[1:]
    for number, configuration in enumerate(configurations):
        started = time.perf_counter()
        build(load_config(configuration, site_dir=str(Path(out, str(number)))))
        print(f"{time.perf_counter() - started:.3f}")


if __name__ == "__main__":
    main()
