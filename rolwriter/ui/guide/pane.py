"""填报项: the topics of a chapter, their fields, and the sentence made of them."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from rolwriter.app.guide.compose import Composed, Value, compose, usable_patterns
from rolwriter.app.guide.field_figures import adopt_found, recognised
from rolwriter.app.guide.fields import (
    evidence_of,
    field_values,
    field_views,
    head_topics,
    set_field,
    topics_of,
)
from rolwriter.catalog.catalogue import Catalogue
from rolwriter.catalog.topics import Field, Topic
from rolwriter.checks.evidence import Evidence, FieldEvidence
from rolwriter.model.errors import RolwriterError
from rolwriter.model.project import Project
from rolwriter.model.report import Role
from rolwriter.ui.chapters.spot import Spot
from rolwriter.ui.guide.field_row import FieldRow
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.messages import Choice, Messages
from rolwriter.ui.kit.plain import PlainLabel

HEIGHT = 300
"""What the pane takes from the text, in pixels."""
REST = 500


class GuidePane(QFrame):
    """Built when it is first opened; follows the session while it can be seen."""

    insert_wanted = Signal(object)
    """A `Composed` sentence for the cursor's place."""

    def __init__(self, desk: Desk, spot: Spot, catalogue: Catalogue, messages: Messages) -> None:
        super().__init__()
        self._desk = desk
        self._spot = spot
        self._catalogue = catalogue
        self._messages = messages
        self._topics: list[Topic] = []
        self._values: dict[str, Value] = {}
        self.rows: list[FieldRow] = []
        self.topic = QComboBox(self)
        self.hint = PlainLabel("", self)
        self.pattern = QComboBox(self)
        self.preview = PlainLabel("", self)
        self.insert = QPushButton("插入成句(&J)", self)
        self.adopt = QPushButton("登记正文中的数(&D)", self)
        self._scroll = QScrollArea(self)
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.refresh)
        self._build()
        stop = desk.session.listen(lambda _event: self._timer.start())
        self.destroyed.connect(stop)

    def sizeHint(self) -> QSize:
        """As high as it may be; a low window takes some of that back for the text."""
        return QSize(super().sizeHint().width(), HEIGHT)

    def hasHeightForWidth(self) -> bool:
        """Or the wrapping hints would decide the height, and leave two fields in sight."""
        return False

    @property
    def current(self) -> Topic | None:
        """The topic shown."""
        index = self.topic.currentIndex()
        return self._topics[index] if 0 <= index < len(self._topics) else None

    def show_role(self, role: Role | None) -> None:
        """Offer the topics of a chapter of that role."""
        self._offer(topics_of(self._catalogue, self._desk.session.project.profiles, role))

    def show_head(self) -> None:
        """Offer the topics of the head of the report."""
        self._offer(head_topics(self._catalogue, self._desk.session.project.profiles))

    def _offer(self, topics: list[Topic]) -> None:
        if topics != self._topics:
            self._topics = topics
            kept = self.topic.currentText()
            self.topic.clear()
            self.topic.addItems([topic.title for topic in topics])
            self.topic.setCurrentIndex(max(0, self.topic.findText(kept)))
            self._show_topic()

    def refresh(self) -> None:
        """Show the fields as the session has them."""
        topic = self.current
        if topic is None or not self.isVisible():
            return
        project, evidence = self._known()
        views = field_views(project, topic, evidence)
        for row, view in zip(self.rows, views, strict=True):
            row.show_view(view, self._spot)
        self.adopt.setEnabled(any(v.found and not v.adopted for v in views))
        self._show_patterns(topic, field_values(project))

    def _known(self) -> tuple[Project, tuple[Evidence, Evidence | None]]:
        """The project with the figures that answer fields by their place, and the evidence."""
        project = self._desk.session.project
        evidence = evidence_of(project, self._catalogue)
        return recognised(project, evidence[0]), evidence

    def _show_topic(self) -> None:
        topic = self.current
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 4, 8, 4)
        grid.setColumnStretch(6, 1)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        self.rows = []
        for number, field in enumerate(topic.field if topic else ()):
            row = FieldRow(field, self._desk, grid, number * 2)
            row.changed.connect(self._take)
            row.place_wanted.connect(self._go)
            self.rows.append(row)
        grid.setRowStretch(2 * len(self.rows), 1)
        self._scroll.setWidget(body)
        self.hint.setText(f"提示：{topic.hint}　F1 看示例和依据" if topic else "这里没有填报项。")
        for widget in (self.insert, self.adopt, self.pattern):
            widget.setEnabled(topic is not None)
        self.refresh()

    def _show_patterns(self, topic: Topic, values: dict[str, Value]) -> None:
        self._values = values
        patterns = usable_patterns(self._catalogue, topic, values, self._desk.report)
        kept = self.pattern.currentData()
        self.pattern.clear()
        for number, pattern in enumerate(patterns, 1):
            self.pattern.addItem(f"句式{number}", pattern.id)
        self.pattern.setCurrentIndex(max(0, self.pattern.findData(kept)))
        self._show_preview()

    def _show_preview(self) -> None:
        composed = self.composed
        self.insert.setEnabled(composed is not None)
        if composed is None:
            self.preview.setText("填好上面的项，这里显示可以插入的句子。")
            return
        labels = (self._catalogue.fields[name].label for name in composed.left_out)
        left = "、".join(labels)
        self.preview.setText(composed.text + (f"（未写入：{left}）" if left else ""))

    @property
    def composed(self) -> Composed | None:
        """The sentence of the chosen pattern; None while none can be made."""
        topic, wanted = self.current, self.pattern.currentData()
        pattern = next((p for p in topic.pattern if p.id == wanted), None) if topic else None
        if pattern is None:
            return None
        try:
            return compose(self._catalogue, pattern, self._values, self._desk.report)
        except RolwriterError:
            return None

    def _take(self, field: Field, words: str, none: bool) -> None:
        number = next(self._desk.session.fresh_ids("f"))
        project, _ = self._known()
        try:
            change, places = set_field(project, field, words, none=none, new_id=number)
        except RolwriterError as error:
            self.refresh()
            self._messages.tell(error)
            return
        if change is not None:
            self._desk.history.do(change, f"填写“{field.label}”")
            text = f"，正文已更新{places}处" if places else ""
            self._desk.notice(f"“{field.label}”已填{text}。")
        self.refresh()

    def _adopt(self) -> None:
        topic = self.current
        if topic is None:
            return
        project = self._desk.session.project
        evidence, _ = evidence_of(project, self._catalogue)
        ids = self._desk.session.fresh_ids("f")
        change, count = adopt_found(project, topic, evidence, ids)
        if not count:
            self._desk.notice("正文中没有可以登记的数。")
            return
        self._desk.history.do(change, "登记正文中的数")
        self._desk.notice(f"已把正文中的{count}个数登记到台账并关联。按 Ctrl+Z 可撤销。")
        self.refresh()

    def _insert(self) -> None:
        composed = self.composed
        if composed is not None:
            self.insert_wanted.emit(composed)
            self.refresh()

    def _go(self, found: FieldEvidence) -> None:
        self._spot.go_to(found.paragraph_id, found.hit.span)

    def explain(self) -> None:
        """F1: example and basis of the topic, and of the field that has the cursor."""
        topic = self.current
        if topic is None:
            return
        row = next((r for r in self.rows if r.input.hasFocus() or r.none.hasFocus()), None)
        lines = [f"提示：{topic.hint}"]
        if topic.example:
            lines.append(f"示例：{topic.example}")
        if row is not None:
            lines.append(f"{row.field.label}：{row.field.hint}")
            if row.field.example:
                lines.append(f"示例：{row.field.example}{row.field.unit}")
        for item in topic.items:
            entry = self._catalogue.items.get(item)
            bases = entry.basis if entry else ()
            lines += [f"依据：{self._catalogue.basis_words(basis)}" for basis in bases]
        unique = "\n".join(dict.fromkeys(lines))
        self._messages.inform(topic.title, unique, (Choice("知道了", "back"),))

    def _build(self) -> None:
        self.topic.setAccessibleName("主题")
        self.hint.setWordWrap(True)
        self.pattern.setAccessibleName("句式")
        self.preview.setWordWrap(True)
        self.preview.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        label = PlainLabel("主题(&Z)：", self)
        label.setBuddy(self.topic)
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.topic)
        head.addWidget(self.hint, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.insert)
        foot.addWidget(self.pattern)
        foot.addWidget(self.preview, 1)
        foot.addWidget(self.adopt)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)
        self.setMaximumHeight(HEIGHT)
        self.setMinimumHeight(120)
        self.topic.currentIndexChanged.connect(self._show_topic)
        self.pattern.activated.connect(self._show_preview)
        self.insert.clicked.connect(self._insert)
        self.adopt.clicked.connect(self._adopt)
        self.setFocusProxy(self.topic)
