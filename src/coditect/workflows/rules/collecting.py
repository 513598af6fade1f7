"""Reading makes many objects and drops few: looking through them for garbage again and again takes a third of the time.

What the collector does grows faster than the text; without it the time is linear. Reference counts free most of what
is dropped, and the collector has its turn after each analyst.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from running meanwhile, if it is on."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
