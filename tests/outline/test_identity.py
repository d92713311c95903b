"""Year, issuer, rank, kind of report: from the title, else the foreword, the headings, the signature."""

from __future__ import annotations

import pytest

from checker.outline import parse
from checker.outline.bodies import kind_of, level_of
from checker.readers.fold import fold
from checker.words.document import Body, Document, Level
from tests.outline.texts import source

TITLES = {
    "沐川县综合行政执法局2023年度法治政府建设工作的报告": ("沐川县综合行政执法局", 2023, "rule_of_law_annual"),
    "中共云棲县委 云棲县人民政府关于2024年法治政府建设工作情况的报告": (
        "中共云棲县委 云棲县人民政府",
        2024,
        "rule_of_law_annual",
    ),
    "关于沐川县司法局2023年度法治政府建设情况的报告": ("沐川县司法局", 2023, "rule_of_law_annual"),
    "关于报送2022年度云棲区教育局法治政府建设情况的报告": ("云棲区教育局", 2022, "rule_of_law_annual"),
    "白桐市人民政府办公室２０２０年法治政府建设年度报告": ("白桐市人民政府办公室", 2020, "rule_of_law_annual"),
    "二〇二一年度法治政府建设工作情况报告": (None, 2021, "rule_of_law_annual"),
    "云棲县2014年依法行政工作总结": (None, 2014, "rule_of_law_annual"),
    "云棲县司法局法治政府建设工作总结（2022年度）": ("云棲县司法局", 2022, "rule_of_law_annual"),
    "云棲县2021—2025年法治政府建设实施纲要2023年度落实情况报告": (None, 2023, "rule_of_law_annual"),
    "云棲县《法治政府建设实施纲要（2021—2025年）》2022年度落实情况报告": (None, 2022, "other"),
    "云棲县2022年行政执法工作情况报告": (None, 2022, "enforcement_work"),
    "云棲县城市管理局2023年度行政执法统计年报": ("云棲县城市管理局", 2023, "enforcement_annual"),
    "云棲县气象局2020年度行政执法数据公示": ("云棲县气象局", 2020, "enforcement_annual"),
    "云棲县应急管理局2024年行政执法年度报告": ("云棲县应急管理局", 2024, "enforcement_work"),
    "云棲县综合行政执法局2023年工作总结": ("云棲县综合行政执法局", 2023, "other"),
    "云棲市城市管理局2017年工作总结和2018年工作思路": ("云棲市城市管理局", 2017, "other"),
    "云棲县统计局2022年工作总结及2023年工作计划": ("云棲县统计局", 2022, "other"),
    "云棲市司法局关于2019年度行政复议和行政应诉工作情况的报告": ("云棲市司法局", 2019, "reconsideration_litigation"),
    "青岭县石垭镇人民政府2021年政府信息公开工作年度报告": ("青岭县石垭镇人民政府", 2021, "disclosure_annual"),
    "石垭镇政府信息公开工作年度报告（2021年度）": (None, 2021, "disclosure_annual"),
    "晴峦大学2023年信息公开年报": ("晴峦大学", 2023, "disclosure_annual"),
    "云棲县司法局局长2023年度述法报告": ("云棲县司法局", 2023, "other"),
    "中华人民共和国国务院政府工作报告": ("中华人民共和国国务院", None, "other"),
    "广源市黄埔区人民政府、广源开发区管委会2023年法治政府建设情况报告": (
        "广源市黄埔区人民政府、广源开发区管委会",
        2023,
        "rule_of_law_annual",
    ),
    "关于印发《云棲县2023年法治政府建设年度报告》的通知": (None, None, None),
    "关于做好2023年度法治政府建设年度报告工作的通知": (None, 2023, None),
    "云棲县行政执法监督办法": (None, None, None),
    "中华人民共和国行政复议法": (None, None, None),
    "云棲县2024年法治政府建设工作要点": (None, 2024, None),
    "云棲县司法局2024年工作计划": ("云棲县司法局", 2024, None),
}


@pytest.mark.parametrize("title", TITLES)
def test_title(title: str) -> None:
    report = document(f"{title}\n\n一、总体情况\n")
    issuer, year, profile = TITLES[title]
    assert report.title is not None
    assert (report.issuer and report.issuer.text, report.report_year, report.profile) == (issuer, year, profile)
    assert report.issuer is None or report.issuer.span.of(report.text) == issuer


@pytest.mark.parametrize(
    ("foreword", "year", "issuer"),
    [
        ("2022年,柳林渡镇人民政府在县委、县政府领导下依法行政。", 2022, "柳林渡镇人民政府"),
        ("2023年,在區委、區政府的正確領導下,雲棲區綜合行政執法局以法治為引領。", 2023, "雲棲區綜合行政執法局"),
        ("近年来,我镇依法行政。现将我镇 2022 年度法治政府建设情况报告如下:", 2022, None),
        ("按照《条例》(2019年修订),现公布石垭镇人民政府2021年政府信息公开工作年度报告。", 2021, "石垭镇人民政府"),
        ("根据国办发〔2018〕118号文件,自2020年1月1日起至2020年12月31日止。", 2020, None),
        ("落实《规划(2021—2025年)》要求,2024年全县办理案件12件。", 2024, None),
        ("２０２０年，我局实现2025年目标过半。", 2020, None),
    ],
)
def test_foreword(foreword: str, year: int, issuer: str | None) -> None:
    report = document(f"{foreword}\n一、成效\n")
    assert report.title is None
    assert (report.report_year, report.issuer and report.issuer.text) == (year, issuer)


def test_other_sources_of_the_year() -> None:
    assert document("一、2022年工作情况\n二、2023年计划\n").report_year == 2022
    assert document("一、工作情况\n二、2023年工作打算\n").report_year == 2022
    assert document("一、工作情况\n办结。\n云棲县司法局\n2024年1月5日\n").report_year == 2023
    assert document("一、工作情况\n办结。\n云棲县司法局\n2023年12月20日\n").report_year == 2023
    assert document("一、工作情况\n").report_year is None


@pytest.mark.parametrize(("signed", "year"), [("2025年2月14日", 2024), ("2024年2月14日", 2023), ("", 2023)])
def test_a_title_of_last_year(signed: str, year: int) -> None:
    text = (
        "云棲县司法局2023年法治政府建设工作报告\n现将2024年工作情况报告如下：\n一、工作情况\n办结。\n云棲县司法局\n"
        + signed
    )
    assert document(text).report_year == year


def test_issuer_of_a_region_s_report() -> None:
    """云棲市2022年… is signed by the office that wrote it; without a signature the text may name the government."""
    title = "云棲县2022年法治政府建设情况报告"
    assert issuer(f"{title}\n一、成效\n办结。\n云棲县司法局\n2023年1月5日") == "云棲县司法局"
    assert issuer(f"{title}\n一、成效\n提请云棲县人民政府审议。") == "云棲县人民政府"
    assert issuer(f"{title}\n一、成效\n办结。") is None


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("2023年，我局推进综合执法。现将2023年法治政府建设情况报告如下：\n一、成效\n二、不足", "rule_of_law_annual"),
        ("2023年，我局推进法治政府建设。现将行政执法工作情况汇报如下：\n一、成效\n二、不足", "enforcement_work"),
        ("2023年，我局各项工作有序开展。现总结如下：\n一、工作成效\n二、存在问题\n三、下步打算", "other"),
        ("一、工作成效\n二、存在问题\n三、下步打算\n" + "推进法治政府建设。" * 9, "rule_of_law_annual"),
        ("2023年，我县坚持依法治县。\n一、党的建设\n二、经济发展\n", None),
        ("第一回　甄士隐梦幻识通灵\n此开卷第一回也。作者自云：因曾历过一番梦幻之后，故将真事隐去。", None),
        ("It was the best of times, it was the worst of times.\nIt was the age of wisdom.", None),
        ("<html><body>用户登录<form>用户名 密码</form></body></html>", None),
        ("schema: report-checker-rules/1\nrules:\n  - id: core.title\n    kind: title\n", None),
        ("第一章　总则\n第一条　为了规范行政处罚的设定和实施，制定本法。\n第二条　行政处罚适用本法。", None),
        ("关于召开法治政府建设推进会的通知\n各单位：\n现将有关事项通知如下：\n一、会议时间\n二、参会人员", None),
        ("我县召开2023年法治政府建设推进会\n1月5日，我县召开推进会。会议总结了工作成效，分析了存在问题。", None),
    ],
)
def test_kind_of_text(text: str, profile: str | None) -> None:
    assert document(text).profile == profile


@pytest.mark.parametrize(
    ("name", "level", "body"),
    [
        ("国务院", Level.NATIONAL, Body.DEPARTMENT),
        ("交通运输部", Level.NATIONAL, Body.DEPARTMENT),
        ("国家发展和改革委员会", Level.NATIONAL, Body.DEPARTMENT),
        ("四川省人民政府", Level.PROVINCE, Body.GOVERNMENT),
        ("中共四川省委 四川省人民政府", Level.PROVINCE, Body.GOVERNMENT),
        ("上海市人民政府", Level.PROVINCE, Body.GOVERNMENT),
        ("中共上海市委上海市人民政府", Level.PROVINCE, Body.GOVERNMENT),
        ("内蒙古自治区生态环境厅", Level.PROVINCE, Body.DEPARTMENT),
        ("新疆生产建设兵团第八师", Level.CITY, Body.DEPARTMENT),
        ("凉山彝族自治州人民政府", Level.CITY, Body.GOVERNMENT),
        ("锡林郭勒盟司法局", Level.CITY, Body.DEPARTMENT),
        ("聊城市城市管理局", Level.CITY, Body.DEPARTMENT),
        ("运城市规划和自然资源局", Level.CITY, Body.DEPARTMENT),
        ("常德市住房和城乡建设局", Level.CITY, Body.DEPARTMENT),
        ("常德市市场监督管理局", Level.CITY, Body.DEPARTMENT),
        ("常德市公安局交警支队城区大队", Level.CITY, Body.DEPARTMENT),
        ("国家税务总局常德市税务局", Level.CITY, Body.DEPARTMENT),
        ("上海市普陀区人民政府", Level.CITY, Body.GOVERNMENT),
        ("舟山市普陀区综合行政执法局", Level.COUNTY, Body.DEPARTMENT),
        ("常德市津市市司法局", Level.COUNTY, Body.DEPARTMENT),
        ("鄂托克旗人民政府", Level.COUNTY, Body.GOVERNMENT),
        ("中共武胜县委 武胜县人民政府", Level.COUNTY, Body.GOVERNMENT),
        ("常德市经济技术开发区管理委员会", Level.COUNTY, Body.GOVERNMENT),
        ("乐山市市中区教育局", Level.COUNTY, Body.DEPARTMENT),
        ("县司法局", Level.COUNTY, Body.DEPARTMENT),
        ("青岭县石垭镇人民政府", Level.TOWNSHIP, Body.GOVERNMENT),
        ("北京市海淀区中关村街道办事处", Level.TOWNSHIP, Body.GOVERNMENT),
        ("溪桥乡综合行政执法队", Level.TOWNSHIP, Body.DEPARTMENT),
        ("司法局", None, Body.DEPARTMENT),
    ],
)
def test_rank(name: str, level: Level | None, body: Body) -> None:
    assert (level_of(fold(name)), kind_of(fold(name))) == (level, body)


@pytest.mark.parametrize(
    ("foreword", "level", "body"),
    [
        ("2022年，我镇依法行政。", Level.TOWNSHIP, Body.GOVERNMENT),
        ("2022年，我局在市委、县委、县政府领导下依法行政。", Level.COUNTY, Body.DEPARTMENT),
        ("2022年，各项工作有序开展。", None, None),
    ],
)
def test_rank_without_a_name(foreword: str, level: Level | None, body: Body | None) -> None:
    report = document(f"{foreword}\n一、成效\n")
    assert (report.level, report.body) == (level, body)


def test_script() -> None:
    assert document("2023年，縣教育局認真貫徹落實依法治教要求。").script == "hant"
    assert document("2023年，县教育局认真贯彻落实要求，着力服务。").script == "hans"
    assert document("").script == "hans"


def document(text: str) -> Document:
    return parse(source(text))


def issuer(text: str) -> str | None:
    found = document(text).issuer
    return found.text if found else None
