"""`checker rules new` and `checker rules docs`: what rule writers begin with, and what readers of rules are given."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from checker.cli import console
from checker.cli.exits import Exit
from checker.cli.files import write
from checker.cli.parser import Parser, stated
from checker.cli.rulebook import load_rulebook
from checker.settings import near, settings
from checker.words.rule import Rulebook, Wording

_ID = Wording("新规则的 id，如 local.penalty-total", "id of the new rule, as local.penalty-total")
_KIND = Wording("规则的种类（默认 pattern，禁用写法）", "kind of the rule (default: pattern)")
_FILE = Wording("写入的文件（默认 ID.yaml）", "file to write (default: ID.yaml)")
_FORCE = Wording("文件已有时覆盖", "overwrite the file if there is one")
_WRITTEN = Wording(
    "已写好 {file}。把标着〈待填〉的地方填好，再运行 checker rules lint {file}",
    "Wrote {file}. Fill in what is marked 〈待填〉, then run: checker rules lint {file}",
)
_OUT = Wording("写入的文件夹", "folder to write")
_CHECK = Wording("只核对文件夹中的页面是否与规则一致", "only compare the pages in this folder with the rules")
_PAGES = Wording("{folder}：{count} 页，从 index.html 看起", "{folder}: {count} pages; begin with index.html")
_CURRENT = Wording("{folder}：{count} 页都与规则一致。", "{folder}: all {count} pages are current.")
_STALE = Wording("{folder} 与规则不一致，请重新生成：{pages}", "{folder} is stale, write it anew: {pages}")
_MOST_NAMED = 10


def new(parser: Parser, arguments: Sequence[str]) -> int:
    """Write the file that a new rule begins with."""
    from checker.handbook.scaffold import scaffold

    parser.add_argument("rule", metavar="ID", help=_ID.of(parser.language))
    parser.add_argument("--kind", metavar="KIND", default="pattern", help=_KIND.of(parser.language))
    parser.add_argument("--out", metavar="FILE", type=Path, help=_FILE.of(parser.language))
    parser.add_argument("--force", action="store_true", help=_FORCE.of(parser.language))
    parser.options("rules", "lang")
    call = parser.read(arguments)
    asked = settings(stated(call))
    rulebook = load_rulebook(asked)
    _refuse(call.rule, call.kind, rulebook)
    path: Path = call.out or Path(f"{call.rule}.yaml")
    if path.exists() and not call.force:
        zh, en = f"{path} 已经存在；要覆盖请加 --force", f"{path} exists already; --force overwrites it"
        raise console.FailedError(zh, en)
    write(path, scaffold(call.rule, call.kind, path.as_posix(), rulebook))
    console.say(_WRITTEN.of(asked.lang).format(file=path.as_posix()))
    return Exit.FINE


def _refuse(identifier: str, kind: str, rulebook: Rulebook) -> None:
    """FailedError for what no rule may be called, and for a kind that there is not."""
    from checker.rulebook.kinds import KINDS
    from checker.rulebook.reading.entries import RULE_ID

    if not RULE_ID.fullmatch(identifier):
        zh, en = "id 只用小写字母、数字、“.”和“-”，如 local.penalty-total", "an id is written as local.penalty-total"
        raise console.FailedError(f"{identifier}：{zh}", f"{identifier}: {en}")
    if taken := rulebook.rule(identifier):
        place = f"{taken.origin.path}:{taken.origin.line}"
        raise console.FailedError(f"规则 {identifier} 已有，见 {place}", f"rule {identifier} exists: {place}")
    if kind not in KINDS:
        hint, listed = near(kind, list(KINDS)), "、".join(KINDS)
        zh, en = f"没有“{kind}”这种规则{hint.zh or '。'}可选：{listed}", f"no kind “{kind}”{hint.en}"
        raise console.FailedError(zh, en)


def docs(parser: Parser, arguments: Sequence[str]) -> int:
    """Write the site of the rules, or tell whether the one in a folder is current."""
    parser.add_argument("--out", metavar="FOLDER", type=Path, help=_OUT.of(parser.language))
    parser.add_argument("--check", metavar="FOLDER", type=Path, help=_CHECK.of(parser.language))
    parser.options("rules", "lang")
    call = parser.read(arguments)
    if (call.out is None) == (call.check is None):
        raise console.FailedError("请写明 --out 文件夹 或 --check 文件夹", "give either --out FOLDER or --check FOLDER")
    from checker.handbook.folder import publish, stale
    from checker.handbook.site import site
    from checker.rulebook.tools.effective import read_all

    asked = settings(stated(call))
    pages = site(read_all([str(path) for path in asked.rules]))
    folder: Path = call.out or call.check
    facts = {"folder": folder.as_posix(), "count": len(pages)}
    if call.check is not None:
        wrong = stale(folder, pages)
        named = "、".join(wrong[:_MOST_NAMED]) + ("……" if len(wrong) > _MOST_NAMED else "")
        console.say((_STALE if wrong else _CURRENT).of(asked.lang).format(pages=named, **facts))
        return Exit.FINDINGS if wrong else Exit.FINE
    try:
        publish(folder, pages)
    except OSError as error:
        zh, en = f"无法写入 {folder}：{error.strerror}", f"cannot write {folder}: {error.strerror}"
        raise console.FailedError(zh, en) from None
    console.say(_PAGES.of(asked.lang).format(**facts))
    return Exit.FINE
