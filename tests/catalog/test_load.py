from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from rolwriter.catalog.entry import Entry
from rolwriter.catalog.load import load_toml
from rolwriter.catalog.toml_place import line_of
from rolwriter.model.errors import RolwriterError


class _Leaf(Entry, frozen=True, kw_only=True):
    id: str
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.id == "bad":
            raise ValueError("这个编号不能用")


class _Row(Entry, frozen=True, kw_only=True):
    id: str
    count: int = 0
    leaf: tuple[_Leaf, ...] = ()


class _File(Entry, frozen=True, kw_only=True):
    row: tuple[_Row, ...]


def refusal(tmp_path: Path, text: str) -> str:
    path = tmp_path / "rows.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RolwriterError) as caught:
        load_toml(path, _File)
    assert caught.value.consequence and caught.value.remedy
    return caught.value.what


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[row]]\nid = "a"\ncuont = 3\n', "第3行不能使用：row第1项：有不认识的名称“cuont”"),
        ('[[row]]\nid = "a"\n[[row]]\ncount = 3\n', "第3行不能使用：row第2项：缺少“id”"),
        (
            '[[row]]\nid = "a"\ncount = "3"\n',
            "第3行不能使用：row第1项.count：应当是整数，写成了文字",
        ),
        (
            '[[row]]\nid = "a"\n[[row.leaf]]\nid = "b"\n[[row.leaf]]\nid = "c"\ntags = ["x", 1]',
            "第7行不能使用：row第1项.leaf第2项.tags第2项：应当是文字，写成了整数",
        ),
        ('[[row]]\nid = "a"\n[[row.leaf]]\nid = "bad"\n', "第3行不能使用：row第1项.leaf第1项："),
        ('[[rwo]]\nid = "a"\n', "第1行不能使用：有不认识的名称“rwo”"),
        ('[[row]]\nid = "a"\nid = "b"\n', "同一个名称写了两次"),
        ('[[row]]\nid = "a\n', "第2行不能使用：写法不符合TOML格式"),
    ],
)
def test_a_misfit_is_told_with_file_line_and_key(tmp_path: Path, text: str, said: str) -> None:
    what = refusal(tmp_path, text)
    assert what.startswith("资料文件“rows.toml”")
    assert said in what


def test_a_check_of_the_struct_itself_is_told_in_its_own_words(tmp_path: Path) -> None:
    assert "这个编号不能用" in refusal(tmp_path, '[[row]]\nid = "a"\n[[row.leaf]]\nid = "bad"\n')


def test_a_file_that_is_not_utf8_or_not_there_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "rows.toml"
    path.write_bytes("标题".encode("gb18030"))
    with pytest.raises(RolwriterError, match="UTF-8"):
        load_toml(path, _File)
    with pytest.raises(RolwriterError, match="读不出来"):
        load_toml(tmp_path / "none.toml", _File)


def test_no_english_of_the_reader_comes_through(tmp_path: Path) -> None:
    for text in ('row = "x"\n', "row = 3 4\n", "[[row]\n", "[[row]]\nid = 2020-02-31\n"):
        what = refusal(tmp_path, text).replace("rows.toml", "").replace("TOML", "")
        letters = [c for c in what if c.isascii() and c.isalpha()]
        assert "".join(letters) in {"", "row", "id"}, what


def test_a_value_that_fits_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.toml"
    path.write_text('[[row]]\nid = "a"\n', encoding="utf-8")
    assert load_toml(path, _File) == msgspec.convert({"row": [{"id": "a"}]}, _File)


def test_a_line_is_found_for_a_path_and_none_for_one_that_is_not_there() -> None:
    text = "[[a]]\nx = 1\n[[a]]\n[[a.b]]\ny = 2\n[[a.b]]\ny = 3\n[c]\nz = { q = 1 }\n"
    assert line_of(text, ".a[1]") == 3
    assert line_of(text, ".a[1].b[1].y") == 7
    assert line_of(text, ".c.z.q") == 9
    assert line_of(text, ".missing") is None
