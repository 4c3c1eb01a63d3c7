"""A learning platform for tests: scorm-again answers a package's calls in a real browser, and everything it is told is written down."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from tests.readers.reading import HERE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page

_TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript",
    "css": "text/css",
    "xml": "text/xml",
    "svg": "image/svg+xml",
}
_PAGE = """<!doctype html><meta charset="utf-8"><title>platform</title><script src="/scorm12.js"></script><script src="/start.js"></script>
<iframe id="sco" title="lesson" src="/package/{page}" width="1000" height="800"></iframe>"""
_START = """
window.calls = [];
const real = new Scorm12API({{ autocommit: false, logLevel: 5 }});
real.loadFromJSON({known}, "");
window.API = Object.fromEntries(["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish", "LMSGetLastError"].map((name) => [name, (...words) => {{
  const gave = real[name](...words);
  const code = name === "LMSGetLastError" ? "0" : String(real.lmsGetLastError());
  window.calls.push({{ name, words, gave, code }});
  return gave;
}}]));
window.whatIsKnown = () => JSON.parse(JSON.stringify(real.cmi));
"""


@dataclass
class Visit:
    """One visit of a pupil: the lesson's frame, and what the platform has been told."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def lesson(self) -> Frame:
        """The frame of the lesson."""
        found = self.page.query_selector("#sco")
        frame = found.content_frame() if found else None
        assert frame is not None
        return frame

    @property
    def calls(self) -> list[dict[str, Any]]:
        """Every call so far: `name`, `words`, what it `gave`, and the error `code` after it."""
        calls: list[dict[str, Any]] = self.page.evaluate("window.calls")
        return calls

    @property
    def known(self) -> dict[str, Any]:
        """The values of the standard's data model as they stand."""
        known: dict[str, Any] = self.page.evaluate("window.whatIsKnown()")
        return known

    def leave(self) -> dict[str, Any]:
        """The pupil closes the lesson; returns what is known then."""
        self.page.evaluate("document.getElementById('sco').src = 'about:blank'")
        self.page.wait_for_function("window.calls.some((call) => call.name === 'LMSFinish')")
        return self.known


@contextmanager
def visiting(browser: Browser, package: bytes, page: str, known: dict[str, Any] | None = None) -> Iterator[Visit]:
    """A visit to the package, in a new browser context. `known`: what the platform knows from before."""
    with _serving(package, page, known or {}) as address:
        context = browser.new_context()
        tab = context.new_page()
        visit = Visit(tab)
        tab.on("request", lambda request: visit.requests.append(request.url))
        tab.on("console", lambda message: visit.complaints.append(message.text) if message.type == "error" else None)
        tab.on("pageerror", lambda error: visit.complaints.append(str(error)))
        tab.goto(address)
        visit.lesson.wait_for_load_state()
        yield visit
        context.close()


@contextmanager
def _serving(package: bytes, page: str, known: dict[str, Any]) -> Iterator[str]:
    """The address of a server on this machine with the package and the platform's page."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        files = {f"/package/{name}": archive.read(name) for name in archive.namelist()}
    files["/"] = _PAGE.format(page=page).encode()
    files["/favicon.ico"] = b""
    files["/start.js"] = _START.format(known=json.dumps(known)).encode()
    files["/scorm12.js"] = (HERE / "node_modules" / "scorm-again" / "dist" / "scorm12.js").read_bytes()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            content = files.get(path)
            self.send_response(200 if content is not None else 404)
            self.send_header("Content-Type", _TYPES.get(path.rpartition(".")[2], "text/html; charset=utf-8"))
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *words: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
