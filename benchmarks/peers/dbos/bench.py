"""DBOS: `python bench.py DATABASE_URL STEPS`; one process, workflows of ten steps in its threads."""

import json
import sys
import time

from dbos import DBOS

STEPS = 10


@DBOS.step()
def noop() -> None:
    """Do nothing."""


@DBOS.workflow()
def chain() -> None:
    """Do nothing ten times."""
    for _ in range(STEPS):
        noop()


def main() -> None:
    """Measure from the first workflow started to the last result."""
    DBOS(
        config={
            "name": "bench",
            "system_database_url": sys.argv[1],
            "run_admin_server": False,
            "log_level": "ERROR",
        }
    )
    DBOS.launch()
    DBOS.start_workflow(chain).get_result()
    began = time.perf_counter()
    for handle in [DBOS.start_workflow(chain) for _ in range(int(sys.argv[2]) // STEPS)]:
        handle.get_result()
    print(json.dumps({"seconds": time.perf_counter() - began}))
    DBOS.destroy()


if __name__ == "__main__":
    main()
