"""The 稿次 menu: keep a draft, look at those there are, compare one, go back to it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from rolwriter.app.drafts import compare_draft, keep, remove, restore
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import KeptDraft
from rolwriter.ui.files.drafts_dialog import DraftsDialog
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.difference_dialog import DifferenceDialog
from rolwriter.ui.kit.messages import Messages
from rolwriter.ui.window.actions import Act


class DraftsDesk:
    """The acts on the drafts kept in the open project."""

    def __init__(self, window: QWidget, desk: Desk, messages: Messages) -> None:
        self._window = window
        self._desk = desk
        self._messages = messages

    def acts(self) -> list[Act]:
        """For the menu."""
        return [
            Act(
                *("draft_keep", "存一稿(&K)", self.keep, "Ctrl+Alt+S"),
                tip="把报告现在的样子存为一稿，以后可以对比、恢复",
            ),
            Act(
                *("draft_list", "稿次列表(&L)…", self.show, "Ctrl+Alt+L"),
                tip="看以前的各稿，与现在对比，或恢复到其中一稿",
            ),
        ]

    def keep(self) -> None:
        """Keep the project as it stands."""
        change = keep(self._desk.session.project, "手工存稿")
        if change is None:
            self._desk.notice("与最近一稿完全相同，没有另存。")
            return
        self._desk.history.do(change, "存一稿")
        self._desk.notice(f"已存为第{len(change.drafts)}稿，随工程文件一起保存。")

    def show(self) -> None:
        """The list; empty, it says how drafts come about."""
        dialog = DraftsDialog(self._desk.session.project, self._window)
        dialog.compare_wanted.connect(self.compare)
        dialog.restore_wanted.connect(self.restore)
        dialog.remove_wanted.connect(self.remove)
        stop = self._desk.session.listen(
            lambda _event: dialog.show_project(self._desk.session.project)
        )
        try:
            dialog.exec()
        finally:
            stop()

    def compare(self, draft: KeptDraft) -> None:
        """The draft and the report as it stands, as one text."""
        comparison = compare_draft(self._desk.session.project, draft)
        DifferenceDialog(comparison, f"{draft.time}的稿", "现在的报告", self._window).exec()

    def restore(self, draft: KeptDraft) -> None:
        """Back to the draft; what stands now is kept as a draft before."""
        try:
            change = restore(self._desk.session.project, draft)
        except RolwriterError as error:
            self._messages.tell(error)
            return
        label = f"恢复到{draft.time}的稿"
        self._desk.history.do(change, label)
        self._desk.notice(f"已{label}；恢复之前的样子也存了一稿。按 Ctrl+Z 可撤销。")

    def remove(self, draft: KeptDraft) -> None:
        """Give the draft up; that can be undone."""
        self._desk.history.do(remove(self._desk.session.project, draft), "删除一稿")
        self._desk.notice(f"已删除{draft.time}的一稿。按 Ctrl+Z 可撤销。")
