"""Qt in Chinese: its own translation, and the few words that one leaves in English."""

# ruff: noqa: N802 (methods that Qt calls by its own names)
from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_GAPS = {
    "&Look in:": "查找范围(&I)：",
    "Files of &type:": "文件类型(&T)：",
    "Folder": "文件夹",
    "File Folder": "文件夹",
    "File": "文件",
    "%1 File": "%1 文件",
}
"""What qtbase_zh_CN of Qt 6.8 to 6.11 lacks in the dialogs this program opens."""


def speak_chinese(application: QCoreApplication) -> bool:
    """Let Qt's own words be Chinese; False when its translation is not there."""
    QLocale.setDefault(QLocale("zh_CN"))
    application.installTranslator(_Gaps(application))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    # The one installed last is asked first.
    return translator.load("qtbase_zh_CN", folder) and application.installTranslator(translator)


class _Gaps(QTranslator):
    """Asked for what Qt's translation does not have."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        # None says that there is no translation; an empty word would be shown.
        return _GAPS.get(sourceText)  # pyright: ignore[reportReturnType]
