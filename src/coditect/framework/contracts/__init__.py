"""The forms in which agents answer, apart from the workflow analysts, whose types belong to workflows.

Agents of one kind share one form, so that whoever reads the answers knows few shapes. `scripts/schemas` writes each as
a JSON schema into the library.
"""

from coditect.framework.contracts.common import Contract
from coditect.framework.contracts.engineering import ChangeReport, CodeExplanation, Diagnosis, Locations
from coditect.framework.contracts.planning import DataDesign, Plan
from coditect.framework.contracts.research import MarketAnalysis, ResearchReport
from coditect.framework.contracts.review import Review

CONTRACTS: dict[str, type[Contract]] = {
    "change-report": ChangeReport,
    "code-explanation": CodeExplanation,
    "data-design": DataDesign,
    "diagnosis": Diagnosis,
    "locations": Locations,
    "market-analysis": MarketAnalysis,
    "plan": Plan,
    "research-report": ResearchReport,
    "review": Review,
}

__all__ = ["CONTRACTS", "Contract"]
