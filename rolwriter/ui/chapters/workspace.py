"""The tabs: 报头, chapters and attachments in their order, 未归类 while anything stands apart."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.chapters import stray_parts
from rolwriter.app.events import Event, Saved
from rolwriter.model.report import Part, PartKind
from rolwriter.ui.carry.names import unread_count
from rolwriter.ui.chapters.chapter_tab import ChapterTab
from rolwriter.ui.chapters.head_tab import HEAD_KINDS, HeadTab
from rolwriter.ui.chapters.tray_tab import TrayTab
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.names import EMPTY_SIGN, ROLE_NAMES, chapter_name, is_written
from rolwriter.ui.kit.plain import plain_words
from rolwriter.ui.kit.plain_edit import PlainEdit

HEAD = "head"
TRAY = "tray"
Content = HeadTab | ChapterTab | TrayTab


class _Page(QWidget):
    """A tab's place; what stands in it is built when it is first shown."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key
        self.content: Content | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)

    def fill(self, content: Content) -> None:
        self.content = content
        layout = self.layout()
        if layout is not None:
            layout.addWidget(content)
        self.setFocusProxy(content)


class Workspace(QTabWidget):
    """The open report; keeps its tabs in step with the session."""

    moved = Signal()
    """Another tab, or the cursor stands in another place."""

    links_dropped = Signal(object)
    """Typing broke these links: a list of `LinkBreak`."""

    def __init__(self, desk: Desk, zoom: int = 100) -> None:
        super().__init__()
        self._desk = desk
        self._zoom = zoom
        self._read_only = False
        self._notes: dict[str, str] = {}
        """What the checks found, behind the names of the tabs."""
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.tabBar().setAccessibleName("报告各章")
        self.currentChanged.connect(self._on_shown)
        desk.session.listen(self._on_event)
        self.sync()

    @property
    def current_key(self) -> str:
        """`HEAD`, `TRAY` or the id of a chapter or an attachment."""
        page = self.currentWidget()
        return page.key if isinstance(page, _Page) else ""

    @property
    def content(self) -> Content | None:
        """What the current tab shows."""
        page = self.currentWidget()
        return page.content if isinstance(page, _Page) else None

    @property
    def chapter(self) -> ChapterTab | None:
        """The current tab when it is a chapter or an attachment."""
        content = self.content
        return content if isinstance(content, ChapterTab) else None

    @property
    def guided(self) -> list[ChapterTab | HeadTab]:
        """The tabs that can show guided fields and were opened."""
        return [c for c in self._contents() if isinstance(c, ChapterTab | HeadTab)]

    def show_key(self, key: str) -> bool:
        """Show that tab; False when there is none."""
        index = self._keys().index(key) if key in self._keys() else -1
        if index >= 0:
            self.setCurrentIndex(index)
        return index >= 0

    def set_zoom(self, percent: int) -> None:
        """Draw the text of all tabs at that size."""
        self._zoom = percent
        for content in self._contents():
            if isinstance(content, ChapterTab):
                content.editor.set_zoom(percent)
            elif isinstance(content, HeadTab):
                content.set_zoom(percent)

    def set_read_only(self, read_only: bool) -> None:
        """Let no field of the tabs be typed in."""
        if read_only != self._read_only:
            self._read_only = read_only
            for content in self._contents():
                _hold(content, read_only)

    def show_notes(self, notes: dict[str, str]) -> None:
        """Put these words behind the names of the tabs, by key."""
        if notes != self._notes:
            self._notes = notes
            for index, key in enumerate(self._keys()):
                self._name_tab(index, key)

    def sync(self) -> None:
        """Bring tabs, names and what is shown in step with the report."""
        shown = self.currentWidget()
        self.blockSignals(True)  # on the way a tab may be current whose chapter is gone
        self._sync_tabs()
        self.blockSignals(False)
        if self.currentWidget() is not shown:
            self._on_shown()
        for content in self._contents():
            content.refresh()
        for index, key in enumerate(self._keys()):
            self._name_tab(index, key)

    def focus_text(self) -> None:
        """Back to the text."""
        content = self.content
        if content is not None:
            content.setFocus()

    def _sync_tabs(self) -> None:
        report = self._desk.report
        wanted = [HEAD, *(part.id for part in report.parts if part.is_running_text)]
        if stray_parts(report):
            wanted.append(TRAY)
        for index, key in reversed(list(enumerate(self._keys()))):
            if key not in wanted:
                page = self.widget(index)
                self.removeTab(index)
                if page:
                    page.deleteLater()
        for index, key in enumerate(wanted):
            keys = self._keys()
            if key not in keys:
                self.insertTab(index, _Page(key), "")
            elif keys[index] != key:
                self.tabBar().moveTab(keys.index(key), index)

    def _say(self, index: int, words: str) -> None:
        # Qt lays all tabs out again for the same words too, at every key
        if self.tabText(index) != words:
            self.setTabText(index, words)

    def _name_tab(self, index: int, key: str) -> None:
        if key == HEAD:
            parts = [part for part in self._desk.report.parts if part.kind in HEAD_KINDS]
            self._say(index, f"报头{_unread_words(*parts)}{self._notes.get(key, '')}")
            self.setTabToolTip(index, "标题、发文机关、报告年度、主送机关、导语、署名和成文日期")
        elif key == TRAY:
            count = len(stray_parts(self._desk.report))
            self._say(index, f"未归类 {count}{self._notes.get(key, '')}")
            tip = f"有{count}处文字不知该放在哪一章，导出时不会写入"
            self.setTabToolTip(index, plain_words(tip))
        else:
            part = self._desk.report.part(key)
            sign = "" if is_written(part) else f" {EMPTY_SIGN}"
            words = f"{chapter_name(part)}{sign}{_unread_words(part)}{self._notes.get(key, '')}"
            self._say(index, words.replace("&", "&&"))
            self.setTabToolTip(index, plain_words(_chapter_tip(part)))

    def _on_event(self, event: Event) -> None:
        if not isinstance(event, Saved):
            self.sync()

    def _on_shown(self) -> None:
        page = self.currentWidget()
        if isinstance(page, _Page) and page.content is None:
            page.fill(self._built(page.key))
            if self._read_only and page.content is not None:
                _hold(page.content, True)
        self.moved.emit()

    def _built(self, key: str) -> Content:
        if key == HEAD:
            head = HeadTab(self._desk, self._zoom)
            head.moved.connect(self.moved)
            return head
        if key == TRAY:
            return TrayTab(self._desk)
        tab = ChapterTab(self._desk, key, self._zoom)
        tab.editor.cursorPositionChanged.connect(self.moved)
        tab.links_dropped.connect(self.links_dropped)
        return tab

    def _keys(self) -> list[str]:
        pages = (self.widget(index) for index in range(self.count()))
        return [page.key for page in pages if isinstance(page, _Page)]

    def _contents(self) -> list[Content]:
        pages = (self.widget(index) for index in range(self.count()))
        return [p.content for p in pages if isinstance(p, _Page) and p.content is not None]


def _hold(content: QWidget, read_only: bool) -> None:
    for edit in content.findChildren(PlainEdit):
        edit.set_read_only(read_only)
    for line in (*content.findChildren(QLineEdit), *content.findChildren(QAbstractSpinBox)):
        line.setReadOnly(read_only)
    for choice in (*content.findChildren(QComboBox), *content.findChildren(QAbstractButton)):
        choice.setEnabled(not read_only)


def _chapter_tip(part: Part) -> str:
    if part.kind is PartKind.ATTACHMENT:
        return part.text.partition("\n")[2].partition("\n")[0] or "（附件还没有名称）"
    heading = part.heading.text if part.heading else "（本章没有标题）"
    role = ROLE_NAMES[part.role] if part.role else ""
    count = unread_count(part)
    unread = f"\n◆ 沿用未核：{count}段" if count else ""
    return f"{heading}\n内容：{role}\n状态：{'已写' if is_written(part) else '○ 未写'}{unread}"


def _unread_words(*parts: Part) -> str:
    count = sum(map(unread_count, parts))
    return f" 未核{count}" if count else ""
