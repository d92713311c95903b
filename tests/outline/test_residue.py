"""What a web page left is known by its words before and after a report, and never taken for the report's own prose."""

from __future__ import annotations

import pytest

from checker.outline import parse
from checker.words.document import LineKind
from tests.outline.texts import source

TITLE = "云棲县水利局2023年度法治政府建设情况报告"
TEXT = f"{TITLE}\n2023年，云棲县水利局依法行政。现将有关情况报告如下：\n一、工作成效\n全年办结案件12件。"
REPORT = f"{TEXT}\n云棲县水利局\n2024年1月18日"

BEFORE = (
    "当前位置：首页 > 政务公开 > 部门信息公开目录 > 县水利局 > 计划总结",
    "您现在的位置： 首页 » 法治政府建设",
    "首页 / 政府信息公开 / 法定主动公开内容",
    "网站首页 政务公开 政务服务 互动交流 走进云棲",
    "云棲县人民政府网",
    "云棲县人民政府门户网站",
    "发布时间：2024-01-19 09:36　来源：县水利局　浏览次数：1867　字体：[大 中 小]",
    "发布日期：2024年1月19日",
    "日期：2024-01-19 10:12:33",
    "2024-01-19",
    "2024-01-19 10:12",
    "来源： 县水利局",
    "信息来源：县水利局    作者：张三    责任编辑：李四",
    "浏览次数： 次",
    "阅读（231）",
    "【字体：大 中 小】",
    "字号：大 中 小 打印",
    "A+ A- 打印 关闭",
    "分享到： 微信 微博",
    "索引号：006940/2024-00012",
    "发文机关：县水利局　　成文日期：2024-01-18",
    "名    称：云棲县水利局2023年度法治政府建设情况报告",
    "欢迎访问云棲县人民政府网站！今天是2024年1月20日 星期六",
    "无障碍浏览 | 适老化 | 繁體 | English",
    "用户登录  注册",
)
AFTER = (
    "扫一扫在手机打开当前页 打印本页 关闭窗口",
    "主办单位：云棲县人民政府办公室 网站标识码：4309000018 岚ICP备18003271号-1 网站地图",
    "用户登录\n还没有账号？\n立即注册",
    "上一篇：云棲县林业局2023年度法治政府建设情况报告\n下一篇：没有了",
    "【打印】【关闭】【收藏】",
    "打印本页　|　关闭窗口",
    "相关链接\n云棲县2022年度法治政府建设情况报告\n云棲县人大常委会工作报告",
    "版权所有：云棲县人民政府　技术支持：云棲县大数据中心",
    "本网站版权所有，未经许可不得转载。",
    "Copyright © 2024 yunqi.gov.cn All Rights Reserved",
    "网站地图 | 联系我们 | 隐私声明 | 使用帮助",
    "云公网安备 33000002000001号",
    "分享到：\n返回顶部",
    "TOP",
    "Public domain\nfalse",
    "责任编辑：张三",
    "（来源：县水利局 编辑：李四）",
    "https://www.yunqi.gov.cn/art/2024/1/18/art_1.html",
    "首页 上一页 1 下一页 尾页",
    "云棲县人民政府门户网站",
)
PROSE = (
    "一、推进“互联网+政务服务”，网站首页访问量达12万次",
    "（一）开展“扫一扫”办事，打印自助终端12台。",
    "全年浏览次数达2.3万次，来源于政务服务网的申请312件。",
    "1.关闭非法采砂点4处，登录系统办件12件。",
    "在政府网站公布版权所有人名单，主办单位为县水利局，承办单位为县文旅局。",
    "微信公众号发布信息96条，微博发布信息12条，网站浏览量2.1万次",
    "附件：1.下载清单",
    "数据来源：县统计局",
    "拟稿：张三　审核：李四　签发：王五",
    "建设单位：云棲县水利局",
)


@pytest.mark.parametrize("line", BEFORE)
def test_before_the_report(line: str) -> None:
    for text in (f"{line}\n{REPORT}", REPORT.replace("\n", f"\n{line}\n", 1)):
        document = parse(source(text))
        assert [one.span.of(text) for one in document.lines if one.kind is LineKind.RESIDUE] == [line]
        assert document.title is not None
        assert document.title.text == TITLE
        assert document.title.repeats == ()


@pytest.mark.parametrize("lines", AFTER)
@pytest.mark.parametrize("report", [REPORT, TEXT], ids=["signed", "unsigned"])
def test_after_the_report(report: str, lines: str) -> None:
    text = f"{report}\n\n{lines}\n"
    document = parse(source(text))
    assert "\n".join(one.span.of(text) for one in document.lines if one.kind is LineKind.RESIDUE) == lines
    assert document.proper.of(text) == report
    assert list(document.walk())[-1].extent.end <= len(report)


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_residue(line: str) -> None:
    for text in (f"{TEXT}\n{line}\n二、不足\n", f"{TEXT}\n{line}"):
        document = parse(source(text))
        assert LineKind.RESIDUE not in {one.kind for one in document.lines}


def test_what_follows_a_signature_and_is_the_report_s() -> None:
    text = (
        f"{REPORT}\n（此件公开发布）\n抄送：县人大办，县政协办。\n联系人：张三，电话：0000-1234567\n附件：统计表.xlsx\n"
    )
    assert LineKind.RESIDUE not in {line.kind for line in parse(source(text)).lines}


def test_a_row_named_like_a_button_is_no_residue() -> None:
    rows = "| 领域 | 公安 | 人社 | 总计 |\n| 受理 | 72 | 49 | 121 |\n| 纠错 | 4 | 5 | 9 |"
    document = parse(source(f"{TEXT}\n{rows}\n二、下步打算\n继续依法行政。"))
    assert all(line.kind is not LineKind.RESIDUE for line in document.lines)
    assert len(document.tables[0].rows) == 3
