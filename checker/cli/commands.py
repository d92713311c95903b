"""The commands by name, and how a run ends whatever happens in it."""

from __future__ import annotations

from importlib import import_module

from checker import __version__
from checker.cli import console
from checker.cli.exits import Exit
from checker.rulebook.faults import RulebookError
from checker.settings import near
from checker.settings_file import SettingsError
from checker.words.rule import Wording

# The modules are imported only when their command is called: a hook calls one of them, once for each commit.
COMMANDS = {
    "check": Wording("检查报告，输出带评分的审计结果", "check reports, print a scored audit"),
    "outline": Wording("打印报告的结构树", "print the outline tree"),
    "figures": Wording("打印读出的数字和它们之间的关系", "print figures and the relations between them"),
    "rules": Wording("规则库：查看、检验、测试", "the rulebook: show, lint, test"),
    "baseline": Wording("存量问题：列入、清理、查看", "known findings that must not block: add, prune, show"),
    "explain": Wording("解释一条规则：查什么、依据、示例", "explain a rule: what, basis, examples"),
}


def end(arguments: list[str]) -> int:
    """Run one command; whatever goes wrong ends in a message and an exit code, never in a traceback."""
    language = console.language_of(arguments)
    try:
        return _dispatch(arguments, language)
    except console.FailedError as error:
        console.say(f"checker: {error.words.of(language)}")
    except (SettingsError, RulebookError, console.FaultsError) as error:
        console.say_faults(error.faults, language)
    except KeyboardInterrupt:
        console.say(Wording("checker: 已中断", "checker: interrupted").of(language))
        return Exit.INTERRUPTED
    except Exception as error:
        from checker.mishap import internal_error  # late: nobody should ever need it

        fault = internal_error(error)
        console.say(f"checker: {fault.english if language == 'en' else fault.message}")
    return Exit.FAILED


def _dispatch(arguments: list[str], language: str) -> int:
    name = arguments[0] if arguments else ""
    if name in {"--version", "-V"}:
        console.put(f"report-checker {__version__}\n")
    elif name in {"-h", "--help", "help"}:
        console.put(_usage(language))
    elif name in COMMANDS:
        return int(import_module(f"checker.cli.{name}").main(arguments[1:], language))
    elif not name:
        console.say(_usage(language))
        return Exit.FAILED
    else:
        hint = near(name, [*COMMANDS, "--help", "--version"])
        raise console.FailedError(f"没有命令 {name}{hint.zh}", f"no command {name}{hint.en}")
    return Exit.FINE


def _usage(language: str) -> str:
    head = Wording(
        "用法：checker 命令 [选项] …\n\n对照法规和常识检查法治政府建设等工作报告。\n\n命令：",
        "usage: checker COMMAND [options] …\n\nChecks the reports of public bodies.\n\ncommands:",
    )
    tail = Wording(
        "\n退出码：0 全部检查且没有问题；1 有达到 --fail-on 的问题；2 用法、设置、规则、豁免或基线有误；\n"
        "        3 有文件读不全、不是报告或没有文件；130 被中断。\n各命令的选项：checker 命令 --help\n",
        "\nexit codes: 0 all checked, nothing found; 1 findings at or above --fail-on;\n"
        "        2 wrong call, settings, rules, waivers or baseline;\n"
        "        3 an input could not be read wholly, was no report, or there was none; 130 interrupted.\n"
        "options of a command: checker COMMAND --help\n",
    )
    lines = [f"  {name:<9} {words.of(language)}" for name, words in COMMANDS.items()]
    return "\n".join([head.of(language), *lines, tail.of(language)])
