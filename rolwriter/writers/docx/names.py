"""The styles of the file: their ids, their names in Word, their place in the outline.

The names of headings and title are Word's own, so that it knows them (navigation
pane, contents) and shows them translated; it would make a second set otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass

from rolwriter.catalog.page_format import BlockKind, FaceRole


@dataclass(frozen=True, slots=True)
class StyleName:
    """A paragraph style: id in the file, name in Word, outline level (0 to 3) if any."""

    id: str
    name: str
    built_in: bool = False
    outline: int | None = None


STYLES = {
    BlockKind.TEXT: StyleName("BodyText1", "公文正文"),
    BlockKind.TITLE: StyleName("Title", "Title", built_in=True),
    BlockKind.DOCUMENT_NUMBER: StyleName("DocumentNumber", "发文字号"),
    BlockKind.ADDRESSEE: StyleName("Addressee", "主送机关"),
    BlockKind.HEADING_1: StyleName("Heading1", "heading 1", built_in=True, outline=0),
    BlockKind.HEADING_2: StyleName("Heading2", "heading 2", built_in=True, outline=1),
    BlockKind.HEADING_3: StyleName("Heading3", "heading 3", built_in=True, outline=2),
    BlockKind.HEADING_4: StyleName("Heading4", "heading 4", built_in=True, outline=3),
    BlockKind.SIGNATURE: StyleName("Signatory", "署名"),
    BlockKind.ISSUE_DATE: StyleName("IssueDate", "成文日期"),
    BlockKind.URGENCY: StyleName("Urgency", "紧急程度"),
    BlockKind.MASTHEAD: StyleName("Masthead", "发文机关标志"),
    BlockKind.SIGNATORIES: StyleName("SignatoryRow", "签发人"),
    BlockKind.NUMBER_ROW: StyleName("NumberRow", "发文字号和签发人"),
    BlockKind.CAPTION: StyleName("TitleCaption", "题注"),
    BlockKind.NOTE: StyleName("Note", "附注"),
    BlockKind.ATTACHMENT_NOTE: StyleName("AttachmentNote", "附件说明"),
    BlockKind.ATTACHMENT_LABEL: StyleName("AttachmentLabel", "附件序号"),
    BlockKind.ATTACHMENT_TITLE: StyleName("AttachmentTitle", "附件标题", outline=0),
    BlockKind.SHEET_TITLE: StyleName("SheetTitle", "表单标题"),
}

RUN_STYLES = {
    FaceRole.HEADING_1: StyleName("Heading1Char", "标题 1 字符"),
    FaceRole.HEADING_2: StyleName("Heading2Char", "标题 2 字符"),
    FaceRole.HEADING_3: StyleName("Heading3Char", "标题 3 字符"),
    FaceRole.HEADING_4: StyleName("Heading4Char", "标题 4 字符"),
    FaceRole.SIGNATORY: StyleName("SignatoryChar", "签发人姓名"),
    FaceRole.MARK: StyleName("MarkChar", "草稿标记"),
}
"""Character styles for runs whose face is not their paragraph's; headings' are linked."""

FOOTER_ODD = StyleName("FooterOdd", "页码（单页）")
FOOTER_EVEN = StyleName("FooterEven", "页码（双页）")
HEADER = StyleName("Header", "header", built_in=True)
LINE_NUMBER = StyleName("LineNumber", "line number", built_in=True)

RED_RULE = StyleName("RedRule", "红色分隔线")
GAP = StyleName("Gap", "表后空段")
"""The paragraph that Word wants behind a table: as low as can be."""
TABLE = StyleName("ReportTable", "公文表格")
COPIES_TO = StyleName("CopiesTo", "抄送机关")
PRINTED = StyleName("Printed", "印发机关和印发日期")
THICK_RULE = StyleName("ThickRule", "版记粗线")
THIN_RULE = StyleName("ThinRule", "版记细线")


def table_style(role: FaceRole, size_pt: float) -> StyleName:
    """The style of cells of that size: words, or the head of a column."""
    size = f"{size_pt:g}"
    if role is FaceRole.TABLE_HEAD:
        return StyleName(f"TableHead{size.replace('.', '-')}", f"表头 {size}")
    return StyleName(f"TableText{size.replace('.', '-')}", f"表格文字 {size}")
