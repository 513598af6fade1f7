"""The agent framework: markdown definitions, one strict loader, and the library that ships with CODITECT.

It owns the files below `library/` and their formats; it has no tables and publishes no events. Everything loads on
first use. The forms in which agents answer are in `contracts`, which nothing imports before it needs one.
"""

from coditect.framework.catalogue import (
    Library,
    agent,
    answer_faults,
    load_folder,
    load_library,
    output_schema,
)
from coditect.framework.checking import check, check_agent
from coditect.framework.definition import Agent
from coditect.framework.dispatch import Assignment, Choice, Dispatcher, choose
from coditect.framework.errors import Fault, InvalidReference
from coditect.framework.families import Family, families, family_of
from coditect.framework.loader import load_agent, parse_agent
from coditect.framework.references import Reference, parse_reference

__all__ = [
    "Agent",
    "Assignment",
    "Choice",
    "Dispatcher",
    "Family",
    "Fault",
    "InvalidReference",
    "Library",
    "Reference",
    "agent",
    "answer_faults",
    "check",
    "check_agent",
    "choose",
    "families",
    "family_of",
    "load_agent",
    "load_folder",
    "load_library",
    "output_schema",
    "parse_agent",
    "parse_reference",
]
