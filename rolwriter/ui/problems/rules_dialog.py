"""检查规则: every rule of the catalogue with example and basis, and where it is at work."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.review.listing import rule_html, rules_html
from rolwriter.app.review.names import FAMILY_WORDS, severity_name
from rolwriter.catalog.rules import RuleEntry
from rolwriter.ui.kit.plain import PlainLabel, plain_words
from rolwriter.ui.kit.sizes import fit

_ID = Qt.ItemDataRole.UserRole
_NAME, _GRADE, _HERE, _EVERYWHERE = range(4)
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class RulesDialog(QDialog):
    """Ticks are taken over with 确定; the words of the rules are for reading."""

    def __init__(
        self,
        entries: Mapping[str, RuleEntry],
        *,
        here: Collection[str],
        everywhere: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries = entries
        self.search = QLineEdit(self)
        self.tree = QTreeWidget(self)
        self.details = QTextBrowser(self)
        self._build()
        self._fill(here, everywhere)
        self.search.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(self._show)
        self.stand_at(next(iter(entries), ""))

    @property
    def silent_here(self) -> tuple[str, ...]:
        """The rules not ticked for this report."""
        return self._unticked(_HERE)

    @property
    def silent_everywhere(self) -> tuple[str, ...]:
        """The rules not ticked for all reports."""
        return self._unticked(_EVERYWHERE)

    def stand_at(self, rule_id: str) -> None:
        """Show that rule."""
        for item in self._items():
            if item.data(0, _ID) == rule_id:
                self.tree.setCurrentItem(item)
                self.tree.scrollToItem(item)

    def _unticked(self, column: int) -> tuple[str, ...]:
        items = self._items()
        return tuple(str(i.data(0, _ID)) for i in items if i.checkState(column) == _OFF)

    def _fill(self, here: Collection[str], everywhere: Collection[str]) -> None:
        for family, name in FAMILY_WORDS.items():
            mine = [entry for entry in self._entries.values() if entry.family == family]
            if not mine:
                continue
            top = QTreeWidgetItem([f"{name}（{len(mine)}条）"])
            self.tree.addTopLevelItem(top)
            for entry in mine:
                item = QTreeWidgetItem(
                    [f"{entry.id}　{entry.title}", severity_name(entry.severity)]
                )
                item.setData(0, _ID, entry.id)
                item.setCheckState(_HERE, _OFF if entry.id in here else _ON)
                item.setCheckState(_EVERYWHERE, _OFF if entry.id in everywhere else _ON)
                item.setToolTip(_NAME, plain_words(entry.title))
                top.addChild(item)
            top.setExpanded(True)
            top.setFirstColumnSpanned(True)

    def _filter(self, text: str) -> None:
        wanted = text.strip()
        for item in self._items():
            entry = self._entries[str(item.data(0, _ID))]
            said = (entry.id, entry.title, entry.explanation, entry.wrong, entry.basis)
            item.setHidden(bool(wanted) and not any(wanted in words for words in said))
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            if top is not None:
                children = [top.child(row) for row in range(top.childCount())]
                top.setHidden(all(child is None or child.isHidden() for child in children))

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.tree.topLevelItemCount()):
            top = self.tree.topLevelItem(number)
            for row in range(top.childCount() if top else 0):
                item = top.child(row) if top else None
                if item is not None:
                    yield item

    def _show(self, item: QTreeWidgetItem | None) -> None:
        entry = self._entries.get(str(item.data(0, _ID))) if item else None
        self.details.setHtml(f"<h3>{escape(entry.title)}</h3>{rule_html(entry)}" if entry else "")

    def _build(self) -> None:
        self.setWindowTitle("检查规则")
        fit(self, 940, 620)
        label = PlainLabel(f"查找(&I)　共{len(self._entries)}条规则，去掉勾选的不检查：", self)
        label.setBuddy(self.search)
        self.search.setPlaceholderText("规则编号、名称或例子里的字")
        self.search.setAccessibleName("查找规则")
        self.tree.setHeaderLabels(["规则", "程度", "本报告", "所有报告"])
        self.tree.setAccessibleName("检查规则，空格键勾选")
        self.tree.setAlternatingRowColors(True)
        self.tree.setUniformRowHeights(True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        for column in (_GRADE, _HERE, _EVERYWHERE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.details.setAccessibleName("规则的说明、例子和依据")
        self.details.setOpenLinks(False)
        self.details.setTabChangesFocus(True)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tree)
        split.addWidget(self.details)
        split.setSizes([600, 300])
        buttons = QDialogButtonBox(self)
        buttons.addButton("确定", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(label)
        column.addWidget(self.search)
        column.addWidget(split, 1)
        column.addWidget(buttons)


class RulesPage(QDialog):
    """The help page: all rules as one text, to read, copy and print."""

    print_wanted = Signal()

    def __init__(
        self,
        entries: Mapping[str, RuleEntry],
        silent: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("检查规则说明")
        fit(self, 760, 640)
        self.page = QTextBrowser(self)
        self.page.setOpenLinks(False)
        self.page.setAccessibleName("检查规则说明")
        self.page.setHtml(rules_html(entries.values(), silent))
        buttons = QDialogButtonBox(self)
        printing = buttons.addButton("打印…", QDialogButtonBox.ButtonRole.ActionRole)
        printing.clicked.connect(self.print_wanted)
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.page.setFocus()
