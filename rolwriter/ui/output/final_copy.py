"""Before a copy goes out: what of last year's text nobody has looked at, and open errors."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextEdit, QVBoxLayout, QWidget

from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.sizes import fit


class FinalChoice(Enum):
    """What the clerk decided."""

    SETTLE = auto()
    EXPORT = auto()
    CANCEL = auto()


class FinalCopyDialog(QDialog):
    """Lists what is left; closing it any other way exports nothing."""

    def __init__(
        self,
        left: int,
        lines: Sequence[str],
        parent: QWidget | None = None,
        errors: Sequence[str] = (),
        act: str = "导出",
    ) -> None:
        super().__init__(parent)
        self.choice = FinalChoice.CANCEL
        self.setWindowTitle(f"{act}前请看")
        fit(self, 640, 480)
        words = PlainLabel(_headline(left, len(errors), act), self)
        words.setWordWrap(True)
        self.list = QTextEdit(self)
        self.list.setAcceptRichText(False)
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        found = [f"检查发现的错误：{len(errors)}处", *errors, ""] if errors else []
        self.list.setPlainText("\n".join([*found, *lines]))
        self.list.setAccessibleName("还没有处理的内容")
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        settle = buttons.addButton("去处理", role.AcceptRole)
        anyway = buttons.addButton(f"仍要{act}", role.DestructiveRole)
        cancel = buttons.addButton("取消", role.RejectRole)
        settle.setDefault(True)
        settle.clicked.connect(lambda: self._choose(FinalChoice.SETTLE))
        anyway.clicked.connect(lambda: self._choose(FinalChoice.EXPORT))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        settle.setFocus()

    def _choose(self, choice: FinalChoice) -> None:
        self.choice = choice
        self.accept()


def _headline(left: int, errors: int, act: str) -> str:
    said = list[str]()
    if errors:
        said.append(f"检查还有{errors}处错误没有改。")
    if left:
        said.append(
            f"还有{left}处去年的内容没有核对。现在{act}，去年的年份、数字和说法可能原样发出去。"
        )
    return "".join(said)
