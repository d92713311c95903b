"""Parse time grows with the text and not faster: twice the text may cost little more than twice the time."""

from __future__ import annotations

import time

import pytest

from checker.outline import parse
from tests.outline.texts import source

SIZE = 2_500  # characters
MOST_GROWTH = 9.0  # for four times the text it is 4; a quadratic step gives 16
PATTERNS = {
    "prose": "全年办理行政处罚案件312件，其中简易程序200件。",
    "headings": "（一）加强执法。全年办理案件12件。\n",
    "first levels": "一、\n",
    "lines": "全年办理案件12件\n",
    "carriage returns": "1.办结\r",
    "bare numbers": "12\n",
    "table rows": "一、处罚\t12\t3\n",
    "piped rows": "|一、处罚|12|\n",
    "spaced rows": "处罚 12 3\n",
    "dates": "2024年1月5日\n",
    "titles": "云棲县2023年法治政府建设情况报告\n",
    "bodies": "云棲县司法局\n",
    "attachments": "附件1\n",
    "buttons": "打印 关闭\n",
    "bars": "来源：县司法局\n",
    "notes": "注：1.甲\n2.乙\n",
    "contents": "目录\n一、成效\n",
    "brackets": "(",
    "open quotes": "“",
    "open titles": "《",
    "quoted stops": "“。",
    "digits": "1",
    "spaces": " ",
    "tabs": "a\t",
    "pipes": "|",
    "commas": "2023年,",
    "regions": "，沐县沐县",
    "traditional": "縣關於",
    "wide": "，０",
    "hashes": "# 甲\n",
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_time_grows_with_the_text(pattern: str) -> None:
    small, large = (seconds(pattern, size) for size in (SIZE, 4 * SIZE))
    assert large < MOST_GROWTH * small + 0.02


def seconds(pattern: str, size: int) -> float:
    """The least CPU time of three runs, so that another process does not count."""
    text = "1.“" + PATTERNS[pattern] * (size // len(PATTERNS[pattern]))
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        parse(source(text))
        best = min(best, time.process_time() - start)
    return best
