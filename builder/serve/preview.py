"""The preview: builds once, serves, and builds again after each change until somebody stops it.

The pages come first: whoever writes looks at them. The files to print follow, unless something changes in the meantime.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from types import FrameType

from builder.errors import LikenessError
from builder.serve.server import Preview
from builder.serve.watch import Watch

Build = Callable[[bool, Callable[[], bool]], int | None]
"""Builds the site and prints its findings itself. It is told whether somebody is waiting, so that old files to print will do, and asks
whether to go on. It gives how many lessons and modules have old ones, or `None` when it published nothing."""


def serve(
    root: Path,
    site: Path,
    build: Build,
    *,
    say: Callable[[str], None],
    port: int = 8000,
    also: Iterable[Path] = (),
) -> None:
    """Serve `site`, built from the curriculum in `root`, until the person stops it.

    The pages of the last good build stay when `build` published nothing. `also` are further folders to watch. `say` prints a line. Raises `OutputError`
    when the port is taken.
    """
    with Preview(site, port) as preview, Watch(root, also) as watch:
        threading.Thread(target=preview.serve_forever, args=(0.05,), daemon=True).start()
        _stop_kindly(watch)
        late = _built(build, True, watch, say)
        say(f"The site is at {preview.address} and is built again after each change. Ctrl-C stops it.")
        if late:
            _built(build, False, watch, say)
        watch.changes(lambda changed: _build_again(build, preview, watch, changed, say))
        preview.shutdown()


def _build_again(
    build: Build, preview: Preview, watch: Watch, changed: list[PurePath], say: Callable[[str], None]
) -> None:
    more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
    say(f"Changed: {changed[0]}{more}")
    late = _built(build, True, watch, say)
    if late is not None:
        preview.announce()
    if late:
        # What is to be printed follows. It does not make the page load again: somebody may be reading it.
        _built(build, False, watch, say)


def _built(build: Build, hurried: bool, watch: Watch, say: Callable[[str], None]) -> int | None:
    """What `build` gives; a fault of the sources ends a build, and not the preview."""
    try:
        return build(hurried, lambda: hurried or watch.at_rest())
    except LikenessError as fault:
        say(f"likeness: {fault}")
        return None


def _stop_kindly(watch: Watch) -> None:
    """Ctrl-C or the end of the terminal lets a running build end, then stops."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        watch.stop_waiting()

    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, stop)
        signal.signal(signal.SIGTERM, stop)
