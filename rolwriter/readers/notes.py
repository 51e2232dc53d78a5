"""The sentences of the notes that several readers make; ``{}`` is a number."""

from __future__ import annotations

TABLE = "文件里有表格（共{}行），已按行读成文字，格与格之间用制表符隔开。"
TEXT_BOX = "文件里有文本框（共{}段），文字已读入，放在它所在的段落后面。"
FOOTNOTE = "文件里有脚注或尾注（共{}段），注文放在正文之后，正文里的注号没有保留。"
COMMENT = "文件里有批注（共{}段），没有放进正文，另外列出。"
PICTURE = "文件里有{}张图片，图片没有读入；图片上的文字需要手工录入。"
SOFT_BREAK = "文件里有{}处手动换行（软回车），已在换行处分成两段。"
GARBLED = "有{}个字的编码已损坏，用“\ufffd”代替，请对照原文件补上。"
REVISION = "文件里有修订痕迹：新增的文字已读入，标为删除的{}处没有读入。"
HIDDEN = "文件里有{}处隐藏文字，没有读入。"
HEADER_FOOTER = "文件里有页眉或页脚，没有放进正文，另外列出。"
FURNITURE = "这是网页：网站的栏目、导航、页脚等{}行没有读入，请核对有没有误删正文。"
NUMBER_FORMATS = "自动编号用了少见的格式（{}），已写成阿拉伯数字，请核对。"
LAYOUT_GUESSED = "PDF里没有段落标记，分段是按版面推断的，请留意有没有断错或连错的段落。"
