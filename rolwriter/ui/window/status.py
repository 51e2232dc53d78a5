"""The status bar: a hint, the running job with its cancel, counts, and the state of saving."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QPushButton, QStatusBar

from rolwriter.ui.kit.elided_label import ElidedLabel
from rolwriter.ui.kit.jobs import Jobs
from rolwriter.ui.kit.plain import PlainLabel, plain_words

NOTICE_MS = 8000
HINT = "Ctrl+Z 撤销最近一步（打字和章节操作按先后算）；Ctrl+1…9 切换各章，Esc 回到正文"


class Status(QStatusBar):
    """What is shown at the foot of the window."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._hint = ElidedLabel(self)
        self._job = PlainLabel("", self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 0)
        self._bar.setMaximumWidth(120)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("进度")
        self._cancel = QPushButton("取消", self)
        self._cancel.setAccessibleName("取消正在进行的工作")
        self._counts = PlainLabel("", self)
        self._counts.setToolTip("字数不含空格；全文字数不含“未归类”。")
        self._deadlines = PlainLabel("", self)
        self._deadlines.setContentsMargins(16, 0, 12, 0)
        self._saving = PlainLabel("", self)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self.addWidget(self._hint, 1)
        for widget in (
            *(self._job, self._bar, self._cancel),
            *(self._deadlines, self._counts, self._saving),
        ):
            self.addPermanentWidget(widget)
        self._cancel.clicked.connect(jobs.cancel)
        jobs.started.connect(self._on_started)
        jobs.said.connect(self._job.setText)
        jobs.ended.connect(self._on_ended)
        self._on_ended()

    def notice(self, words: str) -> None:
        """Say something briefly."""
        self.showMessage(words, NOTICE_MS)

    @property
    def hint(self) -> str:
        """The whole of the line at the left, cut or not."""
        return self._hint.toolTip()

    def show_hint(self, words: str) -> None:
        """The line that always stands at the left."""
        self._hint.say(words)

    def show_counts(self, words: str) -> None:
        """The counts of the chapter and of the report."""
        self._counts.setText(words)

    @property
    def counts(self) -> str:
        """What `show_counts` showed last."""
        return self._counts.text()

    def show_deadlines(self, words: str, tip: str) -> None:
        """By when the report is to be sent and published, or when it was."""
        self._deadlines.setText(words)
        self._deadlines.setToolTip(plain_words(tip))

    @property
    def deadlines(self) -> str:
        """What `show_deadlines` showed last."""
        return self._deadlines.text()

    def show_saving(self, words: str) -> None:
        """How the project stands to its file."""
        self._saving.setText(words)

    def _on_started(self, label: str) -> None:
        self._job.setText(label)
        for widget in (self._job, self._bar, self._cancel):
            widget.show()

    def _on_ended(self) -> None:
        for widget in (self._job, self._bar, self._cancel):
            widget.hide()
