"""What the tests of the pages share: the built site behind a small server, and visits that notice everything a page does."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.check.laying import lay

LESSON = "consent/group-chat-pressure.html"
HELP = "get-help.html"
EVERY = "asking/ask-first.html"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *words: Any) -> None:
        """Says nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """A server for a built site; gives its address, without the slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The address of a server for the built site."""
    with served(built_site) as found:
        yield found


@pytest.fixture(scope="session")
def every_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small curriculum whose one quiz has every item type, with all that an item may have, in both languages."""
    home = tmp_path_factory.mktemp("every")
    root = lay(Path(__file__).parent / "every_type", home / "root")
    command = [Path(sys.executable).with_name("likeness"), "build", "--root", root, "--out", home / "site"]
    subprocess.run([*command, "--edition", "xa"], check=True)
    return home / "site"


@pytest.fixture(scope="session")
def every(every_site: Path) -> Iterator[str]:
    """The address of the pupils' lesson with every item type, as far as the language: `every + "/en/" + EVERY`."""
    with served(every_site) as found:
        yield f"{found}/student"


@pytest.fixture
def quiz(every: str, visit: Callable[..., Visit]) -> Page:
    """The English lesson with every item type, in a tab of its own."""
    return visit(f"{every}/en/{EVERY}").page


@dataclass
class Visit:
    """A browser tab and what it noticed: messages of the console, errors of scripts, addresses it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", lambda message: self.complaints.append(f"{self.page.url}: {message.text}"))
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("request", lambda request: self.asked.append(request.url))


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Callable[..., Visit]]:
    """Opens a tab of its own: `visit(address, width=390, color_scheme="dark", ...)`. No address leaves it blank."""
    contexts = []

    def open_tab(url: str = "", width: int = 1280, height: int = 900, before: str = "", **options: Any) -> Visit:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        contexts.append(context)
        if before:
            context.add_init_script(before)
        tab = Visit(context.new_page())
        if url:
            tab.page.goto(url)
        return tab

    yield open_tab
    for context in contexts:
        context.close()


def pages_below(site: Path, *parts: str) -> list[str]:
    """The pages of a site below a folder, as addresses from its top, without the pages for wrong addresses."""
    found = sorted(file.relative_to(site).as_posix() for file in site.joinpath(*parts).rglob("*.html"))
    return [name for name in found if not name.endswith("404.html")]
