"""只读: a bar above the report that says why nothing can be changed, and the way out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from rolwriter.app.events import Changed, Event
from rolwriter.app.session import Session
from rolwriter.ui.chapters.workspace import Workspace
from rolwriter.ui.kit.plain import PlainLabel


class ReadOnlyBar(QFrame):
    """Shown while the open report is read-only; the fields take no typing then."""

    copy_wanted = Signal()
    """The clerk wants to go on in a file of their own."""

    def __init__(
        self, session: Session, workspace: Workspace, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._workspace = workspace
        self.words = PlainLabel("", self)
        self.words.setWordWrap(True)
        self.copy = QPushButton("另存副本(&B)…", self)
        self.copy.setToolTip("另存为自己的文件，在那一份里修改；原来的文件不动")
        self.copy.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.copy.clicked.connect(self.copy_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.copy)
        session.listen(self._on_event)
        self.refresh()

    def refresh(self) -> None:
        """Follow the session."""
        reason = self._session.read_only
        self.words.setText(f"! 只读：{reason}可以看、可以导出，不能修改。")
        self.setAccessibleName(self.words.text())
        self.setVisible(bool(reason))
        self._workspace.set_read_only(bool(reason))

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, Changed):
            self.refresh()
