"""Numbers as people write them."""

import pytest

from coditect.workflows.rules.process.quantities import Quantity, number, quantities


def only(text: str) -> Quantity:
    (quantity,) = quantities(text, 0, len(text))
    return quantity


@pytest.mark.parametrize(
    ("text", "value"), [("1,200", 1200), ("1.200", 1200), ("2.5", 2.5), ("2,5", 2.5), ("ten", 10), ("3", 3)]
)
def test_number(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("about 40 claims per day", "volume", 10_000),
        ("1,200 orders a month", "volume", 14_400),
        ("twice a week", "frequency", 104),
        ("every Monday", "frequency", 52),
        ("takes 20 minutes", "duration", 20),
        ("takes an hour", "duration", 60),
        ("within 2 business days", "duration", 960),
        ("costs 42 EUR per hour", "hourly_cost", 42),
        ("it costs €12,000 to build", "build_cost", 12_000),
        ("hosting costs $50 per month", "run_cost", 600),
        ("4 % of the invoices are wrong", "error_rate", 4),
    ],
)
def test_quantities(text: str, kind: str, value: float) -> None:
    quantity = only(text)
    assert (quantity.kind, quantity.value) == (kind, value)
    assert text[quantity.start : quantity.end].strip() == quantity.text.strip()


def test_plain_numbers_mean_nothing() -> None:
    text = "Form 27 is blue. Room 5 has 3 windows."
    assert quantities(text, 0, len(text)) == []
