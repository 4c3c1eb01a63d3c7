"""Numbers come from the registers: no count, percentage, sum, penalty or telephone number is typed in prose.

Fine and common in lessons: minutes, ages, steps, dates, and small counts of things in the room.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from builder.check.inspection import Inspection
from builder.check.prose import Passage
from builder.model.curriculum import Registers
from builder.model.finding import Finding, Rule, finding

NUMBER = Rule(
    "N001",
    "error",
    "no count, percentage, sum of money or penalty is typed in prose",
    "print a figure of a claim, e.g. {U02.caught} with [^U02], or a `law` block; else leave it out",
)
PHONE = Rule(
    "N002",
    "error",
    "no telephone number is typed in prose",
    "print it from the register: {help.child}, or a `help` block",
)

RULES = (NUMBER, PHONE)

Span = tuple[int, int]

ROOM = 50
"""Counts below this may be things in the room: pupils, cards, pictures, lines."""

_D = r"(?<![\w.,:/-])(?P<n>\d[\d,]*(?:\.\d+)?)"
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty)"
_LARGE = r"(?:hundred|thousand|million|billion)"
_PEOPLE = (
    r"(?:people|persons?|pupils?|students?|teachers?|teenagers?|teens|children|minors|girls|boys|women|men|adults|victims?|users|members|"
    r"cases?|reports?|complaints?|arrests?|suspects?|offenders?|convictions?|images?|pictures?|photos?|videos?|files?|posts?|schools?|accounts?|survivors?)"
)
_PRISON = r"(?:prison|jail|imprisonment|custody|behind bars|detention)"
_ENGLISH = (
    rf"{_D}\s?(?:%|percent\b|per cent\b|percentage points?\b)",
    rf"\b(?:{_SMALL}|{_LARGE}|half a)[ -](?:percent|per cent)\b",
    rf"[$£€₩]\s?\d[\d,.]*|{_D}(?: {_LARGE})? (?:won|dollars?|pounds|euros?|krw|usd|gbp|aud)\b",
    rf"\b(?:{_SMALL}|a|\d+) {_LARGE}(?: {_LARGE})?\b",
    rf"\b(?:{_SMALL}|\d+) (?:in|out of) (?:every )?(?:{_SMALL}|\d+|a {_LARGE}) {_PEOPLE}\b",
    rf"\b(?:{_SMALL}|\d+)[ -](?:years?|months?)(?:'|’)?(?: or more)?(?: (?:in|of))? {_PRISON}|\b(?:{_SMALL}|\d+)[ -](?:year|month) (?:{_PRISON}|sentence)\b",
    rf"\b{_PRISON}(?: \w+){{0,4}}? (?:{_SMALL}|\d+) (?:years?|months?)\b|\b(?:sentenced|jailed|imprisoned|fined)(?: \w+){{0,3}}? (?:{_SMALL}|\d+)\b(?! (?:minutes?|times?))",
)
_ENGLISH_COUNT = rf"{_D}(?: (?!in |of |to |and |or |minutes?\b)[a-z-]+){{0,2}} (?P<of>{_PEOPLE})\b"
_NEVER_IN_THE_ROOM = re.compile(
    r"(?:reports?|complaints?|arrests?|suspects?|offenders?|convictions?|victims?|schools?)", re.IGNORECASE
)

_K = r"(?<![\d.,:/-])(?P<n>\d[\d,]*(?:\.\d+)?)"
_HANGUL_NUMBER = r"(?:(?:[일이삼사오육칠팔구십]|수|몇)*[백천만억])+"
_SINO = r"(?:[일이삼사오육칠팔구십]{1,3}|(?<!\d)\d+)"
_KOREAN = (
    rf"{_K}\s?(?:%|퍼센트|프로(?!그|젝)|퍼센트포인트)|(?<![가-힣])[일이삼사오육칠팔구십]+\s?퍼센트",
    rf"[$£€₩]\s?\d[\d,.]*|{_K}\s?(?:백|천|만|억)*\s?(?:원|달러|파운드|유로)(?![가-힣]{{0,1}}[칙래본])|(?<![가-힣]){_HANGUL_NUMBER}\s?(?:원|달러)(?=[이을은의\s.,]|$)",
    rf"{_K}\s?(?:백|천|만|억)\s?(?:여\s?)?(?:명|건|장|개|편|곳|원)",
    rf"(?<![가-힣]){_HANGUL_NUMBER}\s?(?:여\s?)?(?:명|건|장|편)(?![가-힣]{{0,1}}[칭함백])",
    rf"{_SINO}\s?(?:년|개월)\s?(?:이하|이상|미만|초과)|(?:징역|금고|벌금|구류)(?:형)?\s?(?:{_HANGUL_NUMBER}|{_SINO}\s?(?:년|개월|만|백|천))(?:\s?원)?",
    rf"{_SINO}\s?(?:년|개월)(?:의|형)?\s?(?:징역|금고|실형|집행유예)",
    rf"\b(?:{_SINO}|열)\s?명\s?(?:중|가운데)(?:에)?\s?(?:{_SINO}|한|두|세|네|다섯|여섯|일곱|여덟|아홉)\s?명",
)
_KOREAN_COUNT = rf"{_K}\s?여?\s?(?P<of>명|건|장|편|개교|개 학교|개 나라)"
_KOREAN_NEVER = re.compile(r"건|개교|개 학교")

_PHONE = r"(?<![\w.,/-])(?:\+\d[\d \-()]{6,}\d|\(?0\d{1,4}\)?[- ]\d{3,4}[- ]\d{3,4}|1\d{3}-\d{4}|1-\d{3}-\d{3}-\d{4}|0\d{3} ?\d{3,4}(?: ?\d{3})?|\d{3}-\d{4}|116 ?\d{3}|13 ?11 ?\d\d)(?![\w-]|\.\d)"


def check(inspection: Inspection) -> Iterator[Finding]:
    """Findings of numbers typed where only a register may speak. A `statute` block gives the law's own words."""
    phones = _phones(inspection.curriculum.registers)
    for passage in (
        *inspection.body_passages,
        *inspection.head_passages,
        *inspection.quiz_passages,
        *inspection.plan_passages,
    ):
        text = passage.plain.text
        if _WORTH_A_LOOK.search(text) and "statute" not in passage.block_names:
            dialled = [
                match.span()
                for match in phones.finditer(text)
                if not _NUMBERED.search(text[max(0, match.start() - 12) : match.start()])
            ]
            yield from (_told(PHONE, passage, span, "this telephone number is typed") for span in dialled)
            yield from (
                _told(NUMBER, passage, span, "this number is typed")
                for span in _numbers(text, passage.language, dialled)
            )


_WORTH_A_LOOK = re.compile(
    r"\d|[Hh]undred|[Tt]housand|[Mm]illion|[Bb]illion|percent|per cent|[Pp]rison|[Jj]ail|custody|behind bars|detention|imprison|sentence|fined|in (?:two|three|four|five|six|seven|eight|nine|ten)|out of"
    r"|[백천만억]\s?여?\s?(?:명|건|장|편|원|달러)|퍼센트|징역|금고|벌금|[일이삼사오육칠팔구십]\s?(?:년|개월)\s?[이미초]|명\s?(?:중|가운데)"
)
"""A number is written in digits or beside one of these; most passages hold neither, and are done."""


_NUMBERED = re.compile(
    r"\b(?:parts?|pages?|rooms?|steps?|lessons?|chapters?|items?|questions?|lines?|rows?|articles?|sections?|figures?|tables?|no\.) ?$",
    re.IGNORECASE,
)
"""What is numbered in a book or a school: the number after it is not dialled."""


def _numbers(text: str, language: str, told: list[Span]) -> list[Span]:
    """Where numbers stand that are never typed, or that count more than a room holds."""
    pattern, counted, never = _patterns(language == "ko")
    found = [match.span() for match in pattern.finditer(text) if not _overlaps(match.span(), told)]
    for match in counted.finditer(text):
        number = float(match["n"].replace(",", "") or 0)
        if (
            (number >= ROOM or never.fullmatch(match["of"]))
            and not _is_year(match["n"])
            and not _overlaps(match.span(), [*told, *found])
        ):
            found.append((match.start("n"), match.end()))
    return found


def _is_year(number: str) -> bool:
    return number.isdigit() and 1900 <= int(number) <= 2099


def _overlaps(span: Span, others: list[Span]) -> bool:
    return any(span[0] < end and begin < span[1] for begin, end in others)


def _told(rule: Rule, passage: Passage, span: Span, what: str) -> Finding:
    shown = passage.plain.text[span[0] : span[1]]
    return finding(rule, passage.plain_place(*span), f'{what}: "{shown.strip()}"', length=len(shown))


@lru_cache(maxsize=2)
def _patterns(korean: bool) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The pattern of numbers that are never typed, that of counts, and that of what is counted and never stands in a room."""
    if korean:
        return re.compile("|".join(_unnamed(_KOREAN))), re.compile(_KOREAN_COUNT), _KOREAN_NEVER
    return (
        re.compile("|".join(_unnamed(_ENGLISH)), re.IGNORECASE),
        re.compile(_ENGLISH_COUNT, re.IGNORECASE),
        _NEVER_IN_THE_ROOM,
    )


def _unnamed(patterns: tuple[str, ...]) -> list[str]:
    return [pattern.replace("(?P<n>", "(?:") for pattern in patterns]


def _phones(registers: Registers) -> re.Pattern[str]:
    """A pattern of telephone numbers: by their shape, and every short number the help registers dial."""
    dialled = {service.dial for pack in registers.help.values() for service in pack.services if service.dial}
    short = sorted((re.escape(number) for number in dialled), key=len, reverse=True)
    own = (
        rf"|(?<![\w.,:/{{}}-])(?:{'|'.join(short)})(?![\w%-]|[.,:]\d| ?(?:minutes?|words?|percent|분|초|쪽|단어|년|월|일|명|장|건|개|번째))"
        if short
        else ""
    )
    return re.compile(_PHONE + own)
