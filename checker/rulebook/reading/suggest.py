"""“您是不是想写…？”"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

# Keys are English; rule writers who think of them in Chinese are led to them.
_CHINESE = {
    "编号": "id", "名称": "id", "种类": "kind", "类型": "kind", "适用": "profiles", "文种": "profiles",
    "级别": "severity", "严重程度": "severity", "分值": "points", "扣分": "points", "封顶": "cap", "上限": "cap",
    "否决": "veto", "类别": "category", "分类": "category", "状态": "stage", "层级": "levels", "依据": "basis",
    "消息": "message", "问题": "message", "提示": "message", "建议": "suggestion", "示例": "examples",
    "合规": "pass", "违规": "fail", "章节": "part", "部分": "part", "理由": "reason", "规则": "rules",
    "继承": "extends", "指标": "metrics", "错误": "error", "警告": "warning", "正式": "stable", "试行": "trial",
    "草案": "draft", "废止": "retired", "是": "true", "否": "false", "yes": "true", "no": "false", "on": "true",
    "off": "false",
}  # fmt: skip


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was probably meant."""
    words = list(known)
    bare = word[:80].strip("“”\"'‘’ \u3000").lower().replace("-", "_")
    meant = _CHINESE.get(bare, bare)
    if meant in words:
        return meant
    found = get_close_matches(bare, words, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, str]:
    """The question in Chinese and English, or two empty texts."""
    near = closest(word, known)
    return (f"，您是不是想写“{near}”？", f"; did you mean “{near}”?") if near else ("", "")
