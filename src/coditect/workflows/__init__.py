"""Workflows: descriptions of how work is done, their analyses, diagrams and build tasks.

Owns the tables `workflows`, `analyst_results` and `analyses`. An analysis is one durable run: eight analyst steps in
the order of their inputs and an aggregation; its build tasks become tasks on the project's board. Publishes
`WorkflowSubmitted`, `WorkflowAnalysed` and `BuildTasksSent`; consumes nothing. `analyse` does the same work without
a server.
"""

from coditect.workflows.analysis import Analysis, AnalystSpec, Domain
from coditect.workflows.diagrams import FORMATS
from coditect.workflows.errors import DescriptionRefused
from coditect.workflows.events import BuildTasksSent, WorkflowAnalysed, WorkflowSubmitted
from coditect.workflows.exporting import render_export
from coditect.workflows.local import analyse

__all__ = [
    "FORMATS",
    "Analysis",
    "AnalystSpec",
    "BuildTasksSent",
    "DescriptionRefused",
    "Domain",
    "WorkflowAnalysed",
    "WorkflowSubmitted",
    "analyse",
    "render_export",
]
