"""The little web server of the preview: serves a folder to this machine only, and tells its pages of a new build."""

from __future__ import annotations

import os
import posixpath
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from builder.errors import OutputError

HERE = "127.0.0.1"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
    " worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
WAIT = 20.0
"""Seconds a page is kept waiting for a new build before it asks again."""

_OURS = "/likeness-serve/"
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
}


class Preview(ThreadingHTTPServer):
    """Serves the folder `site` on this machine; `announce` makes open pages load again."""

    daemon_threads = True

    def __init__(self, site: Path, port: int) -> None:
        """Begin to listen; port 0 takes a free one. Raises `OutputError` when the port is taken."""
        try:
            super().__init__((HERE, port), _Request)
        except (OSError, OverflowError) as error:
            raise OutputError(
                f"port {port} cannot be used ({error}); another program has it, or choose one with --port."
            ) from error
        self.site = site
        self._builds = 0
        self._news = threading.Condition()
        self._start = os.urandom(4).hex()

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away in the middle of an answer is no fault; anything else is told as usual."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HERE}:{self.server_address[1]}/"

    @property
    def version(self) -> str:
        """Changes with every build, and with every start of the program."""
        return f"{self._start}-{self._builds}"

    def announce(self) -> None:
        """The site was built again."""
        with self._news:
            self._builds += 1
            self._news.notify_all()

    def wait_for_other(self, version: str) -> str:
        """The version, as soon as it is another one than `version`, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self.version != version, timeout=WAIT)
            return self.version


class _Request(BaseHTTPRequestHandler):
    server: Preview
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Answer a browser."""
        address = urlsplit(self.path)
        # A page elsewhere may not reach this server under a name of its own that leads to this machine.
        if self.headers.get("Host", "").rsplit(":", 1)[0] not in (HERE, "localhost"):
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"This preview is for this machine only.")
        elif address.path == "/":
            self._send(HTTPStatus.FOUND, "text/plain", b"", {"Location": "/student/index.html"})
        elif address.path == _OURS + "version":
            known = parse_qs(address.query).get("not", [""])[0]
            self._send(HTTPStatus.OK, "text/plain", self.server.wait_for_other(known).encode())
        elif address.path == _OURS + "reload.js":
            script = files("builder.serve").joinpath("reload.js").read_bytes()
            self._send(HTTPStatus.OK, _TYPES[".js"], script)
        else:
            self._send_file(unquote(address.path))

    do_HEAD = do_GET

    def _send_file(self, path: str) -> None:
        try:
            file = self._inside(path)
            content = file.read_bytes()
        except (OSError, ValueError):
            self._send(HTTPStatus.NOT_FOUND, "text/plain", b"There is no such page.")
            return
        kind = _TYPES.get(file.suffix.lower(), "application/octet-stream")
        self._send(HTTPStatus.OK, kind, self._listening(content) if file.suffix == ".html" else content)

    def _inside(self, path: str) -> Path:
        """The file of an address; `ValueError` when the address leads out of the site."""
        site = self.server.site.resolve()
        file = (site / posixpath.normpath(path).lstrip("/")).resolve()
        if not file.is_relative_to(site):
            raise ValueError(path)
        return file / "index.html" if file.is_dir() else file

    def _listening(self, page: bytes) -> bytes:
        """The page with the script that waits for the next build; the built file has none of it."""
        script = f'<script type="module" src="{_OURS}reload.js?version={self.server.version}"></script></body>'
        before, end, after = page.rpartition(b"</body>")
        return before + script.encode() + after if end else page

    def _send(self, status: HTTPStatus, kind: str, content: bytes, more: dict[str, str] | None = None) -> None:
        headers = {
            "Content-Type": kind,
            "Content-Length": str(len(content)),
            "Content-Security-Policy": POLICY,
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-store",
            **(more or {}),
        }
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for findings."""
