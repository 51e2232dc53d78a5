"""Characters of the symbol fonts as Unicode: what Word keeps in the private-use area.

A symbol font has no code page: position 0x6F of Wingdings is a square, of Symbol an
omicron. Word stores such a character as w:sym or as U+F000 plus the position.
"""

from __future__ import annotations

PLACEHOLDER = "□"
"""Stands for a symbol that has no Unicode character we know."""
BULLET = "•"

_GAP = "\ufffd"

# Adobe's Symbol encoding, from position 0x20 and from 0xA0.
_SYMBOL_LOW = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\ufffd〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
)
# Wingdings, sixteen positions a line, from 0x20; common characters where Unicode offers several.
_WINGDINGS = (
    " ✏✂✁👓🔔📖🕯☎✆🖂🖃📪📫📬📭"
    "📁📂📄🗏🗐🗄⌛⌨🖰🖲🖳🖴🖫🖬✇✍"
    "🖎✌👌👍👎☜☞☝☟✋☺😐☹💣☠⚐"
    "🚩✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉"
    "♊♋♌♍♎♏♐♑♒♓🙰🙵●❍■□"
    "🞐❑❒⬧⧫◆❖⬥⌧⮹⌘❀✿❝❞\ufffd"
    "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹"
    "❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•"
    "▪○⭕⭕◉◎🔿▪◻🟂✦★✶✴✹✵"
    "⯐⌖⟡⌑⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘"
    "🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗"
    "🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈➲⮉⮋←"
    "→↑↓↖↗↙↘⬅➔⬆⬇↖↗↙↘⇦"
    "⇨⇧⇩⬄⇳⬁⬀⬃⬂▭▫✘✔☒☑\ufffd"
)


def _positions(start: int, characters: str) -> dict[int, str]:
    return {
        start + offset: character
        for offset, character in enumerate(characters)
        if character != _GAP
    }


_FONTS = {
    "symbol": _positions(0x20, _SYMBOL_LOW) | _positions(0xA0, _SYMBOL_HIGH),
    "wingdings": _positions(0x20, _WINGDINGS),
    # The rest of Wingdings 2 and 3 and Webdings are pictures that no report needs.
    "wingdings 2": (
        _positions(0x50, "✓✘☑☒☒")
        | _positions(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")
        | _positions(0x95, "•●⚫⬤")
        | _positions(0xA0, "■◼⬛□")
        | _positions(0xAE, "◆◇")
    ),
    "wingdings 3": {},
    "webdings": {},
}
_PRIVATE = range(0xF020, 0xF100)


def is_symbol(character: str) -> bool:
    """Whether the character is a position of a symbol font."""
    return ord(character) in _PRIVATE


def symbol(font: str, code: int) -> str | None:
    """The Unicode character at a position (0x20–0xFF or 0xF020–0xF0FF) of a font.

    A font that is no symbol font has Unicode positions itself. None where no
    character is known.
    """
    table = _FONTS.get(font.strip().lower())
    if table is not None:
        return table.get(code - 0xF000 if code in _PRIVATE else code)
    if code in _PRIVATE or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return None
    return chr(code)


def bullet(character: str, font: str) -> str:
    """A list's bullet, as it can be typed."""
    if character != BULLET and font.strip().lower() in _FONTS:
        return symbol(font, ord(character)) or BULLET
    return BULLET if 0xE000 <= ord(character) <= 0xF8FF else character
