"""Clean sentences of reports, and faults planted between them."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.rulebook.kinds.reports import FOREWORD, SIGNATURE, TITLE

SENTENCES = (
    "全年办理行政处罚案件35件，其中普通程序12件、简易程序23件，罚没金额46.27万元。",
    "市委常委会会议审议议题21个，多元化化解矛盾纠纷1208件，加上上年结转12件。",
    "落实《某县行政执法监督办法（试行）》《优化营商环境条例》，推行“综合查一次”“扫码入企”。",
    "深入学习贯彻习近平法治思想，切实履行推进法治建设第一责任人职责。",
    "全面落实《法治政府建设实施纲要（2021—2025年）》，“八五”普法规划（2021—2025年）中期评估顺利通过。",
    "群众反映的“谁来管、怎么管？”得到回应，PM2.5浓度32μg/m³，LED屏播放300条。",
    "当事人张某某未取得许可从事经营，某区市场监督管理局依法作出处罚决定。",
    "为了了解企业需求，支队支队长、大队大队长逐户走访，件件有着落、事事有回音。",
    "提升行政执法质量三年行动（2023—2025年）有序推进，12345热线办件2.3万件。",
)

clean_texts = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6)


@st.composite
def planted(draw: st.DrawFn, faults: tuple[str, ...]) -> tuple[str, list[str]]:
    """A report with some of the faults in it, each in a line of its own, and what was planted in order."""
    sentences = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
    chosen = draw(st.lists(st.sampled_from(faults), max_size=3))
    lines = list(sentences)
    places = sorted(
        draw(st.lists(st.integers(0, len(lines)), min_size=len(chosen), max_size=len(chosen))), reverse=True
    )
    for place, fault in zip(places, reversed(chosen), strict=True):
        lines.insert(place, fault)
    return report_of("\n".join(lines)), chosen


def report_of(body: str, title: str = TITLE, signature: str = SIGNATURE) -> str:
    """A report whose only chapter is this text."""
    return f"{title}\n{FOREWORD}\n一、主要举措和成效\n{body}\n{signature}"
