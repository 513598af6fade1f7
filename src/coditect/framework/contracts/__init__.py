"""The forms in which agents answer, apart from the workflow analysts, whose types belong to workflows.

Agents of one kind share one form, so that whoever reads the answers knows few shapes. `scripts/schemas` writes each as
a JSON schema into the library.
"""

from coditect.framework.contracts.common import Certainty, Contract, Place
from coditect.framework.contracts.design import (
    DecisionBrief,
    DesignDocument,
    KeyspaceDesign,
    ProtocolDesign,
    SystemDesign,
)
from coditect.framework.contracts.engineering import (
    ChangeReport,
    CodeExplanation,
    CodeStructure,
    Dependency,
    Diagnosis,
    FlowStep,
    FoundPlace,
    FunctionMeasure,
    HotSpot,
    LanguageShare,
    Locations,
    OptimizationReport,
    PlaceGroup,
)
from coditect.framework.contracts.knowledge import (
    Documentation,
    Inventory,
    InventoryItem,
    NotesDigest,
    NoveltyAssessment,
    Page,
    PatternExamples,
    PromptAnalysis,
    Variant,
)
from coditect.framework.contracts.operations import (
    InfrastructureDesign,
    IsolationDesign,
    ObservabilityDesign,
    Runbook,
)
from coditect.framework.contracts.planning import DataDesign, DetailedPlan, Plan
from coditect.framework.contracts.quality import AcceptanceReport, TestReport, TestStrategy
from coditect.framework.contracts.research import (
    InvestmentMemo,
    MarketAnalysis,
    MetricAnalysis,
    ModelEvaluation,
    ResearchReport,
)
from coditect.framework.contracts.review import PanelVerdict, Review, ReviewFinding, Scorecard

CONTRACTS: dict[str, type[Contract]] = {
    "acceptance-report": AcceptanceReport,
    "change-report": ChangeReport,
    "code-explanation": CodeExplanation,
    "data-design": DataDesign,
    "decision-brief": DecisionBrief,
    "design-document": DesignDocument,
    "detailed-plan": DetailedPlan,
    "diagnosis": Diagnosis,
    "documentation": Documentation,
    "infrastructure-design": InfrastructureDesign,
    "inventory": Inventory,
    "investment-memo": InvestmentMemo,
    "isolation-design": IsolationDesign,
    "keyspace-design": KeyspaceDesign,
    "locations": Locations,
    "market-analysis": MarketAnalysis,
    "metric-analysis": MetricAnalysis,
    "model-evaluation": ModelEvaluation,
    "notes-digest": NotesDigest,
    "novelty-assessment": NoveltyAssessment,
    "observability-design": ObservabilityDesign,
    "optimization-report": OptimizationReport,
    "panel-verdict": PanelVerdict,
    "pattern-examples": PatternExamples,
    "plan": Plan,
    "prompt-analysis": PromptAnalysis,
    "protocol-design": ProtocolDesign,
    "research-report": ResearchReport,
    "review": Review,
    "runbook": Runbook,
    "scorecard": Scorecard,
    "system-design": SystemDesign,
    "test-report": TestReport,
    "test-strategy": TestStrategy,
}

__all__ = [
    "CONTRACTS",
    "Certainty",
    "CodeExplanation",
    "CodeStructure",
    "Contract",
    "Dependency",
    "Documentation",
    "FlowStep",
    "FoundPlace",
    "FunctionMeasure",
    "HotSpot",
    "Inventory",
    "InventoryItem",
    "LanguageShare",
    "Locations",
    "Page",
    "PatternExamples",
    "Place",
    "PlaceGroup",
    "Review",
    "ReviewFinding",
    "Variant",
]
