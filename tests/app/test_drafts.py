from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from random import Random

import pytest

from rolwriter.app.drafts import compare_draft, keep, remove, restore, with_draft
from rolwriter.model.change import SetAuthority, SetProject
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project, SourceFile
from rolwriter.model.report import Report
from rolwriter.storage.codec import to_parts
from rolwriter.storage.container import pack
from rolwriter.storage.project_file import decode
from rolwriter.storage.salvage import salvage
from tests.app.test_recovery import project_of

FIRST, SECOND = project_of("开会三次。"), project_of("开会四次。")


def with_kept(project: Project, label: str = "手工") -> Project:
    change = keep(project, label)
    assert change is not None
    return change.apply(project)


def test_going_back_to_a_draft_brings_its_text_and_keeps_sources_and_drafts() -> None:
    source = SourceFile("后来.txt", b"later")
    kept = with_kept(FIRST)
    now = replace(kept, report=SECOND.report, sources=(source,), next_id=500)
    back = restore(now, now.drafts[0]).apply(now)
    assert back.report == FIRST.report
    assert (back.sources, back.drafts, back.next_id) == ((source,), kept.drafts, 500)


def test_an_equal_draft_is_not_kept_twice() -> None:
    kept = with_kept(FIRST)
    assert keep(replace(kept, next_id=777), "又一稿") is None


def test_an_act_on_the_whole_project_keeps_what_was_before_and_undoes_as_one() -> None:
    change = with_draft(FIRST, SetProject(SECOND), "结转")
    after = change.apply(FIRST)
    assert after.report == SECOND.report
    (draft,) = after.drafts
    assert (draft.label, draft.automatic) == ("结转之前", True)
    assert change.inverse(FIRST).apply(after) == FIRST


def test_undoing_a_whole_act_leaves_drafts_kept_since() -> None:
    change = SetProject(SECOND)
    later = with_kept(change.apply(FIRST))
    assert change.inverse(FIRST).apply(later).drafts == later.drafts


def test_a_draft_is_compared_with_what_stands_now() -> None:
    now = replace(with_kept(FIRST), report=SECOND.report)
    comparison = compare_draft(now, now.drafts[0])
    assert (comparison.added, comparison.removed) == (1, 1)


def test_a_removed_draft_is_gone_and_comes_back_on_undo() -> None:
    kept = with_kept(FIRST)
    change = remove(kept, kept.drafts[0])
    assert change.apply(kept).drafts == ()
    assert change.inverse(kept).apply(change.apply(kept)) == kept


def test_drafts_are_saved_as_they_are_and_not_packed_again() -> None:
    project = replace(with_kept(FIRST), sources=(SourceFile("去年.docx", b"PK\x03\x04..."),))
    data = pack(to_parts(project))
    assert decode(data) == project
    with zipfile.ZipFile(BytesIO(data)) as archive:
        how = {i.filename: i.compress_type for i in archive.infolist()}
    assert how[f"drafts/{project.drafts[0].id}.rolw"] == zipfile.ZIP_STORED
    assert how["sources/source-1.bin"] == zipfile.ZIP_STORED
    assert how["report.json"] == zipfile.ZIP_DEFLATED
    assert project.drafts[0].data in data


def test_a_draft_cannot_be_taken_for_the_project_whatever_is_hurt() -> None:
    project = replace(with_kept(FIRST), report=SECOND.report)
    whole, random = pack(to_parts(project)), Random(3)
    opened = 0
    for _ in range(400):
        data = bytearray(whole)
        place = random.randrange(len(data) - 40)
        data[place : place + 40] = random.randbytes(40)
        rest = salvage(bytes(data))
        if rest is not None:
            opened += 1
            assert rest.project.report == SECOND.report
            assert all(draft in project.drafts for draft in rest.project.drafts)
    assert opened > 20


def test_a_damaged_draft_is_refused_in_words() -> None:
    project = with_kept(FIRST)
    draft = replace(project.drafts[0], data=b"PK\x03\x04 no more")
    with pytest.raises(RolwriterError):
        restore(project, draft)
    assert compare_draft(project, draft).trouble


def test_a_draft_holds_no_drafts() -> None:
    once = with_kept(FIRST)
    twice = with_kept(SetAuthority("别局").apply(replace(once, report=Report())))
    assert len(twice.drafts[1].data) < 2 * len(twice.drafts[0].data)
