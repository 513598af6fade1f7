"""The numbers of the engine, and the plans it refuses."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coditect.engine import InvalidPlan, RunDraft, StepDraft
from coditect.engine.drafts import check
from coditect.engine.states import DEFAULT_TRIES, LEASE, RENEWAL_SECONDS, retry_delay
from tests.engine.harness import step
from tests.fixtures.platforms import new_organization


def draft(*steps: StepDraft) -> RunDraft:
    return RunDraft("test", new_organization(), steps)


@pytest.mark.parametrize(
    ("failures", "seconds"), [(1, 2), (2, 4), (3, 8), (4, 16), (5, 32), (6, 60), (40, 60)]
)
def test_the_pause_doubles_from_two_seconds_up_to_sixty(failures: int, seconds: int) -> None:
    """Fails when base, factor or cap change."""
    for _ in range(200):
        assert timedelta(seconds=seconds * 0.8) <= retry_delay(failures) <= timedelta(seconds=seconds * 1.2)


def test_the_pause_is_spread_over_its_whole_range() -> None:
    """Fails without jitter: what broke together would come back together."""
    pauses = [retry_delay(1).total_seconds() for _ in range(2000)]
    assert min(pauses) < 1.65
    assert max(pauses) > 2.35


@given(st.integers(1, 2000))
def test_no_number_of_failures_breaks_the_pause(failures: int) -> None:
    assert retry_delay(failures) <= timedelta(seconds=72)


def test_a_lease_outlives_two_missed_renewals() -> None:
    assert LEASE.total_seconds() >= 3 * RENEWAL_SECONDS
    assert DEFAULT_TRIES == 3


def test_a_cycle_is_refused_and_shown() -> None:
    with pytest.raises(InvalidPlan, match="wait for each other"):
        check(draft(step("a", "c"), step("b", "a"), step("c", "b")))


def test_a_step_that_needs_itself_is_refused() -> None:
    with pytest.raises(InvalidPlan, match="a → a"):
        check(draft(step("a", "a")))


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ((), "at least one"),
        ((step("a"), step("a")), "repeated: a"),
        ((step("a", "b"),), "another one needs: b"),
    ],
)
def test_other_senseless_plans_are_refused(steps: tuple[StepDraft, ...], said: str) -> None:
    with pytest.raises(InvalidPlan, match=said):
        check(draft(*steps))


def test_a_step_that_needs_another_twice_is_refused() -> None:
    """Two rows of one need would break the primary key, and end in a 500."""
    with pytest.raises(InvalidPlan, match="twice"):
        check(draft(step("a"), step("b", "a", "a")))
