"""Names of kinds that make up a whole."""

from __future__ import annotations

import pytest

from checker.figures.relate.vocabularies import (
    are_complements,
    are_contraries,
    are_graded,
    are_outcomes,
    are_some_results,
)


@pytest.mark.parametrize(
    ("labels", "graded"),
    [
        (["其中一级道路", "二级道路", "三级道路"], True),
        (["1级道路", "2级道路", "3级道路"], True),
        (["二级道路", "三级道路", "四级道路"], False),
        (["一级道路", "二级道路"], False),
        (["一级道路", "三级道路", "四级道路"], False),
    ],
)
def test_grades_are_counted_through_from_the_first(labels: list[str], graded: bool) -> None:
    assert are_graded(labels) is graded


@pytest.mark.parametrize(
    ("labels", "sides"),
    [
        (["合法用地", "违法用地"], True),
        (["其中重大事故隐患", "一般隐患"], True),
        (["其中重大事故", "一般事故"], False),
        (["主动公开", "依申请公开"], False),
        (["正职负责人出庭", "副职负责人出庭"], True),
    ],
)
def test_two_sides_of_one_division(labels: list[str], sides: bool) -> None:
    assert are_complements(labels) is sides


def test_fewer_than_five_results_of_an_application_leave_room() -> None:
    results = ["予以公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他处理"]
    assert are_outcomes(results)
    assert not are_some_results(results)
    assert are_some_results(results[:4])
    assert not are_some_results(["处罚", "不予处罚", "移送"])


@pytest.mark.parametrize("labels", [["通过12315平台接收", "通过12345热线转办"], ["审核通过", "审核通过"]])
def test_by_which_way_is_no_outcome(labels: list[str]) -> None:
    assert not are_outcomes(labels)


@pytest.mark.parametrize(
    ("labels", "contrary"),
    [
        (["公示信息真实", "不真实"], True),
        (["确认问题", "不属于问题"], True),
        (["合规", "违法违规"], True),
        (["同意发布", "退回修改后不再发布或者不宜公开的"], True),
        (["符合规定的", "不符合规定的"], True),
        (["未发现问题", "发现问题"], True),
        (["提出意见", "未采纳意见"], False),
        (["不合格", "不达标"], False),
        (["属实", "部分属实"], False),
    ],
)
def test_one_denies_what_the_other_says(labels: list[str], contrary: bool) -> None:
    assert are_contraries(labels) is contrary
