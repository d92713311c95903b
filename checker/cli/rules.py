"""`checker rules …`: the rulebook, for people who write rules."""

from __future__ import annotations

import json
from collections.abc import Sequence

from checker.cli import console, family, handbook
from checker.cli.exits import Exit
from checker.cli.explain import found_rule
from checker.cli.parser import Parser, stated
from checker.cli.rulebook import chosen_rules, load_rulebook
from checker.renderers.phrases import Number
from checker.settings import settings
from checker.words.rule import Rulebook, Wording

_USAGE = Wording("用法：checker rules 命令 [选项] …", "usage: checker rules COMMAND [options] …")
_PACKS = Wording(
    "规则包（文件或文件夹），与内置规则一起读", "rule packs (files or folders), read together with the built-in ones"
)
_TESTED = Wording(
    "只测试这些规则包里的规则（文件或文件夹）；不写则测试内置规则",
    "test the rules of these packs only (files or folders); without any, the built-in rules",
)
_RULE = Wording("规则的 id", "id of the rule")
_EFFECTIVE = Wording("每个值旁注明写在哪个文件哪一行", "say of each value which file and line it comes from")
_SOUND = Wording("没有发现问题。", "No faults.")
_FAULTS = Wording("共 {count} 处问题。", "{count:fault|faults}.")


def main(arguments: Sequence[str], language: str) -> int:
    return family.run("rules", _USAGE, COMMANDS, arguments, language, width=8)


def _list(parser: Parser, arguments: Sequence[str]) -> int:
    from checker.rulebook.tools.listing import list_rules, rules_as_json

    parser.options("rules", "format", "lang", formats=("text", "json"))
    asked = settings(stated(parser.read(arguments)))
    rulebook = load_rulebook(asked)
    if asked.format == "json":
        console.put_data(json.dumps(rules_as_json(rulebook), ensure_ascii=False, indent=1) + "\n")
    else:
        console.put(list_rules(rulebook, asked.lang))
    return Exit.FINE


def _show(parser: Parser, arguments: Sequence[str]) -> int:
    from checker.rulebook.tools.effective import read_all, show

    parser.add_argument("rule", metavar="RULE", help=_RULE.of(parser.language))
    parser.add_argument("--effective", action="store_true", help=_EFFECTIVE.of(parser.language))
    parser.options("rules", "lang")
    call = parser.read(arguments)
    assembly = read_all([str(path) for path in settings(stated(call)).rules])
    rule = found_rule(assembly.rulebook, call.rule)
    console.put(show(assembly, rule.id, effective=call.effective))
    return Exit.FINE


def _lint(parser: Parser, arguments: Sequence[str]) -> int:
    from checker.rulebook.tools.lint import lint

    parser.paths(_PACKS, nargs="*")
    parser.options("lang")
    call = parser.read(arguments)
    language = settings(stated(call)).lang
    faults = lint(call.paths)
    console.say_faults(faults, language)
    console.say((_FAULTS if faults else _SOUND).of(language).format(count=Number(len(faults))))
    return Exit.FAILED if faults else Exit.FINE


def _test(parser: Parser, arguments: Sequence[str]) -> int:
    from checker.rulebook.tools.effective import read_all
    from checker.rulebook.tools.examples import Mark, report, try_examples

    parser.paths(_TESTED, nargs="*")
    parser.options("select", "ignore", "lang")
    call = parser.read(arguments)
    asked = settings(stated(call))
    rulebook = read_all(call.paths).rulebook  # whatever its examples say
    tried = try_examples(rulebook, _concerned(rulebook, call.paths, chosen_rules(rulebook, asked)))
    console.put(report(tried, asked.lang))
    if any(each.mark is Mark.FAULT for each in tried):
        return Exit.FAILED
    return Exit.FINDINGS if any(each.mark is not Mark.RIGHT for each in tried) else Exit.FINE


def _concerned(rulebook: Rulebook, packs: Sequence[str], chosen: frozenset[str] | None) -> frozenset[str] | None:
    """The chosen rules that these packs write or change; without packs all that are chosen."""
    if not packs:
        return chosen
    from checker.rulebook.reading.sources import names_of

    files = names_of(packs)
    own = {
        rule.id
        for rule in rulebook.rules
        if rule.origin.path in files or any(change.origin.path in files for change in rule.changes)
    }
    return frozenset(own if chosen is None else own & chosen)


def _schema(parser: Parser, arguments: Sequence[str]) -> int:
    from checker.rulebook.tools.schema import schema

    parser.options("lang")
    parser.read(arguments)
    console.put_data(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n")
    return Exit.FINE


COMMANDS: family.Commands = {
    "list": (Wording("列出全部规则", "list all rules"), _list),
    "show": (Wording("打印一条规则的写法", "print a rule as it is written"), _show),
    "lint": (Wording("检查规则文件写得对不对", "find faults in rule files"), _lint),
    "test": (Wording("用规则自带的示例测试规则", "try the rules on their own examples"), _test),
    "new": (
        Wording("写一个带说明的规则文件，供填写", "write a rule file with comments, to be filled in"),
        handbook.new,
    ),
    "docs": (Wording("生成规则手册（静态网页）", "build a page for every rule"), handbook.docs),
    "schema": (Wording("打印规则文件的 JSON Schema，供编辑器补全", "print the JSON Schema of rule files"), _schema),
}
