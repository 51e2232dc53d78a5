"""The act 标题回行: the dialog before it, the step that undo takes back after it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from rolwriter.app.output.title_breaks import chosen_offer, title_offers
from rolwriter.model.dispatch_change import SetDispatch
from rolwriter.ui.chapters.title_dialog import TitleDialog
from rolwriter.ui.kit.desk import Desk
from rolwriter.ui.kit.memory import Memory


def choose_title_breaks(desk: Desk, memory: Memory, parent: QWidget) -> None:
    """Let the clerk choose where the title is broken."""
    project = desk.session.project
    offers = title_offers(project, memory.page_format())
    if not offers:
        desk.notice("报头里还没有标题；写好标题后再选回行。")
        return
    chosen = chosen_offer(project, offers)
    dialog = TitleDialog(offers, chosen, desk.faces, parent)
    if not dialog.exec() or dialog.offer == offers[chosen]:
        return
    breaks = dialog.offer.breaks or ()
    desk.history.do(SetDispatch(replace(project.dispatch, title_breaks=breaks)), "选择标题回行")
    desk.notice(f"标题{dialog.offer.words}；导出、打印和预览都照此回行。")
