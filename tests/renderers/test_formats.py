"""The other formats stay valid whatever a report or its name holds, and keep within their readers' limits."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.renderers.formats import render
from checker.renderers.markup import element, join
from checker.renderers.sarif import uri
from checker.settings import FORMATS
from checker.words.audit import Audit, Outcome, Status, Verdict
from checker.words.finding import Severity, Suppressed
from checker.words.run import Run
from checker.words.source import Fault
from tests.records import REPORT, make_audit, make_finding, make_run

HOSTILE = [
    "=cmd|'/c calc'!A1",
    "<script>alert(1)</script>",
    "[/附件] [a](javascript:x) |表| `code`",
    "\x1b[31mred\x1b[0m",
    "]]>--><!--",
    "..\\x CON.docx",
    "%0A::error::x\r\n::warning::y",
    "甲\u202e乙\x00\ufffe",
    "n" * 300,
    "𠮷县&amp;\"'",
]


def run_with(text: str) -> Run:
    finding = make_finding(text=f"前{text}后", start=1, end=1 + len(text), message=text, suggestion=text)
    fault = Fault("unreadable", text, text)
    audit = replace(make_audit(f"{text}.txt", finding), title=text, issuer=text)
    return make_run(audit, Audit(f"{text}2.txt", Status.UNREADABLE, fault=fault))


class Tags(HTMLParser):
    """Collects the elements of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        assert all(not name.startswith("on") and name not in {"src", "style"} for name, _ in attrs)
        assert all(re.fullmatch(r"#report-\d+", value or "") for name, value in attrs if name == "href")
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


KNOWN = set(
    re.findall(
        r"\w+",
        """html head meta title style body h1 h2 p b br article section blockquote mark dl dt dd
    ul li table tr th td details summary div a""",
    )
)


def check_format(name: str, run: Run) -> None:
    text = render(run, name)
    text.encode("utf-8")
    assert "\x1b" not in text
    assert "\x00" not in text
    if name in {"json", "sarif", "gitlab"}:
        assert json.loads(text)
    elif name == "junit":
        assert ElementTree.fromstring(text).tag == "testsuites"
    elif name == "github":
        assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in text.splitlines())
    elif name == "html":
        page = Tags()
        page.feed(text)
        page.close()
        assert page.open == []
        assert page.names <= KNOWN


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", FORMATS)
def test_hostile_text_stays_text(name: str, text: str) -> None:
    check_format(name, run_with(text))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), st.sampled_from(FORMATS))
def test_any_text_stays_text(text: str, name: str) -> None:
    check_format(name, run_with(text))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_reports_at_all(name: str, language: str) -> None:
    assert render(make_run(), name, language) or name == "github"


def test_elements_escape_everything_but_markup() -> None:
    assert element("p", "<b>", element("i", "&"), kind='a"b') == '<p class="a&quot;b">&lt;b&gt;<i>&amp;</i></p>'
    assert join("<", element("b")) == "&lt;<b></b>"


def sarif(run: Run) -> dict[str, list[dict[str, list[dict[str, object]]]]]:
    loaded: dict[str, list[dict[str, list[dict[str, object]]]]] = json.loads(render(run, "sarif"))
    return loaded


def test_sarif_has_what_code_scanning_requires() -> None:
    start = REPORT.index("110件")
    finding = make_finding(text=REPORT, start=start, end=start + 4)
    suppressed = replace(finding, suppressed=Suppressed("baseline", "存量"))
    document = json.loads(render(make_run(make_audit("目录/报告 1.txt", finding, suppressed)), "sarif"))
    run = document["runs"][0]
    result = run["results"][0]
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    assert document["version"] == "2.1.0"
    assert run["columnKind"] == "unicodeCodePoints"
    assert rule["id"] == result["ruleId"] == "test.rule"
    assert rule["shortDescription"]["text"]
    assert rule["help"]["text"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E7%9B%AE%E5%BD%95/%E6%8A%A5%E5%91%8A%201.txt"
    assert place["region"]["startColumn"] == 20
    assert place["region"]["endColumn"] == 24
    assert result["partialFingerprints"] == {"primaryLocationLineHash": finding.fingerprint}
    assert run["results"][1]["suppressions"][0]["kind"] == "external"


def test_sarif_keeps_the_gravest_and_says_what_is_left_out() -> None:
    hints = [make_finding(severity=Severity.INFO)] * 5000
    document = json.loads(render(make_run(make_audit("a.txt", *hints, make_finding())), "sarif"))
    run = document["runs"][0]
    assert len(run["results"]) == 5000
    assert run["results"][0]["level"] == "error"
    assert "5001" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


@pytest.mark.parametrize(("path", "expected"), [("-", "stdin"), ("a\\b.txt", "a/b.txt"), ("a\udcff.txt", "a%FF.txt")])
def test_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_junit_has_a_case_for_every_rule() -> None:
    audit = make_audit("a.txt", make_finding())
    audit = replace(audit, outcomes=(*audit.outcomes, Outcome("test.open", Verdict.UNDECIDED, "没有数字")))
    suite = ElementTree.fromstring(render(make_run(audit), "junit"))[0]
    cases = {case.get("name"): [child.tag for child in case] for case in suite}
    assert cases == {"test.rule": ["failure"], "test.met": [], "test.open": ["skipped"]}
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "1")


def test_junit_reports_what_could_not_be_read() -> None:
    fault = Fault("empty", "文件为空")
    suite = ElementTree.fromstring(render(make_run(Audit("a.txt", Status.UNREADABLE, fault=fault)), "junit"))[0]
    assert suite[0][0].tag == "error"
    assert suite[0][0].text == "文件为空"


def test_github_shows_ten_of_a_kind_and_counts_the_rest() -> None:
    lines = render(make_run(make_audit("a.txt", *[make_finding()] * 12)), "github").splitlines()
    assert len(lines) == 10
    assert lines[0] == "::error file=a.txt,line=1,endLine=1,col=3,endColumn=4,title=test.rule::问题在这里 请改正"
    assert "另有 3 条" in lines[-1]


def test_gitlab_fingerprints_differ_between_reports() -> None:
    entries = json.loads(
        render(make_run(make_audit("a.txt", make_finding()), make_audit("b.txt", make_finding())), "gitlab")
    )
    assert len({entry["fingerprint"] for entry in entries}) == 2
    assert entries[0]["location"] == {"path": "a.txt", "lines": {"begin": 1}}


def test_html_needs_nothing_from_outside() -> None:
    page = render(make_run(make_audit("a.txt", make_finding())), "html")
    assert "default-src 'none'; style-src 'unsafe-inline'" in page
    assert "http://" not in page.replace("http-equiv", "")
    assert "https://" not in page
    assert "<mark>错字</mark>" in page


def test_the_table_of_reports_leads_to_each() -> None:
    page = render(make_run(make_audit("a.txt"), make_audit("<b>.txt")), "html")
    assert '<a href="#report-2">&lt;b&gt;.txt</a>' in page
    assert page.count('<article id="report-') == 2


def test_markdown_marks_the_quote_and_escapes_the_rest() -> None:
    finding = make_finding(text="a|b_c*d", start=2, end=3)
    page = render(make_run(make_audit("a.txt", finding)), "markdown")
    assert "> a\\|**【b】**\\_c\\*d" in page
