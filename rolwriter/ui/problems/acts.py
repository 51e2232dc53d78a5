"""What the clerk does with findings: mend, leave with a reason, switch a rule off, print."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QTextEdit

from rolwriter.app.review.acts import leave, mend, mend_all, safe_fix, silence, take_back
from rolwriter.app.review.listing import rules_table
from rolwriter.app.review.masking import mask, mask_all, public_fix
from rolwriter.app.review.pairing import measures, pair_table, paired
from rolwriter.app.review.review import rules
from rolwriter.model.change import SetSilentRules
from rolwriter.model.finding import Finding, Fix
from rolwriter.ui.problems.desk import ProblemsDesk
from rolwriter.ui.problems.details import fix_words
from rolwriter.ui.problems.leave_dialog import LeaveDialog
from rolwriter.ui.problems.mask_dialog import MaskDialog
from rolwriter.ui.problems.pairs_dialog import PairsDialog
from rolwriter.ui.problems.rows import ProblemRow
from rolwriter.ui.problems.rules_dialog import RulesDialog, RulesPage

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow

_NOTHING = "光标处没有问题。按 F8 到下一处，或在问题清单里选一处。"


class ProblemActs:
    """The acts of the 检查 menu on the finding at the cursor, or the list's."""

    def __init__(self, window: MainWindow, problems: ProblemsDesk) -> None:
        self._window = window
        self._problems = problems
        self._desk = problems.desk

    def fix(self) -> None:
        """改正: the only way there is, or the choice among several."""
        row = self._here()
        if row is None:
            return
        if len(row.finding.fixes) == 1:
            self.mend(row, row.finding.fixes[0])
        elif row.finding.fixes:
            self.menu()
        else:
            self._desk.notice("这一处要您自己改：" + row.finding.message)

    def menu(self) -> QMenu | None:
        """Ctrl+.: what can be done here, as a menu at the place."""
        row = self._here()
        if row is None:
            return None
        menu = self.menu_of(row)
        menu.popup(self._point())
        return menu

    def menu_of(self, row: ProblemRow) -> QMenu:
        """The ways to mend a finding, to leave it, and to switch its rule off."""
        menu = QMenu(self._window)
        menu.setAccessibleName("改正方法")
        for number, fix in enumerate(row.finding.fixes, 1):
            words = fix_words(fix.label, fix.text).replace("&", "&&")
            menu.addAction(f"&{number} {words}", partial(self.mend, row, fix))
        alike = self._alike(row)
        if public_fix(row.finding) is not None:
            menu.addAction("公开稿中写作其他文字(&O)…", partial(self._ask_mask, row))
        if len(alike) > 1:
            act = "遮盖" if row.private else "改正"
            menu.addAction(f"同类全部{act}（{len(alike)}处）(&A)", partial(self._mend_all, row))
        if not row.finding.fixes:
            menu.addAction("这一处要自己改").setEnabled(False)
        menu.addSeparator()
        menu.addAction("保留(&I)…" if row.private else "忽略(&I)…", partial(self._leave, row))
        menu.addAction(f"本报告不再检查“{row.entry.title}”(&S)", partial(self._silence, row))
        menu.addAction("看这条规则(&R)…", partial(self.show_rules, row.entry.id))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def mend(self, row: ProblemRow, fix: Fix) -> None:
        """Put the fix's words in the place of the finding's, or note them for the public copy."""
        if fix.public:
            self._mask(row, fix.text)
            return
        change = mend(self._desk.report, row.finding, fix)
        if change is None:
            self._desk.notice("这里的文字已经变了，没有改动。请看重新检查的结果。")
            return
        self._desk.history.do(change, "改正一处")
        after = f"“{fix.text}”" if fix.text else "（删去）"
        self._desk.notice(f"已改正：“{row.finding.text}” → {after}。Ctrl+Z 撤销。")

    def fix_all(self) -> None:
        """同类全部改正: every safe fix of the rule as one act."""
        row = self._here()
        if row is not None:
            self._mend_all(row)

    def mask(self) -> None:
        """公开稿中遮盖…: hide the words in the public copy; the clerk says how they read there."""
        row = self._here()
        if row is None:
            return
        if public_fix(row.finding) is None:
            self._desk.notice("只有公开前审查查出的号码、姓名、住址等可以遮盖；这一处请直接改。")
        else:
            self._ask_mask(row)

    def leave(self) -> None:
        """忽略…: leave the finding, with the reason."""
        row = self._here()
        if row is not None:
            self._leave(row)

    def take_back(self) -> None:
        """Let a finding that was left speak again."""
        row = self._problems.panel.current
        if row is None or row.decision is None:
            self._desk.notice("在问题清单里勾上“已处理”，选一处，再恢复检查。")
            return
        self._desk.history.do(take_back(self._desk.session.project, row.decision), "恢复检查")
        self._desk.notice("已恢复检查这一处。")

    def silence(self) -> None:
        """不再检查这一条规则, in this report."""
        row = self._here()
        if row is not None:
            self._silence(row)

    def show_rules(self, rule_id: str = "") -> None:
        """检查规则…: read them, and switch them on and off."""
        memory, project = self._problems.memory, self._desk.session.project
        dialog = RulesDialog(
            rules(),
            here=project.silent_rules,
            everywhere=memory.settings.silent_rules,
            parent=self._window,
        )
        if rule_id:
            dialog.stand_at(rule_id)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if set(dialog.silent_here) != set(project.silent_rules):
            unknown = tuple(r for r in project.silent_rules if r not in rules())
            change = SetSilentRules((*dialog.silent_here, *unknown))
            self._desk.history.do(change, "选择检查规则")
        self._problems.silence_everywhere(dialog.silent_everywhere)

    def show_page(self) -> None:
        """The help page of all rules."""
        silent = self._problems.silent
        page = RulesPage(rules(), silent, self._window)
        table = rules_table(rules().values(), silent)
        page.print_wanted.connect(partial(self._window.paper.press.print_table, table, page))
        page.exec()

    def show_pairs(self) -> None:
        """不足与安排对应表…: which measure answers which shortcoming."""
        project = self._desk.session.project
        dialog = PairsDialog(pair_table(project), measures(project), self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        change = paired(project, dialog.choices)
        if change is not None:
            self._desk.history.do(change, "更正对应关系")

    def print_list(self) -> None:
        """The list on paper."""
        self._window.paper.press.print_list("问题清单", self._problems.lines())

    def _here(self) -> ProblemRow | None:
        row = self._problems.here()
        if row is None:
            self._desk.notice(_NOTHING)
        return row

    def _alike(self, row: ProblemRow) -> list[ProblemRow]:
        mine = [r for r in self._problems.standing if r.entry.id == row.entry.id]
        return [r for r in mine if safe_fix(r.finding) or public_fix(r.finding)]

    def _mend_all(self, row: ProblemRow) -> None:
        alike = [r.finding for r in self._alike(row)]
        if row.private:
            self._mask_all(alike)
            return
        change, made = mend_all(self._desk.report, alike)
        if change is None:
            self._desk.notice("这一类没有可以一并改正的，请逐处看。")
            return
        self._desk.history.do(change, f"改正同类{len(made)}处", whole=True)
        self._desk.notice(f"已改正“{row.entry.title}”{len(made)}处。Ctrl+Z 一次全部撤销。")

    def _mask(self, row: ProblemRow, public: str) -> None:
        change = mask(self._desk.session.project, row.finding, public)
        self._desk.history.do(change, "公开稿中遮盖")
        words = row.finding.text
        self._desk.notice(f"公开稿中“{words}”写作“{public}”，报告不变。Ctrl+Z 撤销。")

    def _ask_mask(self, row: ProblemRow) -> None:
        fix = public_fix(row.finding)
        dialog = MaskDialog(row.finding.text, fix.text if fix else "", self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._mask(row, dialog.words)

    def _mask_all(self, findings: list[Finding]) -> None:
        change, count = mask_all(self._desk.session.project, findings)
        if change is None:
            self._desk.notice("这一类没有可以遮盖的，请逐处看。")
            return
        self._desk.history.do(change, f"公开稿中遮盖{count}处")
        self._desk.notice(f"已定在公开稿中遮盖{count}处，报告不变。Ctrl+Z 一次全部撤销。")

    def _leave(self, row: ProblemRow) -> None:
        dialog = LeaveDialog(row, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            change = leave(self._desk.session.project, row.finding, dialog.words)
            act = "保留" if row.private else "忽略"
            self._desk.history.do(change, f"{act}一处")
            self._desk.notice(f"已{act}，理由已记下。勾上“已处理”可以再看，Ctrl+Z 撤销。")

    def _silence(self, row: ProblemRow) -> None:
        self._desk.history.do(silence(self._desk.session.project, row.entry.id), "不再检查一条规则")
        self._desk.notice(f"本报告不再检查“{row.entry.title}”。“检查规则”里可以恢复，Ctrl+Z 撤销。")

    def _point(self) -> QPoint:
        widget = QApplication.focusWidget()
        if isinstance(widget, QTextEdit):
            return widget.viewport().mapToGlobal(widget.cursorRect().bottomLeft())
        tree = self._problems.panel.tree
        item = tree.currentItem()
        rect = tree.visualItemRect(item) if item else tree.rect()
        return tree.viewport().mapToGlobal(rect.bottomLeft())
