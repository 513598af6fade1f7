"""Agents that need no model: what they can count, find and compare by rules, in the form in which they always answer.

Each works on the files of a folder, reads only, runs nothing of it, and says under its own headings what rules cannot
judge. The same agents do more with a model.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from coditect.agents.offline.analyzing import analyze_code
from coditect.agents.offline.documenting import inventory_documents
from coditect.agents.offline.files import Tree, read_tree
from coditect.agents.offline.locating import locate_code, locate_notes
from coditect.agents.offline.organizing import inventory_files
from coditect.agents.offline.patterns import find_patterns
from coditect.agents.offline.records import review_records
from coditect.agents.offline.scripts import inventory_scripts
from coditect.agents.offline.security import review_security
from coditect.framework.contracts import Contract

Work = Callable[[Tree, str], Contract]

_WORKS: Final[Mapping[str, Work]] = {
    "adr-compliance-specialist": review_records,
    "codebase-analyzer": analyze_code,
    "codebase-locator": locate_code,
    "codebase-pattern-finder": find_patterns,
    "codi-documentation-writer": inventory_documents,
    "project-organizer": inventory_files,
    "script-utility-analyzer": inventory_scripts,
    "security-specialist": review_security,
    "thoughts-locator": locate_notes,
}


def works_offline(agent: str) -> bool:
    """Whether the agent of the library does something useful without a model."""
    return agent in _WORKS


def offline_agents() -> frozenset[str]:
    """The names of all agents that do."""
    return frozenset(_WORKS)


def answer_offline(agent: str, root: Path, request: str) -> Contract:
    """Let an agent work on the folder `root` by rules. It takes seconds of CPU: call it in a pool or a thread.

    Raises KeyError for an agent that needs a model.
    """
    return _WORKS[agent](read_tree(root), request)


__all__ = ["answer_offline", "offline_agents", "works_offline"]
