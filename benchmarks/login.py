"""Sign-ins per second beside what Argon2 alone allows on the same cores, in the same run."""

import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

from benchmarks import load
from coditect.identity import passwords
from tests.servers.coditect import Server
from tests.story.people import PASSWORD, close_all, sign_up

ROUNDS = 3
SECONDS = 2.0


def report() -> None:
    """Print sign-ins per second, verifications per second, and their ratio; rounds alternate."""
    cores = psutil.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="coditect-bench-") as folder:
        server = Server(Path(folder), {})
        try:
            server.start()
            person = sign_up(server)
            job = _job(server, person.email, connections=2 * cores)
            load.run(job)
            outcomes, alone = [], []
            for _ in range(ROUNDS):
                outcomes.append(load.run(job))
                alone.append(_verifications_per_second(cores))
        finally:
            close_all()
            server.close()
    joined = load.Outcome.all_of(outcomes)
    limit = sum(alone) / len(alone)
    print(
        f"{joined.per_second:.1f} sign-ins/s (p50 {joined.percentile(50):.0f}, p95 {joined.percentile(95):.0f} ms,"
        f" {joined.refused} refused); Argon2 alone with {cores} threads {limit:.1f}/s;"
        f" ratio {joined.per_second / limit:.2f}"
    )


def _job(server: Server, email: str, connections: int) -> load.Job:
    body = {"email": email, "password": PASSWORD}
    return load.Job(server.port, [load.request("POST", "/api/v1/auth/login", {}, body)], connections, SECONDS)


def _verifications_per_second(threads: int) -> float:
    """Verify the same password with our parameters, by as many threads as there are cores."""
    hasher = passwords._HASHER  # noqa: SLF001 - the parameters that the server uses, whatever they are
    stored = hasher.hash(PASSWORD)
    end = time.perf_counter() + SECONDS

    def work() -> int:
        done = 0
        while time.perf_counter() < end:
            assert hasher.verify(PASSWORD, stored)
            done += 1
        return done

    began = time.perf_counter()
    with ThreadPoolExecutor(threads) as pool:
        done = sum(pool.map(lambda _: work(), range(threads)))
    return done / (time.perf_counter() - began)


if __name__ == "__main__":
    report()
