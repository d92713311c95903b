"""What keeps a file from being read, in the words that people see."""

from __future__ import annotations

from checker.words.rule import Wording
from checker.words.source import Fault

# A wrong call, in contrast to an input that exists and cannot be read.
WRONG_CALLS = frozenset({"not_found", "no_match", "unknown_encoding"})

_MESSAGES = {
    "not_found": Wording("找不到文件: {path}{near}", "no such file: {path}{near}"),
    "no_match": Wording("没有与 {path} 相符的文件{near}", "nothing matches {path}{near}"),
    "no_reports": Wording(
        "文件夹 {path} 中没有 .txt 或 .md 报告(跳过 {skipped} 个其他文件)",
        "no .txt or .md report in folder {path} ({skipped} other files skipped)",
    ),
    "unreadable": Wording(
        "无法读取: {reason}; 请检查权限, 或关闭正在占用它的程序后重试",
        "cannot be read: {reason}; check the permissions, or close the program that holds it",
    ),
    "too_large": Wording(
        "文件超过 {limit} MB 上限, 未读取; 请拆分, 或确认它确是一份报告",
        "larger than the limit of {limit} MB, not read; split it, or make sure that it is a report",
    ),
    "empty": Wording("文件为空: 没有可检查的文字", "empty: there is no text to check"),
    "unsupported_format": Wording(
        "这是{format}, 暂不能直接检查; 请另存为纯文本(.txt)后重试",
        "this is {format}, which cannot be checked as it is; save it as plain text (.txt)",
    ),
    "encrypted": Wording(
        "文件已加密; 请去除密码, 另存为纯文本(.txt)后重试",
        "encrypted; remove the password and save it as plain text (.txt)",
    ),
    "unknown_encoding": Wording(
        "不认识的文字编码: {encoding}; 常用的有 utf-8、gb18030、utf-16",
        "unknown encoding: {encoding}; usual ones are utf-8, gb18030 and utf-16",
    ),
    "undecodable": Wording(
        "第 {line} 行第 {column} 列起有无法按 {encoding} 解码的字节(共 {count} 处), 文字不完整, 未评分; "
        "请用正确的编码另存, 或以 --encoding 指定编码",
        "bytes that are no {encoding} from line {line}, column {column} ({count} places): the text is incomplete "
        "and not scored; save it in the right encoding, or name the encoding with --encoding",
    ),
}
_NEAR = Wording("; 相近的文件名: {names}", "; near names: {names}")


def fault(
    code: str, path: str, language: str, *, line: int | None = None, column: int | None = None, **arguments: object
) -> Fault:
    """The fault with its message filled in; `arguments` are those that the message of this code names."""
    text = _MESSAGES[code].of(language).format(path=path, line=line, column=column, **arguments)
    return Fault(code, text, path, line, column)


def near(names: list[str], language: str) -> str:
    """The addition that suggests file names; empty where there are none."""
    return _NEAR.of(language).format(names="、".join(names)) if names else ""
