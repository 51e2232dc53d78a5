"""The 章节 and 格式 menus: acts on the chapter that is shown."""

from __future__ import annotations

from rolwriter.app.chapters import (
    add_attachment,
    add_chapter,
    join_chapter,
    move_chapter,
    remove_part,
    split_chapter,
)
from rolwriter.model.change import SetParts, SetRole
from rolwriter.model.report import PartKind, Role
from rolwriter.ui.chapters.chapter_tab import ChapterTab
from rolwriter.ui.chapters.workspace import Workspace
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.names import ROLE_NAMES, chapter_name

_NO_CHAPTER = "请先打开一章，再使用这个功能。"


class ChapterActs:
    """Each act is one step of undo, and says what it did."""

    def __init__(self, desk: Desk, workspace: Workspace) -> None:
        self._desk = desk
        self._workspace = workspace

    def add(self) -> None:
        """A new chapter after the one shown, ready for its heading."""
        tab = self._workspace.chapter
        after = tab.part_id if tab and self._is_chapter(tab) else None
        before = {chapter.id for chapter in self._desk.report.chapters}
        ids = self._desk.session.fresh_ids()
        self._do(add_chapter(self._desk.report, "新的一章", Role.THEME, after, ids), "新增一章")
        new = next(part for part in self._desk.report.chapters if part.id not in before)
        self._workspace.show_key(new.id)
        self._workspace.focus_text()
        self._desk.notice("已新增一章。请把标题改成您要的文字，并在“本章内容”处选定内容。")

    def add_attachment(self) -> None:
        """A new attachment behind the others, ready for its title."""
        change = add_attachment(self._desk.report, self._desk.session.fresh_ids())
        self._do(change, "新增附件")
        new = self._desk.report.of_kind(PartKind.ATTACHMENT)[-1]
        self._workspace.show_key(new.id)
        self._workspace.focus_text()
        self._desk.notice("已新增附件。请写上名称和内容，并在“报头”的“附件说明”里列出名称。")

    def set_role(self, role: Role) -> None:
        """Say what question the chapter answers."""
        tab = self._chapter()
        if tab and self._desk.report.part(tab.part_id).role != role:
            self._desk.history.do(SetRole(tab.part_id, role), "设置本章内容")
            self._desk.notice(f"本章内容已设为“{ROLE_NAMES[role]}”。")

    def move(self, steps: int) -> None:
        """Before or after its neighbour."""
        tab = self._chapter()
        change = move_chapter(self._desk.report, tab.part_id, steps) if tab else None
        if tab and change:
            self._do(change, "移动一章")
            self._workspace.show_key(tab.part_id)
            self._desk.notice("已移动，章的序号已按新的次序排好。按 Ctrl+Z 可撤销。")
        elif tab:
            self._desk.notice("本章已在最前面。" if steps < 0 else "本章已在最后面。")

    def split(self) -> None:
        """Begin a new chapter with the paragraph the cursor is in."""
        tab = self._chapter()
        if tab is None:
            return
        ids = self._desk.session.fresh_ids()
        before = {chapter.id for chapter in self._desk.report.chapters}
        change = split_chapter(self._desk.report, tab.part_id, tab.line, ids)
        if change is None:
            self._desk.notice("光标在本章第一段，前面没有文字可以留下，无法另起一章。")
            return
        self._do(change, "另起一章")
        new = next(part for part in self._desk.report.chapters if part.id not in before)
        self._workspace.show_key(new.id)
        self._desk.notice("已从光标所在的段落另起一章。按 Ctrl+Z 可撤销。")

    def join(self) -> None:
        """Put the chapter at the end of the one before."""
        tab = self._chapter()
        change = join_chapter(self._desk.report, tab.part_id) if tab else None
        if tab and change:
            ids = [chapter.id for chapter in self._desk.report.chapters]
            before = ids[ids.index(tab.part_id) - 1]
            self._do(change, "并入上一章")
            self._workspace.show_key(before)
            self._desk.notice("已并入上一章的末尾，标题也保留为一段。按 Ctrl+Z 可撤销。")
        elif tab:
            self._desk.notice("这是第一章，前面没有可以并入的章。")

    def remove(self) -> None:
        """Take the chapter or attachment out; the undo brings it back whole."""
        tab = self._workspace.chapter
        if tab is None:
            self._desk.notice(_NO_CHAPTER)
            return
        attached = not self._is_chapter(tab)
        name = chapter_name(self._desk.report.part(tab.part_id))
        what = "删除附件" if attached else "删除一章"
        self._do(remove_part(self._desk.report, tab.part_id), what)
        rest = "“附件说明”里的名称没有改动。" if attached else ""
        self._desk.notice(f"已删除“{name}”。{rest}按 Ctrl+Z 可找回。")

    def set_level(self, level: int) -> None:
        """Give the selected paragraphs a level by hand."""
        tab = self._workspace.chapter
        if tab:
            tab.set_level(level)
        else:
            self._desk.notice(_NO_CHAPTER)

    def _do(self, change: SetParts, label: str) -> None:
        self._desk.history.do(change, label)

    def _chapter(self) -> ChapterTab | None:
        tab = self._workspace.chapter
        if tab is None or not self._is_chapter(tab):
            self._desk.notice(_NO_CHAPTER)
            return None
        return tab

    def _is_chapter(self, tab: ChapterTab) -> bool:
        return self._desk.report.part(tab.part_id).kind is PartKind.CHAPTER
