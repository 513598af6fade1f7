"""What must hold for any description: changes that mean nothing change nothing, and others change what they should."""

import re

import pytest

from coditect.workflows import rules
from coditect.workflows.analysis import Analysis
from coditect.workflows.samples import Sample, samples

CLAIM = (
    "The clerk registers the claim. The clerk checks the policy. "
    "If the policy is invalid, the clerk rejects the claim and the process ends. "
    "The assessor estimates the damage. The manager approves the payment."
)
HIRING = (
    "The recruiter publishes the vacancy. The panel interviews the candidates. The recruiter sends the offer."
)


def shape(analysis: Analysis) -> list[tuple[str, str]]:
    return [(flow.from_, flow.to) for flow in analysis.flows]


def labels(analysis: Analysis) -> list[str]:
    return [task.label for task in analysis.tasks]


def performers(analysis: Analysis) -> list[str | None]:
    names = {actor.id: actor.name for actor in analysis.actors}
    return [names.get(task.actor or "") for task in analysis.tasks]


@pytest.mark.parametrize("name", ["adjuster", "Zorblax", "night shift", "ACME GmbH", "back office team"])
def test_renaming_an_actor_keeps_the_graph(name: str) -> None:
    before, after = rules.analyse(CLAIM), rules.analyse(CLAIM.replace("clerk", name))
    assert shape(after) == shape(before)
    assert labels(after) == labels(before)
    renamed = [name if performer == "Clerk" else performer for performer in performers(before)]
    assert [p and p.lower() for p in performers(after)] == [p and p.lower() for p in renamed]


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("The clerk checks the invoice.", "The invoice is checked by the clerk."),
        ("The manager approves the request.", "The request must be approved by the manager."),
        ("The warehouse ships the parcel.", "The parcel will be shipped by the warehouse."),
        ("The nurse has recorded the temperature.", "The temperature has been recorded by the nurse."),
    ],
)
def test_active_and_passive_voice_give_the_same_task(active: str, passive: str) -> None:
    one, other = rules.analyse(active), rules.analyse(passive)
    assert [(t.verb, t.object) for t in one.tasks] == [(t.verb, t.object) for t in other.tasks]
    assert performers(one) == performers(other)


@pytest.mark.parametrize("marker", ["- {}", "* {}", "• {}", "{n}. {}", "({n}) {}", "Step {n}: {}"])
def test_bullets_and_prose_give_the_same_tasks(marker: str) -> None:
    sentences = CLAIM.split(". ")
    lines = [marker.format(sentence.rstrip(".") + ".", n=n) for n, sentence in enumerate(sentences, 1)]
    listed = rules.analyse("\n".join(lines))
    told = rules.analyse(CLAIM)
    assert labels(listed) == labels(told)
    assert shape(listed) == shape(told)


@pytest.mark.parametrize(
    "filler", ["The weather was nice.", "Our office is in a lovely old building.", "Thank you very much!"]
)
def test_a_filler_sentence_changes_nothing(filler: str) -> None:
    first, rest = CLAIM.split(". ", 1)
    before, after = rules.analyse(CLAIM), rules.analyse(f"{first}. {filler} {rest}")
    assert labels(after) == labels(before)
    assert shape(after) == shape(before)
    assert [t.title for t in after.build_tasks] == [t.title for t in before.build_tasks]


def test_two_processes_in_one_text_give_the_sum_of_their_tasks() -> None:
    together = rules.analyse(f"{CLAIM}\n\n{HIRING}")
    assert labels(together) == labels(rules.analyse(CLAIM)) + labels(rules.analyse(HIRING))


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.key)
def test_the_same_text_gives_the_same_bytes(sample: Sample) -> None:
    description = sample.description
    first = rules.analyse(description).model_dump_json()
    from coditect.workflows.rules.process.reading import understand

    understand.cache_clear()
    assert rules.analyse(description).model_dump_json() == first


def test_deleting_the_cited_sentence_removes_the_finding() -> None:
    text = f"{CLAIM} The manager sends the report to HR within 3 days."
    with_limit = rules.analyse(text).analysts.requirements_extractor
    assert with_limit is not None
    (deadline,) = with_limit.deadlines
    cited = text[deadline.evidence[0].start : deadline.evidence[0].end]
    assert cited == "3 days"
    without = rules.analyse(CLAIM).analysts.requirements_extractor
    assert without is not None
    assert without.deadlines == ()


def saving(text: str) -> float:
    report = rules.analyse(text).analysts.automation_assessor
    assert report is not None
    assert report.roi is not None
    assert report.roi.saving_per_year is not None
    return report.roi.saving_per_year


def test_doubling_the_volume_doubles_the_saving() -> None:
    text = (
        "The system calculates the price. The clerk registers the order in SAP. This takes 6 minutes. "
        "There are 40 orders per day. An hour costs 30 EUR per hour."
    )
    assert saving(text) == pytest.approx(40 * 250 * 6 / 60 * 30)
    assert saving(text.replace("40 orders", "80 orders")) == pytest.approx(2 * saving(text))


def test_without_stated_figures_there_is_no_return() -> None:
    report = rules.analyse(CLAIM).analysts.automation_assessor
    assert report is not None
    assert report.roi is None
    assert all(task.roi is None for task in report.tasks)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.key)
def test_evidence_points_into_the_text(sample: Sample) -> None:
    description = sample.description
    analysis = rules.analyse(description)
    for task in analysis.tasks:
        cited = " ".join(description[span.start : span.end] for span in task.evidence).lower()
        assert task.evidence
        assert task.verb.split()[0][:3] in cited or re.search(r"\w", cited)
    for mention in analysis.mentions:
        assert description[mention.start : mention.end] == mention.text
    ids = [mention.id for mention in analysis.mentions]
    assert len(ids) == len(set(ids))
    for relation in analysis.relations:
        assert {relation.head, relation.tail} <= set(ids)
