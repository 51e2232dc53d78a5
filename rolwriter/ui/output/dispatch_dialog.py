"""发文信息: what stands around the report when it leaves the office, in one form."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from rolwriter.app.output.dispatch_form import URGENCIES, day_in, joined, lines_in, names_in
from rolwriter.model.dispatch import Dispatch
from rolwriter.model.errors import RolwriterError
from rolwriter.text.dates import day_words
from rolwriter.ui.kit.messages import Messages
from rolwriter.ui.kit.plain import PlainLabel, plain_words
from rolwriter.ui.kit.sizes import fit

_MOST_DRAFTS = 99
_WATERMARKS = ("", "内部草稿", "征求意见", "注意保管")
_COPIES_LINES, _COPIES_EDGE = 3, 8
_WIDTH = 560


class DispatchDialog(QDialog):
    """All of it may stay empty; what is no day is named and nothing is taken."""

    def __init__(
        self, dispatch: Dispatch, authority: str, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("发文信息")
        self._before = dispatch
        self._messages = messages
        self.masthead = QLineEdit(dispatch.masthead, self)
        self.masthead.setPlaceholderText(authority or "某某局文件")
        self.signatories = QLineEdit(joined(dispatch.signatories), self)
        self.signatories.setPlaceholderText("几个人用顿号隔开")
        self.urgency = _choice(URGENCIES, dispatch.urgency, self)
        self.note = QLineEdit(dispatch.note, self)
        self.note.setPlaceholderText("如：联系人：某某，联系电话：……")
        self.copies_to = QPlainTextEdit("\n".join(dispatch.copies_to), self)
        self.copies_to.setPlaceholderText("一行一个机关")
        self.copies_to.setTabChangesFocus(True)
        line = self.copies_to.fontMetrics().lineSpacing()
        self.copies_to.setFixedHeight(_COPIES_LINES * line + 2 * _COPIES_EDGE)
        self.printer = QLineEdit(dispatch.printer, self)
        self.printer.setPlaceholderText("如：某某局办公室")
        day = day_words(dispatch.print_date) if dispatch.print_date else ""
        self.print_date = QLineEdit(day, self)
        self.print_date.setPlaceholderText("如：2026年1月21日")
        self.draft_number = QSpinBox(self)
        self.draft_number.setRange(1, _MOST_DRAFTS)
        self.draft_number.setPrefix("第")
        self.draft_number.setSuffix("稿")
        self.draft_number.setValue(dispatch.draft_number)
        self.watermark = _choice(_WATERMARKS, dispatch.watermark, self, editable=True)
        self._lay_out()

    @property
    def dispatch(self) -> Dispatch:
        """What the form says; RolwriterError when the day is none."""
        return replace(
            self._before,
            masthead=self.masthead.text().strip(),
            signatories=names_in(self.signatories.text()),
            urgency=self.urgency.currentText().strip(),
            note=self.note.text().strip(),
            copies_to=lines_in(self.copies_to.toPlainText()),
            printer=self.printer.text().strip(),
            print_date=day_in(self.print_date.text()),
            draft_number=self.draft_number.value(),
            watermark=self.watermark.currentText().strip(),
        )

    def accept(self) -> None:
        """Close, unless the day has to be mended first."""
        try:
            _ = self.dispatch
        except RolwriterError as error:
            self._messages.tell(error)
            self.print_date.setFocus()
            return
        super().accept()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(24, 24, 24, 16)
        form.setSpacing(12)
        note = PlainLabel("印在正文之外。发文字号、主送机关、署名和成文日期在“报头”里填写。", self)
        note.setWordWrap(True)
        form.addRow(note)
        note.setMinimumHeight(note.heightForWidth(_WIDTH - 2 * form.contentsMargins().left()))
        note.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for words, field, what in (
            ("发文机关标志(&M)", self.masthead, "上行文顶端的红字，空着就用发文机关名称"),
            ("签发人(&S)", self.signatories, "上行文印在发文字号右边；几个人时两人一行"),
            ("紧急程度(&U)", self.urgency, "上行文印在左上角，一般空着"),
            ("附注(&N)", self.note, "上行文印在成文日期下面的括号里；公开稿不印"),
            ("抄送机关(&C)", self.copies_to, "印在上行文的版记里"),
            ("印发机关(&P)", self.printer, "印在上行文的版记左边"),
            ("印发日期(&D)", self.print_date, "印在上行文的版记右边"),
            ("稿次(&K)", self.draft_number, "印在草稿的页眉和审签单上"),
            ("草稿水印(&W)", self.watermark, "斜印在草稿每页的文字下面，空着就不印"),
        ):
            label = PlainLabel(words, self)
            label.setBuddy(field)
            field.setAccessibleName(words.partition("(&")[0])
            field.setAccessibleDescription(what)
            field.setToolTip(plain_words(what))
            form.addRow(label, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        fit(self, _WIDTH, self.sizeHint().height())


def _choice(
    words: tuple[str, ...], now: str, parent: QWidget, *, editable: bool = False
) -> QComboBox:
    """One of a few, the present one among them whatever it is."""
    box = QComboBox(parent)
    box.setEditable(editable)
    box.addItems(words if now in words else (*words, now))
    box.setCurrentText(now)
    return box
