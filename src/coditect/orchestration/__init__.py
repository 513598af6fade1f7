"""Orchestration: what people see of runs and do to them.

Owns no tables: runs and steps belong to the engine. It lists and shows them, streams their events, pauses, resumes and
cancels them, retries from a step, and brings dead letters back. Through `DescribeRuns` it asks the contexts above what a
run is about.
"""

from coditect.orchestration.about import About, DescribeRuns

__all__ = ["About", "DescribeRuns"]
