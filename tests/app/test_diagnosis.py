from __future__ import annotations

from rolwriter.app.diagnosis import fault_words, versions


def fault(words: str) -> BaseException:
    try:
        try:
            raise KeyError(words)
        except KeyError as error:
            raise ValueError(words) from error
    except ValueError as error:
        return error


def test_a_fault_is_told_by_kind_place_and_cause_and_never_by_its_message() -> None:
    lines = fault_words(fault("报告里的秘密")).splitlines()
    assert lines[0] == "ValueError"
    assert lines[1].startswith("  tests.app.test_diagnosis:")
    assert lines[1].endswith(" fault")
    assert lines[2] == "caused by KeyError"
    assert "秘密" not in "".join(lines)


def test_a_fault_of_another_library_names_its_module() -> None:
    class OddError(Exception):
        pass

    assert fault_words(OddError()).startswith("tests.app.test_diagnosis.")


def test_causes_in_a_circle_come_to_an_end() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert 2 <= len(fault_words(first).splitlines()) < 20


def test_the_versions_say_what_the_program_runs_on() -> None:
    assert "rolwriter " in versions("Qt 6")
    assert "Qt 6" in versions("Qt 6")
