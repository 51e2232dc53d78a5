from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from rolwriter.catalog import outline
from rolwriter.catalog.outline import OutlineCatalog, load_outline
from rolwriter.catalog.paths import resource
from rolwriter.model.errors import RolwriterError
from rolwriter.model.report import Role

_FILE = resource("catalog", "outline.toml").read_text(encoding="utf-8")


def _missing(*_names: str) -> Path:
    return resource("catalog", "missing.toml")


def _decode(text: str) -> OutlineCatalog:
    return msgspec.toml.decode(text.encode(), type=OutlineCatalog)


def test_every_role_has_a_short_name_for_its_tab() -> None:
    catalog = load_outline()
    assert {role: catalog.name(role) for role in Role} == {
        Role.WORK: "举措成效",
        Role.DUTY: "第一责任人",
        Role.SHORTCOMING: "不足原因",
        Role.PLAN: "工作安排",
        Role.OTHER: "其他事项",
        Role.THEME: "专题",
    }


def test_the_roles_of_the_law_carry_its_wording_and_place() -> None:
    for entry in load_outline().roles:
        assert bool(entry.statute) == (entry.role is not Role.THEME)
        assert entry.basis.endswith("项") == (entry.role is not Role.THEME)


def test_a_name_the_file_should_not_have_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        _decode(_FILE + "\n[extra]\nname = 1\n")


def test_a_missing_role_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="every role"):
        _decode(_FILE.replace('role = "theme"', 'role = "work"', 1))


def test_a_pattern_that_is_none_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="no regular expression"):
        _decode(_FILE.replace("pattern = '第一责任人'", "pattern = '(第一责任人'", 1))


def test_a_damaged_file_is_told_in_plain_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outline, "resource", _missing)
    load_outline.__wrapped__.cache_clear()
    try:
        with pytest.raises(RolwriterError, match=r"outline\.toml"):
            load_outline()
    finally:
        monkeypatch.undo()
        load_outline.__wrapped__.cache_clear()
