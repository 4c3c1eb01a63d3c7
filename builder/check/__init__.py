"""Checking: rules as data over what was read. Every finding has a place and says how to mend it."""

from builder.check.run import check

__all__ = ["check"]
