"""What a body met for, told in the chapters and again of the one who presides."""

import pytest

from tests.figures.measuring import measured, violated

CHAPTER = "一、主要做法\n局党组会议专题研究法治工作5次，局长办公会学法7次。\n二、主要负责人履职情况\n"


@pytest.mark.parametrize(
    ("told", "equations"),
    [
        ("主持召开党组会研究法治工作6次。", ["5 ≠ 6"]),
        ("局主要负责人带头参加局长办公会学法9次。", ["7 ≠ 9"]),
        ("主持召开党组会研究法治工作5次。", []),
        ("主持召开专题会议研究法治工作6次。", []),
        ("县政府常务会议研究法治工作6次。", []),
        ("分管负责人主持党组会议专题研究法治工作2次。", []),
        ("各单位党组会研究法治工作126次。", []),
        ("2024年党组会研究法治工作不少于6次。", []),
    ],
)
def test_the_same_meetings(told: str, equations: list[str]) -> None:
    assert [relation.equation for relation in violated(measured(CHAPTER + told))] == equations


def test_three_values_are_of_several_things() -> None:
    told = CHAPTER + "上半年党组会研究法治工作2次。\n下半年党组会研究法治工作3次。"
    assert violated(measured(told)) == []
