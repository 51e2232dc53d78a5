"""Numbers that tell who someone is: identity cards, telephones, bank cards, plates, mail, homes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache

from rolwriter.checks.rule import DIGITS, Hit, ParagraphRule, Scene, public_copy

_RUN = re.compile(r"\d{4}[- ]?\d{3}")
_LONG_NUMBER = re.compile(r"(?<![\dA-Za-z.])(?:\d{15,18}[Xx]?|\d{19})(?![\dA-Za-z])")
_SPACED_CARD = re.compile(r"(?<!\d)\d{4}(?: \d{4}){3}(?: \d{1,3})?(?!\d| \d)")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_MOBILE = re.compile(r"(?<![\dA-Za-z.])(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})(?![\dA-Za-z])")
_LANDLINE = re.compile(
    r"(?<![\d.])(?:[（(]?0\d{2,3}[）)]?[-－— ]?[2-9]\d{6,7}"
    r"|(?<=电话)[:：]?[2-9]\d{6,7}|(?<=电话[:：])[2-9]\d{6,7}|(?<=联系方式[:：])[2-9]\d{6,7})(?!\d)"
)
_NEXT_LANDLINE = re.compile(r"[、，,/／或和]\s?((?:0\d{2,3}[-－—]?)?[2-9]\d{6,7})(?!\d)")
"""A second number behind the first: 电话：62812345、62812346."""
_PLATE = re.compile(
    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•・.]?"
    r"(?=[A-Z]{0,6}\d)[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳][A-HJ-NP-Z0-9]?(?![A-Za-z0-9])"
)
_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
)
_HOME = re.compile(
    r"(?:家庭住址|家庭地址|户籍地址?|现住址?|住址|家住)(?:为|是|在)?[:：]?"
    r"(?P<at>[^，。；、（）\s的]{4,40})"
)
_LAST_PLACE = re.compile("^.*[省市区县旗镇乡村组社路街巷道弄号室房栋幢楼院元城坝湾沟0-9]")
"""As much of the words as names a place: 家住新华路的张某, 家住解放路年过六旬的张某."""
_ROOM = re.compile(
    r"(?:(?<=位于)|(?<=住在)|(?<=[，。；：、（\s])|^)(?P<at>[\u4e00-\u9fffA-Za-z0-9]{2,30}?"
    r"\d{1,4}(?:号楼|栋|幢|号院|座)[\u4e00-\u9fffA-Za-z0-9]{0,12}?\d{1,5}(?:室|号(?!楼|院)|房))"
)
_BUILDING = re.compile(r"\d(?:号楼|栋|幢|号院|座)")
"""Without one of these `_ROOM`, which is slow, need not be tried."""
_AREA = re.compile("^.{0,30}(?:镇|乡|街道|[^小社园校]区|县|市)")


def is_identity_number(number: str) -> bool:
    """Whether the digits are an identity number: 18 with the check character, or 15 old ones."""
    if len(number) == 18 and number[:17].isdecimal():
        total = sum(int(d) * w for d, w in zip(number[:17], _WEIGHTS, strict=True))
        return _CHECK[total % 11] == number[17].upper() and _is_day(number[6:14])
    return len(number) == 15 and number.isdecimal() and _is_day(f"19{number[6:12]}")


def _is_day(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return day.year >= 1900


def is_card_number(number: str) -> bool:
    """Whether the digits can be a bank card's: 16 to 19, its first digit, the Luhn sum."""
    if not 16 <= len(number) <= 19 or not number.isdecimal() or number[0] not in "3456":
        return False
    total = 0
    for place, digit in enumerate(reversed(number)):
        value = int(digit) * (1 + place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def _middle_hidden(words: str, head: int, tail: int) -> str:
    return f"{words[:head]}{'*' * (len(words) - head - tail)}{words[-tail:]}"


def _hit(start: int, end: int, what: str, masked: str) -> Hit:
    said = f"{what}属于个人信息，公开前请隐去；确需保留的请写明理由。"
    return Hit(start, end, said, (public_copy(masked),))


def _identity(text: str, scene: Scene) -> Iterator[Hit]:
    del scene
    for match in _LONG_NUMBER.finditer(text):
        if is_identity_number(match.group()):
            hidden = _middle_hidden(match.group(), 4, 4)
            yield _hit(*match.span(), "居民身份证号码", hidden)


def _cards(text: str, scene: Scene) -> Iterator[Hit]:
    del scene
    for pattern in (_LONG_NUMBER, _SPACED_CARD):
        for match in pattern.finditer(text):
            number = match.group().replace(" ", "")
            credit_code = "信用代码" in text[max(0, match.start() - 12) : match.start()]
            if is_card_number(number) and not is_identity_number(number) and not credit_code:
                yield _hit(*match.span(), "银行卡号", _middle_hidden(number, 4, 4))


def _telephones(text: str, scene: Scene) -> Iterator[Hit]:
    del scene
    for match in _MOBILE.finditer(text):
        number = re.sub("[- ]", "", match[1])
        yield _hit(*match.span(1), "手机号码", f"{number[:3]}****{number[7:]}")
    for match in _LANDLINE.finditer(text):
        number = match.group().lstrip(":：")
        yield _landline(match.end() - len(number), number)
        more = _NEXT_LANDLINE.match(text, match.end())
        while more:
            yield _landline(more.start(1), more[1])
            more = _NEXT_LANDLINE.match(text, more.end())


def _landline(start: int, number: str) -> Hit:
    said = "电话号码公开前请确认是不是办公电话；个人电话应隐去。"
    return Hit(start, start + len(number), said, (public_copy(f"{number[:-4]}****"),))


def _where_digits_run(
    look: Callable[[str, Scene], Iterable[Hit]],
) -> Callable[[str, Scene], Iterable[Hit]]:
    """The same look, only at texts that hold a run of digits long enough for any of these."""

    def guarded(text: str, scene: Scene) -> Iterable[Hit]:
        return look(text, scene) if _digits_run(text) else ()

    return guarded


@lru_cache(maxsize=4)
def _digits_run(text: str) -> bool:
    """Remembered for the paragraph at hand, because several rules ask one after another."""
    return _RUN.search(text) is not None


def _matches(
    pattern: re.Pattern[str], what: str, mask: Callable[[str], str]
) -> Callable[[str, Scene], Iterator[Hit]]:
    def look(text: str, scene: Scene) -> Iterator[Hit]:
        del scene
        for match in pattern.finditer(text):
            yield _hit(*match.span(), what, mask(match.group()))

    return look


def _homes(text: str, scene: Scene) -> Iterator[Hit]:
    del scene
    taken = 0
    if "住" in text or "户籍" in text or "家庭" in text:
        for match in _HOME.finditer(text):
            hidden = "*" in match["at"]
            if not hidden and re.search(r"\d|[路街村组巷镇乡区县市]", match["at"]):
                taken = match.end()
                yield from _home(match)
    if _BUILDING.search(text):
        for match in _ROOM.finditer(text, taken):
            yield from _home(match)


def _home(match: re.Match[str]) -> Iterator[Hit]:
    place = _LAST_PLACE.match(match["at"])
    area = _AREA.match(place.group()) if place else None
    known = area.group() if area else ""
    # down to the town an address tells nobody's home
    if place and known != place.group():
        start = match.start("at")
        yield _hit(start, start + place.end(), "住址", f"{known}***")


PARAGRAPH_RULES = (
    ParagraphRule("Z01", _where_digits_run(_identity), DIGITS),
    ParagraphRule("Z02", _where_digits_run(_telephones), DIGITS),
    ParagraphRule("Z03", _where_digits_run(_cards), DIGITS),
    ParagraphRule(
        "Z04",
        _matches(_PLATE, "车牌号码", lambda p: f"{p[:2]}***{p[-2:]}"),
        frozenset("ABCDEFGHJKLMNPQRSTUVWXYZ"),
    ),
    ParagraphRule(
        "Z05",
        _matches(_MAIL, "电子邮箱", lambda m: f"{m[0]}***{m[m.index('@') :]}"),
        frozenset("@"),
    ),
    ParagraphRule("Z06", _homes, frozenset("住址籍室房号")),
)
