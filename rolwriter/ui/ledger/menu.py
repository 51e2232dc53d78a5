"""The 数据 menu: the ledger, linked figures, and the forms that go out to the 科室."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rolwriter.ui.window.actions import Act

if TYPE_CHECKING:
    from rolwriter.ui.main_window import MainWindow


def ledger_acts(window: MainWindow) -> list[Act]:
    """The acts on the ledger."""
    ledger, links, checklist = window.ledger, window.links, window.checklist
    return [
        Act(
            *("guide", "填报项(&F)", window.guide.toggle, "Ctrl+G", "checklist"),
            tip="打开或收起本章的填报项：提示、去年的数、插入成句",
            short="填报项",
        ),
        Act(
            *("guide_explain", "填报项的示例和依据(&B)…", window.guide.explain, "F1"),
            tip="光标所在填报项和主题的示例、依据；填报项没有打开时先打开",
        ),
        Act(
            *("profiles", "单位情况(&U)…", checklist.choose_profiles),
            tip="有无行政执法权，部门、乡镇街道或政府；检查清单随之增减",
            short="单位情况…",
        ),
        Act(
            *("checklist_print", "检查清单成页(&Y)…", checklist.show_list),
            tip="整张检查清单，可打印或存为 Excel",
            short="整张清单…",
        ),
        Act(
            *("check_sheet", "核对表(&H)…", checklist.show_sheet),
            tip="给签发领导的核对表：事项、写在何处、数据和来源、例外和理由；可打印或存为 Excel",
            short="核对表…",
        ),
        Act(
            *("ledger_take", "从正文提取数字(&T)", ledger.take, "Ctrl+Shift+L"),
            tip="把正文里还没有登记的数字都放进台账，并与正文关联",
            short="从正文提取数字",
        ),
        Act(
            *("link", "关联光标处的数字(&L)…", links.link, "Ctrl+L"),
            tip="把光标处的数字与台账里的一项关联，或新建一项；已关联的可改数、查看、取消",
        ),
        Act(
            *("link_value", "改光标处的台账数(&V)…", links.change_value),
            tip="改台账里的数，正文里用到的地方一起更新",
        ),
        Act(
            *("unlink", "光标处不再关联(&X)", links.unlink),
            tip="这一处只作普通文字，台账不变",
        ),
        Act(
            *("ledger_add", "新增一项(&N)", ledger.add, "Ctrl+Shift+N"),
            tip="在台账里新增一项数据",
            short="新增",
        ),
        Act(
            *("ledger_delete", "删除选中的项(&D)", ledger.delete),
            tip="删除台账里选中的行（Delete）；在正文里用到的会先询问",
            short="删除",
        ),
        Act(
            *("ledger_use", "到正文的用处(&G)", ledger.go_to_use),
            tip="选中正文里用到这个数的地方（回车）；再按到下一处",
            short="到用处",
        ),
        Act(
            *("ledger_settle", "确定不一致的数(&S)…", ledger.settle),
            tip="几个科室报来的数不一致时，选定一个",
            short="定数…",
        ),
        Act(
            *("ledger_paste", "粘贴 Excel 的行(&P)…", ledger.paste, "Ctrl+Shift+V"),
            tip="把从 Excel 复制的行放进台账，先预览",
            short="粘贴行…",
        ),
        Act(
            *("ledger_copy", "复制台账的行(&C)", ledger.copy),
            tip="复制选中的行（没有选中时复制全部），可粘贴到 Excel",
            short="复制行",
        ),
        Act(
            *("settings", "设置(&O)…", window.show_settings),
            tip="异常变动的界限，本单位的资料夹",
            everywhere=True,
        ),
        Act(
            *("ledger_chart", "本年与去年对比图(&A)…", ledger.show_chart),
            tip="选中的几项（没有选中几项时是台账里显示的全部）画成图，可打印",
            short="对比图…",
        ),
        *_collect_acts(window),
    ]


def _collect_acts(window: MainWindow) -> list[Act]:
    collect = window.collect
    return [
        Act(
            *("forms_make", "生成数据征集表(&M)…", collect.make_forms),
            tip="按供稿科室各生成一份 Excel 表，带去年的数",
        ),
        Act(
            *("forms_read", "读入征集表(&R)…", collect.read_forms),
            tip="把填好的表读回台账，可一次多份，先预览",
        ),
        Act("ledger_export", "导出台账(&E)…", collect.export_ledger, tip="台账存为 Excel"),
        Act(
            *("slip_make", "生成待供稿单(&W)…", collect.make_slip),
            tip="选科室和主题，生成 Word 供稿单，带去年的文字",
        ),
        Act(
            *("slips_read", "读入供稿单(&I)…", collect.read_slips),
            tip="把写好的供稿单读入相应各章，先预览",
        ),
    ]
