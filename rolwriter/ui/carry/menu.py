"""The 沿用 menu: rolling forward, going through what waits, settling it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rolwriter.ui.window.actions import Act

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow


def carry_acts(window: MainWindow) -> list[Act]:
    """The acts on carried text, and the one that brings a second file in."""
    carry, settling = window.carry, window.carry.settling
    return [
        Act(
            *("roll_forward", "结转到新年度(&R)…", window.rolling.ask),
            tip="把现有报告作为去年的报告，开始写新年度的报告",
            short="结转到新年度…",
        ),
        Act(
            *("carry_next", "下一处待核对(&N)", partial(carry.step, 1), "F7"),
            tip="到沿用清单的下一处",
            short="下一处",
        ),
        Act(
            *("carry_back", "上一处待核对(&B)", partial(carry.step, -1), "Shift+F7"),
            tip="到沿用清单的上一处",
            short="上一处",
        ),
        Act(
            *("carry_confirm", "沿用本段(&K)", settling.confirm, "F9"),
            tip="已看过光标所在的段落，今年照此沿用",
            short="沿用",
        ),
        Act(
            *("carry_rewrite", "改写本段(&W)", settling.rewrite, "Shift+F9"),
            tip="回到正文，选中要改的年份或整段",
            short="改写",
        ),
        Act(
            *("carry_leave_out", "今年没有本段(&X)", settling.leave_out, "Ctrl+F9"),
            tip="从今年的报告里去掉光标所在的段落，可撤销",
            short="今年没有",
        ),
        Act(
            *("carry_years", "本段年份改为新年度(&Y)", settling.move_years, "Ctrl+Shift+Y"),
            tip="把光标所在段落里建议修改的年份都改过来",
            short="改年份",
        ),
        Act(
            *("carry_copy", "复制沿用清单(&C)", carry.copy_list),
            tip="把清单作为文字复制",
            short="复制清单",
        ),
        Act(
            *("carry_print", "打印沿用清单(&P)…", carry.print_list),
            tip="把清单打印出来",
            short="打印清单…",
        ),
        Act(
            *("chapter_read_in", "读入文件到本章(&F)…", window.second_source.ask),
            tip="从另一年的报告或科室的材料里选段落，放到本章末尾",
        ),
    ]
