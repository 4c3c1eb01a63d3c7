"""The traps of typesetting: what would go wrong without a sound, and must not."""

from __future__ import annotations

import json
import re
import shutil
from io import BytesIO
from itertools import chain, pairwise
from pathlib import Path

import pikepdf
import pytest

import builder
from builder.handouts.errors import TypesetError
from builder.handouts.frame import drawing
from builder.handouts.piece import Piece, Printed
from builder.handouts.press import FONTS, TEMPLATE, Press
from builder.model.curriculum import Curriculum
from tests.handouts.small import LESSON, piece, printed, tags_of, text_of, with_body

ACTIVITY = (
    "/// activity | {title}\n    id: talk\n    minutes: 45\n    kind: learn\n    grouping: pairs\n\n{body}\n\n///\n"
)

PAYLOADS = [
    '#import "/etc/passwd": *',
    '#panic("no")',
    "$ x^2 $",
    "= not a heading",
    "@label and <label>",
    "\\u{41} \\ \\#",
    "#(sys.inputs)",
    'https://x.example/#read("main.typ")',
    "/* a comment */ // and one more",
    "~ -- --- ... 'quote'",
    "#set page(width: 1mm)",
    "]#strong[",
]


def test_the_title_is_the_one_first_heading(curriculum: Curriculum) -> None:
    tags = tags_of(printed(piece(curriculum, "handout")))
    assert tags.count("H1") == 1
    assert tags.index("H1") < tags.index("H2")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_screen_reader_is_told_the_language_and_the_title(curriculum: Curriculum, language: str) -> None:
    wanted = piece(curriculum, "quiz", language)
    with pikepdf.open(BytesIO(printed(wanted))) as pdf:
        assert str(pdf.Root.Lang).startswith(language)
        assert str(pdf.docinfo["/Title"]) == wanted.tree["name"]
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)


def test_without_our_font_nothing_is_printed(curriculum: Curriculum, tmp_path: Path) -> None:
    with pytest.raises(TypesetError, match="Pretendard is missing"):
        Press(fonts=tmp_path).print(piece(curriculum, "quiz"))


def test_a_font_nobody_bundled_is_an_error_not_vanished_text(curriculum: Curriculum, tmp_path: Path) -> None:
    template = tmp_path / "template"
    shutil.copytree(TEMPLATE, template)
    look = template / "look.typ"
    look.write_text(look.read_text("utf-8").replace('"Pretendard"', '"Garamond Nowhere"'), "utf-8")
    with pytest.raises(TypesetError, match="unknown font family: garamond nowhere"):
        Press(template=template).print(piece(curriculum, "quiz"))


def test_both_weights_of_our_fonts_are_there_with_their_licences() -> None:
    fonts = {file.stem for file in FONTS.iterdir() if file.suffix in {".otf", ".ttf"}}
    assert fonts == {
        f"{name}-{weight}" for name in ("Pretendard", "AtkinsonHyperlegible") for weight in ("Bold", "Regular")
    }
    for family in ("Pretendard", "Atkinson-Hyperlegible"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / f"OFL-{family}.txt").read_text("utf-8")


def test_a_drawing_with_words_in_it_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "site" / "theme" / "assets" / "figures"
    folder.mkdir(parents=True)
    (folder / "worded.svg").write_text("<svg><text>vanishes</text></svg>", "utf-8")
    monkeypatch.setattr("builder.handouts.frame.files", lambda package: tmp_path)
    with pytest.raises(TypesetError, match=r"worded\.svg: .* must not hold words"):
        drawing("worded")


def test_a_drawing_is_on_the_page_and_silent(curriculum: Curriculum) -> None:
    tags = tags_of(printed(piece(curriculum, "quiz")))
    assert "Figure" not in tags, "decoration is not read out"


def test_a_table_has_header_cells(curriculum: Curriculum) -> None:
    body = ACTIVITY.format(title="Look", body="| word | meaning |\n|--|--|\n| yes | a free yes |")
    tags = tags_of(printed(piece(with_body(curriculum, body), "handout")))
    assert tags.count("TH") == 2 and tags.count("TD") == 2


def test_headings_never_skip_a_level(curriculum: Curriculum) -> None:
    deep = "## A part\n\n##### Much deeper\n\nWords.\n"
    body = ACTIVITY.format(title="Look", body=f"{deep}\n/// scenario | A story\n\nText.\n\n///")
    for kind in ("handout", "guide"):
        levels = [
            int(tag[1])
            for tag in tags_of(printed(piece(with_body(curriculum, body), kind)))
            if re.fullmatch(r"H\d", tag)
        ]
        steps = pairwise(levels)
        assert levels[0] == 1 and all(after <= before + 1 for before, after in steps)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_means_something_to_the_typesetter_comes_out_as_it_was_written(
    curriculum: Curriculum, payload: str
) -> None:
    """In the title, and in an option of the quiz; quotation marks alone become curly."""
    quiz = curriculum.quizzes[LESSON, "en"]
    first = next(item for item in quiz.items if item.type == "single")
    options = (first.options[0].model_copy(update={"text": payload}), *first.options[1:])
    changed = with_body(curriculum, "Text.", title=payload)
    changed.quizzes[LESSON, "en"] = quiz.model_copy(update={"items": (first.model_copy(update={"options": options}),)})
    wanted = piece(changed, "quiz")
    assert _straight(payload) in _straight(
        json.dumps(wanted.tree, ensure_ascii=False).replace("\\\\", "\\").replace('\\"', '"')
    )
    read = _straight(text_of(printed(wanted)))
    assert read.count(_straight(payload)) >= 2


def _straight(text: str) -> str:
    """The text with straight quotation marks and without white space: a page breaks lines where it likes."""
    return "".join(text.translate(str.maketrans("“”‘’", "\"\"''")).split())


@pytest.mark.parametrize(("mark", "number"), [("漢", "U\\+6F22"), ("☑", "U\\+2611"), ("😀", "U\\+1F600")])
def test_a_character_the_font_lacks_is_named_with_its_line(curriculum: Curriculum, mark: str, number: str) -> None:
    body = "First line.\n\n" + ACTIVITY.format(
        title="Look", body=f"/// scenario | A story\n\nIn it stands {mark}.\n\n///"
    )
    changed = with_body(curriculum, body)
    path = changed.lessons[LESSON, "en"].path
    with pytest.raises(
        TypesetError, match=rf"^{re.escape(path)}:11: the character .* \({number}\) is not in the print font"
    ):
        printed(piece(changed, "handout"))


def test_a_control_character_is_named_wherever_it_stands(curriculum: Curriculum) -> None:
    path = curriculum.lessons[LESSON, "en"].path
    with pytest.raises(TypesetError, match=rf"^{re.escape(path)}: the character U\+0007 cannot be printed"):
        piece(with_body(curriculum, "**One** \u0007 two."), "handout")
    with pytest.raises(TypesetError, match=r"\(U\+0007\) is not in the print font"):
        printed(piece(with_body(curriculum, "Text.", title="A\u0007 title"), "quiz"))


def test_half_a_character_is_refused_in_one_sentence(curriculum: Curriculum) -> None:
    with pytest.raises(TypesetError, match="half a character"):
        printed(piece(with_body(curriculum, "Text.", title="A\ud83d title"), "quiz"))


ACCENTS = 'doc.at("accents", default: false)'
"""Where the template asks whether a text has loose accents."""


def test_what_a_font_need_not_look_for_changes_no_sheet(
    laid_out: dict[str, list[Piece]], pack: list[Printed], tmp_path: Path
) -> None:
    press = _press_that_looks(tmp_path / "always", for_accents=True)
    drawn = {(made.subject, made.kind, made.variant, made.language): made for made in chain(*laid_out.values())}
    done = [
        d
        for d in pack
        if d.kind in {"quiz", "handout"} and (d.subject, d.variant) in {(LESSON, ""), (LESSON, "legible")}
    ]
    assert len(done) == 6
    for sheet in done:
        made = drawn[sheet.subject, sheet.kind, sheet.variant, sheet.language]
        assert printed(made, press) == sheet.path.read_bytes(), sheet.path.name


def test_a_loose_accent_takes_the_dot_from_its_letter(curriculum: Curriculum, tmp_path: Path) -> None:
    accented = piece(with_body(curriculum, "Text.", title="Aj\u0301"), "quiz")
    assert printed(accented) == printed(accented, _press_that_looks(tmp_path / "always", for_accents=True))
    assert printed(accented) != printed(accented, _press_that_looks(tmp_path / "never", for_accents=False))


def _press_that_looks(folder: Path, *, for_accents: bool) -> Press:
    """A press that always, or never, has its fonts look for all they know of accents."""
    template = shutil.copytree(TEMPLATE, folder)
    page = (template / "page.typ").read_text("utf-8")
    assert page.count(ACCENTS) == 1
    (template / "page.typ").write_text(page.replace(ACCENTS, str(for_accents).lower()), "utf-8")
    return Press(template=template)


def test_a_grey_copy_keeps_everything_apart() -> None:
    """Each module's colour is dark on white and its ground is light, so that words stand out in grey."""
    look = (TEMPLATE / "look.typ").read_text("utf-8")
    pairs = re.findall(r'^  (\w+): \(rgb\("(#\w{6})"\), rgb\("(#\w{6})"\)\)', look, re.MULTILINE)
    assert {name for name, _, _ in pairs} == {"teal", "plum", "blue", "amber"}
    for name, dark, light in pairs:
        assert _contrast(dark, light) >= 5, name


def test_a_module_has_the_colour_it_has_on_the_site() -> None:
    css = (Path(builder.__file__).parent / "site/theme/assets/style/colours.css").read_text("utf-8")
    site = dict(re.findall(r'^\[data-colour="(\w+)"\] \{ --band: (#\w{6})', css, re.MULTILINE))
    print_ = dict(re.findall(r'^  (\w+): \(rgb\("(#\w{6})"', (TEMPLATE / "look.typ").read_text("utf-8"), re.MULTILINE))
    assert print_ == site


def _contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
