"""A command with commands of its own: `checker rules list`, `checker baseline add`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from checker.cli import console
from checker.cli.exits import Exit
from checker.cli.parser import Parser
from checker.settings import near
from checker.words.rule import Wording

Command = Callable[[Parser, Sequence[str]], int]
Commands = Mapping[str, tuple[Wording, Command]]
"""By name, in the order of the help: what it does, and what does it."""


def run(family: str, usage: Wording, commands: Commands, arguments: Sequence[str], language: str, width: int) -> int:
    """Run the command that the first argument names; without one, the help. `width`: of the names in it, in cells."""
    name = arguments[0] if arguments else ""
    if name in ("", "-h", "--help"):
        lines = [f"  {command:<{width}} {words.of(language)}" for command, (words, _) in commands.items()]
        (console.put if name else console.say)("\n".join([usage.of(language), *lines, ""]))
        return Exit.FINE if name else Exit.FAILED
    if name not in commands:
        hint = near(name, list(commands))
        raise console.FailedError(f"没有命令 {family} {name}{hint.zh}", f"no command {family} {name}{hint.en}")
    words, command = commands[name]
    return command(Parser(f"{family} {name}", words, language), arguments[1:])
