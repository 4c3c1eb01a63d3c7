"""Likeness: builds a digital-safety curriculum from Markdown and YAML into a site and print-ready PDFs.

The rooms follow the way of the material: `read` -> `model` -> `check` -> the views `site` and `handouts`.
"""

__version__ = "0.1.0"
