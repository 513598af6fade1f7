"""The samples: eight, of many kinds, and each worth showing."""

import pytest

from coditect.workflows import rules
from coditect.workflows.samples import Sample, samples


def test_there_are_eight_of_several_domains() -> None:
    assert len(samples()) == 8
    assert len({sample.key for sample in samples()}) == 8
    assert len({sample.domain for sample in samples()}) == 5


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.key)
def test_a_sample_analyses_well(sample: Sample) -> None:
    assert rules.refuse(sample.description) is None
    analysis = rules.analyse(sample.description)
    assert analysis.flags == ()
    assert analysis.domain == sample.domain
    assert len(analysis.tasks) >= 8
    assert len(analysis.actors) >= 4
    assert any(gateway.kind == "xor" for gateway in analysis.gateways)
    assert analysis.quality.value > 70
    assert len(analysis.orphan_tasks) * 2 < len(analysis.tasks)
