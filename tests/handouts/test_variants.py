"""Who needs large letters, easier letters or short sentences gets the same sheet, and finds nothing missing."""

from __future__ import annotations

import pikepdf
import pytest

from builder.handouts.kinds import KINDS
from builder.handouts.nodes import para, plain, section, walk
from builder.handouts.piece import Piece, Printed
from builder.handouts.pieces import pieces
from builder.handouts.press import Press
from builder.handouts.variants import line_by_line
from builder.model.curriculum import Curriculum
from tests.handouts.sheets import letter_sizes, pages_of
from tests.handouts.small import lines_of, with_body

ACTIVITY = "/// activity | Talk\n    id: talk\n    minutes: 45\n    kind: learn\n    grouping: pairs\n\n{body}\n\n///\n"
LARGE, SMALLEST_LARGE = 18.0, 16.0
EASIER, SMALLEST_EASIER = 13.0, 11.5


def _of(pack: list[Printed], variant: str) -> list[Printed]:
    return [printed for printed in pack if printed.variant == variant]


def _piece(curriculum: Curriculum, body: str, kind: str, variant: str) -> Piece:
    made = pieces(with_body(curriculum, body), curriculum.editions["kr"], "en")
    return next(found for found in made if (found.kind, found.variant) == (kind, variant))


@pytest.mark.parametrize(
    ("variant", "body", "smallest"),
    [("large", LARGE, SMALLEST_LARGE), ("easy-read", LARGE, SMALLEST_LARGE), ("legible", EASIER, SMALLEST_EASIER)],
)
def test_letters_are_as_large_as_they_should_be(
    pack: list[Printed], variant: str, body: float, smallest: float
) -> None:
    found = _of(pack, variant)
    assert found
    for done in found:
        sizes = letter_sizes(done.path)
        assert min(sizes) >= smallest, done.path.name
        assert sizes.most_common(1)[0][0] >= body or done.variant == "legible", done.path.name
        assert sum(count for size, count in sizes.items() if size >= body) > 0.5 * sum(sizes.values()), done.path.name


def test_easier_letters_are_a_font_of_their_own_and_hangul_stays(pack: list[Printed]) -> None:
    for done in _of(pack, "legible"):
        with pikepdf.open(done.path) as pdf:
            fonts = {str(font.BaseFont) for page in pdf.pages for font in page.Resources.Font.values()}
        assert any("Atkinson" in name for name in fonts), done.path.name
        assert any("Pretendard" in name for name in fonts) or done.language == "en", done.path.name


def test_every_form_of_a_kind_is_printed(pack: list[Printed], curriculum: Curriculum) -> None:
    for lesson, language in curriculum.lessons:
        for kind in KINDS.values():
            found = {p.variant for p in pack if (p.subject, p.language, p.kind) == (lesson, language, kind.name)}
            assert found == ({"", *kind.variants} if kind.of == "lesson" else found), (lesson, kind.name)


def test_large_print_holds_what_the_tasks_point_at(pack: list[Printed]) -> None:
    """Every line of a worksheet stands in its other forms as well: tables are told row by row, not shortened."""
    for done in (done for done in pack if done.kind == "worksheet" and not done.variant):
        rest = [p for p in pack if (p.subject, p.kind, p.language) == (done.subject, "worksheet", done.language)]
        stories = {plain(part["title"]) for part in _titled(done, rest)}
        for other in rest:
            read = "".join(pages_of(other.path))
            assert [title for title in stories if _letters(title) not in read] == [], other.path.name


def _titled(done: Printed, rest: list[Printed]) -> list[dict[str, list[str]]]:
    import pypdfium2

    with pypdfium2.PdfDocument(done.path) as document:
        return [{"title": [mark.get_title()]} for mark in document.get_toc()][1:]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_a_wide_table_is_told_row_by_row_in_large_print(curriculum: Curriculum) -> None:
    body = ACTIVITY.format(body="| who | says | I say |\n|--|--|--|\n| Ann | hello | |\n| Bo | bye | |\n")
    tree = _piece(curriculum, body, "worksheet", "large").tree
    assert not [node for node in walk(tree) if node["kind"] == "table"]
    read = [plain(node.get("body", [])) for node in walk(tree) if node["kind"] == "para"]
    assert "Ann" in read and "says: hello" in read
    assert [plain(node["prompt"]) for node in walk(tree) if node["kind"] == "lines"][:2] == ["I say", "I say"]


def test_what_is_to_be_matched_stands_apart_in_large_print(curriculum: Curriculum) -> None:
    """Row by row, a mixed cell would seem to belong to the word above it."""
    table = "| word | meaning |\n|--|--|\n| one | first |\n| two | second |\n"
    body = ACTIVITY.format(body=f"/// cut-outs\n    task: match\n\n{table}\n///\n")
    activity = _piece(curriculum, body, "worksheet", "large").tree["body"][1]
    how, *read = [plain(node["body"]).strip() for node in walk(activity) if node["kind"] == "para"]
    assert how == "Write the letter that fits beside each."
    assert read[:3] == ["one", "two", "meaning"]
    assert {words.split()[-1] for words in read[3:]} == {"first", "second"}
    assert [words[0] for words in read[3:]] == ["A", "B"]


def test_easy_read_has_one_sentence_a_line() -> None:
    part = line_by_line(section("easy-read", ["Short"], [para("One. Two! Is it three? “Four.” Five.")]))
    lines = [plain(node["body"]) for node in walk(part) if node["kind"] == "para"]
    assert lines == ["One.", "Two!", "Is it three?", "“Four.”", "Five."]


def test_easy_read_is_the_author_s_own_easy_words(curriculum: Curriculum) -> None:
    body = "/// easy-read | In short\n\n- Say no. Tell an adult.\n\n///\n"
    pdf, _ = Press().print(_piece(curriculum, body, "handout", "easy-read"))
    lines = [line.strip("•– ") for line in lines_of(pdf.pdf)]
    assert "Say no." in lines and "Tell an adult." in lines


def test_a_form_says_what_it_is(pack: list[Printed]) -> None:
    words = {("large", "en"): "large print", ("legible", "ko"): "읽기편한글자", ("easy-read", "en"): "easy-read"}
    for (variant, language), word in words.items():
        for done in (done for done in _of(pack, variant) if done.language == language):
            assert _letters(word) in pages_of(done.path)[0], done.path.name
