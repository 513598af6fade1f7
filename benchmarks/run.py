"""`make bench`: every measurement, one after the other, with the machine that it was taken on."""

import platform
from collections.abc import Callable

import psutil

from benchmarks import (
    agent_runs,
    analysis_cpu,
    api,
    dispatch,
    engine,
    exports,
    listeners,
    login,
    offline_agents,
    own_texts,
    pages,
    pet,
    startup,
    tokens,
)


def main() -> None:
    """Run all benchmarks and print their figures."""
    memory = psutil.virtual_memory().total / 2**30
    print(
        f"{platform.platform()}, Python {platform.python_version()}, {psutil.cpu_count()} cores, {memory:.0f} GiB"
    )
    print(f"load before: {psutil.getloadavg()[0]:.2f}")
    sections: tuple[tuple[str, Callable[[], object]], ...] = (
        ("Start and idle memory", startup.report),
        ("Pages as Lighthouse sees them", pages.report),
        ("API beside a bare server", api.report),
        ("Durable steps beside Celery, Dramatiq and DBOS", engine.report),
        ("Sign-in beside Argon2", login.report),
        ("Tokens after the sign-in", tokens.report),
        ("Idle listeners", listeners.report),
        ("CPU of an analysis", analysis_cpu.report),
        ("Exports beside Graphviz and mermaid-cli", exports.report),
        ("PET development documents", pet.main),
        ("Descriptions of our own", own_texts.report),
        ("Choosing an agent", dispatch.report),
        ("Agent runs beside the client, pydantic-ai and LangGraph", agent_runs.report),
        ("Agents that need no model", offline_agents.report),
    )
    for title, measure in sections:
        print(f"\n== {title}")
        measure()


if __name__ == "__main__":
    main()
