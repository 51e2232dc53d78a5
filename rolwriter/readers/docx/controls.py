"""The words in a Word file's content controls, by their tags."""

from __future__ import annotations

from rolwriter.model.source import SourceKind
from rolwriter.readers.docx.counters import Counters
from rolwriter.readers.docx.findings import Findings
from rolwriter.readers.docx.names import VAL, w
from rolwriter.readers.docx.numbering import read_numbering
from rolwriter.readers.docx.package import Package
from rolwriter.readers.docx.story import StoryReader
from rolwriter.readers.docx.styles import Styles
from rolwriter.readers.guard import open_archive


def texts_in_controls(data: bytes) -> list[tuple[str, list[str]]]:
    """The tag and the paragraphs of each tagged content control, in order.

    RolwriterError as for `read_docx`.
    """
    package = Package(open_archive(data))
    styles = Styles(package.part("styles"))
    lists = read_numbering(package.part("numbering"), styles)
    found: list[tuple[str, list[str]]] = []
    for control in package.document.iter(w("sdt")):
        tag = control.find(f"{w('sdtPr')}/{w('tag')}")
        content = control.find(w("sdtContent"))
        if tag is None or content is None:
            continue
        findings = Findings()
        counters = Counters(lists, findings.number_formats.add)
        story = StoryReader(package.document, styles, counters, findings)
        texts = [paragraph.text for paragraph in story.read(content, SourceKind.BODY)]
        found.append((tag.get(VAL) or "", texts))
    return found
