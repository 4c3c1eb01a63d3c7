"""Korean lines break between words, not inside them.

The typesetter keeps a plain Hangul word together by itself. A word that changes its dress halfway, `**동의**는` or `동의[^U02]`, is
two runs to it; here such a word is put into one `together` node.
"""

from __future__ import annotations

from typing import Iterator

from builder.handouts.nodes import Inline, node, plain

LONGEST = 16
"""A word longer than this may break after all, or narrow columns overflow."""

DRESS = ("strong", "emph", "span", "small", "quoted")
"""Inline kinds whose words can be taken apart; others stay whole."""


def keep_words(body: list[Inline]) -> list[Inline]:
    """`body` with every word of several runs in one `together` node; other text comes out unchanged."""
    if all(isinstance(part, str) for part in body):
        return body
    out: list[Inline] = []
    for word in _words(body):
        joined = _merge(word)
        if len(joined) > 1 and 0 < len(plain(joined)) <= LONGEST:
            out.append(node("together", body=joined))
        else:
            out.extend(joined)
    return _merge(out)


def _words(body: list[Inline]) -> Iterator[list[Inline]]:
    """The runs of `body`, cut at white space; the space stands alone."""
    word: list[Inline] = []
    for run in _runs(body):
        if plain([run]).isspace() or (isinstance(run, dict) and run["kind"] == "break"):
            if word:
                yield word
            yield [run]
            word = []
        else:
            word.append(run)
    if word:
        yield word


def _runs(body: list[Inline]) -> Iterator[Inline]:
    for part in body:
        if isinstance(part, str):
            yield from _pieces(part)
        elif part["kind"] in DRESS and " " in plain([part]):
            for run in _runs(part["body"]):
                yield {**part, "body": [run]}
        else:
            yield part


def _pieces(text: str) -> Iterator[str]:
    """Words and the white space between them, alternating."""
    piece = ""
    for mark in text:
        if piece and mark.isspace() != piece[-1].isspace():
            yield piece
            piece = ""
        piece += mark
    if piece:
        yield piece


def _merge(body: list[Inline]) -> list[Inline]:
    """Neighbouring runs in the same dress as one."""
    out: list[Inline] = []
    for part in body:
        last = out[-1] if out else None
        if isinstance(part, str) and isinstance(last, str):
            out[-1] = last + part
        elif _same_dress(last, part):
            assert isinstance(last, dict) and isinstance(part, dict)
            out[-1] = {**last, "body": _merge([*last["body"], *part["body"]])}
        else:
            out.append(part)
    return out


def _same_dress(last: Inline | None, part: Inline) -> bool:
    if not isinstance(last, dict) or not isinstance(part, dict) or part["kind"] not in DRESS:
        return False
    return {**last, "body": None} == {**part, "body": None}
