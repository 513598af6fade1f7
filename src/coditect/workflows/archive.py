"""Packages of files that are the same, byte for byte, whenever they are packed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a ZIP archive can tell


def packed(files: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of `files`, by name, in their order."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _NO_DATE)
            entry.external_attr = 0o644 << 16
            package.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return archive.getvalue()


def undated(package: bytes) -> bytes:
    """The same office document without the times at which it was written and packed."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    properties = files.get("docProps/core.xml")
    if properties is not None:
        files["docProps/core.xml"] = _TIMES.sub(rb"\g<1>2000-01-01T00:00:00Z\g<2>", properties)
    return packed(files)


_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms:)")
