"""The structure of source code: functions with their complexity, imports between files, circles, libraries.

Files are parsed by tree-sitter, whose grammars come with their packages; nothing of a repository is executed.
"""

from coditect.agents.offline.structure.graph import ImportGraph, build_graph, find_cycles
from coditect.agents.offline.structure.parsing import Function, Parsed, is_parsed, parse

__all__ = ["Function", "ImportGraph", "Parsed", "build_graph", "find_cycles", "is_parsed", "parse"]
