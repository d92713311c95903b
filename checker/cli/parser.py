"""argparse with words in Chinese and English, faults that suggest the right option, and help wrapped by cells."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NoReturn

from checker.cli.console import FailedError, columns
from checker.renderers.screen.width import breaks
from checker.settings import FORMATS, OPTIONS, Option, WrongValueError, near, one_of
from checker.words.rule import Wording

_FAULTS = (
    (r"argument (\S+): expected (?:one|at least one) argument", "选项 {0} 需要一个值", "option {0} needs a value"),
    (r"argument (\S+): ignored explicit argument .*", "选项 {0} 不带值", "option {0} takes no value"),
    (r"argument (\S+): not allowed with argument (\S+)", "{0} 和 {1} 不能同时用", "{0} and {1} exclude each other"),
    (r"argument ([^:]+): (.*)", "{0}：{1}", "{0}: {1}"),
    (r"the following arguments are required: (.*)", "缺少 {0}", "missing: {0}"),
)
_HELP = {
    "profile": Wording(
        "报告类型，如 rule_of_law_annual（默认：从文本识别）", "profile of the reports (recognised if not given)"
    ),
    "rules": Wording("另加一个规则包（文件或文件夹），可重复", "one more rule pack (file or folder); repeatable"),
    "select": Wording(
        "只用这些规则：id 或前缀，以逗号分隔，可重复", "only these rules: ids or prefixes, parted by commas"
    ),
    "ignore": Wording("不用这些规则，写法同上", "all but these rules"),
    "format": Wording("打印的格式：{values}（默认 text）", "format to print: {values} (default: text)"),
    "output": Wording("另外写入文件，如 json=结果.json，可重复", "also write a file, as json=out.json; repeatable"),
    "lang": Wording("信息的语言：zh 或 en（默认 zh）", "language of messages: zh or en (default: zh)"),
    "fail-on": Wording(
        "达到此级别即以 1 退出：{values}（默认 error）",
        "severity that ends with exit code 1: {values} (default: error)",
    ),
    "baseline": Wording("基线文件：其中的存量问题不拦，只拦新增的", "baseline: known findings, only new ones block"),
    "waivers": Wording(
        "豁免文件：哪些问题由谁批准、到哪天为止不计", "waivers: findings that do not count, by whom, until when"
    ),
    "as-of": Wording("以这一天为准核对期限，如 2024-03-01", "the day for which deadlines are checked, as 2024-03-01"),
    "encoding": Wording("报告的文字编码（默认：自动识别）", "encoding of the reports (recognised if not given)"),
    "color": Wording("是否用颜色：auto、always、never（默认 auto）", "colour: auto, always or never (default: auto)"),
}
_META = {
    "profile": "ID",
    "rules": "PATH",
    "select": "RULE",
    "ignore": "RULE",
    "format": "FORMAT",
    "output": "FORMAT=FILE",
    "lang": "LANG",
    "fail-on": "LEVEL",
    "baseline": "FILE",
    "waivers": "FILE",
    "as-of": "DATE",
    "encoding": "NAME",
    "color": "WHEN",
}
_COLUMNS = 80  # of help that is not read on a terminal


class Parser(argparse.ArgumentParser):
    """One command's parser, in the language that was asked for."""

    def __init__(self, command: str, words: Wording, language: str) -> None:
        super().__init__(
            prog=f"checker {command}",
            description=words.of(language),
            add_help=False,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )
        self.language = language
        self._positionals.title = Wording("参数", "arguments").of(language)
        self._optionals.title = Wording("选项", "options").of(language)
        self.add_argument("-h", "--help", action="help", help=Wording("显示本帮助", "show this help").of(language))

    def paths(self, words: Wording, nargs: str | None = "+") -> None:
        self.add_argument("paths", metavar="PATH", nargs=nargs, help=words.of(self.language))

    def options(self, *names: str, formats: Sequence[str] = FORMATS) -> None:
        """Options that may also stand in a settings file."""
        for name in names:
            option = Option(one_of(formats), choices=tuple(formats)) if name == "format" else OPTIONS[name]
            self.add_argument(
                f"--{name}",
                metavar=_META[name],
                type=self._type(option),
                action="append" if option.many else "store",
                help=_HELP[name].of(self.language).format(values="|".join(option.choices)),
            )

    def read(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The arguments, or FailedError with a suggestion."""
        known, left = self.parse_known_args(arguments)
        if left:
            name = left[0].partition("=")[0]
            hint = near(name, list(self._option_string_actions))
            raise FailedError(f"没有选项 {name}{hint.zh}", f"no option {name}{hint.en}")
        return known

    def _type(self, option: Option) -> Callable[[str], object]:
        def convert(text: str) -> object:
            try:
                return option.convert(text)
            except WrongValueError as error:
                raise argparse.ArgumentTypeError(error.words.of(self.language)) from None

        return convert

    def format_usage(self) -> str:
        return self._told(super().format_usage())

    def format_help(self) -> str:
        return self._told(super().format_help())

    def _told(self, text: str) -> str:
        return text if self.language == "en" else text.replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        for pattern, zh, en in _FAULTS:
            if found := re.fullmatch(pattern, message, re.DOTALL):
                raise FailedError(zh.format(*found.groups()), en.format(*found.groups()))
        raise FailedError(message, message)


def stated(namespace: argparse.Namespace) -> dict[str, object]:
    """The settings that the command line states, by option."""
    values = {name: getattr(namespace, name.replace("-", "_"), None) for name in OPTIONS}
    return {name: tuple(v) if isinstance(v, list) else v for name, v in values.items() if v is not None}


class _Formatter(argparse.HelpFormatter):
    """Help with lines measured in cells."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=26, width=columns(_COLUMNS) - 2)

    def _split_lines(self, text: str, width: int) -> list[str]:
        cuts = [0, *breaks(text, width, width), len(text)]
        return [text[start:end].strip() for start, end in pairwise(cuts)]

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in self._split_lines(text, width))
