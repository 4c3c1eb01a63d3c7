"""An author writes beside the preview: a saved lesson is built again and the open page shows it."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from queue import SimpleQueue
from typing import TYPE_CHECKING

import pytest

from builder.errors import OutputError
from builder.serve.server import POLICY, Preview
from builder.serve.watch import Watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE = 20


@contextmanager
def running(site: Path) -> Iterator[Preview]:
    with Preview(site, 0) as preview:
        thread = threading.Thread(target=preview.serve_forever, args=(0.05,))
        thread.start()
        try:
            yield preview
        finally:
            preview.shutdown()
            thread.join()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    page = tmp_path / "site" / "student" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(
        "<!doctype html><title>t</title><link rel=icon href=data:,><body><h1>First</h1></body></html>", encoding="utf-8"
    )
    (page.parent / "한글.html").write_text("<p>한글</p>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("not for the web")
    return tmp_path / "site"


def ask(preview: Preview, path: str, host: str = "") -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", preview.server_address[1], timeout=PATIENCE)
    connection.putrequest("GET", path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{preview.server_address[1]}")
    connection.endheaders()
    return connection.getresponse()


def test_the_first_address_leads_to_the_pupils_entry_page(site: Path) -> None:
    with running(site) as preview:
        answer = ask(preview, "/")
        assert (answer.status, answer.headers["Location"]) == (302, "/student/index.html")
        assert b"<h1>First</h1>" in ask(preview, "/student/").read()


def test_a_page_is_served_under_the_policy_of_the_built_site(site: Path) -> None:
    with running(site) as preview:
        answer = ask(preview, "/student/index.html")
    assert answer.headers["Content-Security-Policy"] == POLICY
    assert "unsafe" not in POLICY and "http" not in POLICY
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_korean_address_is_found(site: Path) -> None:
    with running(site) as preview:
        assert "한글" in ask(preview, "/student/%ED%95%9C%EA%B8%80.html").read().decode()


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/student/..%2f..%2fsecret.txt", "//secret.txt"]
)
def test_nothing_outside_the_site_is_served(site: Path, path: str) -> None:
    with running(site) as preview:
        answer = ask(preview, path)
        assert answer.status == 404 and b"not for the web" not in answer.read()


def test_a_link_out_of_the_site_is_not_followed(site: Path) -> None:
    (site / "out.txt").symlink_to(site.parent / "secret.txt")
    with running(site) as preview:
        assert ask(preview, "/out.txt").status == 404


def test_a_page_elsewhere_cannot_read_the_preview_under_its_own_name(site: Path) -> None:
    with running(site) as preview:
        assert ask(preview, "/student/index.html", "elsewhere.example").status == 403


def test_a_taken_port_is_one_sentence(site: Path) -> None:
    with running(site) as preview, pytest.raises(OutputError, match=r"port \d+ cannot be used"):
        Preview(site, preview.server_address[1])


def test_only_this_machine_can_reach_it(site: Path) -> None:
    with running(site) as preview:
        assert preview.socket.getsockname()[0] == "127.0.0.1"
        assert preview.socket.family == socket.AF_INET


def test_a_waiting_page_hears_of_the_next_build_at_once(site: Path) -> None:
    with running(site) as preview:
        before = preview.version
        answers: SimpleQueue[str] = SimpleQueue()
        asked = threading.Thread(
            target=lambda: answers.put(ask(preview, f"/likeness-serve/version?not={before}").read().decode())
        )
        asked.start()
        preview.announce()
        after = answers.get(timeout=PATIENCE)
        asked.join()
    assert after == preview.version != before


def test_an_open_page_shows_what_was_built_again(chromium: Browser, site: Path) -> None:
    with running(site) as preview:
        page = chromium.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(preview.address)
        assert page.text_content("h1") == "First"
        index = site / "student" / "index.html"
        index.write_text(index.read_text().replace("First", "Second"))
        preview.announce()
        page.wait_for_selector("h1:text('Second')", timeout=PATIENCE * 1000)
        page.close()
    assert complaints == []


# Watching


@contextmanager
def watching(root: Path) -> Iterator[Callable[[], list[PurePath]]]:
    """Gives a function that waits for the next bundle of changes."""
    told: SimpleQueue[list[PurePath]] = SimpleQueue()
    with Watch(root) as watch:
        thread = threading.Thread(target=watch.changes, args=(told.put,))
        thread.start()
        try:
            yield lambda: told.get(timeout=PATIENCE)
        finally:
            watch.stop_waiting()
            thread.join(PATIENCE)
            assert not thread.is_alive()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "lessons" / "law").mkdir(parents=True)
    (tmp_path / "lessons" / "law" / "one.en.md").write_text("one")
    (tmp_path / "site").mkdir()
    return tmp_path


def test_a_saved_lesson_is_noticed(root: Path) -> None:
    with watching(root) as next_changes:
        (root / "lessons" / "law" / "one.en.md").write_text("two")
        assert next_changes() == [PurePath("lessons/law/one.en.md")]


def test_reading_and_building_are_no_changes(root: Path) -> None:
    """Else the preview would build for ever: a build reads the lessons and writes the site."""
    with watching(root) as next_changes:
        (root / "lessons" / "law" / "one.en.md").read_text()
        (root / "site" / "index.html").write_text("built")
        (root / "lessons" / "law" / ".one.en.md.swp").write_text("an editor's own")
        (root / "lessons" / "law" / "one.en.md~").write_text("an editor's copy")
        (root / "lessons" / "law" / "two.en.md").write_text("the change that ends the wait")
        assert next_changes() == [PurePath("lessons/law/two.en.md")]


def test_an_editor_that_replaces_the_file_is_noticed(root: Path) -> None:
    with watching(root) as next_changes:
        (root / "lessons" / "law" / ".new").write_text("two")
        (root / "lessons" / "law" / ".new").rename(root / "lessons" / "law" / "one.en.md")
        assert next_changes() == [PurePath("lessons/law/one.en.md")]


def test_a_folder_made_later_is_watched_too(root: Path) -> None:
    with watching(root) as next_changes:
        (root / "guides").mkdir()
        assert next_changes() == [PurePath("guides")]
        (root / "guides" / "before.en.md").write_text("new")
        assert next_changes() == [PurePath("guides/before.en.md")]


def test_a_deleted_lesson_and_a_moved_module_are_noticed(root: Path) -> None:
    with watching(root) as next_changes:
        (root / "lessons" / "law" / "one.en.md").unlink()
        assert next_changes() == [PurePath("lessons/law/one.en.md")]
        (root / "lessons" / "law").rename(root / "lessons" / "rights")
        assert PurePath("lessons/law") in next_changes()
