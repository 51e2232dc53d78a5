"""对比: two texts of one report as one, from difference to difference."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from rolwriter.app.comparison import Comparison
from rolwriter.ui.kit.plain import PlainLabel
from rolwriter.ui.kit.redline import Redline
from rolwriter.ui.kit.sizes import fit


class DifferenceDialog(QDialog):
    """Shows what makes the old text the new one; nothing is changed by it."""

    def __init__(
        self, comparison: Comparison, old: str, new: str, parent: QWidget | None = None
    ) -> None:
        """``old`` and ``new`` name the two texts, as in 文件 and 窗口."""
        super().__init__(parent)
        self.setWindowTitle(f"对比：{old}和{new}")
        self.view = Redline(self)
        self.view.setAccessibleName(f"{old}与{new}的差别")
        self.view.show_runs(comparison.runs, ())
        self.words = PlainLabel(_summary(comparison, self.view.places, old, new), self)
        self.words.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        for text, steps in (("上一处(&P)", -1), ("下一处(&N)", 1)):
            button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
            button.setEnabled(self.view.places > 0)
            button.clicked.connect(partial(self.view.go, steps))
        buttons.addButton("返回", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (self.words, self.view, buttons):
            column.addWidget(widget)
        fit(self, 760, 560)
        self.view.go(1)


def _summary(comparison: Comparison, places: int, old: str, new: str) -> str:
    if comparison.trouble or not comparison.file_there:
        return f"{old}现在读不出来，以下是{new}的全文。{comparison.trouble}"
    lines = [f"加删除线的只在{old}里有，加下划线的只在{new}里有。"]
    if places:
        lines.append(
            f"正文共{places}处不同：{new}多{comparison.added:,}字，少{comparison.removed:,}字。"
        )
    else:
        lines.append("正文相同。")
    if comparison.besides:
        lines.append(f"正文之外不同的还有：{'、'.join(comparison.besides)}。")
    return "".join(lines)
