"""From HTML to the print tree: what comes through, and what is refused by name."""

from __future__ import annotations

import json

import pytest

from builder.handouts.errors import TypesetError
from builder.handouts.nodes import plain
from builder.handouts.quotes import curl
from builder.handouts.tree import inline_of, tree_of
from builder.markup import render
from builder.model.curriculum import Curriculum
from builder.model.view import View

PATH = "lessons/consent/a-lesson.en.md"


def tree(html: str) -> list[dict[str, object]]:
    return tree_of(html, PATH, "en")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<video></video>", "<video>"),
        ('<p><img src="x.png" alt="x" /></p>', "<img>"),
        ("<p>in <button>a button</button></p>", "<button>"),
        ('<section class="weather"><h2>x</h2></section>', 'class="weather"'),
        ('<div class="advert">x</div>', 'class="advert"'),
        ('<p class="shout">x</p>', 'class="shout"'),
        ('<p><span class="blink">x</span></p>', 'class="blink"'),
        ("<svg><text>x</text></svg>", "<svg>"),
        ("<script>x</script>", "<script>"),
        ("<ul><p>x</p></ul>", "<p>"),
    ],
)
def test_what_nobody_has_thought_of_for_paper_is_refused_with_the_lessons_name(html: str, said: str) -> None:
    with pytest.raises(TypesetError) as refused:
        tree(html)
    assert str(refused.value).startswith(f"{PATH}: ") and said in str(refused.value)


def test_a_tag_that_is_never_closed_is_refused() -> None:
    with pytest.raises(TypesetError, match="inside <strong> there is a mismatched tag"):
        tree("<p>one <strong>two</p>")


@pytest.mark.parametrize(
    ("written", "read"),
    [("a&nbsp;b", "a\u00a0b"), ("&copy; &mdash;", "© —"), ("&#8212; &#x2014;", "— —"), ("&amp; &lt;c&gt;", "& <c>"), ("&zebra; & so on", "&zebra; & so on")],
)  # fmt: skip
def test_an_author_may_write_a_character_by_its_name(curriculum: Curriculum, written: str, read: str) -> None:
    view = View(curriculum, curriculum.editions["kr"], "en", "student")
    [block] = tree_of(render(view, f"A {written} *b*"), PATH, "en")
    assert plain(block["body"]) == f"A {read} b"


def test_a_table_without_a_header_is_refused() -> None:
    with pytest.raises(TypesetError, match="needs a header row"):
        tree("<table><tbody><tr><td>a</td></tr></tbody></table>")
    with pytest.raises(TypesetError, match="needs a header row"):
        tree("<table><thead><tr><th></th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>")


def test_the_self_check_of_a_page_never_comes_along() -> None:
    form = '<form class="quiz"><fieldset><legend>Q</legend><details class="answer"><summary>s</summary><p>SECRET</p></details></fieldset></form>'
    assert "SECRET" not in json.dumps(tree(f'<section class="activity"><h2>t</h2>{form}</section>'))


def test_a_part_keeps_its_title_and_marks() -> None:
    [part] = tree('<section class="activity" id="activity-x" data-minutes="8"><h2>Talk</h2><p>Do it.</p></section>')
    assert (part["role"], plain(part["title"])) == ("activity", "Talk")  # type: ignore[arg-type]
    assert part["marks"] == {"id": "activity-x", "minutes": "8"}


def test_lines_to_write_on_keep_their_number_and_prompt() -> None:
    [lines] = tree('<div class="write" data-lines="4"><p class="prompt">My line</p><p>because</p></div>')
    assert (lines["kind"], lines["count"], lines["prompt"]) == ("lines", 4, ["My line"])


def test_a_link_to_another_page_is_its_name_on_paper() -> None:
    body = inline_of(
        '<p>Read <a href="../get-help.en.html">Get help</a> or call <a class="phone" href="tel:117">117</a>.</p>'[3:-4],
        PATH,
        "en",
    )
    assert [part["kind"] for part in body if isinstance(part, dict)] == ["emph", "link"]


def test_a_source_note_is_a_mark_and_its_arrow_back_is_gone() -> None:
    html = (
        '<p>Most do.<sup id="fnref:U14"><a class="footnote-ref" href="#fn:U14">1</a></sup></p><div class="footnote"><hr /><ol>'
        '<li id="fn:U14"><p>A survey.&#160;<a class="footnote-backref" href="#fnref:U14">↩</a></p></li></ol></div>'
    )
    para, notes = tree(html)
    assert {"kind": "note", "id": "U14"} in para["body"]  # type: ignore[operator]
    assert "↩" not in json.dumps(notes, ensure_ascii=False)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('She said, "No."', "She said, “No.”"),
        ("It's Jun's", "It’s Jun’s"),
        ('("quoted")', "(“quoted”)"),
        ("'가짜'라고", "‘가짜’라고"),
        ('"동의"는', "“동의”는"),
    ],
)
def test_quotation_marks_are_curly(typed: str, printed: str) -> None:
    assert curl(typed) == printed


def test_a_quotation_mark_before_bold_words_opens() -> None:
    assert plain(inline_of('say "<strong>no</strong>" now', PATH, "en")) == "say “no” now"


def test_white_space_is_as_on_a_page() -> None:
    assert plain(inline_of("  one\n  <em> two </em>\n three ", PATH, "en")) == "one two three"


def test_a_column_to_write_in_gets_room_and_a_column_of_numbers_does_not() -> None:
    [table] = tree(
        "<table><thead><tr><th>no.</th><th>what happens</th><th>my line</th></tr></thead><tbody>"
        "<tr><td>1</td><td>Sia is asked many times and types fine.</td><td></td></tr></tbody></table>"
    )
    number, story, own = table["widths"]  # type: ignore[misc]
    assert number < story / 4 and own > story / 2
