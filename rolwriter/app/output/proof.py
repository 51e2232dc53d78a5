"""What a copy is on paper, and that not one character of the report was lost on the way.

Two comparisons make a chain: the copy's words against the report's, the file's against
the copy's. The second reads the file again with the reader that reads strangers' files.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rolwriter.app.installed_fonts import installed_families
from rolwriter.catalog.page_format import BlockKind, FaceRole, Font, PageFormat
from rolwriter.model.errors import RolwriterError
from rolwriter.model.report import PartKind, Report
from rolwriter.readers.clean import clean
from rolwriter.text.sanitize import writable
from rolwriter.writers.layout.blocks import Block
from rolwriter.writers.layout.copy import Colophon, Copy, TableBlock
from rolwriter.writers.layout.measure import CellMeasure
from rolwriter.writers.layout.page import Layout, SetPage
from rolwriter.writers.layout.pages import lay_out

_SHOWN = 12
_PARTS_OF_TEXT = {BlockKind.TEXT}
_CONSEQUENCE = "没有生成文件，原来的文件没有改动；您的文字还在。"
_REMEDY = "请先保存工程，再导出一次；若仍然如此，请在“帮助”里导出诊断信息并反映。"


@dataclass(frozen=True, slots=True)
class FontUse:
    """A font the copy asks for, and what this machine sets it in."""

    font: Font
    found: str | None
    """The first family of its chain that is installed; None: none, or nobody can say."""

    @property
    def is_official(self) -> bool:
        """Whether the very family the document names is installed."""
        return self.found == self.font.official


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of reading the written file again."""

    characters: int = 0
    """So many characters were compared with the copy's; 0: none."""
    missing: str = ""
    """Characters of a PDF that are seen but read as others, or not at all."""


@dataclass(frozen=True, slots=True)
class Proof:
    """Measures of a copy as the program sets it, its fonts, and what was compared."""

    pages: int
    lines: int
    """Lines of text on the fullest page."""
    chars: int
    """Han characters on the fullest line of text, without a mark that hangs in the margin."""
    fonts: tuple[FontUse, ...]
    fonts_known: bool
    """Whether the system could say which fonts it has."""
    pulled: bool = False
    """Whether a line of text was taken to the page of the signature, which had none else."""
    compared: Compared = Compared()


def prove(copy: Copy, compared: Compared = Compared()) -> Proof:
    """The proof of a copy whose file was compared."""
    layout = lay_out(copy, CellMeasure(copy.page_format))
    families = installed_families()
    return Proof(
        pages=len(layout.pages),
        lines=max(
            (sum(bool(line.number) for line in page.lines) for page in layout.pages), default=0
        ),
        chars=_fullest_line(layout),
        fonts=tuple(_use(font, families) for font in _fonts(copy)),
        fonts_known=families is not None,
        pulled=any(_pulled(above, below, layout) for above, below in pairwise(layout.pages)),
        compared=compared,
    )


def unpaged(compared: Compared) -> Proof:
    """The proof of a file whose pages and fonts are whoever opens it's."""
    return Proof(0, 0, 0, (), fonts_known=True, compared=compared)


def proof_lines(proof: Proof) -> list[str]:
    """The proof as a clerk reads it."""
    lines = list[str]()
    if proof.pages:
        lines.append(f"共{proof.pages}页，最满的一页{proof.lines}行，最满的一行{proof.chars}字。")
    if proof.pulled:
        lines.append(
            "落款页上没有正文不合规范，已把正文末尾的一行移到落款页；"
            "用 Word 打开时断页可能不同，请看一看最后一页。"
        )
    lines += _compared_lines(proof.compared)
    if not proof.fonts_known:
        return [*lines, "没能查到本机装有哪些字体；请打开文件看一看字体是否正确。"]
    for use in proof.fonts:
        if use.is_official:
            continue
        name = f"{use.font.name}（{use.font.official}）"
        if use.found:
            lines.append(f"本机没有{name}，用“{use.found}”代替。")
        else:
            lines.append(f"本机没有{name}，也没有可代替的字体，打开文件时字形可能不对。")
    if proof.fonts and all(use.is_official for use in proof.fonts):
        lines.append("所用字体本机都已安装。")
    return lines


def _compared_lines(compared: Compared) -> Iterator[str]:
    if compared.missing:
        chars = "、".join(f"“{char}”" for char in compared.missing[:_SHOWN])
        yield (
            f"已把写好的文件重新读入：{chars}看得见而读不出来，或者本机字体里没有，"
            "请看一看这些字；用查找、复制取出的文字会不同。"
        )
    elif compared.characters:
        yield f"已把写好的文件重新读入，与报告逐字比对：{compared.characters}字，一字不差。"


def count_characters(copy: Copy) -> int:
    """How many characters the copy sets, blanks left aside."""
    return len("".join(_plain(copy).split()))


def compare_copy(report: Report, copy: Copy, without: frozenset[PartKind] = frozenset()) -> None:
    """See that every paragraph's words stand in the copy; RolwriterError when one does not.

    ``without`` names the parts this kind of copy leaves out, besides 未归类.
    """
    without |= {PartKind.UNPLACED}
    expected = Counter[str]()
    for part in report.parts:
        if part.kind is PartKind.TITLE or part.kind in without:
            continue
        expected.update(text for p in part.paragraphs if (text := writable(p.text)))
    if PartKind.TITLE not in without and (title := writable(report.title)):
        expected[title] += 1
    found = Counter(_words(copy))
    if missing := expected - found:
        raise _differs(next(iter(missing)))
    if surplus := found - expected:
        raise _differs(next(iter(surplus)))


def compare_file(copy: Copy, data: bytes) -> int:
    """Read a Word file again and compare it with the copy; how many characters are the same.

    RolwriterError when one differs. Breaks of lines and columns are layout and not compared.
    """
    from rolwriter.model.source import SourceKind
    from rolwriter.readers.docx import read_docx

    around = {SourceKind.HEADER, SourceKind.FOOTER}
    read = "".join(p.text for p in read_docx(data).paragraphs if p.kind not in around)
    return _same(clean(_plain(copy))[0], _flat(read))


def compare_words(copy: Copy, words: str) -> int:
    """Compare what a page or a plain text says with the copy, blanks left aside.

    Both say a draft's header too. How many characters are the same; RolwriterError when
    one differs.
    """
    expected = copy.header + copy.watermark + _plain(copy)
    return _same("".join(expected.split()), "".join(words.split()))


def words_of_page(data: bytes) -> str:
    """All that the body of one of our own pages says, read by the reader of strangers' pages."""
    from rolwriter.readers.html.blocks import plain_text
    from rolwriter.readers.html.tree import parse

    return plain_text(parse(data.decode("utf-8").partition("</head>")[2]))


def _same(expected: str, read: str) -> int:
    if read == expected:
        return len(expected)
    at = next(
        (i for i, (a, b) in enumerate(zip(read, expected, strict=False)) if a != b),
        min(len(read), len(expected)),
    )
    raise _differs(expected[max(0, at - 2) : at + _SHOWN])


def _plain(copy: Copy) -> str:
    """All that the copy sets, in its order, without breaks of lines and columns."""
    words = list[str]()
    for block in copy.blocks:
        if isinstance(block, TableBlock):
            words.extend(cell for row in block.rows for cell in row.cells)
        else:
            words.append(block.text)
            words.extend(run.text for run in (block.beside.runs if block.beside else ()))
    if copy.colophon is not None:
        words.extend(_colophon(copy.colophon))
    return _flat("".join(words))


def _colophon(colophon: Colophon) -> tuple[str, ...]:
    return colophon.copies_to, colophon.printer, colophon.printed


def _flat(text: str) -> str:
    return text.replace("\n", "").replace("\t", "")


def _words(copy: Copy) -> list[str]:
    """The report's words in the copy, a paragraph each; the title as one."""
    words, title = list[str](), ""
    for block in copy.blocks:
        if isinstance(block, TableBlock):
            words.extend("\t".join(row.cells) for row in block.rows if row.paragraph_id)
        elif block.kind is BlockKind.TITLE:
            title += block.words
        elif block.paragraph_id:
            words.append(block.words)
    return [*words, title] if title else words


def _differs(words: str) -> RolwriterError:
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return RolwriterError(
        f"导出的内容与报告不一致（“{shown}”处），这是程序的错误。", _CONSEQUENCE, _REMEDY
    )


def _fullest_line(layout: Layout) -> int:
    width = layout.copy.page_format.text_width
    most = 0
    for page in layout.pages:
        for placed in page.lines:
            if placed.block.kind in _PARTS_OF_TEXT:
                line = placed.line
                over = line.left + line.width > width + 1
                hangs = over and line.gap >= 0 and not page.landscape
                text = placed.block.text[line.start : line.end - hangs]
                most = max(most, sum(char > "\u2e7f" for char in text))
    return most


def _pulled(above: SetPage, below: SetPage, layout: Layout) -> bool:
    """Whether the page above has room for the line the page of the signature begins with."""
    if not above.lines or not below.lines:
        return False
    last, first = above.lines[-1], below.lines[0]
    signed = any(placed.block.kind is BlockKind.SIGNATURE for placed in below.lines)
    fits = last.top + 2 * last.height <= layout.copy.page_format.text_height
    return signed and fits and first.block is last.block


def _fonts(copy: Copy) -> list[Font]:
    """The fonts of the faces that stand in the copy, page number included, none twice."""
    form: PageFormat = copy.page_format
    roles = dict[FaceRole, None]()
    for block in copy.blocks:
        if isinstance(block, TableBlock):
            roles[FaceRole.TABLE] = None
            if block.header_rows:
                roles[FaceRole.TABLE_HEAD] = None
        else:
            roles |= dict.fromkeys(_faces(block))
    if copy.colophon is not None:
        roles[FaceRole.COLOPHON] = None
    roles[FaceRole.FOOTER] = None
    return list({form.faces[role].font: form.font(role) for role in roles}.values())


def _faces(block: Block) -> list[FaceRole]:
    beside = block.beside.runs if block.beside else ()
    return [run.face for run in (*block.runs, *beside)]


def _use(font: Font, families: frozenset[str] | None) -> FontUse:
    if families is None:
        return FontUse(font, None)
    return FontUse(font, next((f for f in font.chain if f.casefold() in families), None))
