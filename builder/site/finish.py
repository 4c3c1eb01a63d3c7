"""The finishing step: the one place that changes what the engine wrote, so that nothing is mended anywhere else.

It joins the theme's styles and scripts, turns the engine's search index into a script that also works from a folder, takes
away the base theme's files that no page uses, and looks at every page once more before it may be published. Each mend says
so when it does not find its place: an update of the engine or the theme cannot undo it silently.
"""

from __future__ import annotations

import json
import re
import shutil
import unicodedata
from html import unescape
from pathlib import Path

from builder.errors import EngineError
from builder.model.view import View

STYLES = re.compile(r'(?:<link rel="stylesheet" href="[^"]*assets/style/[\w/-]+\.css">\s*)+')
SCRIPTS = re.compile(r'(?:<script defer src="[^"]*assets/script/[\w/-]+\.js"></script>\s*)+')
_ADDRESS = re.compile(r'(?:href|src)="(?P<base>[^"]*)(?P<file>assets/[^"]+)"')

POLICY = (
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'\">"
)
"""The policy every page carries; the header snippets in `docs/hosting/` say the same."""

_REFUSED = {
    "an inline script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE),
    "an inline style": re.compile(r"<style|<[^>]+\sstyle\s*=", re.IGNORECASE),
    "an event attribute": re.compile(r"<[^>]+\son[a-z]+\s*=", re.IGNORECASE),
    "something from another site": re.compile(
        r'<(?:script|link|img|iframe|source)[^>]+(?:src|href)="(?:https?:)?//', re.IGNORECASE
    ),
    "a file of the base theme": re.compile(r"assets/(?:javascripts|stylesheets|images)/"),
    "a note of the generator": re.compile(r'<meta name="generator"', re.IGNORECASE),
}
"""What a finished page must not hold, by name."""

_CARD = re.compile(r"(^|/)index\.html#")
"""Parts of the pages that only list other pages; a search finds those pages themselves."""

_LEFT_BY_THE_ENGINE = ("assets/javascripts", "assets/stylesheets", "assets/images", "sitemap.xml", "sitemap.xml.gz")


def finish(tree: Path, view: View) -> None:
    """Finishes the pages below `tree`, which the engine has just built for `view`.

    Raises `EngineError`, naming page and place, when a mend does not find its place or a page holds what the policy refuses.
    """
    pages = {file: file.read_text("utf-8") for file in sorted(tree.rglob("*.html"))}
    if not pages:
        raise EngineError(f"The page engine wrote no page for {view.audience}/{view.language}.")
    _settle_missing_page(pages, tree / "404.html", view.language)
    pages = _joined(tree, pages, STYLES, "assets/style/likeness.css", '<link rel="stylesheet" href="{}">\n  ')
    pages = _joined(tree, pages, SCRIPTS, "assets/script/likeness.js", '<script defer src="{}"></script>\n  ')
    for file, text in pages.items():
        look_over(file.relative_to(tree).as_posix(), text)
        file.write_text(text, "utf-8", newline="\n")
    write_search(tree)
    for name in _LEFT_BY_THE_ENGINE:
        _remove(tree / name)


def _settle_missing_page(pages: dict[Path, str], missing: Path, language: str) -> None:
    """Gives the page for wrong addresses the folder of its tree: the engine takes every tree for the top of a server."""
    if '="/assets/' not in pages.get(missing, ""):
        raise EngineError("The page engine wrote no 404.html with addresses from the server's root.")
    pages[missing] = pages[missing].replace('="/', f'="/{language}/')


def look_over(name: str, text: str) -> None:
    """Raises `EngineError` when the page `name` lacks the policy or holds something it refuses."""
    if text.count(POLICY) != 1:
        raise EngineError(f"The page {name} does not carry the content security policy exactly once.")
    for what, pattern in _REFUSED.items():
        if found := pattern.search(text):
            raise EngineError(f"The page {name} holds {what}: {found[0][:80]}")


def _joined(tree: Path, pages: dict[Path, str], tags: re.Pattern[str], target: str, tag: str) -> dict[Path, str]:
    """The pages with the run of `tags` replaced by one `tag` for `target`, which is written from the files they name."""
    lists = {file: _one_run(file.relative_to(tree).as_posix(), text, tags) for file, text in pages.items()}
    names = {tuple(found["file"] for found in _ADDRESS.finditer(run)) for run in lists.values()}
    if len(names) != 1:
        raise EngineError(f"The pages do not all name the same files for {target}.")
    parts = [tree / name for name in next(iter(names))]
    (tree / target).write_text("".join(slim(part.read_text("utf-8")) for part in parts), "utf-8", newline="\n")
    for part in parts:
        part.unlink()
        if not any(part.parent.iterdir()):
            part.parent.rmdir()
    return {file: text.replace(lists[file], tag.format(_base(lists[file]) + target)) for file, text in pages.items()}


def _one_run(name: str, text: str, tags: re.Pattern[str]) -> str:
    runs: list[str] = tags.findall(text)
    if len(runs) != 1:
        raise EngineError(f"The page {name} names our styles or scripts in {len(runs)} places instead of one.")
    return runs[0]


def _base(run: str) -> str:
    """What stands before `assets/` in the addresses of a run of tags: the way from the page to the root of its tree."""
    found = _ADDRESS.search(run)
    return found["base"] if found else ""


def slim(source: str) -> str:
    """A style sheet or script of the theme without its own comment lines and indentation; the code stays as it is."""
    without = re.sub(r"^\s*/\*.*?\*/[ \t]*\n", "", source, flags=re.DOTALL | re.MULTILINE)
    lines = (line.strip() for line in without.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def write_search(tree: Path) -> None:
    """Turns the engine's `search/search_index.json` into `search/words.js`, which `search.js` loads when search is opened.

    A page from a folder may load a script, but may neither fetch nor start a worker.
    """
    index = tree / "search" / "search_index.json"
    if not index.is_file():
        raise EngineError("The page engine wrote no search index (search/search_index.json): is its search plugin on?")
    found = json.loads(index.read_text("utf-8"))["docs"]
    sections = [
        [d["location"], _plain(d["title"]), _plain(d["text"])] for d in found if not _CARD.search(d["location"])
    ]
    if not sections:
        raise EngineError("The search index is empty.")
    _remove(index.parent)
    index.parent.mkdir()
    listed = ",\n".join(json.dumps(section, ensure_ascii=False) for section in sections)
    (index.parent / "words.js").write_text(f"likeness.learn([\n{listed}\n]);\n", "utf-8", newline="\n")


def _plain(html: str) -> str:
    """The words of a piece of HTML, composed (NFC), with single spaces."""
    text = unescape(re.sub(r"<[^>]*>", " ", html))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
