"""What stands around the sections: title, addressee, foreword; closing, attachments, signature, date."""

from __future__ import annotations

from datetime import date

import pytest

from checker.outline import parse
from checker.words.document import Document, LineKind
from checker.words.place import Span
from tests.outline.texts import source

TITLE = "云棲县水利局2023年度法治政府建设情况报告"
FOREWORD = "2023年，云棲县水利局依法行政。现将有关情况报告如下："
TEXT = f"{TITLE}\n{FOREWORD}\n一、工作成效\n全年办结案件12件。\n"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ([TITLE], TITLE),
        (["云棲县水利局", "2023年度法治政府建设情况报告"], TITLE),
        (["云棲县水利局2023年度", "法治政府建设情况报告"], TITLE),
        (["云棲县水利局2023", "年度法治政府建设情况报告"], TITLE),
        (["云棲县水利局2023年度法治政府建设情况报", "告"], TITLE),
        (
            ["云棲县水利局", "关于2023年度法治政府建设情况的", "报　　告"],
            "云棲县水利局关于2023年度法治政府建设情况的报　　告",
        ),
        (
            ["中共云棲县委", "云棲县人民政府", "关于2023年法治政府建设情况的报告"],
            "中共云棲县委 云棲县人民政府关于2023年法治政府建设情况的报告",
        ),
        (["云棲县水利局行政执法统计年报", "（2023年度）"], "云棲县水利局行政执法统计年报（2023年度）"),
        (["云棲县水利局文件", "云水〔2024〕3号", TITLE], TITLE),
        (["法治政府建设年度报告", TITLE], TITLE),
        ([TITLE + "（公开版）"], TITLE + "（公开版）"),
        ([TITLE, "（2024年1月5日）"], TITLE),
        ([TITLE, "——2024年1月5日在县人大常委会会议上"], TITLE),
        (["云棲县水利局2023年法治政府建设工作"], "云棲县水利局2023年法治政府建设工作"),
        ([f"# {TITLE}"], TITLE),
        ([f"**{TITLE}**"], TITLE),
        ([], None),
    ],
)
def test_title(lines: list[str], title: str | None) -> None:
    for gap in ("\n", "\n\n", "\r\n　　"):
        report = document(gap.join([*lines, FOREWORD, "一、工作成效", "办结。"]))
        assert (report.title and report.title.text) == title
        assert quoted(report, report.foreword) == FOREWORD


@pytest.mark.parametrize(
    ("again", "repeats"),
    [
        ([TITLE], [TITLE]),
        (["云棲县水利局2023年度法治政府建设工作情况的报告"], ["云棲县水利局2023年度法治政府建设工作情况的报告"]),
        (["云棲县水利局", "2023年度法治政府建设情况报告"], ["云棲县水利局", "2023年度法治政府建设情况报告"]),
        (["云棲县林业局2023年度法治政府建设情况报告"], []),
        (["云棲县水利局", "（2024年1月5日）"], []),
    ],
)
def test_title_printed_twice(again: list[str], repeats: list[str]) -> None:
    report = document("\n".join([TITLE, *again, FOREWORD, "一、工作成效"]))
    assert report.title is not None
    assert report.title.text == TITLE
    assert [span.of(report.text) for span in report.title.repeats] == repeats


@pytest.mark.parametrize(
    "line",
    [
        "市人民政府：",
        "县委、县人民政府：",
        "各位代表：",
        "省司法厅:",
        "中共云棲县委全面依法治县委员会办公室：",
        "县人大常委会：",
    ],
)
def test_addressee(line: str) -> None:
    report = document(f"{TITLE}\n{line}\n{FOREWORD}\n一、工作成效\n")
    assert quoted(report, report.addressee) == line
    assert quoted(report, report.foreword) == FOREWORD


@pytest.mark.parametrize("line", ["现将有关情况报告如下：", "主要情况：", "发布单位：", "联系单位："])
def test_no_addressee(line: str) -> None:
    assert document(f"{TITLE}\n{line}\n一、工作成效\n").addressee is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2024年2月5日", date(2024, 2, 5)),
        ("２０２４年２月５日", date(2024, 2, 5)),
        ("2024 年 2 月 5 日", date(2024, 2, 5)),
        ("（2024年2月5日）", date(2024, 2, 5)),
        ("2024-02-05", date(2024, 2, 5)),
        ("2024.2.5", date(2024, 2, 5)),
        ("2024年2月5號", date(2024, 2, 5)),
        ("二〇二四年二月五日", date(2024, 2, 5)),
        ("二○二四年十二月廿一日", date(2024, 12, 21)),
        ("二零二四年十月三十日", date(2024, 10, 30)),
        ("2024年2月30日", None),
        ("2024年13月5日", None),
        ("20224年1月5日", None),
        ("二〇二四年二月三十日", None),
    ],
)
@pytest.mark.parametrize(
    "layout", ["云棲县水利局\n{}", "云棲县水利局　　{}", "云棲县水利局{}", "　　　　云 棲 县 水 利 局\n\n　　　　{}\n"]
)
def test_signature(written: str, value: date | None, layout: str) -> None:
    report = document(TEXT + layout.format(written))
    assert report.signed is not None
    assert (report.signed.value, report.signed.span.of(report.text)) == (value, written.strip("（）"))
    assert report.signature is not None
    assert "".join(report.signature.text.split()) == "云棲县水利局"
    assert quoted(report, report.sections[0].body) == "全年办结案件12件。"


@pytest.mark.parametrize("written", ["2024年2月", "2024年×月×日", "　　年　月　日", "XX年X月X日"])
def test_a_date_without_its_day(written: str) -> None:
    report = document(f"{TEXT}云棲县水利局\n{written}")
    assert report.signed is None
    assert report.lines[-1].kind is LineKind.DATE
    assert report.signature is not None


@pytest.mark.parametrize(
    ("end", "signature"),
    [
        ("中共云棲县委\n云棲县人民政府\n2024年2月5日", "中共云棲县委 云棲县人民政府"),
        ("中共云棲县委　云棲县人民政府\n2024年2月5日", "中共云棲县委　云棲县人民政府"),
        ("云棲县水利局（盖章）\n2024年2月5日", "云棲县水利局"),
        ("2024年2月5日\n云棲县水利局", "云棲县水利局"),
        ("云棲县水利局", "云棲县水利局"),
        ("云棲县水利局法规科\n2024年2月5日", "云棲县水利局法规科"),
        ("2024年2月5日", None),
        ("无其他需要报告的事项\n2024年2月5日", None),
        ("", None),
    ],
)
def test_signatories(end: str, signature: str | None) -> None:
    report = document(TEXT + end)
    assert (report.signature and report.signature.text) == signature


@pytest.mark.parametrize(
    "line",
    [
        "特此报告。",
        "专此报告",
        "特此汇报。",
        "以上报告，请审阅。",
        "以上报告妥否，请批示。",
        "妥否，请批示。",
        "请审阅。",
    ],
)
def test_closing(line: str) -> None:
    for end in ("", "\n云棲县水利局\n2024年2月5日", "\n附件：统计表\n云棲县水利局\n2024年2月5日"):
        report = document(f"{TEXT}　　{line}{end}")
        assert quoted(report, report.closing) == line
        assert quoted(report, report.sections[0].body) == "全年办结案件12件。"


def test_closing_at_the_end_of_a_paragraph() -> None:
    report = document(TEXT.strip() + "特此报告。\n云棲县水利局\n2024年2月5日")
    assert quoted(report, report.closing) == "特此报告。"
    assert document(TEXT + "全年特此报告12次。").closing is None


@pytest.mark.parametrize(
    ("end", "attachments"),
    [
        ("附件：统计表\n云棲县水利局\n2024年2月5日", ["附件：统计表"]),
        ("附件：1.统计表\n　　　2.清单\n云棲县水利局\n2024年2月5日", ["附件：1.统计表", "2.清单"]),
        ("云棲县水利局\n2024年2月5日\n附件：1.统计表\n2.清单", ["附件：1.统计表", "2.清单"]),
        ("云棲县水利局\n2024年2月5日\n附件1\n统计表\n一、处罚\n附件2\n二、许可", ["附件1", "附件2"]),
        ("附件1：统计表\n一、处罚\n二、许可", ["附件1：统计表"]),
        ("附表\n类别\t件数\n处罚\t12\n", ["附表"]),
    ],
)
def test_attachments(end: str, attachments: list[str]) -> None:
    """Their own headings are no headings of the report."""
    report = document(TEXT + end)
    assert [span.of(report.text) for span in report.attachments] == attachments
    assert [section.heading.text for section in report.walk()] == ["工作成效"]


def test_a_table_named_in_the_middle_is_no_end() -> None:
    report = document(f"{TEXT}附表1：案件统计\n类别\t件数\n处罚\t12\n二、不足\n（一）力量不足\n三、打算\n")
    assert report.attachments == ()
    assert [section.heading.text for section in report.walk()] == ["工作成效", "不足", "力量不足", "打算"]


def test_a_date_inside_the_text_signs_nothing() -> None:
    report = document(f"{TEXT}活动时间：\n2024年1月5日\n二、不足\n力量不足，有待加强。\n")
    assert (report.signed, report.signature) == (None, None)


def test_the_same_report_twice() -> None:
    report = document(TEXT + TEXT)
    assert report.title is not None
    assert [span.of(report.text) for span in report.title.repeats] == [TITLE]
    assert [quoted(report, section.body) for section in report.sections] == ["全年办结案件12件。"] * 2


def test_a_page_header_is_no_second_report() -> None:
    report = document(f"{TEXT}（一）执法\n{TITLE}\n（二）服务\n")
    assert [len(section.children) for section in report.sections] == [2]


def document(text: str) -> Document:
    return parse(source(text))


def quoted(report: Document, span: Span | None) -> str | None:
    return span.of(report.text).strip() if span else None
