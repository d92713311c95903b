"""“您是不是想写…？”"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

# Keys are English; writers who think of them in Chinese are led to them, by the first of these words that is known.
_CHINESE = {
    "编号": "id", "名称": "id", "种类": "kind", "类型": "kind", "适用": "profiles", "文种": "profiles",
    "级别": "severity", "严重程度": "severity", "分值": "points", "扣分": "points", "封顶": "cap", "上限": "cap",
    "否决": "veto", "类别": "category", "分类": "category", "状态": "stage", "层级": "levels", "依据": "basis",
    "地区": "regions", "省份": "regions",
    "消息": "message", "问题": "message", "提示": "message", "建议": "suggestion", "示例": "examples",
    "合规": "pass", "违规": "fail", "章节": "part section", "部分": "part", "理由": "reason", "规则": "rules rule",
    "继承": "extends", "指标": "metrics", "错误": "error", "警告": "warning", "正式": "stable", "试行": "trial",
    "草案": "draft", "废止": "retired", "是": "true", "否": "false", "yes": "true", "no": "false", "on": "true",
    "off": "false", "报告": "report", "批准人": "by", "到期日": "until", "截止": "until", "指纹": "fingerprint",
    "说明": "note", "备注": "note", "口径不同": "other_definition", "上级另有规定": "superior_rule",
    "误报": "false_alarm", "已整改待报": "corrected", "不适用": "not_applicable",
}  # fmt: skip


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    words = list(known)
    bare = word[:80].strip("“”\"'‘’ \u3000").lower().replace("-", "_")
    meant = next((word for word in _CHINESE.get(bare, bare).split() if word in words), None)
    if meant is not None:
        return meant
    found = get_close_matches(bare, words, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, str]:
    """The question in Chinese and English, or two empty texts."""
    near = closest(word, known)
    return (f"，您是不是想写“{near}”？", f"; did you mean “{near}”?") if near else ("", "")
