"""版面: the house rules as fields of the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from rolwriter.catalog.house import House, load_profiles
from rolwriter.catalog.page_format import Autospace, HeadingAtFoot, LoneCharacter, Punctuation
from rolwriter.ui.kit.plain import PlainLabel

_PUNCTUATION = (
    (Punctuation.HANGING, "悬挂到版心外（默认）"),
    (Punctuation.CONDENSED, "挤压本行标点，不出版心"),
)
_LONE = (
    (LoneCharacter.PULLED, "从上一行移一个字下来（默认）"),
    (LoneCharacter.CONDENSED, "收紧本段，收不下再移字"),
    (LoneCharacter.KEPT, "不处理"),
)
_HEADING = (
    (HeadingAtFoot.KEPT, "留在页末，每页排满22行（默认）"),
    (HeadingAtFoot.MOVED, "移到下一页，与正文在一起"),
)
_SPACE = (
    (Autospace.SET, "留一点空隙（默认）"),
    (Autospace.NONE, "不留空隙"),
)


class HouseFields:
    """Lists; what they say together is `chosen`."""

    def __init__(self, house: House, parent: QWidget) -> None:
        profiles = load_profiles()
        self._parent = parent
        self.page = self._list("版心和行距", [(p.id, p.name) for p in profiles.page], house.page)
        self.fonts = self._list(
            "文件里的字体名", [(f.id, f.name) for f in profiles.fonts], house.fonts
        )
        self.punctuation = self._list("行末排不下的标点", _PUNCTUATION, house.punctuation)
        self.lone = self._list("段末只剩一个字", _LONE, house.lone_character)
        self.heading = self._list("标题落在页末", _HEADING, house.heading_at_foot)
        self.space = self._list("汉字与数字、字母之间", _SPACE, house.autospace)

    @property
    def chosen(self) -> House:
        """The house rules as the lists stand."""
        return House(
            str(self.page.currentData()),
            str(self.fonts.currentData()),
            str(self.punctuation.currentData()),
            str(self.lone.currentData()),
            str(self.heading.currentData()),
            str(self.space.currentData()),
        )

    def add_to(self, form: QFormLayout) -> None:
        """Put the lists under what the form has."""
        heading = QLabel("<b>版面（导出、打印和预览）</b>", self._parent)
        form.addRow(heading)
        rows = (
            ("版心和行距(&P)", self.page),
            ("文件里的字体名(&N)", self.fonts),
            ("行末排不下的标点(&U)", self.punctuation),
            ("段末只剩一个字(&L)", self.lone),
            ("标题落在页末(&E)", self.heading),
            ("汉字与数字、字母之间(&D)", self.space),
        )
        for words, box in rows:
            label = PlainLabel(words, self._parent)
            label.setBuddy(box)
            form.addRow(label, box)

    def _list(self, name: str, entries: Sequence[tuple[str, str]], now: str) -> QComboBox:
        box = QComboBox(self._parent)
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(18)
        for key, words in entries:
            box.addItem(words, str(key))
        box.setCurrentIndex(max(0, box.findData(now)))
        return box
