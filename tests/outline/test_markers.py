"""Which lines are headings, at which depth, and which only look like one."""

from __future__ import annotations

import pytest

from checker.outline import parse
from checker.words.document import Document, Heading
from tests.outline.texts import source

HEADINGS = {
    "一、总体情况": ("han", 1, 1, "总体情况"),
    "十一、2025年主要安排": ("han", 1, 11, "2025年主要安排"),
    "二十、其他": ("han", 1, 20, "其他"),
    "廿一、其他": ("han", 1, 21, "其他"),
    "二 、 工作成效": ("han", 1, 2, "工作成效"),
    "三．工作成效": ("han", 1, 3, "工作成效"),
    "一、二十大精神学习贯彻情况": ("han", 1, 1, "二十大精神学习贯彻情况"),
    "二、三项制度落实情况": ("han", 1, 2, "三项制度落实情况"),
    "一、12345热线办理情况": ("han", 1, 1, "12345热线办理情况"),
    "(一)执法力量不强。一是人员少。": ("han_bracket", 2, 1, "执法力量不强"),
    "（十二）加强监督": ("han_bracket", 2, 12, "加强监督"),
    "（ 三 ）加强监督": ("han_bracket", 2, 3, "加强监督"),
    "(四）、加强监督": ("han_bracket", 2, 4, "加强监督"),
    "㈤加强监督": ("han_bracket", 2, 5, "加强监督"),
    "1.推进改革。全年办件2.1万件。": ("digit_dot", 3, 1, "推进改革"),
    "２．推进改革": ("digit_dot", 3, 2, "推进改革"),
    "3 . 推进改革": ("digit_dot", 3, 3, "推进改革"),
    "1.2023年工作回顾": ("digit_dot", 3, 1, "2023年工作回顾"),
    "1.6月底前修订清单": ("digit_dot", 3, 1, "6月底前修订清单"),
    "2.12345热线办理": ("digit_dot", 3, 2, "12345热线办理"),
    "⒋推进改革": ("digit_dot", 3, 4, "推进改革"),
    "5、推进改革": ("digit_comma", 3, 5, "推进改革"),
    "1、2023年工作回顾": ("digit_comma", 3, 1, "2023年工作回顾"),
    "(1)路面检查": ("digit_bracket", 4, 1, "路面检查"),
    "（１２）路面检查": ("digit_bracket", 4, 12, "路面检查"),
    "⑶路面检查": ("digit_bracket", 4, 3, "路面检查"),
    "4）路面检查": ("digit_bracket", 4, 4, "路面检查"),
    "①路面检查": ("circled", 5, 1, "路面检查"),
    "㉑路面检查": ("circled", 5, 21, "路面检查"),
    "第一部分 工作回顾": ("part", 1, 1, "工作回顾"),
    "第二部分：工作打算": ("part", 1, 2, "工作打算"),
    "第三部分": ("part", 1, 3, ""),
    "第1部分　总体情况": ("part", 1, 1, "总体情况"),
    "第十章　附则": ("chapter", 1, 10, "附则"),
    "第一章总体情况。全年平稳。": ("chapter", 1, 1, "总体情况"),
    "　　\t一、缩进": ("han", 1, 1, "缩进"),
    "\u200b\ufeff一、看不见的字符": ("han", 1, 1, "看不见的字符"),
    "\0一、控制字符": ("han", 1, 1, "控制字符"),
    "**一、总体情况**": ("han", 1, 1, "总体情况"),
    "### （二）工作成效 ###": ("han_bracket", 2, 2, "工作成效"),
    "一、": ("han", 1, 1, ""),
    "一、。": ("han", 1, 1, ""),
    "1.持续深化“放管服。”改革。全年": ("digit_dot", 3, 1, "持续深化“放管服。”改革"),
    "1.落实《办法。细则》要求。全年": ("digit_dot", 3, 1, "落实《办法。细则》要求"),
    "1.推行“一网通办。全面提速。": ("digit_dot", 3, 1, "推行“一网通办"),
}
NO_HEADINGS = (
    "一是加强领导。",
    "第一责任人职责落实到位",
    "一、二等奖各获评1个",
    "一、二、三产业融合发展",
    "三、四季度分别办理12件、15件",
    "五、六月份开展专项检查",
    "1.5万件诉求按期办结",
    "１．５万件诉求按期办结",
    "3.15活动现场接待群众312人次",
    "12.4国家宪法日集中宣传",
    "3·15普法宣传",
    "2023年，全县办理案件12件",
    "（二）部分公开：自然人61、商业企业12、科研机构2、其他1、总计76；",
    "2023.12.31",
    "(2023年)办件1.2万件",
    "(2023)12号",
    "3、4号楼已完工",
    "10、11月份开展检查",
    "1,234件案件办结",
    "100%办结",
    "24小时值班",
    "8:30至12:00",
    "(一)(二)两项已办结",
    "(一)、(二)项已办结",
    "（一）至（三）项已办结",
    "(1)道路运输、(2)货车超限、(3)危险货物3项整治",
    "①宣传、②检查、③整改三项工作",
    "一、加强领导；二、完善制度；三、强化监督",
    "1.宣传；2.检查；3.整改",
    "第一部分是工作回顾",
    "第二章的规定不适用",
    "第一部分总结去年,第二部分部署今年",
    "第三条 本办法自发布之日起施行",
    "第二十条第（五）项",
    "第一，加强领导",
    "一方面，加强领导",
    "2.1版本上线",
    "——全县获评示范县",
    "一、基本情况……………………3",
    "1.执法主体........12",
)


@pytest.mark.parametrize("line", HEADINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", ""])
def test_heading(line: str, end: str) -> None:
    (section,) = document(line + end).sections
    assert told(section.heading) == HEADINGS[line]


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_no_heading(line: str) -> None:
    assert document(line).sections == ()
    assert [s.heading.text for s in document(f"一、成效\n{line}\n二、不足").sections] == ["成效", "不足"]


def document(text: str) -> Document:
    return parse(source(text))


def told(heading: Heading) -> tuple[str, int, int, str]:
    return heading.style, heading.depth, heading.number, heading.text
