"""Packages: the items of a lesson as files that learning platforms read, and a report of what each of them cannot hold.

bank = Bank(view, lesson)
target.write(bank), loss_report(target, bank)
"""

from builder.packages.loss_report import counts_line, loss_lines, loss_report
from builder.packages.questions import Bank
from builder.packages.target import Target, losses, questions_for
from builder.packages.targets import TARGETS, target_of

__all__ = [
    "TARGETS",
    "Bank",
    "Target",
    "counts_line",
    "loss_lines",
    "loss_report",
    "losses",
    "questions_for",
    "target_of",
]
