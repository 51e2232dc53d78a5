"""What RTF's control words mean to a reader of text."""

from __future__ import annotations

from rolwriter.model.source import SourceKind

SYMBOLS = {
    "tab": "\t",
    "emdash": "—",
    "endash": "–",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "~": "\xa0",
    "_": "\u2011",
}
"""Characters that have a name of their own."""

STORIES = {
    "header": SourceKind.HEADER,
    "headerl": SourceKind.HEADER,
    "headerr": SourceKind.HEADER,
    "headerf": SourceKind.HEADER,
    "footer": SourceKind.FOOTER,
    "footerl": SourceKind.FOOTER,
    "footerr": SourceKind.FOOTER,
    "footerf": SourceKind.FOOTER,
    "footnote": SourceKind.FOOTNOTE,
    "annotation": SourceKind.COMMENT,
    "shptxt": SourceKind.TEXT_BOX,
    "dptxbxtext": SourceKind.TEXT_BOX,
}
"""Groups that hold a text of their own beside the body."""

STARRED = frozenset(
    {"annotation", "footnote", "shpinst", "do", "ud", "mmath", "moMath", "moMathPara"}
)
r"""Groups marked ``\*`` (to be skipped by who does not know them) that hold text."""

_WITHOUT_TEXT = """
author buptim colorschememapping colortbl comment company creatim datafield datastore doccomm
docvar fldinst fontemb fontfile formfield ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc
generator hlinkbase info keywords latentstyles listoverridetable listtable manager nextfile
nonesttables nonshppict objclass objdata objname operator pict pgptbl printim revtbl revtim
rsidtbl rxe shprslt sn sp sv subject tc tcn template themedata title upr userprops xe atnid
atnauthor atntime atndate atnref atnparent atrfstart atrfend bkmkstart bkmkend filetbl
mctrlPr mPr mfPr mrPr mtype pn pnseclvl pntxta pntxtb
"""
SKIPPED = frozenset(_WITHOUT_TEXT.split())
r"""Groups without text a reader of the page sees; ``upr`` repeats what its ``ud`` holds."""
