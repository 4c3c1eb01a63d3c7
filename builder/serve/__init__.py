"""`likeness serve`: shows the site while somebody writes it, and builds it again after each change."""

from builder.serve.preview import serve

__all__ = ["serve"]
