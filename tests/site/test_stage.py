"""What the staged trees hold, before any engine sees them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from builder.model.curriculum import Curriculum
from builder.model.view import View
from builder.site.prints import Print
from builder.site.stage import Files, stage

ROOT = Path(__file__).resolve().parents[2]
LESSON = "first-hour-first-day"


def staged(curriculum: Curriculum, folder: Path, audience: str, language: str = "en", edition: str = "kr") -> Path:
    view = View(curriculum, curriculum.editions[edition], language, audience)  # type: ignore[arg-type]
    prints = [
        Print(LESSON, kind, language, f"{LESSON}.{kind}.pdf", 2, 41_000) for kind in ("handout", "quiz", "key", "guide")
    ]
    stage(view, ROOT, folder, {}, Files(prints, []), {})
    return folder


def front_matter(page: Path) -> dict[str, object]:
    head: dict[str, object] = yaml.safe_load(page.read_text("utf-8").split("---\n")[1])
    return head


def test_pupils_tree_is_staged_without_any_teacher_block(curriculum: Curriculum, tmp_path: Path) -> None:
    docs = staged(curriculum, tmp_path, "student") / "docs"
    texts = [page.read_text("utf-8") for page in docs.rglob("*.md")]
    assert len(texts) > 8
    assert not [text for text in texts if "/// teacher" in text]
    assert not (docs / "guides").exists()
    teacher = staged(curriculum, tmp_path / "t", "teacher") / "docs" / "reporting" / f"{LESSON}.md"
    assert "/// teacher" in teacher.read_text("utf-8")


def test_pupil_finds_the_handout_and_teacher_finds_all_four_prints(curriculum: Curriculum, tmp_path: Path) -> None:
    pupil = front_matter(staged(curriculum, tmp_path / "s", "student") / "docs" / "reporting" / f"{LESSON}.md")
    assert pupil["handout"] == f"../print/{LESSON}.handout.pdf"
    assert "key" not in json.dumps(pupil["prints"])
    teacher = front_matter(staged(curriculum, tmp_path / "t", "teacher") / "docs" / "reporting" / f"{LESSON}.md")
    assert [row["url"].split(".")[-2] for row in teacher["prints"]] == ["guide", "handout", "quiz", "key"]  # type: ignore[attr-defined]


def test_links_between_sources_become_links_between_staged_pages(curriculum: Curriculum, tmp_path: Path) -> None:
    docs = staged(curriculum, tmp_path, "teacher", "ko") / "docs"
    text = (docs / "reporting" / f"{LESSON}.md").read_text("utf-8")
    assert ".ko.md" not in text
    assert "](../get-help.md" in text


def test_staging_twice_writes_nothing_the_second_time(curriculum: Curriculum, tmp_path: Path) -> None:
    staged(curriculum, tmp_path, "student")
    before = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}
    staged(curriculum, tmp_path, "student")
    assert before == {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*") if file.is_file()}


def test_a_page_whose_source_is_gone_leaves_the_tree(curriculum: Curriculum, tmp_path: Path) -> None:
    old = tmp_path / "docs" / "old" / "page.md"
    old.parent.mkdir(parents=True)
    old.write_text("left over")
    staged(curriculum, tmp_path, "student")
    assert not old.parent.exists()


@pytest.mark.parametrize("edition", ["kr", "gb-eaw", "us-fed", "au"])
def test_editions_show_their_own_law_and_help_and_differ_in_data_alone(
    curriculum: Curriculum, tmp_path: Path, edition: str
) -> None:
    from builder.markup import render

    view = View(curriculum, curriculum.editions[edition], "en", "student")
    html = render(view, "/// law\n    topics: sharing\n///\n\n/// help\n///\n")
    country = edition.split("-")[0]
    assert f'data-law="{country}-' in html
    assert "not legal advice" in html
    others = {"kr", "gb", "us", "au"} - {country}
    assert not [other for other in others if f'data-law="{other}-' in html or f'data-service="{other}-' in html]
    assert (
        front_matter(staged(curriculum, tmp_path, "student", edition=edition) / "docs" / "index.md")["kind"] == "home"
    )
