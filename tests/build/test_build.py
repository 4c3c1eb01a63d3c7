"""A whole build of a small curriculum: what an author, a school's IT officer and a pupil rely on."""

from __future__ import annotations

import hashlib
import shutil
from datetime import date
from pathlib import Path

import pytest

from builder.build import Refused, build
from builder.errors import EngineError, LikenessError
from builder.markup import remember
from builder.model.view import View
from builder.new import new_curriculum
from builder.read import read_curriculum
from builder.site.leaks import refuse_leaks, teacher_passages

EPOCH = "1795305600"  # 22 November 2026


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new small curriculum, on a fixed day."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    new_curriculum(tmp_path / "ours", date(2026, 11, 22))
    return tmp_path / "ours"


def digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def a_lesson(root: Path, language: str = "en") -> Path:
    return next(file for file in sorted((root / "lessons").glob(f"*/*.{language}.md")))


def test_same_sources_give_the_same_bytes_wherever_they_lie(root: Path, tmp_path: Path) -> None:
    build(root, root / "site")
    (tmp_path / "elsewhere").mkdir()
    moved = root.rename(tmp_path / "elsewhere" / "theirs")
    first = digests(moved / "site")
    shutil.rmtree(moved / ".likeness")
    build(moved, moved / "again")
    assert digests(moved / "again") == first


def test_nothing_built_names_the_machine(root: Path) -> None:
    build(root, root / "site")
    for file in (root / "site").rglob("*"):
        if file.is_file():
            assert str(root).encode() not in file.read_bytes(), file


def test_author_changes_one_line_and_only_that_language_is_built_again(root: Path) -> None:
    first = build(root, root / "site")
    # Packs are put together, not typeset: in each language of the lesson, of its module, and around them.
    assert (first.trees, first.typeset) == (4, first.prints - 2 * 3)
    again = build(root, root / "site")
    assert (again.trees, again.typeset, again.prints) == (0, 0, first.prints)
    lesson = a_lesson(root)
    lesson.write_text(lesson.read_text("utf-8").replace("question: ", "question: Well, ", 1), "utf-8")
    changed = build(root, root / "site")
    assert changed.trees == 2
    assert 0 < changed.typeset < first.prints


def test_broken_source_leaves_the_former_site_untouched(root: Path) -> None:
    build(root, root / "site")
    before = digests(root / "site")
    lesson = a_lesson(root)
    lesson.write_text(lesson.read_text("utf-8").replace("/// activity", "/// actvity", 1), "utf-8")
    with pytest.raises(Refused) as refused:
        build(root, root / "site")
    assert [found.mend for found in refused.value.findings if found.rule.id == "B001"] == ['did you mean "activity"?']
    assert digests(root / "site") == before


def test_pupils_files_hold_no_teacher_matter_and_a_leak_is_found(root: Path) -> None:
    build(root, root / "site")
    curriculum = read_curriculum(root).curriculum
    assert curriculum is not None
    remember(root, curriculum)
    view = View(curriculum, next(iter(curriculum.editions.values())), "en", "student")
    tree = root / "site" / "student" / "en"
    refuse_leaks(tree, view)
    passage = next(iter(teacher_passages(view)))
    page = tree / "index.html"
    whole = page.read_text("utf-8")
    page.write_text(whole.replace("</main>", f"<p hidden>{passage}</p></main>"), "utf-8")
    with pytest.raises(EngineError, match="Teacher matter"):
        refuse_leaks(tree, view)
    page.write_text(whole, "utf-8")
    (tree / "print" / "x.key.pdf").write_bytes(b"")
    with pytest.raises(EngineError, match=r"x\.key\.pdf"):
        refuse_leaks(tree, view)


def test_an_edition_that_does_not_exist_is_one_sentence(root: Path) -> None:
    editions = root / "editions"
    first = next(editions.iterdir())
    (editions / "second.yml").write_text(first.read_text("utf-8"), "utf-8")
    with pytest.raises(LikenessError, match=r"There is no edition moon\. There are: "):
        build(root, root / "site", "moon")


def test_school_prints_its_own_people_first(root: Path) -> None:
    edition = next((root / "editions").iterdir())
    text = edition.read_text("utf-8")
    assert "people:" in text
    edition.write_text(text.replace("people:", "people:\n    - role: {en: Ms Maple, ko: 단풍 선생님}", 1), "utf-8")
    build(root, root / "site")
    page = next(
        file for file in (root / "site" / "student" / "ko").rglob("*.html") if "단풍 선생님" in file.read_text("utf-8")
    )
    html = page.read_text("utf-8")
    assert html.index("단풍 선생님") < html.index('class="services"')
