from __future__ import annotations

import pytest

from rolwriter.checks.report_families import PARAGRAPH_RULES
from rolwriter.checks.rule import Scene
from tests.checks.report_maker import found, said

# All numbers here are made up; the identity number is the specimen of GB 11643.


@pytest.mark.parametrize(
    ("rule", "text", "words", "masked"),
    [
        ("Z01", "身份证号11010519491231002X。", "11010519491231002X", "1101**********002X"),
        ("Z02", "联系人手机13812345678。", "13812345678", "138****5678"),
        ("Z02", "联系人手机138-1234-5678。", "138-1234-5678", "138****5678"),
        ("Z02", "联系电话：023-62812345。", "023-62812345", "023-6281****"),
        ("Z03", "账户6222020200112230301。", "6222020200112230301", "6222***********0301"),
        ("Z04", "查处渝A12345号车。", "渝A12345", "渝A***45"),
        ("Z04", "更换新能源车渝AD12345。", "渝AD12345", "渝A***45"),
        ("Z05", "来信寄zhang@example.com。", "zhang@example.com", "z***@example.com"),
        (
            "Z06", "当事人家住云溪区东风街道新华路12号3栋5单元602室。",
            "云溪区东风街道新华路12号3栋5单元602室", "云溪区东风街道***",
        ),
        ("S06", "聘请张建国律师担任法律顾问。", "张建国律师", "张某某律师"),
        ("S06", "表彰欧阳建国同志。", "欧阳建国同志", "欧阳某某同志"),
        ("S06", "会议由王明局长主持。", "王明局长", "王某局长"),
        ("S06", "党组书记、局长李建国主持会议。", "李建国", "李某某"),
        ("S06", "由张建国律师应答，其他人旁听。", "张建国律师", "张某某律师"),
    ],
)  # fmt: skip
def test_private_matter_is_found_with_its_mask(
    rule: str, text: str, words: str, masked: str
) -> None:
    assert found(rule, text) == [words]
    ((_, fixes),) = said(rule, text)
    assert fixes == [masked]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("Z01", "编号110105194912310021。"),
        ("Z01", "统一社会信用代码11500108MB1234567X。"),
        ("Z02", "拨打12345热线，受理工单13812件，投入13812345.67元。"),
        ("Z02", "文号2024010112345678901。"),
        ("Z03", "账户6222020200112230302。"),
        ("Z03", "统一社会信用代码511001081234567899。"),
        ("Z04", "推进新基建A类项目，京A级景区。"),
        ("Z05", "关注@云溪司法微博。"),
        ("Z06", "单位地址在新华路12号，建设住房保障制度，办公用房12栋。"),
        ("S06", "由律师解答，由局长解读。"),
        ("S06", "与东和律师事务所续签合同，聘请李某某律师。"),
        ("S06", "党组书记、局长高度重视，主任和副主任分工负责。"),
        ("S06", "党政主要负责同志带头，各位同志、有关同志、老党员同志参加。"),
        ("S06", "聘请公职律师、法律顾问律师和常年律师，习近平同志的重要论述。"),
        ("S06", "区委书记、区长、公安局长、支部书记、党组书记和第一书记。"),
        ("S06", "担任组长的党组书记、局长任组长，书记方面工作。"),
        ("S06", "纪检组长列席，局长办公会听取汇报，值班律师和10名律师轮流坐班。"),
        ("Z06", "家住云溪区东风街道的群众来访，家住大堡镇的老人得到照顾。"),
        ("S06", "卫生部长到会，车间主任、国家主席、中央书记处和全军同志。"),
        ("S06", "对于律师查阅案卷的申请及时办理，毛泽东同志曾说过。"),
        ("Z09", "低于内部参考价，转为内部资料性出版物。"),
        ("Z08", "落实《保守国家秘密法》，保护商业秘密和国家秘密，签订保密承诺书。"),
        ("Z09", "完善内部控制制度、内部审计和内部监督，编印《内部控制制度汇编》。"),
        ("Z10", "按照云溪府发〔2024〕12号、国发〔2021〕3号文件要求。"),
    ],
)
def test_what_only_looks_private_is_left(rule: str, text: str) -> None:
    assert found(rule, text) == []


def test_each_number_of_a_list_of_telephones_is_found() -> None:
    text = "监督电话：62812345，62812346；办公室电话（023）62812347、62812348。"
    numbers = ["62812345", "62812346", "（023）62812347", "62812348"]
    assert found("Z02", text) == numbers


def test_a_home_ends_where_its_words_name_no_place_any_more() -> None:
    assert found("Z06", "家住云溪区解放路年过六旬的群众来访。") == ["云溪区解放路"]
    assert found("Z06", "家住新华路12号的群众来访。") == ["新华路12号"]


@pytest.mark.parametrize("text", ["秘密★1年", "机密", "密级：秘密", "绝 密★30年"])
def test_a_mark_of_secrecy_is_found(text: str) -> None:
    assert found("Z08", text) == [text]


def test_internal_matter_is_found() -> None:
    assert found("Z09", "有关做法被《内部参阅》刊发。") == ["内部参阅"]
    assert found("Z10", "按照云溪委办〔2024〕12号要求。") == ["云溪委办〔2024〕12号"]
    assert said("Z10", "云溪委办〔2024〕12号要求。")[0][1] == ["×××〔2024〕×号"]


@pytest.mark.parametrize(
    ("rule_id", "text"),
    [
        ("Z01", "身份证号11010519491231002X。"),
        ("Z02", "联系人手机13812345678。"),
        ("Z03", "账户6222020200112230301。"),
        ("Z04", "查处渝A12345号车。"),
        ("Z05", "来信寄zhang@example.com。"),
        ("Z06", "当事人家住云溪区东风街道新华路12号3栋5单元602室。"),
        ("S06", "聘请张建国律师。"),
        ("Z09", "有关做法被《内部参阅》刊发。"),
        ("Z10", "云溪委办〔2024〕12号要求。"),
        ("S06", "党组书记、局长李建国主持会议。"),
    ],
)
def test_every_mask_is_for_the_public_copy_and_never_mends_the_report(
    rule_id: str, text: str
) -> None:
    (rule,) = (rule for rule in PARAGRAPH_RULES if rule.id == rule_id)
    (hit,) = rule.look(text, Scene())
    assert [(fix.public, fix.safe) for fix in hit.fixes] == [(True, False)]
