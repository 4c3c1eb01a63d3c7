"""A handout's print tree as a plain web page, so that engines for web pages can be given the same words, tables and lines to write on.

It is as good-looking as a page with the same fonts, sizes and boxes is; it serves to measure and is published nowhere.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from builder.handouts.nodes import Node
from builder.handouts.press import FONTS

STYLE = """
@page { size: A4; margin: 12mm 16mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt Pretendard; } }
@font-face { font-family: Pretendard; src: url("FONTS/Pretendard-Regular.otf"); }
@font-face { font-family: Pretendard; font-weight: bold; src: url("FONTS/Pretendard-Bold.otf"); }
body { font: 10pt/12.6pt Pretendard; margin: 0; word-break: keep-all; }
h1 { font-size: 21pt; line-height: 1.1; margin: 0 0 6pt; } h2 { font-size: 13pt; margin: 12pt 0 5pt; } h3, h4, h5 { font-size: 11pt; margin: 6pt 0 3pt; }
p { margin: 0 0 4pt; } ul, ol { margin: 0 0 4pt; padding-left: 14pt; } table { width: 100%; border-collapse: collapse; margin: 5pt 0; }
td, th { text-align: left; vertical-align: top; padding: 2.6pt 5pt; border-bottom: 0.5pt solid #999; } tr { break-inside: avoid; }
.scenario { border-left: 3pt solid #444; background: #eee; padding: 5.5pt 9pt; margin: 6pt 0; } .help { border: 1.6pt solid #444; padding: 6pt 9pt; break-inside: avoid; }
.line { height: 7mm; border-bottom: 0.7pt solid #999; } .columns { display: flex; gap: 14pt; } .columns > div { flex: 1; }
"""

_INLINE = {"strong": "strong", "emph": "em", "quoted": "q", "super": "sup", "code": "code", "small": "small", "span": "span", "foreign": "span"}  # fmt: skip


def page(tree: Node) -> str:
    """The whole page of a handout's tree."""
    style = STYLE.replace("FONTS", FONTS.as_uri())
    head = f'<meta charset="utf-8"><title>{escape(tree["name"])}</title><style>{style}</style>'
    body = f"<h1>{escape(tree['title'])}</h1>{_blocks(tree['body'])}"
    return f'<!doctype html><html lang="{tree["language"]}"><head>{head}</head><body>{body}</body></html>'


def write(tree: Node, target: Path) -> Path:
    """The page as a file."""
    target.write_text(page(tree), "utf-8")
    return target


def _blocks(blocks: list[Node]) -> str:
    return "".join(map(_block, blocks))


def _block(node: Node) -> str:
    match node["kind"]:
        case "para":
            return f"<p>{_run(node['body'])}</p>"
        case "heading":
            return _heading(node["level"], node["body"])
        case "list":
            tag = "ol" if node["ordered"] else "ul"
            return f"<{tag}>{''.join(f'<li>{_blocks(item)}</li>' for item in node['items'])}</{tag}>"
        case "table":
            head = "".join(f"<th>{_run(cell)}</th>" for row in node["head"] for cell in row)
            rows = "".join(f"<tr>{''.join(f'<td>{_run(cell)}</td>' for cell in row)}</tr>" for row in node["rows"])
            return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        case "facts":
            return f"<p>{' · '.join(_run([*entry['term'], ' ', *entry['body']]) for entry in node['entries'])}</p>"
        case "section":
            label = f"<p><b>{_run(node['label'])}</b></p>" if "label" in node else ""
            title = _heading(node["level"], node["title"]) if node["title"] else ""
            return f'<section class="{node["role"]}">{label}{title}{_blocks(node["body"])}</section>'
        case "lines":
            lines = '<div class="line"></div>' * node["count"]
            return f"<div><b>{_run(node['prompt'])}</b>{_blocks(node['body'])}{lines}</div>"
        case "columns":
            return f'<div class="columns"><div>{_blocks(node["left"])}</div><div>{_blocks(node["right"])}</div></div>'
        case "quote":
            return f"<blockquote>{_blocks(node['body'])}</blockquote>"
    raise ValueError(f"no web page knows {node['kind']}")


def _heading(level: int, body: list[Any]) -> str:
    return f"<h{level}>{_run(body)}</h{level}>"


def _run(body: list[Any]) -> str:
    return "".join(escape(part) if isinstance(part, str) else _inline(part) for part in body)


def _inline(node: Node) -> str:
    match node["kind"]:
        case "link":
            return f'<a href="{escape(node["to"])}">{_run(node["body"])}</a>'
        case "break":
            return "<br>"
        case "note":
            return f"<sup>{escape(node['id'])}</sup>"
        case "slot":
            return "☐"
    tag = _INLINE[node["kind"]]
    return f"<{tag}>{_run(node['body'])}</{tag}>"
