"""What stands in the theme more than once stays the same everywhere, and engineers find the theme standing alone."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import expect

from builder.model.curriculum import Curriculum
from builder.site.finish import POLICY
from tests.pages.conftest import Visit

ROOT = Path(__file__).resolve().parents[2]
THEME = ROOT / "builder" / "site" / "theme"


def frame_words(language: str) -> dict[str, str]:
    text = (THEME / "partials/words" / f"{language}.html").read_text("utf-8")
    return dict(re.findall(r'\{% set (\w+) = "([^"]*)" %\}', text))


def test_the_words_of_the_frame_stand_in_both_languages_and_all_are_used() -> None:
    templates = "".join(file.read_text("utf-8") for file in THEME.rglob("*.html"))
    used = set(re.findall(r"words\.(\w+)", templates))
    for language in ("en", "ko"):
        assert set(frame_words(language)) == used
        assert all(frame_words(language).values())
    gaps = {name: re.findall(r"\{\w+\}", text) for name, text in frame_words("en").items()}
    assert {name: sorted(re.findall(r"\{\w+\}", text)) for name, text in frame_words("ko").items()} == {
        name: sorted(found) for name, found in gaps.items()
    }


def test_dark_by_choice_is_the_same_dark_as_by_the_system() -> None:
    rules = re.findall(
        r"^\s*(:root[^{]*)\{([^}]*)\}", (THEME / "assets/style/colours.css").read_text("utf-8"), re.MULTILINE
    )

    def of(prefix: str) -> dict[str, str]:
        return {
            selector.strip().removeprefix(prefix): " ".join(body.split())
            for selector, body in rules
            if selector.startswith(prefix)
        }

    assert of(':root[data-scheme="dark"]') == of(':root:not([data-scheme="light"])')
    assert len(of(':root[data-scheme="dark"]')) == 5


def test_every_colour_and_figure_of_the_plan_is_in_the_theme(curriculum: Curriculum) -> None:
    colours = (THEME / "assets/style/colours.css").read_text("utf-8")
    cards = (THEME / "assets/style/cards.css").read_text("utf-8")
    for module in curriculum.plan.modules:
        assert f'[data-colour="{module.colour}"]' in colours
        assert (THEME / "assets/figures" / f"{module.figure}.svg").is_file()
        assert f'[data-figure="{module.figure}"]' in cards


def test_figures_are_drawings_and_nothing_else() -> None:
    for figure in (THEME / "assets/figures").glob("*.svg"):
        text = figure.read_text("utf-8")
        assert not re.search(r"<script|<style|style=|<image|<text|href|\son\w+=|<!", text), figure.name


def test_the_bare_configuration_shows_the_modules_of_the_plan(curriculum: Curriculum) -> None:
    plain = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["extra"]["plain_modules"]
    assert plain == [
        {"id": m.id, "title": m.title["en"], "colour": m.colour, "figure": m.figure, "url": f"{m.id}/index.html"}
        for m in curriculum.plan.modules
    ]


def test_the_headers_for_hosts_say_the_same_as_the_pages_and_more() -> None:
    policy = POLICY.split('content="', 1)[1].removesuffix('">')
    for name in ("nginx.conf", "apache.conf", "_headers"):
        text = (ROOT / "docs/hosting" / name).read_text("utf-8")
        assert f"{policy}; frame-ancestors 'none'" in text, name
        for header in ("nosniff", "Strict-Transport-Security", "no-referrer"):
            assert header in text, name


@pytest.fixture(scope="module")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `mkdocs build` makes of the root configuration alone."""
    site = tmp_path_factory.mktemp("bare") / "site"
    mkdocs = Path(sys.executable).with_name("mkdocs")
    subprocess.run([mkdocs, "build", "--site-dir", site], cwd=ROOT, check=True, capture_output=True)
    return site


def test_somebody_who_knows_mkdocs_builds_the_pupils_english_pages_with_quizzes(
    bare_site: Path, visit: Callable[..., Visit]
) -> None:
    pages = {file.relative_to(bare_site).as_posix() for file in bare_site.rglob("*.html")}
    assert "consent/group-chat-pressure.en.html" in pages
    assert not any(".ko." in page or "guide" in page for page in pages)
    tab = visit((bare_site / "consent/group-chat-pressure.en.html").as_uri())
    first = tab.page.locator("fieldset.item").first
    first.locator("label").first.click()
    first.locator(".check").click()
    expect(first.locator(".result")).not_to_be_empty()
    expect(tab.page.locator(".help-now")).to_have_attribute("href", "../get-help.en.html")
    assert tab.complaints == []
    assert all(url.startswith("file:") for url in tab.asked)
