"""A pack's YAML as nodes with places; scalars stay text. Built from the event stream, so that no bomb gets started."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from checker.rulebook.reading.conflict import conflict
from checker.rulebook.reading.packfile import PackFile
from checker.rulebook.reading.syntax import syntax_faults
from checker.words.place import Span
from checker.words.source import Fault

MOST_NODES = 50_000
DEEPEST = 20

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HAN = r"[\u2e80-\u9fff\uf900-\ufaff\ufe30-\uffee]"
_FOLDED = re.compile(f"(?<={_HAN}) (?={_HAN})")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LOST_ITEM = re.compile(r"\n[ \t]*-")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text without type; `plain` is one without quotes."""

    file: PackFile
    span: Span
    text: str
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    file: PackFile
    span: Span
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values in the order of writing; keys differ from each other."""

    file: PackFile
    span: Span
    pairs: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        return next((value for name, value in self.pairs if name.text == key), None)


@dataclass(frozen=True, slots=True)
class Broken:
    """A node whose fault is told already."""

    file: PackFile
    span: Span


Node = Scalar | Listing | Mapping | Broken


def compose(file: PackFile) -> tuple[Node | None, list[Fault]]:
    """The only document of the file; None where the text could not be read as YAML."""
    composer = _Composer(file)
    if unfinished := conflict(file):
        return None, [unfinished]
    control = _UNPRINTABLE.search(file.text)
    if control:
        code = f"U+{ord(control[0]):04X}"
        zh, en = f"有不能显示的控制字符 {code}，请删去", f"control character {code}; remove it"
        return None, [file.fault("control_character", zh, en, Span(*control.span()))]
    try:
        for event in yaml.parse(file.text, Loader=_LOADER):
            if not composer.take(event):
                break
    except yaml.YAMLError as error:
        return None, [*composer.faults, *syntax_faults(file, error)]
    if composer.root is None and not composer.faults:
        composer.fault("empty", "规则文件是空的", "the rule file is empty", Span(0, 0))
    return composer.root, composer.faults


@dataclass(slots=True)
class _Frame:
    """An open list or mapping; `key` waits for its value."""

    is_mapping: bool
    start: int
    items: list[Node] = field(default_factory=list)
    pairs: list[tuple[Scalar, Node]] = field(default_factory=list)
    key: Scalar | Broken | None = None


class _Composer:
    def __init__(self, file: PackFile) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.root: Node | None = None
        self.frames: list[_Frame] = []
        self.nodes = 0

    def fault(self, code: str, zh: str, en: str, span: Span) -> None:
        self.faults.append(self.file.fault(code, zh, en, span))

    def take(self, event: yaml.Event) -> bool:
        """Use one event; False stops the reading for good."""
        assert event.start_mark is not None
        assert event.end_mark is not None
        span = Span(event.start_mark.index, event.end_mark.index)
        if isinstance(event, yaml.ScalarEvent):
            sound = self.check_properties(event, span)
            text = self.text_of(event, span)
            self.add(Scalar(self.file, span, text, not event.style) if sound else Broken(self.file, span))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            self.check_properties(event, span)
            self.frames.append(_Frame(isinstance(event, yaml.MappingStartEvent), span.start))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.close(span.end)
        elif isinstance(event, yaml.AliasEvent):
            self.fault(
                "alias", "不支持别名 *，请把内容照写一遍", "aliases (*) are not supported; repeat the text", span
            )
            self.add(Broken(self.file, span))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            zh, en = (
                "一个文件只能有一份文档，请删去“---”及其后内容",
                "only one document a file; remove what follows ---",
            )
            self.fault("documents", zh, en, span)
            return False
        return self.within_limits(span)

    def within_limits(self, span: Span) -> bool:
        self.nodes += 1
        if len(self.frames) > DEEPEST:
            self.fault("too_deep", f"嵌套超过{DEEPEST}层", f"nested deeper than {DEEPEST} levels", span)
        elif self.nodes > MOST_NODES:
            self.fault("too_many_nodes", f"内容超过{MOST_NODES}项", f"more than {MOST_NODES} nodes", span)
        else:
            return True
        self.root = None
        return False

    def check_properties(self, event: yaml.NodeEvent, span: Span) -> bool:
        """Anchors and tags are not for rule files; False where the node's own text is in doubt."""
        if event.anchor is not None:
            self.fault(
                "anchor", f"不支持锚点 &{event.anchor}，请删去", f"anchors (&{event.anchor}) are not supported", span
            )
        if getattr(event, "tag", None) is not None:
            zh, en = (
                "不支持类型标签“!”，请删去；文字里有“!”时请加引号",
                "tags (!) are not supported; quote a text with ! in it",
            )
            self.fault("tag", zh, en, span)
            return False
        return True

    def text_of(self, event: yaml.ScalarEvent, span: Span) -> str:
        """The scalar's text; a line break between two Chinese characters leaves no blank."""
        if event.style == "|":
            return str(event.value)
        source = span.of(self.file.text)
        if "\n" not in source:
            return str(event.value)
        lost = _LOST_ITEM.search(source) if not event.style else None
        if lost:
            at = Span(span.start + lost.end() - 1, span.start + lost.end())
            zh = "这个“-”没有另起一项：请与上一项的“-”左对齐，“-”后空一格"
            self.fault("lost_item", zh, "this dash starts no item: align it with the dash above, blank after it", at)
        return _FOLDED.sub("", event.value)

    def add(self, node: Node) -> None:
        if not self.frames:
            self.root = node
            return
        frame = self.frames[-1]
        if not frame.is_mapping:
            frame.items.append(node)
        elif frame.key is None:
            frame.key = self.key(node)
        else:
            if isinstance(frame.key, Scalar):
                frame.pairs.append((frame.key, node))
            frame.key = None

    def key(self, node: Node) -> Scalar | Broken:
        if isinstance(node, Scalar) and node.text == "<<":
            self.fault("merge", "不支持合并键 <<，请把内容照写一遍", "merge keys (<<) are not supported", node.span)
        elif isinstance(node, Scalar):
            return node
        elif not isinstance(node, Broken):
            zh, en = "键必须是文字；文字里有 { 或 [ 时请加引号", "a key must be text; quote one with { or ["
            self.fault("key_not_text", zh, en, node.span)
        return Broken(node.file, node.span)

    def close(self, end: int) -> None:
        frame = self.frames.pop()
        span = Span(frame.start, max(end, frame.start))
        if frame.is_mapping:
            self.add(Mapping(self.file, span, tuple(self.distinct(frame.pairs))))
        else:
            self.add(Listing(self.file, span, tuple(frame.items)))

    def distinct(self, pairs: list[tuple[Scalar, Node]]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        for key, value in pairs:
            first = seen.setdefault(key.text, key)
            if first is key:
                yield key, value
                continue
            line = self.file.line(first.span.start)
            zh = f"键“{key.text}”重复：第 {line} 行已有；请删去其中一个"
            self.fault("duplicate_key", zh, f"duplicate key “{key.text}”, first on line {line}", key.span)
