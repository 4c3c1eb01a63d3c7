"""What the teaching blocks become, for pupils and for teachers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.markup import render, render_inline
from builder.markup.inline import ViewKey, _converted
from builder.model.curriculum import Curriculum
from builder.model.view import View


def view_of(curriculum: Curriculum, audience: str = "student", language: str = "en", edition: str = "kr") -> View:
    return View(curriculum, curriculum.editions[edition], language, audience)  # type: ignore[arg-type]


ACTIVITY = """/// activity | Say it aloud
    id: aloud
    minutes: 8
    kind: practise
    grouping: pairs
    core: true

Say it *twice*.

/// teacher
Walk round.
///

///
"""


def test_activity_says_its_minutes_grouping_and_core_path(curriculum: Curriculum) -> None:
    html = render(view_of(curriculum), ACTIVITY)
    assert 'id="activity-aloud"' in html and 'data-minutes="8"' in html
    assert "<h2>Say it aloud</h2>" in html
    assert [word for word in ("8 minutes", "In pairs", "Practise", "Core path") if word not in html] == []


def test_teachers_note_is_for_teachers_only(curriculum: Curriculum) -> None:
    assert "Walk round" not in render(view_of(curriculum), ACTIVITY)
    assert "Walk round" in render(view_of(curriculum, "teacher"), ACTIVITY)


def test_myth_prints_the_truth_before_the_claim(curriculum: Curriculum) -> None:
    html = render(view_of(curriculum), "/// myth | It is only a fake\n\nThe harm is real.\n///\n")
    assert html.index("The harm is real") < html.index("It is only a fake") < html.index("This is not true")


def test_block_for_another_country_is_left_out(curriculum: Curriculum) -> None:
    text = "/// note\n    only: KR\n\nAsk the Wee class.\n///\n"
    assert "Wee class" in render(view_of(curriculum), text)
    assert "Wee class" not in render(view_of(curriculum, edition="gb-eaw"), text)


def test_footnote_is_written_from_the_register_with_source_and_date(curriculum: Curriculum) -> None:
    html = render(view_of(curriculum), "Most of those caught were teenagers.[^U02]\n")
    claim = curriculum.registers.claims["U02"]
    assert claim.statement["en"] in html
    assert claim.sources()[0] in html and str(claim.as_of) in html


def test_numbers_come_from_the_register_in_the_languages_own_form(curriculum: Curriculum) -> None:
    assert '<span class="figure">1,202</span>' in render_inline(view_of(curriculum), "{U02.cases} cases")
    assert render_inline(view_of(curriculum), "{U02.nothing}") == "{U02.nothing}"


PLAIN = "aZ7ß가힣 .,:;?!%()/\"'“”‘’…·–—-"


@given(st.text(PLAIN, max_size=30) | st.text(PLAIN + "\n*_&[]{}", max_size=30))
def test_a_text_without_markup_comes_out_as_the_long_way_would_bring_it(curriculum: Curriculum, text: str) -> None:
    view = view_of(curriculum)
    assert render_inline(view, text) == _converted(ViewKey(view), text)


def test_help_prints_numbers_only_of_services_somebody_confirmed(curriculum: Curriculum) -> None:
    html = render(view_of(curriculum), "/// help\n    set: all\n///\n")
    for service in curriculum.registers.help["KR"].services:
        shown = f'data-service="{service.id}"' in html
        assert not shown or service.publishable(curriculum.registers.signoffs), service.id
    assert 'href="tel:' in html and "Numbers checked on" in html


def test_law_card_names_maximum_for_adults_article_dates_and_source(curriculum: Curriculum) -> None:
    html = render(view_of(curriculum), "/// law\n    topics: making\n///\n")
    for words in (
        "Maximum for adults",
        "In force since",
        "Law as of",
        "Checked on",
        "not legal advice",
        "No lawyer has signed",
    ):
        assert words in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<img src="x" onerror="alert(1)">',
        "before <b onclick='x'>bold</b> after",
        "<style>p{}</style>",
    ],
)
def test_raw_html_is_shown_as_the_text_it_is(curriculum: Curriculum, text: str) -> None:
    html = render(view_of(curriculum), text)
    assert "&lt;" in html
    assert not [tag for tag in ("<script", "<img", "<b ", "<style") if tag in html]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", " javascript:x"]
)
def test_link_that_would_run_something_is_disarmed(curriculum: Curriculum, address: str) -> None:
    html = render(view_of(curriculum), f"[press](<{address}>)")
    assert "href" not in html and "press" in html


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "../get-help.en.md#top", "#here", "tel:117", "page.md?x=1"]
)
def test_ordinary_link_stays(curriculum: Curriculum, address: str) -> None:
    assert "href=" in render(view_of(curriculum), f"[go]({address})")


def test_table_alignment_is_a_class_never_a_style(curriculum: Curriculum) -> None:
    html = render(view_of(curriculum), "| a | b |\n|:--|--:|\n| 1 | 2 |\n")
    assert "style=" not in html and 'class="right"' in html


def test_commonest_korean_bold_is_bold(curriculum: Curriculum) -> None:
    assert "<strong>딥페이크(deepfake)</strong>는" in render(
        view_of(curriculum, language="ko"), "**딥페이크(deepfake)**는 합성이에요."
    )


def test_lesson_text_alone_finds_its_own_quiz(curriculum: Curriculum) -> None:
    lesson = curriculum.lessons["first-hour-first-day", "en"]
    assert 'id="quiz-first-hour-first-day"' in render(view_of(curriculum), lesson.body.text)


def test_a_number_that_is_part_of_the_name_is_not_said_twice(curriculum: Curriculum) -> None:
    html = render_inline(view_of(curriculum, language="ko"), "{help.child}")
    assert html.count("1388") == 2  # once in the address of the link, once as its text


def test_sources_name_every_service_that_a_help_page_prints(curriculum: Curriculum) -> None:
    view = view_of(curriculum)
    shown = render(view, "/// help\n    set: all\n///\n")
    sources = render(view, "/// sources\n///\n")
    printed = [s for pack in view.help_packs for s in pack.services if f'data-service="{s.id}"' in shown]
    assert len(printed) > 8
    assert [s.id for s in printed if view.say(s.name) not in sources] == []


def test_a_note_prints_the_registers_marks_without_a_backslash(curriculum: Curriculum) -> None:
    """`~`, `|` and `<` are no escapes of Markdown: a backslash before them would be printed."""
    html = render(view_of(curriculum, language="ko"), "글.[^U14]\n")
    assert "1~2학년" in html and "\\" not in html
    claim = curriculum.registers.claims.get("U14")
    assert claim is not None
    odd = claim.model_copy(update={"statement": {"ko": r"1~2 a|b <i>c</i> d*e*f [g](h) #i `j` k\l 2 > 1"}})
    claims = {**curriculum.registers.claims, "U14": odd}
    changed = replace(curriculum, registers=replace(curriculum.registers, claims=claims))
    html = render(view_of(changed, language="ko"), "글.[^U14]\n")
    assert r"1~2 a|b &lt;i&gt;c&lt;/i&gt; d*e*f [g](h) #i `j` k\l 2 &gt; 1" in html
