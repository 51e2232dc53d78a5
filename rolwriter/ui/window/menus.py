"""The menu bar and the toolbar, as lists of the actions' names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from rolwriter.ui.window.actions import Actions

RECENT = "recent"
PANELS = "panels"
ROLES = "roles"
LEVELS = "levels"
LOOKS = "looks"

_MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "文件(&F)",
        (
            *("new", "open", RECENT, "import", "import_clipboard", "sample", ""),
            *("save", "save_as", "", "preview", "print", "", "quit"),
        ),
    ),
    ("编辑(&E)", ("undo", "redo", "", "cut", "copy", "paste", "", "select_all")),
    (
        "章节(&C)",
        (
            *("chapter_add", ROLES, "", "chapter_up", "chapter_down", ""),
            *(
                "chapter_split",
                "chapter_join",
                "chapter_read_in",
                "",
                "attachment_add",
                "chapter_remove",
            ),
        ),
    ),
    ("格式(&O)", (LEVELS, "title_breaks")),
    (
        "沿用(&L)",
        (
            *("roll_forward", "", "carry_next", "carry_back", ""),
            *("carry_confirm", "carry_rewrite", "carry_leave_out", "carry_years", ""),
            *("panel_previous", "panel_carry", "panel_promises", "carry_copy", "carry_print"),
        ),
    ),
    ("稿次(&W)", ("draft_keep", "draft_list")),
    (
        "检查(&K)",
        (
            *("problem_check", "problem_next", "problem_back", "panel_problems", ""),
            *("problem_menu", "problem_fix", "problem_fix_all", ""),
            *("problem_leave", "problem_take_back", "problem_silence", ""),
            *("problem_rules", "problem_pairs", "", "problem_copy", "problem_print"),
        ),
    ),
    (
        "数据(&D)",
        (
            *(
                "guide",
                "guide_explain",
                "panel_ledger",
                "ledger_take",
                "",
                "link",
                "link_value",
                "unlink",
                "",
                "ledger_add",
                "ledger_delete",
                "ledger_use",
            ),
            *("ledger_settle", "", "ledger_copy", "ledger_paste", "ledger_chart", ""),
            *("forms_make", "forms_read", "ledger_export", "slip_make", "slips_read", ""),
            *("panel_checklist", "profiles", "checklist_print", "check_sheet", ""),
            "settings",
        ),
    ),
    (
        "输出(&U)",
        (
            *("export_draft", "export_consult", "export_review", ""),
            *(
                "export",
                "export_upward",
                "export_public",
                "",
                "preview",
                "print",
                "",
                "dispatch",
                "",
            ),
            *("secrecy_form", "approval_form", "deliveries", ""),
            *("pasted", "inspect"),
        ),
    ),
    (
        "视图(&V)",
        (
            *("zoom_in", "zoom_out", "zoom_reset", "", "tab_next", "tab_back", "to_text", ""),
            *(PANELS, "", LOOKS, "fonts", "reset_layout"),
        ),
    ),
    ("帮助(&H)", ("help", "shortcuts", "rules_page", "", "diagnosis", "about")),
)
_TOOLS = (
    *("new", "open", "save", "", "import", "export", "preview", ""),
    *("undo", "redo", "", "chapter_add", "guide", "panel_checklist"),
)

Menus = dict[str, QMenu]


def build_menus(window: QMainWindow, actions: Actions) -> Menus:
    """Fill the menu bar; the answer holds the menus that others fill, by name."""
    fillable: Menus = {
        RECENT: QMenu("最近的文件(&R)", window),
        PANELS: QMenu("面板(&P)", window),
        ROLES: QMenu("本章内容(&T)", window),
        LEVELS: QMenu("级别(&L)", window),
        LOOKS: QMenu("外观(&K)", window),
    }
    for title, names in _MENUS:
        _fill(window.menuBar().addMenu(title), names, actions, fillable)
    return fillable


def build_toolbar(window: QMainWindow, actions: Actions) -> QToolBar:
    """The things a clerk does most, with words under the icons."""
    bar = QToolBar("工具栏", window)
    bar.setObjectName("toolbar")
    bar.setMovable(False)
    bar.setFloatable(False)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    bar.setAccessibleName("工具栏")
    for name in _TOOLS:
        if name:
            bar.addAction(actions[name])
        else:
            bar.addSeparator()
    window.addToolBar(bar)
    return bar


def _fill(menu: QMenu, names: Sequence[str], actions: Actions, fillable: Menus) -> None:
    for name in names:
        if not name:
            menu.addSeparator()
        elif name in fillable:
            menu.addMenu(fillable[name])
        else:
            menu.addAction(actions[name])
