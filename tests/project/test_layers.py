"""The architecture as a table: which floor each area stands on, and who may use which dependency."""

from __future__ import annotations

import ast
import sys
from graphlib import TopologicalSorter

from tests.project.sources import imports, modules, tree

FLOORS = {
    "": 0,
    "words": 0,
    "data": 0,
    "cache": 0,
    "grammars": 0,
    "lalr": 0,
    "patterns": 0,
    "mishap": 0,
    "readers": 1,
    "outline": 2,
    "figures": 3,
    "rulebook": 4,
    "english": 5,
    "fingerprint": 5,
    "scoring": 5,
    "findings": 5,
    "headings": 5,
    "renderers": 5,
    "handbook": 5,
    "sidecar": 5,
    "waivers": 5,
    "baseline": 5,
    "tracing": 5,
    "settings": 6,
    "settings_file": 6,
    "pipeline": 6,
    "cli": 6,
    "__main__": 6,
}
DEPENDENCIES = {
    "lark": {"grammars", "lalr", "rulebook"},
    "yaml": {"rulebook"},
    "rich": {"renderers"},
}
LONGEST_FUNCTION = 60
LONGEST_FILE = 300


def area(module: str) -> str:
    return module.removeprefix("checker").removeprefix(".").partition(".")[0]


def test_imports_point_down() -> None:
    """An area may import from lower floors, and from its neighbours on its own."""
    upward = {
        (module, target)
        for module in modules()
        for target in imports(module) & modules().keys()
        if FLOORS[area(target)] > FLOORS[area(module)]
    }
    assert not upward


def test_no_import_cycles() -> None:
    """Neither between modules nor between areas, late imports included."""
    by_module = {module: {target for target in imports(module) if target in modules()} for module in modules()}
    by_area: dict[str, set[str]] = {}
    for module, targets in by_module.items():
        by_area.setdefault(area(module), set()).update(area(target) for target in targets)
    for graph in (by_module, by_area):
        edges = {node: targets - {node} for node, targets in graph.items()}
        TopologicalSorter(edges).prepare()


def test_the_kinds_of_relations_build_on_each_other_one_way() -> None:
    """The folders of the finders, each a kind of relation, form no cycle either."""
    home = "checker.figures.relate."
    edges: dict[str, set[str]] = {}
    for module in (m for m in modules() if m.startswith(home)):
        kind = module.removeprefix(home).partition(".")[0]
        targets = {t.removeprefix(home).partition(".")[0] for t in imports(module) if t.startswith(home)}
        edges.setdefault(kind, set()).update(targets - {kind})
    assert len(edges) > 1
    TopologicalSorter(edges).prepare()


def test_dependencies_stay_where_they_belong() -> None:
    """Nothing but the standard library and the three dependencies, and those where the table says only."""
    foreign = {
        (module, name)
        for module in modules()
        for name in imports(module) - sys.stdlib_module_names
        if not name.startswith("checker")
    }
    misplaced = {(module, name) for module, name in foreign if area(module) not in DEPENDENCIES.get(name, ())}
    assert not misplaced


def test_files_and_functions_stay_short() -> None:
    files = {module: path.read_text("utf-8").count("\n") for module, path in modules().items()}
    functions = {
        (module, node.name, node.lineno): (node.end_lineno or node.lineno) - node.lineno + 1
        for module in modules()
        for node in ast.walk(tree(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: length for name, length in files.items() if length > LONGEST_FILE} == {}
    assert {name: length for name, length in functions.items() if length > LONGEST_FUNCTION} == {}
