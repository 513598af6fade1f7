"""Workflows: descriptions of how work is done, their analyses, diagrams and build tasks.

Owns the tables `workflows`, `analyst_results`, `analyses` and `workflow_edits`. An analysis is one durable run: eight analyst steps in
the order of their inputs and an aggregation; its build tasks become tasks on the project's board. Publishes
`WorkflowSubmitted`, `WorkflowAnalysed` and `BuildTasksSent`; consumes nothing. `analyse` does the same work without
a server.

The names below are those that need no database: each process of the CPU pool imports this package anew.
"""

from coditect.workflows.analysis import Analysis, AnalystSpec, Domain
from coditect.workflows.diagrams import FORMATS, Look, State
from coditect.workflows.errors import DescriptionRefused
from coditect.workflows.limits import MAX_DESCRIPTION_BYTES
from coditect.workflows.local import analyse, check
from coditect.workflows.rendering import Source, render_artifact, render_export
from coditect.workflows.reports import ARTIFACTS
from coditect.workflows.reports import FORMATS as DOCUMENT_FORMATS

__all__ = [
    "ARTIFACTS",
    "DOCUMENT_FORMATS",
    "FORMATS",
    "MAX_DESCRIPTION_BYTES",
    "Analysis",
    "AnalystSpec",
    "DescriptionRefused",
    "Domain",
    "Look",
    "Source",
    "State",
    "analyse",
    "check",
    "render_artifact",
    "render_export",
]
