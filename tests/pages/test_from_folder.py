"""The site opened by a double click, from a folder or an unpacked zip, with no server and no network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect

from tests.pages.answering import answer, items, said
from tests.pages.conftest import LESSON, Visit, pages_below


def test_teacher_opens_the_folder_and_walks_from_the_entry_to_a_checked_answer(
    built_site: Path, visit: Callable[..., Visit]
) -> None:
    tab = visit((built_site / "student/index.html").as_uri(), offline=True)
    page = tab.page
    page.get_by_role("link", name="English").click()
    page.get_by_role("link", name="Consent").first.click()
    page.get_by_role("link", name="Pressure in the group chat").first.click()
    page.wait_for_url(f"**/en/{LESSON}")
    for item in items(page):
        answer(item)
    expect(page.locator(".end-said")).to_have_text(said(page, "all-done"))
    page.locator(".tools > a.language").click()
    page.wait_for_url((built_site / "student/ko" / LESSON).as_uri())
    assert tab.complaints == []
    assert [url for url in tab.asked if not url.startswith("file:")] == []


def test_every_address_in_the_pages_leads_to_a_file_in_the_folder(built_site: Path) -> None:
    from bs4 import BeautifulSoup

    lost = []
    for name in pages_below(built_site):
        page = built_site / name
        for element in BeautifulSoup(page.read_text("utf-8"), "html.parser").find_all(href=True, src=None):
            lost += _lost(page, str(element["href"]))
        for element in BeautifulSoup(page.read_text("utf-8"), "html.parser").find_all(src=True):
            lost += _lost(page, str(element["src"]))
    assert lost == []


def _lost(page: Path, target: str) -> list[str]:
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(target)
    if parts.scheme in ("https", "http", "tel", "sms", "mailto") or not parts.path:
        return []
    return [] if (page.parent / unquote(parts.path)).is_file() else [f"{page}: {target}"]
