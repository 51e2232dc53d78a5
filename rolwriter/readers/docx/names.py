"""The names of WordprocessingML that the reader knows, in lxml's notation.

Only transitional names: `rolwriter.readers.docx.package` turns Strict ones into these.
"""

from __future__ import annotations

_OPEN = "http://schemas.openxmlformats.org"
_W = f"{{{_OPEN}/wordprocessingml/2006/main}}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_R = f"{{{_OPEN}/officeDocument/2006/relationships}}"
_M = f"{{{_OPEN}/officeDocument/2006/math}}"
_A = f"{{{_OPEN}/drawingml/2006/main}}"
_MC = f"{{{_OPEN}/markup-compatibility/2006}}"
_V = "{urn:schemas-microsoft-com:vml}"
_RELS = f"{{{_OPEN}/package/2006/relationships}}"
_TYPES = f"{{{_OPEN}/package/2006/content-types}}"


def w(name: str) -> str:
    """A name of the main vocabulary, "w:name"."""
    return _W + name


def r(name: str) -> str:
    """A name of the vocabulary of relationships, "r:name"."""
    return _R + name


VAL = w("val")

DOCUMENT, BODY = w("document"), w("body")
P, R, T, TBL = w("p"), w("r"), w("t"), w("tbl")
PPR, RPR = w("pPr"), w("rPr")
DELETED_TEXT, INSTRUCTION = w("delText"), w("instrText")
DELETED, MOVED_AWAY, INSERTED, MOVED_HERE = w("del"), w("moveFrom"), w("ins"), w("moveTo")
VANISH, SPEC_VANISH = w("vanish"), w("specVanish")
P_STYLE, R_STYLE = w("pStyle"), w("rStyle")
NUM_PR, NUM_ID, ILVL, OUTLINE = w("numPr"), w("numId"), w("ilvl"), w("outlineLvl")
FRAME = w("framePr")
TAB, TABS = w("tab"), w("tabs")
ROW, CELL = w("tr"), w("tc")
TEXT_BOX, SDT_CONTENT = w("txbxContent"), w("sdtContent")

MATH, MATH_PARAGRAPH, MATH_TEXT = _M + "oMath", _M + "oMathPara", _M + "t"
DRAWING_PARAGRAPH, DRAWING_TEXT = _A + "p", _A + "t"
WORD_ART = _V + "textpath"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"

RELATIONSHIP = _RELS + "Relationship"
TYPE_OVERRIDE = _TYPES + "Override"

WORDS = (T, DELETED_TEXT, MATH_TEXT, DRAWING_TEXT)
"""The elements whose text someone typed."""
