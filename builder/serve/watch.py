"""Watching the sources: tells when something that a person wrote has changed, and waits until they are done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from queue import Empty, SimpleQueue

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

FOLDERS = ("lessons", "guides", "quizzes", "facts", "editions")
SETTINGS = "mkdocs.yml"
QUIET = 0.05
"""Seconds without a change after which a saving program is done: many write a file in three or four steps."""

_CHANGES = {"created", "modified", "moved", "deleted"}
_WRITTEN = {".md", ".yml", ".yaml", ".svg", ".png", ".jpg", ".jpeg", ".html", ".css", ".js"}


class Watch(FileSystemEventHandler):
    """Collects the changed sources below `root`. Use it in a `with` statement."""

    def __init__(self, root: Path, also: Iterable[Path] = ()) -> None:
        """Watch the curriculum in `root`, and whole folders elsewhere, such as a theme somebody works on."""
        self._root = root.resolve()
        self._also = [folder.resolve() for folder in also if folder.is_dir()]
        self._changed: SimpleQueue[Path | None] = SimpleQueue()
        self._observer = Observer()

    def __enter__(self) -> Watch:
        # The root itself is watched flat: it holds the settings, and beside them the site and other large things.
        self._observer.schedule(self, str(self._root), recursive=False)
        for folder in (*(self._root / name for name in FOLDERS), *self._also):
            if folder.is_dir():
                self._observer.schedule(self, str(folder), recursive=True)
        self._observer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by the observer's thread for everything that happens; reading a file is an event too."""
        if event.event_type not in _CHANGES:
            return
        if event.event_type == "created" and event.is_directory:
            self._watch_new(Path(str(event.src_path)))
        for path in (event.src_path, event.dest_path):
            if path and self._is_source(changed := Path(str(path)), event.is_directory):
                self._changed.put(changed)

    def _watch_new(self, folder: Path) -> None:
        """A folder of the curriculum that somebody has just made, perhaps with files in it already."""
        if folder.parent == self._root and folder.name in FOLDERS:
            self._observer.schedule(self, str(folder), recursive=True)
            self._changed.put(folder)

    def _is_source(self, path: Path, is_folder: bool) -> bool:
        if path.name.startswith((".", "#")) or path.name.endswith("~"):
            return False
        if path.parent == self._root:
            return path.name == SETTINGS
        # A folder that moves takes lessons along; one that is merely touched by a change inside it says nothing new.
        return path.suffix.lower() in _WRITTEN or (is_folder and not path.exists())

    def at_rest(self) -> bool:
        """Whether nothing has changed that `changes` has not told of yet."""
        return self._changed.empty()

    def stop_waiting(self) -> None:
        """Let `changes` end."""
        self._changed.put(None)

    def changes(self, act: Callable[[list[PurePath]], None]) -> None:
        """Call `act` with the paths below the root that changed, each time the sources have come to rest."""
        while (first := self._changed.get()) is not None:
            changed = {first}
            try:
                while (more := self._changed.get(timeout=QUIET)) is not None:
                    changed.add(more)
            except Empty:
                act(sorted(map(self._shown, changed)))
            else:
                return

    def _shown(self, path: Path) -> PurePath:
        return path.relative_to(self._root) if path.is_relative_to(self._root) else path
