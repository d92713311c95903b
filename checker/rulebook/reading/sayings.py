"""What YAML parsers say (libyaml and PyYAML word it differently), in plain Chinese and English."""

from __future__ import annotations

SAYINGS: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "此处不能有冒号：值里含“: ”时整个值要加引号；否则请检查缩进是否与同级对齐",
        "no colon allowed here: quote a value that holds “: ”, or check the indentation",
    ),
    (
        "could not find expected ':'",
        "这一行缺少“键: 值”的冒号，或冒号后没有空一格",
        "this line lacks the colon of “key: value”, or the blank after it",
    ),
    (
        "cannot start any token",
        "值不能以这个符号开头，请给整个值加引号",
        "a value cannot start with this character; quote it",
    ),
    (
        "unknown escape character",
        "双引号里不能这样用反斜杠“\\”，请改用单引号",
        "no such escape in double quotes; use single quotes",
    ),
    (
        "unexpected end of stream",
        "从这里开始的引号没有配对的后引号",
        "the quotation mark that opens here is never closed",
    ),
    (
        "alphabetic or numeric character",
        "值不能以“*”或“&”开头，请给整个值加引号",
        "a value cannot start with * or &; quote it",
    ),
    (
        "sequence entries are not allowed",
        "列表的“-”要另起一行，或写成 [甲, 乙]",
        "start the list's dash on a new line, or write [a, b]",
    ),
    ("did not find expected '-'", "这一行没有与上面的列表左对齐", "this line is not aligned with the list above"),
    (
        "',' or",
        "这里少了半角逗号“,”，或括号没有配对；含 { } [ ] , 的文字要加引号",
        "a comma or a closing bracket is missing; quote a text that holds { } [ ] ,",
    ),
    (
        "node content",
        "这里缺少内容；值以此符号开头时请加引号",
        "content is missing; quote a value that starts like this",
    ),
    (
        "comment or line break",
        "以“>”或“|”开头的值要加引号；多行文字请在“|”后另起一行",
        "quote a value that starts with > or |; text of several lines starts below the |",
    ),
    (
        "chomping or indentation",
        "以“>”或“|”开头的值要加引号；多行文字请在“|”后另起一行",
        "quote a value that starts with > or |; text of several lines starts below the |",
    ),
    ("mapping keys are not allowed", "值不能以“? ”开头，请加引号", "a value cannot start with “? ”; quote it"),
    ("document start", "前面的内容已经结束，这里多出了文字", "the document ended before this text"),
    (
        "tag",
        "不支持类型标签“!”；文字以“!”开头时请加引号",
        "tags (!) are not supported; quote a text that starts with !",
    ),
    (
        "expected key",
        "这一行没有与同级的键左对齐，或引号后多出了文字",
        "this line is not aligned with the keys of its level, or text follows a closing quotation mark",
    ),
    (
        "<block end>",
        "这一行没有与同级的键左对齐，或引号后多出了文字",
        "this line is not aligned with the keys of its level, or text follows a closing quotation mark",
    ),
)
