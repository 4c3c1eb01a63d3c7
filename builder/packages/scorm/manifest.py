"""`imsmanifest.xml` of SCORM 1.2: one organisation, one item, one resource that names every file of the package."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

_IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
_SCHEMAS = f"{_IMSCP} imscp_rootv1p1p2.xsd {_ADLCP} adlcp_rootv1p2.xsd"


def manifest(identity: str, title: str, page: str, files: Iterable[str], mastery: int | None) -> bytes:
    """The manifest of the package `identity`. `page` is opened first; `mastery`: per cent from which a platform says *passed*."""
    root = Element(
        "manifest",
        {
            "identifier": f"likeness-{identity}",
            "version": "1.0",
            "xmlns": _IMSCP,
            "xmlns:adlcp": _ADLCP,
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation": _SCHEMAS,
        },
    )
    about = SubElement(root, "metadata")
    SubElement(about, "schema").text = "ADL SCORM"
    SubElement(about, "schemaversion").text = "1.2"
    organizations = SubElement(root, "organizations", {"default": "lesson"})
    organization = SubElement(organizations, "organization", {"identifier": "lesson"})
    SubElement(organization, "title").text = title
    item = SubElement(organization, "item", {"identifier": "lesson-item", "identifierref": "lesson-files"})
    SubElement(item, "title").text = title
    if mastery is not None:
        SubElement(item, "adlcp:masteryscore").text = str(mastery)
    resource = SubElement(
        SubElement(root, "resources"),
        "resource",
        {"identifier": "lesson-files", "type": "webcontent", "adlcp:scormtype": "sco", "href": page},
    )
    for file in sorted(files):
        SubElement(resource, "file", {"href": file})
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode").encode() + b"\n"
