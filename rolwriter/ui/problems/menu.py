"""The 检查 menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from rolwriter.ui.window.actions import Act

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow


def problem_acts(window: MainWindow) -> list[Act]:
    """The acts on what the checks find."""
    problems, acts = window.problems, window.problem_acts
    return [
        Act(
            *("problem_check", "立即检查(&C)", problems.check, "F4"),
            tip="检查全文，列出问题",
        ),
        Act(
            *("problem_next", "下一个问题(&N)", partial(problems.step, 1), "F8"),
            tip="到下一个问题，选中那几个字",
            short="下一个",
        ),
        Act(
            *("problem_back", "上一个问题(&B)", partial(problems.step, -1), "Shift+F8"),
            tip="到上一个问题",
        ),
        Act(
            *("problem_menu", "改正方法(&M)…", acts.menu, "Ctrl+."),
            tip="光标处的问题可以怎样改",
        ),
        Act(
            *("problem_fix", "改正(&F)", acts.fix, "Ctrl+Alt+."),
            tip="改正光标处的问题；没有时改清单选中的",
            short="改正",
        ),
        Act(
            *("problem_fix_all", "同类全部改正(&A)", acts.fix_all, "Ctrl+Shift+."),
            tip="同一条规则下意思不会变的，一次改完，可撤销",
            short="同类全部改正",
        ),
        Act(
            *("problem_mask", "公开稿中遮盖(&K)…", acts.mask, "Ctrl+Alt+K"),
            tip="号码、姓名等在公开稿中写作别的文字，报告不变",
            short="遮盖…",
        ),
        Act(
            *("problem_leave", "忽略或保留(&I)…", acts.leave, "Ctrl+Alt+I"),
            tip="写明理由，今年不再提示这一处；公开前审查的，公开稿照原文写",
            short="忽略…",
        ),
        Act(
            *("problem_take_back", "恢复检查这一处(&T)", acts.take_back),
            tip="已忽略的一处再列为问题",
            short="恢复检查这一处",
        ),
        Act(
            *("problem_silence", "不再检查这一条规则(&S)", acts.silence),
            tip="本报告不再检查这一条规则",
            short="不再检查这一条规则",
        ),
        Act(
            *("problem_rules", "检查规则(&R)…", acts.show_rules),
            tip="看每条规则的例子和依据，选择检查哪些",
        ),
        Act(
            *("problem_pairs", "不足与安排对应表(&P)…", acts.show_pairs),
            tip="看每条不足由下一年度哪条安排回应，不对的可以改",
        ),
        Act(
            *("problem_copy", "复制问题清单(&Y)", problems.copy),
            tip="把问题清单作为文字复制",
        ),
        Act(
            *("problem_print", "打印问题清单(&D)…", acts.print_list),
            tip="把问题清单打印出来",
        ),
        Act("rules_page", "检查规则说明(&J)…", acts.show_page, everywhere=True),
    ]
