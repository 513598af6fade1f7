"""Celery on Redis: `python bench.py REDIS_URL TASKS`; a prefork worker of two processes, results kept."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from celery import Celery

url = os.environ.get("PEER_URL") or sys.argv[1]
app = Celery("bench", broker=url, backend=url)
app.conf.update(task_acks_late=True, worker_prefetch_multiplier=16, broker_connection_retry_on_startup=True)


@app.task
def noop() -> None:
    """Do nothing."""


def main() -> None:
    """Measure from the first task sent to the last result."""
    command = [sys.executable, "-m", "celery", "-A", "bench", "worker", "-c", "2", "-l", "error"]
    here = Path(__file__).parent
    worker = subprocess.Popen(
        command, cwd=here, env={**os.environ, "PEER_URL": url}, stdout=subprocess.DEVNULL
    )
    try:
        noop.delay().get(timeout=60)
        began = time.perf_counter()
        for result in [noop.delay() for _ in range(int(sys.argv[2]))]:
            result.get(timeout=120)
        print(json.dumps({"seconds": time.perf_counter() - began}))
    finally:
        worker.terminate()
        worker.wait()


if __name__ == "__main__":
    main()
