"""The garbage collector rests while the rules read, and only then."""

import gc

from coditect.workflows import rules
from coditect.workflows.rules.collecting import uncollected


def test_the_collector_works_again_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            pass
        assert not gc.isenabled()
    rules.analyse("The clerk checks the invoice.")
    assert gc.isenabled()


def test_a_collector_that_is_off_stays_off() -> None:
    gc.disable()
    try:
        rules.analyse("The clerk checks the invoice.")
        assert not gc.isenabled()
    finally:
        gc.enable()
