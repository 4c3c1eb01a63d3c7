"""The HTML of every page, read by a parser that follows the standard to the letter."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import html5lib
from bs4 import BeautifulSoup, Tag

from builder.site.finish import POLICY, look_over
from tests.pages.conftest import pages_below


def test_every_page_is_parsed_without_a_single_error(built_site: Path) -> None:
    faults = []
    for name in pages_below(built_site):
        parser = html5lib.HTMLParser(strict=False)
        parser.parse((built_site / name).read_text("utf-8"))
        faults += [f"{name}:{place}: {code} {details}" for place, code, details in parser.errors]
    assert faults == []


def test_ids_are_unique_and_everything_that_names_an_id_finds_it(built_site: Path) -> None:
    faults = []
    for name in pages_below(built_site):
        page = BeautifulSoup((built_site / name).read_text("utf-8"), "html.parser")
        ids = Counter(str(element["id"]) for element in page.find_all(id=True))
        faults += [f"{name}: id {id} stands {count} times" for id, count in ids.items() if count > 1]
        for attribute in ("for", "aria-labelledby", "aria-describedby"):
            for element in page.find_all(attrs={attribute: True}):
                faults += [f"{name}: {attribute}={id}" for id in str(element[attribute]).split() if id not in ids]
        for link in page.find_all("a", href=lambda href: bool(href) and href.startswith("#")):
            if link["href"] != "#" and str(link["href"])[1:] not in ids:
                faults.append(f"{name}: {link['href']}")
    assert faults == []


def test_every_page_has_one_title_and_headings_without_a_gap(built_site: Path) -> None:
    for name in pages_below(built_site):
        page = BeautifulSoup((built_site / name).read_text("utf-8"), "html.parser")
        for dialog in page.find_all("dialog"):
            dialog.decompose()
        levels = [int(heading.name[1]) for heading in page.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), (name, levels)


def test_every_question_stands_whole_in_the_legend_and_every_input_has_its_words(built_site: Path) -> None:
    for name in pages_below(built_site):
        page = BeautifulSoup((built_site / name).read_text("utf-8"), "html.parser")
        for item in page.select("fieldset.item"):
            first = next(child for child in item.children if isinstance(child, Tag))
            assert first.name == "legend", name
            assert first.select_one(".stem"), name
            for field in item.select(":is(input:not(.sure input), select, textarea)"):
                label = item.select_one(f'label[for="{field["id"]}"]')
                assert label is not None, name
                assert label.get_text(strip=True), name


def test_every_page_carries_the_policy_and_nothing_it_refuses(built_site: Path) -> None:
    for name in [*pages_below(built_site), "student/en/404.html", "teacher/ko/404.html"]:
        text = (built_site / name).read_text("utf-8")
        assert POLICY in text, name
        assert '<meta name="referrer" content="no-referrer">' in text, name
        look_over(name, text)
