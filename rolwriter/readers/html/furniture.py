"""What a government site puts around a text: found by its words and by its place.

The words are those met on real pages of annual reports (boxes of metadata, tools,
trails of links, footers). Nothing is thrown away: the lines taken off are named in
the document's notes.
"""

from __future__ import annotations

import re
from collections import Counter

from rolwriter.model.source import SourceKind
from rolwriter.readers.html.blocks import FURNITURE, Block
from rolwriter.readers.html.tree import Node
from rolwriter.text.numbering import numbering_of
from rolwriter.text.titles import parse_title

_BOX = re.compile(
    r"(?:索引号|主题分类|体裁分类|服务对象分类|组配分类|信息分类|主题词|发布机构|发文机关|发文单位|公开单位|"
    r"公开机构|制发机关|信息名称|标题|名称|文号|发文字号|成文日期|成文时间|发布日期|发布时间|发文日期|"
    r"公开日期|生成日期|生效日期|实施日期|废止日期|有效性|时效性|公开方式|公开类别|公开范围|公开形式|"
    r"公开时限|公开程序|责任部门|关键词|内容概述|统一编号)(?:[:：]|$)"
)
_ANYWHERE = re.compile(
    r"[【\[（(]?(?:"
    r"您?(?:当前的?|现在的?|所在的?)位置|您所在的?位置|您现在的?位置"
    r"|(?:字号|字体|文字)(?:大小|选择|调整)?[:：【\[（(]?\s*[\[【（(]?\s*(?:默认|超?大|特大|小)"
    r"|(?:信息|文章|稿件|内容|新闻)?来源[:：]|责任编辑|(?:文章)?编辑[:：]|作者[:：]|供稿[:：]|审核[:：]"
    r"|(?:发布|发表|更新|成文|公开)(?:日期|时间)[:：]|日期[:：]\s*20\d\d|时间[:：]\s*20\d\d"
    r"|(?:浏览|阅读|点击|访问|查看)(?:次数|人数|数|量|率)?[:：]?\s*\d*\s*次?$|浏览次数|阅读次数|点击数"
    r"|语音播报|播报模式|语音朗读|朗读|开始播报|停止播报|扫一扫|扫码|手机扫|用微信|微信扫"
    r"|无障碍|长者(?:模式|版|助手|专区)|适老|关怀版|读屏|简体|繁[體体]|English|登录|注册|手机版|移动版"
    r"|打印(?:本页|此页|本文|文章)?[】\]）)]?(?:\s|$)|关闭(?:窗口|本页|页面)?[】\]）)]?$"
    r"|收藏(?:本页|本站)?[】\]）)]?$|加入收藏|设为首页|分享(?:到|至|$|[:：])|返回(?:顶部|首页|列表|上一页)"
    r"|上一[篇条]|下一[篇条]|相关(?:文章|阅读|链接|附件|解读|信息|新闻|稿件|政策)|推荐阅读|附件下载"
    r"|主办(?:单位)?[:：]|承办(?:单位)?[:：]|协办(?:单位)?[:：]|技术支持|技术保障|运行维护|网站标识码"
    r"|[\u4e00-\u9fff]?ICP备|备案(?:号|编号)|.{0,8}公网安备|版权所有|copyright|©|网站地图|站点地图|联系我们"
    r"|关于我们|关于本站|网站声明|法律声明|隐私(?:声明|政策)|网站(?:纠错|找错)|政府网站|我要纠错|纠错"
    r"|联系电话[:：]|地址[:：]|邮编[:：]|邮政编码|传真[:：]|电子邮箱[:：]"
    r")",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"[大中小\s【】\[\]（）()|｜/·>›»-]+|首页|搜索|更多>*|默认|超大|微信|微博|QQ空间|空间"
)
_BLANKS = re.compile(r"[\s\u3000\xa0]+")
_PROSE_END = re.compile("[。；]")
_PROSE_LENGTH = 20
_FURNITURE_LENGTH = 200
"""A longer line, or one with full stops, is never taken for furniture by its words."""


def split_page(blocks: list[Block]) -> tuple[list[Block], list[Block]]:
    """A page's lines as (those of the text, those of the site around it)."""
    candidates = [block for block in blocks if not _is_named(block)]
    article = _article(candidates)
    seen_text = False
    title_inside = article is not None and any(
        _is_title(block) for block in candidates if article in block.path
    )
    kept: list[Block] = []
    dropped: list[Block] = []
    in_box = False
    for block in blocks:
        inside = article is None or article in block.path
        if _is_named(block) or (
            not seen_text and (_is_box(block) or (in_box and _is_short(block)))
        ):
            dropped.append(block)
            in_box = _BOX.fullmatch(_bare(block.text)) is not None
            continue
        in_box = False
        wanted = inside or _is_prose(block) or (_is_title(block) and not title_inside and not kept)
        if not wanted or (_is_link(block) and not (inside and seen_text)):
            dropped.append(block)
            continue
        seen_text = seen_text or _is_prose(block)
        kept.append(block)
    dropped = [block for block in dropped if block.text.strip()]
    return _trim(kept) if dropped else kept, dropped


def _bare(text: str) -> str:
    return _BLANKS.sub("", text)


def _is_named(block: Block) -> bool:
    """Whether the line's own words, or the element around it, say that it is furniture."""
    if any(node.tag in FURNITURE for node in block.path):
        return True
    text = block.text.strip()
    if len(text) > _FURNITURE_LENGTH or "。" in text:
        return False
    return bool(_ANYWHERE.match(_bare(text)) or _BUTTON.fullmatch(text))


def _is_box(block: Block) -> bool:
    text = block.text.replace(" ", "").replace("\u3000", "").replace("\xa0", "")
    return _BOX.match(text) is not None and not _PROSE_END.search(text)


def _is_short(block: Block) -> bool:
    return len(block.text) <= 60 and not _is_prose(block) and not _is_title(block)


def _is_link(block: Block) -> bool:
    return 0 < block.linked >= 0.8 * len(block.text) and not _is_title(block)


def _is_title(block: Block) -> bool:
    return parse_title([block.text]) is not None


def _is_prose(block: Block) -> bool:
    """Whether the line can only be of a text: whole sentences, or a numbered heading."""
    text = block.text.strip()
    if block.linked * 2 > len(text) or block.kind is SourceKind.TABLE:
        return False
    if len(text) >= _PROSE_LENGTH and _PROSE_END.search(text):
        return True
    numbering = numbering_of(text)
    return numbering is not None and numbering.level <= 2


def _article(blocks: list[Block]) -> Node | None:
    """The innermost element around nearly all of the running text; None without any text."""
    sizes: Counter[Node] = Counter()
    depths: dict[Node, int] = {}
    total = 0
    for block in blocks:
        if not _is_prose(block):
            continue
        total += len(block.text)
        for depth, node in enumerate(block.path):
            sizes[node] += len(block.text)
            depths[node] = depth
    around = [node for node, size in sizes.items() if size >= 0.9 * total]
    return max(around, key=lambda node: depths[node], default=None)


def _trim(blocks: list[Block]) -> list[Block]:
    """Without the blank lines that the furniture leaves at both ends."""
    start, end = 0, len(blocks)
    while start < end and not blocks[start].text.strip():
        start += 1
    while end > start and not blocks[end - 1].text.strip():
        end -= 1
    return blocks[start:end]
