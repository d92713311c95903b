"""The pages of rules: complete, the same every time, in one piece, and never out of step unnoticed."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath

import pytest

from checker.cli import main
from checker.handbook.folder import publish, stale
from checker.handbook.reasons import REASONS
from checker.handbook.site import site
from checker.rulebook.tools.effective import read_all
from checker.words.finding import Category
from tests.rulebook.packs import pack, read, rule

SECTIONS = ["检查什么", "为什么", "怎样改", "依据", "不合规", "合规", "参数", "分值", "适用", "状态"]
VOID = {"meta"}


@cache
def pages() -> dict[str, str]:
    return dict(site(read_all()))


class Reading(HTMLParser):
    """What a page holds; every element must be closed in turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_built_twice_it_has_the_same_bytes() -> None:
    assert dict(site(read_all())) == pages()


def test_every_rule_has_its_page_with_every_section() -> None:
    rules = read_all().rulebook.rules
    assert {name for name in pages() if name.startswith("rules/")} == {f"rules/{rule.id}.html" for rule in rules}
    for each in rules:
        text = pages()[f"rules/{each.id}.html"]
        assert re.findall("<h2>(.*?)</h2>", text) == SECTIONS
        assert re.search("<h1>[^<]{6,}</h1>", text), each.id


def test_the_index_names_every_rule_by_category_and_by_pack() -> None:
    links = Reading(pages()["index.html"]).links
    assert all(links.count(name) == 2 for name in pages() if name.startswith("rules/"))


def test_every_entry_of_a_registry_and_every_metric_is_listed() -> None:
    rulebook = read_all().rulebook
    listed = {**rulebook.registries, "metrics": rulebook.metrics}
    links = Reading(pages()["index.html"]).links
    assert {f"registries/{name}.html" for name in listed} == {link for link in links if link.startswith("registries/")}
    for name, entries in listed.items():
        assert isinstance(entries, tuple)
        assert pages()[f"registries/{name}.html"].count("<li>") == len(entries) > 0


def test_an_entry_shows_what_it_says_and_how_it_is_known() -> None:
    own = """registries:
  instruments:
    - {name: 渔船条例, adopted: 2001-02-03, amended: [2010-04-05, 2020-06-07], certainty: 读}
  plans: [{name: 治水规划, start: 2021, end: 2025}]
  phrases: [{group: own, core: 治水, forms: {治水兴帮: 治水兴邦}, since: 2020, certainty: 转}]
metrics:
  - {id: ponds, names: [鱼塘], unit: unit, single: true, cells: [{row: 合计, column: 鱼塘}], profiles: [other]}
"""
    found = site(read(pack(rules=own + "rules:\n" + rule())))
    text = {name: re.sub("<[^>]*>", "", page.partition("<main>")[2]) for name, page in found.items()}
    assert (
        "渔船条例通过或公布之日 2001-02-03历次修改之日 2010-04-05、2020-06-07确知程度 据原文"
        in text["registries/instruments.html"]
    )
    assert "治水规划起始年度 2021截止年度 2025确知程度 凭记忆" in text["registries/plans.html"]
    assert "误写与正写 治水兴帮 → 治水兴邦自何年度起为误 2020确知程度 据转述" in text["registries/phrases.html"]
    metrics = text["registries/metrics.html"]
    assert "ponds名称 鱼塘单位的类别 unit全文只应有一个值 是哪些报告有此指标 其他工作报告" in metrics
    assert "在表格中的位置 行的名称 合计，列的名称 鱼塘" in metrics
    assert "registries/events.html" not in found


def test_a_rule_says_for_itself_what_it_checks() -> None:
    own = rule().rstrip("\n") + "\n    checks: {zh: 全文不留空着的地方。, en: Nothing is left open.}\n"
    text = site(read(pack(rules="rules:\n" + own)))["rules/small.placeholder.html"]
    assert "<h2>检查什么</h2><div><p>全文不留空着的地方。</p></div>" in text


def test_a_key_within_a_key_says_of_what() -> None:
    text = pages()["rules/rule-of-law.reported-late.html"]
    assert re.search(r"<dt>[^<]+：月 <code>require\.by\.month</code>", text)


def test_every_link_leads_to_a_page_and_a_place_on_it() -> None:
    read_pages = {name: Reading(text) for name, text in pages().items()}
    for name, page in read_pages.items():
        assert len(page.ids) == len(set(page.ids))
        for link in page.links:
            target, _, place = link.partition("#")
            path = name if not target else resolved(PurePosixPath(name).parent / target)
            assert path in read_pages, (name, link)
            assert not place or place in read_pages[path].ids, (name, link)


def resolved(path: PurePosixPath) -> str:
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)


def test_no_script_and_no_network() -> None:
    for text in pages().values():
        page = Reading(text)
        assert page.names.isdisjoint({"script", "link", "img", "iframe", "form", "object"})
        assert not {name for name in page.attributes if name.startswith("on")}
        assert "://" not in re.sub(r"<(pre|code|mark)>.*?</\1>", "", text, flags=re.DOTALL)


def test_nothing_of_a_rule_becomes_markup() -> None:
    hostile = (
        rule()
        .replace("有占位文字", "'<script>甲</script>是<b>占位</b>文字'")
        .replace("此处待补充", "<i>此处</i>待补充")
    )
    text = site(read(pack(rules="rules:\n" + hostile)))["rules/small.placeholder.html"]
    assert Reading(text).names.isdisjoint({"script", "i"})
    assert "&lt;i&gt;此处&lt;/i&gt;<mark>待补充</mark>" in text
    assert "&lt;script&gt;甲" in text


def test_the_lines_and_columns_of_an_example_stay() -> None:
    example = 'examples: {pass: [好。], fail: [{text: "甲\\t乙\\n待补充\\n丙", quote: "待补充\\n丙"}]}'
    lines = [line if "examples" not in line else f"    {example}\n" for line in rule().splitlines(True)]
    text = site(read(pack(rules="rules:\n" + "".join(lines))))["rules/small.placeholder.html"]
    assert "<pre>甲\t乙\n<mark>待补充\n丙</mark></pre>" in text


def test_a_rule_that_is_off_says_so() -> None:
    own = pack("own", "overrides:\n  - {rule: small.placeholder, reason: 本地不用, enabled: false}\n", "small")
    text = site(read(pack(rules="rules:\n" + rule()), own))["rules/small.placeholder.html"]
    assert "已停用" in text
    assert "本地不用" in text


def test_every_category_says_why() -> None:
    assert set(REASONS) == set(Category)


def test_stale_pages_are_told_and_replaced(tmp_path: Path) -> None:
    one = site(read(pack(rules="rules:\n" + rule("own.one") + rule("own.two"))))
    other = site(read(pack(rules="rules:\n" + rule("own.two"))))
    assert stale(tmp_path / "new", one) == list(one)
    publish(tmp_path, one)
    assert stale(tmp_path, one) == []
    (tmp_path / "notes.html").write_text("mine", "utf-8")
    assert stale(tmp_path, other) == ["index.html", "rules/own.two.html", "rules/own.one.html"]
    publish(tmp_path, other)
    assert stale(tmp_path, other) == []
    assert not (tmp_path / "rules" / "own.one.html").exists()
    assert (tmp_path / "notes.html").read_text("utf-8") == "mine"


def test_the_command_writes_and_checks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "手册")
    assert main(["rules", "docs", "--out", folder]) == 0
    (tmp_path / "手册" / "index.html").write_text("old", "utf-8")
    capsys.readouterr()
    assert main(["rules", "docs", "--check", folder]) == 1
    assert capsys.readouterr().err.strip().endswith("请重新生成：index.html")


@pytest.mark.parametrize("arguments", [[], ["--out", "a", "--check", "b"]])
def test_one_of_the_two_must_be_said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "docs", *arguments]) == 2
    assert "--out" in capsys.readouterr().err
