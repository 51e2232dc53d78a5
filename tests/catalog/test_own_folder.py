from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from rolwriter.catalog.catalogue import load_catalogue
from rolwriter.catalog.checklist import Level
from rolwriter.catalog.paths import resource
from rolwriter.model.errors import RolwriterError

CATALOGUE = load_catalogue()
ITEM = """
[[item]]
id = "L1"
chapter = "work"
title = "本地事项"
level = "usual"
signs = ["本地"]
basis = [{ note = "本地要求" }]
"""
TOPIC = """
[[topic]]
id = "local"
chapter = "work"
title = "本地主题"
items = ["W1"]
hint = "提示"
[[topic.field]]
id = "local-count"
label = "本地次数"
unit = "次"
hint = "次数"
items = ["W1"]
[[topic.pattern]]
id = "local-1"
text = "开展{local-count}。"
"""


THRESHOLD = 'thresholds = [{ field = "law-lectures", by = "%s", basis = {} }]\n'
PROFILE = """
[[profile]]
id = "x"
group = "业务"
title = "某种单位"
hint = "提示"
"""
PHRASE = """
[[phrase]]
id = "x"
forms = ["某会议"]
kind = "meeting"
note = "说明"
verified = true
first_year = 2026
last_year = 2025
"""
FIXED_SET = """
[[set]]
id = "x"
name = "某表述"
source = "通行写法"
variants = { "甲" = ["乙"] }
"""


def own(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        suffix = "tsv" if name == "laws" else "toml"
        (folder / f"{name}.{suffix}").write_text(text, encoding="utf-8")
    return folder


def refusal(folder: Path, **files: str) -> str:
    with pytest.raises(RolwriterError) as caught:
        load_catalogue(own(folder, **files))
    assert "仍按自带的资料工作" in caught.value.consequence
    assert load_catalogue() is CATALOGUE
    return caught.value.what


def test_an_office_adds_and_overrides_by_id(tmp_path: Path) -> None:
    changed = ITEM.replace('"L1"', '"W34"').replace('"usual"', '"must"')
    laws = (
        "title\tlevel\tscope\tversion\tin_force\tstatus\trepealed\tsuccessor\tsource\n"
        "某市机关事务条例\t地方性法规\t某市\t\t2026-01-01\t有效\n"
    )
    mine = load_catalogue(own(tmp_path, checklist=ITEM + changed, topics_own=TOPIC, laws=laws))
    assert mine.items["L1"].title == "本地事项"
    assert mine.items["W34"].level is Level.MUST
    assert list(mine.items)[-1] == "L1"
    assert "local-count" in mine.fields
    assert mine.laws.find("某市机关事务条例") is not None
    assert mine.laws.find("民法典") is not None
    assert "L1" not in load_catalogue().items


def test_the_example_of_the_help_page_works(tmp_path: Path) -> None:
    page = resource("help", "catalogue.md").read_text(encoding="utf-8")
    names = re.findall(r"新建 `([\w.]+)`", page)
    blocks = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert len(names) == len(blocks) == 3
    for name, block in zip(names, blocks, strict=True):
        (tmp_path / name).write_text(block, encoding="utf-8")
    mine = load_catalogue(tmp_path)
    assert mine.basis_words(mine.items["L1"].basis[0]).startswith("《某区法治政府建设")
    assert mine.fields["observation-average"].items == ("L1",)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RolwriterError, match="找不到这个资料夹"):
        load_catalogue(tmp_path / "gone")


def test_the_whole_official_catalogue_may_be_copied_as_a_beginning(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    for name in ("checklist.toml", "documents.toml", "profiles.toml", "fixed_sets.toml"):
        shutil.copy(resource("catalog", name), folder)
    assert load_catalogue(folder).items == CATALOGUE.items


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (
            {"checklist": ITEM.replace("level", "levle")},
            "第6行不能使用：item第1项：有不认识的名称“levle”",
        ),
        (
            {"checklist": ITEM.replace('"usual"', '"often"')},
            "第6行不能使用：item第1项.level：“often”",
        ),
        ({"checklist": ITEM + ITEM}, "第11行不能使用：检查事项“L1”写了两次"),
        ({"checklist": ITEM.replace("note", "document")}, "没有列出的文件“本地要求”"),
        ({"checklist": ITEM.replace("note =", 'article = "第一条", note =')}, "必须已经核对"),
        (
            {"checklist": ITEM.replace("signs", "only_if").replace('["本地"]', '"no"')},
            "没有的填报项“no”",
        ),
        ({"checklist": ITEM.replace('"本地"', '"(本地"')}, "不是正确的查找式"),
        ({"checklist": ITEM + THRESHOLD % "02-30"}, "不是月日"),
        ({"checklist": ITEM + THRESHOLD % "03-01"}, "种类不符"),
        ({"topics_own": TOPIC.replace('items = ["W1"]', 'items = ["W99"]')}, "没有的检查事项“W99”"),
        (
            {"topics_own": TOPIC.replace("{local-count}", "{other}")},
            "第16行不能使用：引用了没有的本主题的填报项“other”",
        ),
        ({"topics_own": TOPIC.replace("{local-count}", "{local-count")}, "没有成对"),
        ({"topics_own": TOPIC + 'none = ["local-count"]'}, "不能“本年度未发生”"),
        (
            {"topics_own": TOPIC.replace("local-count", "law-lectures")},
            "填报项“law-lectures”写了两次",
        ),
        (
            {"topics_own": TOPIC.replace('"local-1"', '"litigation-1"')},
            "句式“litigation-1”写了两次",
        ),
        (
            {"topics_own": TOPIC.replace('chapter = "work"', 'chapter = "wrok"')},
            "“wrok”不是可以用的值",
        ),
        ({"topics_own": TOPIC.replace('unit = "次"\n', "")}, "数字要写单位"),
        ({"profiles": PROFILE + 'hides = ["W0"]'}, "没有的检查事项“W0”"),
        ({"profiles": PROFILE.replace("业务", "新组")}, "没有默认"),
        ({"phrases": PHRASE}, "起止年度颠倒"),
        ({"fixed_sets": FIXED_SET}, "不是“某表述”的成员"),
        ({"cheklist": ITEM}, "“cheklist.toml”不能使用：不认识这个文件名"),
        ({}, "里面没有资料文件"),
    ],
)
def test_a_broken_folder_is_refused_with_its_place_and_the_program_goes_on(
    tmp_path: Path, files: dict[str, str], said: str
) -> None:
    assert said in refusal(tmp_path, **files)
