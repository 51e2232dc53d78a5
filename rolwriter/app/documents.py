"""The use cases on whole documents: new, open, save, import, plain text.

Readers bring heavy libraries with them: each is imported where it is
used, so that a start, or a verb that does not need it, does not pay for it.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from pathlib import Path

from rolwriter.app.cancel import cancel_wish, say_how_far
from rolwriter.catalog.paths import resource
from rolwriter.model.draft import Draft
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.report import Report
from rolwriter.model.source import SourceDocument
from rolwriter.storage import conflict, migrate, project_file

SAMPLE = ("sample", "report.txt")
PASTED = "剪贴板.txt"
"""The name under which pasted text is kept in a project."""

TO_CLERK = logging.getLogger("rolwriter.to_clerk")
"""What a verb's user should know beside its result; the window has its own ways."""
Opened = project_file.Opened
Overwritten = project_file.Overwritten
LaterFormatError = migrate.LaterFormatError
LostRaceError = conflict.LostRaceError
"""A save that another's covered in the same moment; its text stands in a file beside."""
ChangedOutsideError = project_file.ChangedOutsideError
"""A save that was refused because the file on disk is no longer the one opened."""
DamagedError = project_file.DamagedError
"""A file that cannot be opened whole, with what can be opened instead."""


@dataclass(frozen=True, slots=True)
class Import:
    """A file read and recognised, for the clerk to confirm; nothing is changed yet."""

    draft: Draft
    source: SourceFile
    format: str = ""
    """The kind of file, told by content: "docx", "pdf", …"""


def open_project(path: Path) -> Project:
    """The project in the file, to be read; RolwriterError when there is none.

    What this version understands of a later one's is given too, with a word to the clerk.
    """
    try:
        return project_file.load(path)
    except LaterFormatError as error:
        if error.project is None:
            raise
        TO_CLERK.warning("%s以下只是本程序认得的部分，文件没有改动。", error.what)
        return error.project


def open_sealed(path: Path) -> Opened:
    """The project in the file, to be changed: with the seal to save it by.

    RolwriterError when there is none; LaterFormatError when it must not be saved here.
    """
    return project_file.open_file(path)


def moved_words(path: Path, version: int) -> str:
    """What a save does to a file of an older format; empty for one of today's."""
    if version == migrate.FORMAT:
        return ""
    return (
        f"“{path.name}”由旧版本的程序保存（格式{version}），保存时换成新格式，"
        f"原来的文件留作同一文件夹里的“….格式{version}.bak”。"
    )


def save_project(project: Project, path: Path, seal: str | None = None) -> str:
    """Replace the file by the project and keep the one before as ``.bak``; the new seal.

    RolwriterError leaves the old file standing; it is a ChangedOutsideError when ``seal``
    is given and the file is no longer the one that was opened or saved with it. After a
    LostRaceError another's text stands there and this one in a file beside it.
    """
    return project_file.save(project, path, seal)


def overwrite_project(project: Project, path: Path, seal: str) -> Overwritten:
    """Save over the content of that seal, changed outside, and keep it in a file beside.

    RolwriterError as for `save_project`.
    """
    return project_file.overwrite(project, path, seal)


def import_file(path: Path) -> Import:
    """Read any supported file and recognise the report in it.

    Takes as long as the worker process needs: call it off the UI thread.
    RolwriterError when the file cannot be read; nothing is changed then.
    """
    source = load_source(path)
    return recognise_source(source)


def import_text(text: str) -> Import:
    """Recognise the report in text that was copied elsewhere; see `import_file`."""
    return recognise_source(SourceFile(PASTED, text.encode("utf-8-sig", "replace")))


def recognise_source(source: SourceFile) -> Import:
    """Recognise the report in a file's bytes, in the worker process.

    RolwriterError when it cannot be read or holds no words.
    """
    from rolwriter.readers.worker import draft_in_worker

    draft, kind = draft_in_worker(
        source.data, source.name, progress=say_how_far, cancel=cancel_wish()
    )
    if not any(line.strip() for line in draft.report.lines):
        raise RolwriterError(
            f"“{source.name}”里没有文字。",
            "没有读入任何内容，现有文稿没有改动。",
            "请打开文件看看是不是选错了；内容若是图片，请先转成文字。",
        )
    return Import(draft, source, kind)


def load_source(path: Path) -> SourceFile:
    """A file's name and bytes; RolwriterError when the system will not give them."""
    from rolwriter.readers.read import load_bytes

    return SourceFile(path.name, load_bytes(path))


def read_words(source: SourceFile) -> SourceDocument:
    """The words of a file, read in a worker process with limits; see `app.cancel`."""
    from rolwriter.readers.worker import read_in_worker

    return read_in_worker(source.data, source.name, progress=say_how_far, cancel=cancel_wish())


def project_from(imported: Import) -> Project:
    """A new project that holds the recognised report and the file it came from."""
    draft = imported.draft
    return Project(draft.report, (imported.source,), next_id=draft.next_id)


def sample_project() -> Project:
    """The made-up report that shows the program at work."""
    return project_from(import_file(resource(*SAMPLE)))


def lines_of_file(path: Path) -> tuple[list[str], SourceDocument | None]:
    """The plain text of a project or of any readable file, a paragraph each.

    The second value is the source with its notes; None for a project.
    """
    source = load_source(path)
    if project_file.is_project(source.data):
        return open_project(path).report.lines, None
    document = read_words(source)
    return [paragraph.text for paragraph in document.paragraphs], document


def report_of_file(path: Path) -> Report:
    """The report in a project or recognised in any readable file."""
    source = load_source(path)
    if project_file.is_project(source.data):
        return open_project(path).report
    return recognise_source(source).draft.report
