"""A domain changes what an analysis says, and a person's choice overrules the detected one."""

import pytest

from coditect.workflows import rules
from coditect.workflows.analysis import Analysis, Domain

PLAIN = "The clerk receives the invoice. The clerk inspects the invoice. The manager pays the invoice of the patient."


def gaps(analysis: Analysis) -> set[str]:
    assert analysis.analysts.quality_analyzer
    return {finding.id for finding in analysis.analysts.quality_analyzer.compliance_gaps}


def records(analysis: Analysis) -> list[str]:
    assert analysis.analysts.technical_analyzer
    return [item.choice for item in analysis.analysts.technical_analyzer.stack if item.layer == "records"]


@pytest.mark.parametrize(
    ("domain", "gap", "system"),
    [
        ("finance", "cg-sox", "Accounting"),
        ("healthcare", "cg-hipaa", "health record"),
        ("manufacturing", "cg-iso9001", "ERP"),
    ],
)
def test_each_domain_brings_its_obligations_and_systems(domain: Domain, gap: str, system: str) -> None:
    analysis = rules.analyse(PLAIN, domain)
    assert analysis.domain == domain
    assert gap in gaps(analysis)
    assert [system in choice for choice in records(analysis)] == [True]
    general = rules.analyse(PLAIN, "general")
    assert gap not in gaps(general)
    assert not records(general)
    assert general.tasks == analysis.tasks


def test_an_obligation_cites_its_words_and_goes_when_the_text_deals_with_it() -> None:
    analysis = rules.analyse(PLAIN, "finance")
    assert analysis.analysts.quality_analyzer
    [finding] = [f for f in analysis.analysts.quality_analyzer.compliance_gaps if f.id == "cg-sox"]
    assert {PLAIN[span.start : span.end] for span in finding.evidence} == {"invoice", "pays"}
    settled = rules.analyse(f"{PLAIN} The four-eyes principle applies.", "finance")
    assert "cg-sox" not in gaps(settled)
