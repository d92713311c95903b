"""The frame of every page: one self-contained sheet, without script, network or other files."""

from __future__ import annotations

from checker.handbook.style import CSS
from checker.renderers import phrases
from checker.renderers.markup import Markup, element, join
from checker.words.rule import Rule, Stage

MAKER = '<meta name="generator" content="report-checker rules docs">'
"""By this a page is known as one of ours, which may be replaced."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_META = f"""\
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
{MAKER}
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
"""


def sheet(title: str, body: Markup) -> str:
    """The text of the page."""
    head = element("head", Markup(_META), element("title", f"{title} · 规则手册"), element("style", Markup(CSS)))
    return f"<!DOCTYPE html>\n{element('html', head, element('body', element('main', body)), lang='zh-CN')}\n"


def chips(rule: Rule) -> Markup:
    """What is to be known of the rule at a glance."""
    marks = [element("b", phrases.SEVERITIES[rule.severity].zh, kind=rule.severity)]
    if rule.veto:
        marks.append(element("b", "一票否决", kind="error"))
    if not rule.enabled:
        marks.append(element("span", "已停用"))
    elif rule.stage is not Stage.STABLE:
        marks.append(element("span", phrases.STAGES[rule.stage].zh.partition("，")[0]))
    return join(*marks, element("code", rule.id))
