"""快捷键一览, 字体情况 and 关于."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter import __version__
from rolwriter.catalog.page_format import FaceRole
from rolwriter.ui.kit.faces import Faces
from rolwriter.ui.kit.sizes import fit

_TYPING = (
    ("撤销最近一步（打字或章节操作）", "Ctrl+Z"),
    ("切换到第几个标签", "Ctrl+1…9"),
    ("回到正文", "Esc"),
)
_ROLE_WORDS = {
    FaceRole.TITLE: "标题",
    FaceRole.HEADING_1: "一级标题",
    FaceRole.HEADING_2: "二级标题",
    FaceRole.TEXT: "正文",
}


def shortcuts_dialog(pairs: Sequence[tuple[str, str]], parent: QWidget) -> QDialog:
    """All keys in one list."""
    return _table("快捷键一览", "", ("功能", "按键"), [*pairs, _TYPING[1]], parent)


def fonts_dialog(faces: Faces, parent: QWidget) -> QDialog:
    """Which faces the screen shows, and which stand in for official ones."""
    rows: list[tuple[str, str]] = []
    for role, words in _ROLE_WORDS.items():
        face = faces.shown[role]
        family = face.family or "系统默认字体"
        note = f"{face.official} 未安装，用 {family} 代替" if face.substituted else family
        rows.append((f"{words}（{face.design}）", note))
    text = (
        "屏幕显示用的字体如下。导出的 Word 文件仍写明公文标准字体，在装有该字体的电脑上按标准显示。"
    )
    return _table("字体情况", text, ("用处", "本机字体"), rows, parent)


def about_dialog(parent: QWidget) -> QDialog:
    """Name, version and licence."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("关于")
    words = QLabel(
        "<h3>法治政府建设年度报告起草助手</h3>"
        f"<p>rolwriter {__version__}</p>"
        "<p>帮助机关工作人员起草年度法治政府建设情况的报告。<br>"
        "全部内容保存在本机，不连接网络。</p>"
        "<p>本程序按 MIT 许可证发布，窗口使用 Qt for Python（LGPL）。</p>",
        dialog,
    )
    words.setWordWrap(True)
    return _finished(dialog, [words])


def _table(
    title: str,
    text: str,
    heads: tuple[str, str],
    rows: Sequence[tuple[str, str]],
    parent: QWidget,
) -> QDialog:
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    fit(dialog, 560, 480)
    tree = QTreeWidget(dialog)
    tree.setHeaderLabels(list(heads))
    tree.setRootIsDecorated(False)
    tree.setAccessibleName(title)
    tree.addTopLevelItems([QTreeWidgetItem(list(row)) for row in rows])
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    label = QLabel(text, dialog)
    label.setWordWrap(True)
    label.setVisible(bool(text))
    return _finished(dialog, [label, tree])


def _finished(dialog: QDialog, content: Sequence[QWidget]) -> QDialog:
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 24, 24, 16)
    column.setSpacing(12)
    for widget in content:
        column.addWidget(widget)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return dialog
