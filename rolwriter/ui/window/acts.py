"""Every action of the window in one table: words, keys, drawing, and what it runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from rolwriter.ui.carry.menu import carry_acts
from rolwriter.ui.chapters.title_desk import choose_title_breaks
from rolwriter.ui.ledger.menu import ledger_acts
from rolwriter.ui.problems.menu import problem_acts
from rolwriter.ui.window.actions import Act
from rolwriter.ui.window.docks import PANELS

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow

TABS_BY_NUMBER = 9


def acts_of(window: MainWindow) -> list[Act]:
    """The actions of that window."""
    return [
        *_file_acts(window),
        *window.output.acts(),
        *window.publish.acts(),
        *_edit_acts(window),
        *_chapter_acts(window),
        *carry_acts(window),
        *ledger_acts(window),
        *problem_acts(window),
        *window.drafts.acts(),
        *_view_acts(window),
        *_help_acts(window),
    ]


def _file_acts(window: MainWindow) -> list[Act]:
    files = window.files
    last_year = "读取去年的报告（Word、WPS、PDF、网页或纯文本），按章分好；原文件不会改动"
    return [
        Act(
            *("new", "新建(&N)…", files.new, "Ctrl+N", "new"),
            tip="填写年度和单位，从法定的四章开始写",
            short="新建",
            everywhere=True,
        ),
        Act(
            *("open", "打开(&O)…", files.open, "Ctrl+O", "open"),
            tip="打开以前保存的报告工程（.rolw）",
            short="打开",
            everywhere=True,
        ),
        Act(
            *("import", "导入去年的报告(&I)…", files.import_, "Ctrl+I", "import"),
            tip=last_year,
            short="导入",
            everywhere=True,
        ),
        Act(
            *("import_clipboard", "从剪贴板导入(&B)…", files.import_clipboard),
            tip="把在网页或其他文档里复制的去年报告，按章分好读进来",
            everywhere=True,
        ),
        Act(
            *("sample", "看示例(&M)", files.open_sample, "", "sample"),
            tip="打开一份虚构单位的报告，看看怎样使用",
            everywhere=True,
        ),
        Act(
            *("save", "保存(&S)", window.save, "Ctrl+S", "save"),
            tip="保存到报告工程文件",
        ),
        Act("save_as", "另存为(&A)…", window.save_as, "Ctrl+Shift+S"),
        Act(
            *("preview", "打印预览(&V)", window.paper.show, "Ctrl+Shift+P", "preview"),
            tip="看各种稿打印出来的样子，存为 PDF；双击回到那一段",
            short="打印预览",
        ),
        Act(
            *("print", "打印(&P)…", window.paper.print_, "Ctrl+P"),
            tip="打印预览里选定的稿",
        ),
        Act("quit", "退出(&Q)", window.close, "Ctrl+Q", everywhere=True),
    ]


def _edit_acts(window: MainWindow) -> list[Act]:
    history = window.desk.history
    return [
        Act("undo", "撤销(&U)", history.undo, "Ctrl+Z", "undo", tip="撤销最近一步", short="撤销"),
        Act(
            *("redo", "恢复(&R)", history.redo, "Ctrl+Y Ctrl+Shift+Z", "redo"),
            tip="恢复刚撤销的一步",
            short="恢复",
        ),
        Act("cut", "剪切(&T)", partial(_in_field, "cut"), "Ctrl+X"),
        Act("copy", "复制(&C)", partial(_in_field, "copy"), "Ctrl+C"),
        Act("paste", "粘贴(&P)", partial(_in_field, "paste"), "Ctrl+V", tip="只粘贴文字，不带格式"),
        Act("select_all", "全选(&A)", partial(_in_field, "selectAll"), "Ctrl+A"),
    ]


def _chapter_acts(window: MainWindow) -> list[Act]:
    chapters = window.chapters
    return [
        Act(
            *("chapter_add", "新增一章(&N)", chapters.add, "", "chapter-add"),
            tip="在当前这一章后面新增一章",
        ),
        Act("attachment_add", "新增附件(&A)", chapters.add_attachment, tip="排在最后，另起一页"),
        Act("chapter_up", "上移(&U)", partial(chapters.move, -1), "Ctrl+Alt+Up"),
        Act("chapter_down", "下移(&D)", partial(chapters.move, 1), "Ctrl+Alt+Down"),
        Act("chapter_split", "从光标处另起一章(&S)", chapters.split),
        Act("chapter_join", "并入上一章(&J)", chapters.join),
        Act(
            "title_breaks",
            "标题回行(&T)…",
            partial(choose_title_breaks, window.desk, window.memory, window),
            "Ctrl+Alt+T",
            tip="标题一行排不下时，选在哪里回行",
        ),
        Act("chapter_remove", "删除本章或附件(&X)", chapters.remove, tip="删除后可用“撤销”找回"),
    ]


def _view_acts(window: MainWindow) -> list[Act]:
    workspace = window.workspace
    numbered = [
        Act(f"tab_{n}", f"第{n}个标签", partial(workspace.setCurrentIndex, n - 1), f"Ctrl+{n}")
        for n in range(1, TABS_BY_NUMBER + 1)
    ]
    panels = [
        Act(
            f"panel_{panel.name}",
            panel.title,
            partial(window.docks.show, panel.name),
            f"Alt+{panel.number}",
            "checklist" if panel.name == "checklist" else "",
            tip=f"打开“{panel.title}”面板",
        )
        for panel in PANELS
    ]
    return [
        Act("zoom_in", "放大文字(&I)", partial(window.zoom_by, 1), "Ctrl+= Ctrl++"),
        Act("zoom_out", "缩小文字(&O)", partial(window.zoom_by, -1), "Ctrl+-"),
        Act("zoom_reset", "恢复原大小(&Z)", partial(window.zoom_by, 0), "Ctrl+0"),
        Act("tab_next", "下一个标签(&N)", partial(_turn, window, 1), "Ctrl+Tab Ctrl+PgDown"),
        Act("tab_back", "上一个标签(&B)", partial(_turn, window, -1), "Ctrl+Shift+Tab Ctrl+PgUp"),
        Act("to_text", "回到正文(&E)", workspace.focus_text, "Esc"),
        Act("fonts", "字体情况(&F)…", window.show_fonts, everywhere=True),
        Act("reset_layout", "恢复默认布局(&D)", window.reset_layout, everywhere=True),
        *numbered,
        *panels,
    ]


def _help_acts(window: MainWindow) -> list[Act]:
    return [
        Act("help", "使用说明(&H)…", window.show_help, "Shift+F1", everywhere=True),
        Act("shortcuts", "快捷键一览(&K)…", window.show_shortcuts, "Ctrl+F1", everywhere=True),
        Act(
            *("diagnosis", "诊断信息(&D)…", window.show_diagnosis),
            tip="版本、系统和程序出错的位置，可复制给维护人员；没有报告文字",
            everywhere=True,
        ),
        Act("about", "关于(&A)…", window.show_about, everywhere=True),
    ]


def _turn(window: MainWindow, steps: int) -> None:
    tabs = window.workspace
    tabs.setCurrentIndex((tabs.currentIndex() + steps) % tabs.count())
    tabs.focus_text()


def _in_field(name: str) -> None:
    """Run the field's own cut, copy, paste or select-all where the cursor is."""
    act: Callable[[], None] | None = getattr(QApplication.focusWidget(), name, None)
    if act is not None:
        act()
