"""The page engine on the staged trees: nothing missing, nothing it only warns of, and no other engine needed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from builder.errors import EngineError
from builder.markup import remember
from builder.model.curriculum import Curriculum
from builder.model.view import View
from builder.site.engine import compare_pages, run_engine
from builder.site.stage import Files, Staged, stage

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=[("student", "en"), ("teacher", "ko")], ids="-".join)
def staged(request: pytest.FixtureRequest, curriculum: Curriculum, tmp_path: Path) -> Iterator[Staged]:
    audience, language = request.param
    remember(ROOT, curriculum)
    view = View(curriculum, curriculum.editions["kr"], language, audience)
    yield stage(view, ROOT, tmp_path / "tree", {}, Files([], []), {})


class Article(HTMLParser):
    """Collects the words inside <article>."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = 0
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside += tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "article"

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words += data.split()


def words_of(page: Path) -> list[str]:
    article = Article()
    article.feed(page.read_text("utf-8"))
    return article.words


def test_the_successor_engine_builds_the_same_trees_page_for_page(staged: Staged, tmp_path: Path) -> None:
    """Zensical, as its own command, from the same staged folder: the same pages with the same words in them."""
    run_engine(staged, tmp_path / "mkdocs")
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--config-file", str(staged.config)],
        cwd=staged.folder, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    other = staged.folder / "site"
    compare_pages(staged, other)
    for page in staged.pages:
        assert words_of(other / page) == words_of(tmp_path / "mkdocs" / page), page


def test_a_page_the_engine_did_not_write_stops_the_build(staged: Staged, tmp_path: Path) -> None:
    run_engine(staged, tmp_path / "site")
    (tmp_path / "site" / "index.html").unlink()
    (tmp_path / "site" / "surprise.html").write_text("")
    with pytest.raises(EngineError, match=r"did not write index\.html.*wrote surprise\.html"):
        compare_pages(staged, tmp_path / "site")


def test_a_warning_of_the_engine_stops_the_build(staged: Staged, tmp_path: Path) -> None:
    page = staged.folder / "docs" / "index.md"
    page.write_text(page.read_text("utf-8") + "\n[nowhere](nowhere.md)\n", "utf-8")
    with pytest.raises(EngineError, match=r"nowhere\.md"):
        run_engine(staged, tmp_path / "site")


def test_somebody_who_knows_mkdocs_builds_the_english_pages_alone(tmp_path: Path) -> None:
    """`mkdocs build` from the root, nothing else: the pupils' English pages with their quizzes and no teacher's word."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    lesson = (tmp_path / "reporting" / "first-hour-first-day.en.html").read_text("utf-8")
    assert 'id="quiz-first-hour-first-day"' in lesson and 'class="activity"' in lesson
    assert 'class="teacher"' not in lesson
    assert not list(tmp_path.rglob("*.ko.html"))
    assert (tmp_path / "index.html").is_file()
