"""What an import found: chapters, what stands apart, doubts and the reader's notes."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.documents import Import
from rolwriter.model.draft import Draft
from rolwriter.model.report import PartKind
from rolwriter.ui.names import ROLE_NAMES, characters, report_characters
from rolwriter.ui.sizes import fit


class ImportReport(QDialog):
    """Shown after an import; nothing in it needs an answer."""

    def __init__(self, imported: Import, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        draft = imported.draft
        self.setWindowTitle("导入情况")
        fit(self, 640, 480)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        headline = QLabel(headline_of(imported), self)
        headline.setWordWrap(True)
        column.addWidget(headline)
        column.addWidget(_chapters(draft, self), 2)
        remarks = remarks_of(draft)
        if remarks:
            label = QLabel("请您留意(&N)", self)
            text = QTextEdit(self)
            text.setAcceptRichText(False)
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setPlainText("\n".join(remarks))
            text.setAccessibleName("请您留意")
            label.setBuddy(text)
            column.addWidget(label)
            column.addWidget(text, 1)
        buttons = QDialogButtonBox(self)
        buttons.addButton("开始编辑", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        column.addWidget(buttons)


def headline_of(imported: Import) -> str:
    """One sentence on what came in."""
    report = imported.draft.report
    return (
        f"已从“{imported.source.name}”读入{report_characters(report):,}字，"
        f"认出{len(report.chapters)}章。原文件没有改动；请核对各章的内容是否判断正确，"
        "不对的可在该章上方“本章内容”处改。"
    )


def remarks_of(draft: Draft) -> list[str]:
    """What the clerk should look at, a sentence each."""
    remarks: list[str] = []
    apart = sum(
        1
        for part in draft.report.of_kind(PartKind.UNPLACED)
        for paragraph in part.paragraphs
        if paragraph.text
    )
    if apart:
        remarks.append(f"有{apart}段文字看不出应放在哪里，已放入“未归类”，一字未丢。")
    remarks += [doubt.question for doubt in draft.doubts]
    for note in draft.notes:
        dropped = "；".join(words for words in note.dropped if words.strip())
        remarks.append(f"{note.message}略去的文字：{dropped}" if dropped else note.message)
    if draft.apart:
        remarks.append(f"页眉、页脚或批注中有{len(draft.apart)}处文字没有放进正文，仍在原文件里。")
    return remarks


def _chapters(draft: Draft, parent: QWidget) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setHeaderLabels(["章", "内容", "字数"])
    tree.setRootIsDecorated(False)
    tree.setAccessibleName("认出的各章")
    for part in draft.report.chapters:
        heading = part.heading.text if part.heading else "（没有标题）"
        role = ROLE_NAMES[part.role] if part.role else ""
        item = QTreeWidgetItem([heading, role, f"{characters(part):,}"])
        item.setToolTip(0, heading)
        tree.addTopLevelItem(item)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
    return tree
