"""The page that says how often the rules on items are right: made from the corpus, and from chance itself for the rules on banks."""

from __future__ import annotations

from itertools import product
from math import factorial

from builder.check.chance import as_odd_as, at_least
from builder.check.item_banks import ENOUGH_KEYS, LONGEST_SHARE, LUCKY, UNLIKELY
from builder.check.item_writing import RULES
from tests.check.items.corpus import Figures, Labelled, figures

_HEAD = """# How often the rules on item writing are right

<!-- Made from the corpus: `LIKENESS_SNAPSHOTS=write pytest tests/check/items` -->

A rule that is often wrong is soon ignored, so the [rules on item writing](index.md#item-writing) are measured. {items} items in
`tests/check/items/corpus/`, {en} in English and {ko} in Korean, are labelled with the rules they break; {sound} of them break none. **Precision**: of what
a rule finds, how much is so. **Recall**: of what is so, how much it finds. A test holds this table to the corpus: whoever changes a rule sees here
what it costs.

## How the corpus was made, and what that means

One author of this project, who also wrote the rules, wrote every item, one by one, and labelled it before the program looked at it. Nothing was
generated from the patterns; but who knows the rules does not write as a stranger would. After each first look the author went once more through every item
on which label and program differed, and changed about seventy labels: mostly flaws that are counted (the longest answer, a number, an
echoed word) and had been overlooked, and in both directions. All figures, those of the first looks too, are by the labels as they then stood.
The items came in four rounds, and the first look at each new round says more than the whole table:

| round | items | found and so | found and not so | missed | precision | recall |
|--|--|--|--|--|--|--|
| 1: to make the rules with (`science`, `school`, `topic`) | {first} | | | | | |
| 2: written after that, at the first look | 129 | 59 | 4 | 20 | 0.94 | 0.75 |
| 3: written after rules were mended by round 2, at the first look | 104 | 59 | 5 | 16 | 0.92 | 0.79 |
| 4: written when the rules were finished (`unseen`); no rule was changed since | {unseen} | {hits} | {alarms} | {missed} | {precision} | {recall} |

So about one warning in {wrong} on a new item is wrong, and about {lost} flaws in a hundred are not found. A person still reads every item.
Of the {sound_new} sound items of rounds 2 to 4, {false_new} were blamed at the first look.

"""

_TABLE = """## Rule by rule

n: items that break it. `–`: nothing to divide. With so few items for a rule, a figure says *mostly* or *half*, no more.

| rule | n en | n ko | precision | recall | unseen: n | precision | recall | what it does not see |
|--|--|--|--|--|--|--|--|--|
"""

_BANKS = """
## Rules on banks

They count, so there is nothing to measure but their thresholds: each stands with its example in [Rules](index.md#item-banks). How often chance
alone would set off the two that look at chance, worked out exactly:

| a bank whose keys are thrown by chance | told by {position} | told by {longest} |
|--|--|--|
{rows}

- Keys are counted for items with one right answer that are free to be shuffled; a scale (`fixed`) has its key where it must be.
- A binomial test asks for each place whether its number of keys is less likely than {unlikely} by chance; with mixed numbers of options it is exact too.
- Stems asked twice: {near} compares what words are about (without their endings), from four words on, and says nothing where all
  options are others. The same question in quite other words is not seen.
- What is the same in every language is told once, in the English file where there is one.
"""

BLIND: dict[str, str] = {
    "Q101": "answers that mean the same in other words",
    "Q102": "a text of words that say nothing",
    "Q103": "a third answer that joins two others in other words",
    "Q104": "a bare letter (*see A*), *the one before*",
    "Q105": "law told without an article's number, or by a number alone",
    "Q106": "feedback that says the same in other words",
    "Q107": "harm said in a roundabout way; items that do not name what the picture is",
    "Q108": "harm said in a roundabout way; items that do not name what the picture is",
    "Q109": "an item for games that asks for an opinion",
    "Q111": "–",
    "Q112": "–",
    "Q113": "–",
    "Q114": "whether the help that is named fits the ending",
    "Q115": "whether the choice that is called safe is so",
    "Q201": "a key that is longest by less, item after item: Q302 counts that",
    "Q202": "caution without one of its words; Korean *-(으)ㄹ 수 있다* is caution after some verbs only",
    "Q203": "a hidden *not* (*fail to*, *odd one out*); it blames a question about somebody who did not do something",
    "Q204": "*every*, *all*, *nothing*, *for ever*: they stand in too many good answers",
    "Q205": "*it is not among these* in free words",
    "Q206": "a word family whose first letters differ; a name as a clue, and in Korean it takes names for words; homonyms",
    "Q207": "a gap that is not at the end in English; plural and verb clues",
    "Q208": "numbers with different units, or written as words",
    "Q209": "numbers with different units, or written as words",
    "Q210": "–",
    "Q211": "–",
    "Q212": "–",
    "Q213": "two negatives far apart, or one of them hidden in a word",
    "Q214": "frequency in rarer words (*hardly ever*, *곧잘*)",
    "Q215": "a sentence among nouns in English; lines of verse it blames",
    "Q216": "most jokes: a joke has no form. Read the answers aloud",
    "Q221": "blame between the lines (*in the first place*)",
    "Q222": "silence without one of its words; it blames a sentence about somebody who may keep a small thing quiet",
    "Q223": "most names: no list of real people is kept here; full names with *선생님*",
    "Q224": "*your voice*, and other parts of a person",
}
"""What each rule is known to miss, or to blame wrongly."""


def page(items: list[Labelled]) -> str:
    """The page in Markdown."""
    unseen = [item for item in items if item.unseen]
    rows = "\n".join(_row(rule.id, items, unseen) for rule in RULES)
    return f"{_head(items, unseen)}{_TABLE}{rows}\n{_banks()}"


def _head(items: list[Labelled], unseen: list[Labelled]) -> str:
    hits = sum(len(item.breaks & item.found) for item in unseen)
    alarms = sum(len(item.found - item.breaks) for item in unseen)
    missed = sum(len(item.breaks - item.found) for item in unseen)
    whole = Figures(hits + missed, hits, alarms)
    sound = [item for item in unseen if not item.breaks]
    return _HEAD.format(
        items=len(items),
        en=sum(item.language == "en" for item in items),
        ko=sum(item.language == "ko" for item in items),
        sound=sum(not item.breaks for item in items),
        first=sum(item.name.startswith(("science", "school", "topic")) for item in items),
        unseen=len(unseen),
        hits=hits,
        alarms=alarms,
        missed=missed,
        precision=whole.precision,
        recall=whole.recall,
        wrong=round((63 + 64 + hits + alarms) / (4 + 5 + alarms)),
        lost=round(100 * (20 + 16 + missed) / (79 + 75 + hits + missed)),
        sound_new=64 + 43 + len(sound),
        false_new=1 + 1 + sum(bool(item.found) for item in sound),
    )


def _row(rule: str, items: list[Labelled], unseen: list[Labelled]) -> str:
    every, new = figures(items, rule), figures(unseen, rule)
    languages = [figures([item for item in items if item.language == language], rule).n for language in ("en", "ko")]
    cells = [rule, *languages, every.precision, every.recall, new.n, new.precision, new.recall, BLIND[rule]]
    return f"| {' | '.join(map(str, cells))} |"


def _banks() -> str:
    rows = [
        f"| {n} items with {k} options | {100 * _told_of_places(n, k):.1f} % | {100 * _told_of_lengths(n, k):.1f} % |"
        for n, k in ((12, 4), (12, 3), (24, 4), (36, 4))
    ]
    return _BANKS.format(position="Q301", longest="Q302", near="Q308", rows="\n".join(rows), unlikely=UNLIKELY)


def _told_of_places(items: int, options: int) -> float:
    """The chance that keys thrown evenly are told of: the sum over all ways they can fall."""
    assert items >= ENOUGH_KEYS
    told = {hits for hits in range(items + 1) if as_odd_as(hits, [1 / options] * items) < UNLIKELY}
    total = 0
    for counts in product(range(items + 1), repeat=options - 1):
        last = items - sum(counts)
        if last >= 0 and not told.isdisjoint((*counts, last)):
            ways = factorial(items)
            for count in (*counts, last):
                ways //= factorial(count)
            total += ways
    return total / options**items


def _told_of_lengths(items: int, options: int) -> float:
    """The chance that lengths thrown evenly are told of."""
    chances = [1 / options] * items
    told = [n for n in range(items + 1) if n > LONGEST_SHARE * items and at_least(n, chances) < LUCKY]
    return at_least(min(told), chances)
