"""Names of persons beside 律师, 同志, 先生, 女士, 书记, 局长 (S06)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolwriter.checks.rule import Hit, ParagraphRule, Scene, public_copy

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦昌马苗"
    "凤花俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝臧"
    "戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵季贾路娄江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房裘缪解"
    "应宗丁邓郁单杭洪包诸左石崔吉龚程邢裴陆荣翁荀甄曲封储靳段焦巴谷车侯宓全班仰秋仲伊宫宁仇栾甘祖武符刘景"
    "詹龙叶司黎薄印宿白怀蒲卓蔺池乔阴闻翟谭劳申冉桑桂牛边燕冀尚农温庄晏柴瞿阎连习艾容向古易慎廖耿满匡文寇"
    "欧沃利蔚越师巩聂晁勾敖冷辛简饶曾关蒯相查游权岳帅涂肖代邸占时"
)
_DOUBLE = "欧阳|上官|司马|诸葛|司徒|夏侯|皇甫|尉迟|公孙|慕容|令狐|东方"
_DOUBLE_NAMES = tuple(_DOUBLE.split("|"))
_NOT_NAME = re.compile(
    "顾问|常年|常务|常委|高级|高层|高度|任职|任何|任用|任命|任务|方面|关于|关键|关心|关联|相关|相应|全体|全部|全国|"
    "全区|全市|全县|全局|全省|全员|各位|许多|应当|应诉|应急|应聘|金融|安全|安排|安置|包括|包村|管理|解决|解释|解答|解读|路线|"
    "单位|单独|时任|时代|时间|时候|向上|文化|文明|文件|文书|文旅|连续|连同|利用|师傅|申请|印发|满意|农村|农业|农民|"
    "代理|代表|代管|简易|容易|武装|权利|权力|查处|查询|曾任|曾经|劳动|劳模|宗教|季度|项目|左右|车辆|班子|班组|程序|"
    "纪检|纪委|项目组|严格|严肃|高院|高新|马上|林业|林长|田间|房屋|住建|温馨|景区|公安|司法|司机|援助|值班|执业|专职|兼职|社会|知名|"
    "优秀|资深|签约|特邀|聘请|聘用|邀请|委托|负责|领导|老|女|男|年轻|有关|部分|多名|两名|一名|某|们|的|等|和|及|与|为|"
    "卫生|中央|国家|车间|全军|查阅|辩护|相信|纪念|总$|说|"
    "支部|总支|党|第一|主任|副|科长|局长|处长|书记|组长|委|办|局|部|厅|处|科|室|所|院|站|镇|乡|村|街|区|县|市|省|会|公司|"
    "事务|机关|中心|单|本|我|其|该|由|让|对|向|在|是|有|了|也|都|并|或|以|将|把|被|给|从|到|着|人|者|员|项|次|件|条|法|律|时"
)
_PUBLIC = re.compile(
    "习近平|毛泽东|邓小平|江泽民|胡锦涛|周恩来|刘少奇|朱德|陈云|雷锋|焦裕禄|孔繁森|杨善洲|谷文昌|王杰|黄大年|"
    "张富清|黄文秀|廖俊波|李保国|张桂梅|王继才|郭明义|李大钊"
)
_TITLES = (
    "律师|同志|先生|女士|书记|局长|主任|科长|处长|镇长|乡长|区长|县长|市长|院长|主席|部长|组长|"
    "法官|检察官|警官"
)
_GIVEN = "[\u4e00-\u9fff]"
_BEFORE_TITLE = re.compile(
    rf"(?P<name>(?:{_DOUBLE}){_GIVEN}{{1,2}}|[{_SURNAMES}]{_GIVEN}{{1,2}}?)"
    rf"(?P<title>{_TITLES})(?!事务所|协会|事务|行业|管理|资格|队伍|法|制度|团|函|证|费|服务|会议|办公会|信箱|接待|热线|助理|们|级)"
)
_AFTER_TITLE = re.compile(
    rf"(?P<title>律师|局长|书记|主任|同志|科长|处长|镇长|乡长|区长|县长|市长)"
    rf"(?P<name>(?:{_DOUBLE}){_GIVEN}{{1,2}}|[{_SURNAMES}]{_GIVEN}{{1,2}}?)"
    "(?=同志|[，、。；）]|主持|带队|参加|出席|率队|担任|作(?:报告|讲|授)|讲授|[为任].{0,3}(?:顾问|组长|负责人)|等(?:人|同志))"
)
_SURE = re.compile(
    "[，。；：、“（]|聘请|委托|邀请|聘任|指定|指派|安排|表彰|包括|由|请|以|对|向|与|和"
)


_NO_SURNAMES = frozenset("于向应时任")
"""Surnames that nearly always are another word: 于××年, 任××局长."""
_AFTER_MASKED = re.compile(f"{_TITLES}|等|诉|一?案|[、（]")
_BEFORE_MASKED = re.compile(
    f"(?:{_TITLES}|当事人|原告|被告|申请人|代理人|代表人|负责人|委托人|第三人|"
    "嫌疑人|被害人|经理|董事长|村民|居民|职工|教师|医生|男子|女子)$"
)


def is_masked_name(text: str, start: int, end: int) -> bool:
    """Whether the ×× at a place hide a given name: 张××律师, 原告李××."""
    surname = text[start - 1 : start]
    if surname not in _SURNAMES or surname in _NO_SURNAMES or not surname or end - start > 2:
        return False
    before = text[max(0, start - 5) : start - 1]
    return bool(_AFTER_MASKED.match(text, end) or _BEFORE_MASKED.search(before))


def _persons(text: str, scene: Scene) -> Iterator[Hit]:
    del scene
    end = 0
    for match in _BEFORE_TITLE.finditer(text):
        name = match["name"]
        if _is_name(text, match.start("name"), name, match["title"]):
            yield _hit(match.start(), match.end("title"), name, _masked(name) + match["title"])
            end = match.end()
    for match in _AFTER_TITLE.finditer(text):
        name = match["name"]
        # in 张建国律师解答 the title is that of the name before it
        if match.start() >= end and _may_be_name(name):
            yield _hit(match.start("name"), match.end("name"), name, _masked(name))


def _is_name(text: str, start: int, name: str, title: str) -> bool:
    if not _may_be_name(name):
        return False
    if title in ("律师", "先生", "女士", "同志") and len(name) >= 3:
        return True
    # 2 characters, or a title of office: only where something shows that the name begins here
    before = text[max(0, start - 2) : start]
    return not before or any(_SURE.fullmatch(before[-count:]) for count in (1, 2))


def _may_be_name(name: str) -> bool:
    return not _NOT_NAME.search(name) and not _PUBLIC.fullmatch(name)


def _masked(name: str) -> str:
    surname = 2 if name.startswith(_DOUBLE_NAMES) else 1
    return name[:surname] + "某" * (len(name) - surname)


def _hit(start: int, end: int, name: str, masked: str) -> Hit:
    said = f"“{name}”是个人姓名，公开前请考虑隐去；确需保留的请写明理由。"
    return Hit(start, end, said, (public_copy(masked),))


PARAGRAPH_RULES = (ParagraphRule("S06", _persons, frozenset(_TITLES.split("|"))),)
