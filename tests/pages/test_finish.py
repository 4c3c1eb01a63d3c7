"""The finishing step refuses to publish when a mend does not find its place."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from builder.errors import EngineError
from builder.site.finish import POLICY, finish, slim

PAGE = """<!doctype html><html lang="en"><head>{policy}
<link rel="stylesheet" href="{base}assets/style/colours.css">
<link rel="stylesheet" href="{base}assets/style/ground.css">
<script src="{base}assets/script/early.js"></script>
<script defer src="{base}assets/script/frame.js"></script>
<script defer src="{base}assets/script/items/single.js"></script>
</head><body>{body}</body></html>"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree as the engine leaves it: two pages, a 404, the theme's files, a search index."""
    files = {
        "index.html": PAGE.format(policy=POLICY, base="", body="<p>Start"),
        "consent/a.html": PAGE.format(policy=POLICY, base="../", body="<p>Lesson"),
        "404.html": PAGE.format(policy=POLICY, base="/", body="<p>Lost"),
        "assets/style/colours.css": "/* why */\n:root { --ink: #000; }\n",
        "assets/style/ground.css": "p {\n  color: var(--ink);\n}\n",
        "assets/script/early.js": "early();\n",
        "assets/script/frame.js": "// why\nframe(); // http://x\n",
        "assets/script/items/single.js": "single();\n",
        "assets/javascripts/bundle.js": "theme()",
        "search/search_index.json": json.dumps(
            {"docs": [
                {"location": "index.html", "title": "Start", "text": "<p>Start</p>"},
                {"location": "index.html#card", "title": "Lesson", "text": "a card"},
                {"location": "consent/a.html", "title": "Lesson &amp; more", "text": "<p>동의는</p>"},
            ]}
        ),
    }  # fmt: skip
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


VIEW: Any = SimpleNamespace(language="en", audience="student")


def test_styles_and_scripts_become_one_file_each_and_every_page_names_them(tree: Path) -> None:
    finish(tree, VIEW)
    page = (tree / "consent/a.html").read_text("utf-8")
    assert page.count("<link") == 1
    assert '<link rel="stylesheet" href="../assets/style/likeness.css">' in page
    assert '<script src="../assets/script/early.js"></script>' in page
    assert '<script defer src="../assets/script/likeness.js"></script>' in page
    assert (tree / "assets/style/likeness.css").read_text(
        "utf-8"
    ) == ":root { --ink: #000; }\np {\ncolor: var(--ink);\n}\n"
    assert (tree / "assets/script/likeness.js").read_text("utf-8") == "frame(); // http://x\nsingle();\n"
    assert not (tree / "assets/javascripts").exists()
    assert '"/en/assets/style/likeness.css"' in (tree / "404.html").read_text("utf-8")


def test_the_search_index_becomes_a_script_without_the_cards_of_other_pages(tree: Path) -> None:
    finish(tree, VIEW)
    words = (tree / "search/words.js").read_text("utf-8")
    assert json.loads(words.removeprefix("likeness.learn(").removesuffix(");\n")) == [
        ["index.html", "Start", "Start"],
        ["consent/a.html", "Lesson & more", "동의는"],
    ]
    assert [file.name for file in (tree / "search").iterdir()] == ["words.js"]


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<script>alert(1)</script>", "an inline script"),
        ('<p style="color:red">', "an inline style"),
        ("<style>p{}</style>", "an inline style"),
        ('<p onclick="x()">', "an event attribute"),
        ('<img src="https://example.org/x.png">', "something from another site"),
        ('<script src="//example.org/x.js"></script>', "something from another site"),
        ('<script src="assets/javascripts/bundle.js"></script>', "a file of the base theme"),
        ('<meta name="generator" content="x">', "a note of the generator"),
    ],
)
def test_a_page_with_something_the_policy_refuses_is_not_published(tree: Path, body: str, fault: str) -> None:
    (tree / "index.html").write_text(PAGE.format(policy=POLICY, base="", body=body), "utf-8")
    with pytest.raises(EngineError, match=fault):
        finish(tree, VIEW)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("default-src 'none'", "default-src 'self'", "content security policy"),
        ("assets/style/", "assets/other/", "styles or scripts in 0 places"),
        ("<p>Start", '<p><link rel="stylesheet" href="assets/style/ground.css">', "in 2 places"),
        ('<link rel="stylesheet" href="assets/style/ground.css">\n', "", "do not all name the same files"),
    ],
)
def test_a_mend_that_does_not_find_its_place_says_so(tree: Path, old: str, new: str, fault: str) -> None:
    page = tree / "index.html"
    page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(EngineError, match=fault):
        finish(tree, VIEW)


def test_an_engine_that_leaves_no_search_index_is_named(tree: Path) -> None:
    (tree / "search/search_index.json").unlink()
    with pytest.raises(EngineError, match="search index"):
        finish(tree, VIEW)


def test_slimming_keeps_code_that_only_looks_like_a_comment() -> None:
    assert (
        slim('a = "// no comment";\n  // a comment\n  b = 1; /* kept */\n')
        == 'a = "// no comment";\nb = 1; /* kept */\n'
    )
