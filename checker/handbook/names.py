"""Chinese names of the members of closed sets, where the words of reports have none for them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from checker.renderers import phrases
from checker.rulebook.equations.frames import Within
from checker.words.audit import Grade
from checker.words.document import Body, Level, LineKind
from checker.words.finding import Category, Certainty, Severity
from checker.words.profile import PartId, Profile
from checker.words.relation import RelationKind
from checker.words.rule import Stage

LEVELS = {
    Level.NATIONAL: "国家级",
    Level.PROVINCE: "省级",
    Level.CITY: "市级",
    Level.COUNTY: "县级",
    Level.TOWNSHIP: "乡级",
}
BODIES = {Body.GOVERNMENT: "政府", Body.DEPARTMENT: "部门"}
CERTAINTIES = {
    Certainty.READ: "据原文",
    Certainty.SECOND_HAND: "据转述",
    Certainty.PRACTICE: "据各地写法",
    Certainty.MEMORY: "凭记忆，尚待核对",
}
_RELATIONS = {
    RelationKind.PART_WHOLE_SUM: "部分与合计",
    RelationKind.RATE: "比率",
    RelationKind.REDUCTION: "压减",
    RelationKind.GROWTH: "增减",
    RelationKind.CARRY_OVER: "结转",
    RelationKind.REPEATED_METRIC: "前后一致",
    RelationKind.COUNTED_LIST: "列举项数",
    RelationKind.DIFFERENCE: "差额",
    RelationKind.BOUND: "大小",
    RelationKind.DATE_ORDER: "日期先后",
    RelationKind.OTHER: "其他",
}
_LINES = {
    LineKind.BLANK: "空行",
    LineKind.TITLE: "标题",
    LineKind.ADDRESSEE: "主送机关",
    LineKind.HEADING: "小标题",
    LineKind.TEXT: "正文",
    LineKind.TABLE: "表格",
    LineKind.CLOSING: "结束语",
    LineKind.ISSUER: "署名",
    LineKind.DATE: "成文日期",
    LineKind.ATTACHMENT: "附件",
    LineKind.RESIDUE: "网页残留",
}
_WITHIN = {Within.STATEMENT: "同句", Within.PARAGRAPH: "同段", Within.SECTION: "同节", Within.REPORT: "全文"}

NAMES: Mapping[type[StrEnum], Mapping[Any, str]] = MappingProxyType(
    {
        Severity: {member: words.zh for member, words in phrases.SEVERITIES.items()},
        Category: {member: words.zh for member, words in phrases.CATEGORIES.items()},
        Stage: {member: words.zh for member, words in phrases.STAGES.items()},
        Grade: {member: words.zh for member, words in phrases.GRADES.items()},
        Profile: {member: phrases.PROFILES[member.value].zh for member in Profile},
        PartId: {member: phrases.PARTS[member.value].zh for member in PartId},
        Level: LEVELS,
        Body: BODIES,
        Certainty: CERTAINTIES,
        RelationKind: _RELATIONS,
        LineKind: _LINES,
        Within: _WITHIN,
    }
)
"""For each set its members with their names; a set that is not here tells its members in the key's description."""
