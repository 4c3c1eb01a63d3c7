"""The loss report beside an export: what arrives in another form or does not arrive, and of which items."""

from __future__ import annotations

from builder.packages.questions import Bank
from builder.packages.target import Target, losses


def loss_lines(target: Target, bank: Bank) -> list[str]:
    """A line for each thing that is lost, with the items it is lost of: `Items 2, 5: the hint – this format has no hints.`"""
    word = bank.view.word
    numbers: dict[tuple[str, str], list[int]] = {}
    for loss in losses(target, bank):
        numbers.setdefault((loss.feature, loss.how), []).append(loss.number)
    return [
        word(
            "packages.loss",
            items=_items(bank, of),
            what=word(f"packages.has-{feature}"),
            how=word(f"packages.how-{how}"),
        )
        for (feature, how), of in numbers.items()
    ]


def _items(bank: Bank, numbers: list[int]) -> str:
    if len(numbers) == len(bank.items):
        return bank.view.word("packages.all-items")
    if len(numbers) == 1:
        return bank.view.word("packages.one-item", number=numbers[0])
    return bank.view.word("packages.some-items", numbers=", ".join(map(str, numbers)))


def counts_line(target: Target, bank: Bank) -> str:
    """How many items there are, and how many are whole, changed and left out."""
    found = losses(target, bank)
    gone = {loss.number for loss in found if loss.feature == "item"}
    # Without its objective an item asks, marks and answers as it did.
    changed = {loss.number for loss in found if loss.feature != "objective"} - gone
    items = len(bank.items)
    whole = items - len(gone) - len(changed)
    return bank.view.word("packages.counts", items=items, whole=whole, changed=len(changed), gone=len(gone))


def loss_report(target: Target, bank: Bank) -> str:
    """The report as plain text: the format and the lesson, the count, and a line for each loss."""
    head = f"{bank.view.word(f'packages.{target.id}')} · {bank.title}"
    return "\n".join([head, counts_line(target, bank), *loss_lines(target, bank)]) + "\n"
