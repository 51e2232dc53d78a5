"""The page's own styles, made from the official format: faces, indents, A4 when printed."""

from __future__ import annotations

from collections.abc import Iterator

from rolwriter.catalog.page_format import (
    TWIPS_PER_POINT,
    Align,
    BlockKind,
    FaceRole,
    PageFormat,
)

_MM_A_TWIP = 25.4 / 1440
_ALIGN = {Align.BOTH: "justify", Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}
_RUN_FACES = tuple(FaceRole)
_SCREEN = """\
:root { --ink: #1b1b1b; --paper: #ffffff; --rule: #8a8a8a; --red: #c00000; --shade: #f3f3f1; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e2dc; --paper: #1c1d1f; --rule: #7d7d7d; --red: #ff7b72; --shade: #2a2b2e; }
}
* { box-sizing: border-box; }
html { font-size: 1.125rem; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); }
main { max-width: 34em; margin: 0 auto; padding: 3em 1.5em 5em; }
p, h1, h2, h3, h4, h5 { margin: 0; font-size: 1em; font-weight: normal; line-height: 1.8;
  white-space: pre-wrap; overflow-wrap: anywhere; line-break: strict;
  text-autospace: normal; }
h1 { line-height: 1.6; }
h2 { margin-top: .5em; }
h1 span { display: block; }
mark { background: none; color: var(--red); font-size: .75em; }
.closing { width: fit-content; max-width: 100%; margin-left: auto; padding-right: 2em; }
.closing .signature, .closing .issue_date { text-align: left; }
.closing .issue_date { margin-left: 2em; }
.closing.sealed { padding-right: 4em; }
.closing.sealed p { text-align: center; margin-left: 0; }
.number_row { display: flex; justify-content: space-between; gap: 1em; }
.signatories { text-align: right !important; padding-right: 1em; }
.number_row.alone { justify-content: flex-end; }
.header { font-size: .8em; border-bottom: 1px solid var(--rule); margin-bottom: 2em; }
.colophon { margin-top: 3em; border-top: 2px solid; border-bottom: 2px solid; font-size: .875em; }
.colophon p { padding: 0 1em; }
.colophon p + p { border-top: 1px solid; }
.printed { display: flex; justify-content: space-between; gap: 1em; }
.new-page { margin-top: 4em; padding-top: 2em; border-top: 1px solid var(--rule); }
.table { overflow-x: auto; margin: .5em 0; }
.table:focus-visible { outline: 2px solid; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; min-width: 24em; font-size: .75em;
  line-height: 1.5; }
th, td { border: 1px solid var(--rule); padding: .35em .5em; text-align: left;
  vertical-align: middle; font-weight: normal; white-space: pre-wrap; overflow-wrap: anywhere; }
th { background: var(--shade); }
thead th { text-align: center; }
@media (max-width: 30em) {
  html { font-size: 1rem; }
  main { padding: 1.5em 1em 3em; }
  h1 span { display: inline; }
  .closing { padding-right: 1em; }
}
"""
_PRINTED = """\
@media print {{
  :root {{ --ink: #000; --paper: #fff; --rule: #000; --red: #c00000; --shade: #fff; }}
  html {{ font-size: {size:g}pt; }}
  body {{ letter-spacing: {spacing:g}pt; }}
  main {{ max-width: none; padding: 0; }}
  p, h2, h3, h4, h5 {{ margin-top: 0; line-height: {line:g}pt; orphans: 1; widows: 1; }}
  h1 span {{ display: block; }}
  h1, .masthead, .closing p {{ break-inside: avoid; }}
  .signature {{ break-after: avoid; }}
  .table {{ overflow: visible; }}
  thead {{ display: table-header-group; }}
  tr {{ break-inside: avoid; }}
  .new-page {{ break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }}
  .wide {{ page: wide; }}
  .colophon {{ break-inside: avoid; }}
}}
@page {{ size: A4; margin: {margins};
  @bottom-right {{ content: "{before}" counter(page) "{after}"; font-size: {foot:g}pt; }} }}
@page :left {{ @bottom-right {{ content: none; }}
  @bottom-left {{ content: "{before}" counter(page) "{after}"; font-size: {foot:g}pt; }} }}
@page wide {{ size: A4 landscape; }}
"""


def style_sheet(page_format: PageFormat) -> str:
    """All rules; they ask for nothing outside the page."""
    return "".join((_SCREEN, *_kinds(page_format), *_faces(page_format), _printed(page_format)))


def _kinds(page_format: PageFormat) -> Iterator[str]:
    """Face, side and indents of each kind of paragraph, in ems of the text's size."""
    for kind, layout in page_format.paragraphs.items():
        size = _ems(page_format, layout.face)
        rules = [_face(page_format, layout.face), f"text-align: {_ALIGN[layout.align]}"]
        if layout.first_line_chars:
            rules.append(f"text-indent: {layout.first_line_chars:g}em")
        if layout.left_chars:
            rules.append(f"padding-left: {layout.left_chars:g}em")
        if layout.right_chars and kind not in (BlockKind.SIGNATURE, BlockKind.ISSUE_DATE):
            rules.append(f"padding-right: {layout.right_chars:g}em")
        if layout.before_lines:
            rules.append(f"margin-top: {1.8 * layout.before_lines / size:.3g}em")
        if layout.after_lines:
            rules.append(f"margin-bottom: {1.8 * layout.after_lines / size:.3g}em")
        if layout.rule is not None:
            rules.append("border-bottom: 2px solid var(--red)")
        yield f".{kind.value} {{ {'; '.join(rules)}; }}\n"


def _faces(page_format: PageFormat) -> Iterator[str]:
    for role in _RUN_FACES:
        yield f".face-{role.value} {{ {_face(page_format, role)}; }}\n"
    yield f"table {{ font-family: {_families(page_format, FaceRole.TABLE)}; }}\n"
    yield f"th {{ font-family: {_families(page_format, FaceRole.TABLE_HEAD)}; }}\n"
    yield f"body {{ font-family: {_families(page_format, FaceRole.TEXT)}; }}\n"


def _face(page_format: PageFormat, role: FaceRole) -> str:
    words = f"font-family: {_families(page_format, role)}"
    size = _ems(page_format, role)
    if size != 1:
        words += f"; font-size: {size:.4g}em"
    if role is FaceRole.MASTHEAD:
        words += "; color: var(--red)"
    return words


def _ems(page_format: PageFormat, role: FaceRole) -> float:
    return page_format.faces[role].size_pt / page_format.faces[FaceRole.TEXT].size_pt


def _families(page_format: PageFormat, role: FaceRole) -> str:
    """The official face by name, its stand-ins, and what any machine has."""
    chain = page_format.font(role).chain
    generic = "sans-serif" if any("Sans" in name for name in chain) else "serif"
    return ", ".join([*(f'"{name}"' for name in chain), generic])


def _printed(page_format: PageFormat) -> str:
    page, face = page_format.page, page_format.faces[FaceRole.TEXT]
    sides = (page.top, page.right, page.bottom, page.left)
    return _PRINTED.format(
        size=face.size_pt,
        spacing=face.char_spacing / TWIPS_PER_POINT,
        line=page_format.grid.line / TWIPS_PER_POINT,
        margins=" ".join(f"{side * _MM_A_TWIP:.1f}mm" for side in sides),
        before=page_format.footer.before,
        after=page_format.footer.after,
        foot=page_format.faces[FaceRole.FOOTER].size_pt,
    )
