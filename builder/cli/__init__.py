"""The command `likeness`."""

from builder.cli.main import main

__all__ = ["main"]
