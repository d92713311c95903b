"""The instruments that a report cites."""

from __future__ import annotations

import pytest

from checker.readers.fold import fold
from checker.rulebook.citations import citations


@pytest.mark.parametrize(
    ("text", "name", "years", "is_draft"),
    [
        ("《中华人民共和国行政处罚法》", "行政处罚法", None, False),
        ("《中华人民共和国行政复议法（修订草案）》", "行政复议法", None, True),
        ("《法治政府建设实施纲要（2021－2025年）》", "法治政府建设实施纲要", (2021, 2025), False),
        ("《法治政府建设实施纲要》（2021—2025年）", "法治政府建设实施纲要", (2021, 2025), False),
        ("《某市“十四五”法治建设规划（2021年至2025年）》", "某市十四五法治建设规划", (2021, 2025), False),
        ("《某办法(试行)》", "某办法", None, False),
        ("《关于印发《行政复议法》的通知》", "行政复议法", None, False),
        ("《国务院办公厅关于严格规范涉企行政检查的意见》", "关于严格规范涉企行政检查的意见", None, False),
        ("《中共中央办公厅、国务院办公厅关于甲的意见》", "关于甲的意见", None, False),
        ("《某市人民政府关于乙的决定》", "某市人民政府关于乙的决定", None, False),
        ("《優化營商環境條例》", "优化营商环境条例", None, False),
    ],
)
def test_names_and_years(text: str, name: str, years: tuple[int, int] | None, is_draft: bool) -> None:
    (citation,) = citations(fold(text))
    assert (citation.name, citation.years, citation.is_draft) == (name, years, is_draft)
    assert text[citation.span.start] == "《"
    assert text[citation.span.end - 1] == "》"
