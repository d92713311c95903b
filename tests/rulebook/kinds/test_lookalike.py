"""Kind `lookalike`."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from tests.rulebook.kinds.reports import hits, quotes
from tests.rulebook.kinds.sentences import planted, report_of

RULE = "encoding.lookalike"
PLANTED = ("进—步规范执法。", "共办理案件1O5件。", "推广АPP应用。")
STRANGERS = ("—", "O", "А")


@given(planted(PLANTED))
@settings(max_examples=20)
def test_each_look_alike_is_found(case: tuple[str, list[str]]) -> None:
    """Foreign letters are told together: the first with the others beside it."""
    text, faults = case
    found = {quote for quote, _ in hits(RULE, text)}
    assert found == {STRANGERS[PLANTED.index(fault)] for fault in faults}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("进－步加强", "一"),
        ("统–思想", "一"),
        ("完善第—责任人制度", "一"),
        ("推进方法：—是加强培训", "一"),
        ("2O23年", "0"),
        ("共l2件", "1"),
        ("处罚1l件", "1"),
        ("二0二三年", "二〇"),
        ("二O二三年", "二〇"),
        ("РМ2.5", "PM"),
        ("加强⾏政执法", "行"),
        ("⻓期坚持", "长"),
    ],
)
def test_what_was_meant(text: str, meant: str) -> None:
    assert hits(RULE, report_of(f"{text}。"))[0][1].arguments["meant"] == meant


@pytest.mark.parametrize(
    "text",
    [
        "京津—雄安沿线，输入—输出，2021—2025年，——亮点做法",
        "CO2排放，H2O检测，O2O平台，B2B企业，5G基站，3D打印，Wi-Fi 6，VOCs",
        "α受体，μg/m³，γ射线，Ω，λ，π",
        "Москва",
        "二〇二三年，二○二三年，20件，10人，100万元",
        "I类、II类、Ⅲ类企业，1级、2级",
    ],
)
def test_what_is_as_it_should_be(text: str) -> None:
    assert quotes(RULE, report_of(f"{text}。")) == []
