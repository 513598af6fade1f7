"""Dramatiq on Redis: `python bench.py REDIS_URL TASKS`; two worker processes of eight threads, no results."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import dramatiq
from dramatiq.brokers.redis import RedisBroker

url = os.environ.get("PEER_URL") or sys.argv[1]
broker = RedisBroker(url=url)
dramatiq.set_broker(broker)


@dramatiq.actor
def noop() -> None:
    """Do nothing."""


def main() -> None:
    """Measure from the first message sent to the empty queue."""
    command = [sys.executable, "-m", "dramatiq", "bench", "--processes", "2", "--threads", "8"]
    here = Path(__file__).parent
    worker = subprocess.Popen(
        command, cwd=here, env={**os.environ, "PEER_URL": url}, stderr=subprocess.DEVNULL
    )
    try:
        noop.send()
        broker.join("default", interval=5, timeout=60_000)
        began = time.perf_counter()
        for _ in range(int(sys.argv[2])):
            noop.send()
        broker.join("default", interval=5, timeout=120_000)
        print(json.dumps({"seconds": time.perf_counter() - began}))
    finally:
        worker.terminate()
        worker.wait()


if __name__ == "__main__":
    main()
