"""Kind `single_report`."""

from __future__ import annotations

import pytest

from tests.cli.texts import CLEAN
from tests.rulebook.kinds.reports import hits, quotes

RULE = "core.second-report"
TITLE = CLEAN.splitlines()[0]
OTHER = CLEAN.replace("临江县", "青岚县")


@pytest.mark.parametrize("between", ["", "\n", "\n\n\n"])
@pytest.mark.parametrize(("second", "same"), [(CLEAN, "是"), (OTHER, "")])
def test_another_report_is_told_at_its_title(second: str, same: str, between: str) -> None:
    ((quote, hit),) = hits(RULE, CLEAN + between + second)
    assert quote == second.splitlines()[0]
    assert hit.arguments["same"] == same


@pytest.mark.parametrize(
    "text",
    [
        CLEAN,
        f"{TITLE}\n{CLEAN}",
        CLEAN.replace("三、党", "一、党"),
        f"{CLEAN}\n附件：{TITLE}\n{CLEAN}",
        CLEAN.replace("（二）化解", f"见《{TITLE}》。\n（二）化解"),
    ],
    ids=["one", "title printed twice", "numbers begin anew", "attachment", "title in the text"],
)
def test_one_report_is_one(text: str) -> None:
    assert quotes(RULE, text) == []
