"""The formats of the sources as JSON Schemas for editors and as a page for people, both made from the one model."""

from builder.schema.formats_page import formats_page
from builder.schema.json_schema import SOURCES, SourceFormat, json_schema, write_schemas

__all__ = ["SOURCES", "SourceFormat", "formats_page", "json_schema", "write_schemas"]
