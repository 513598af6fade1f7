"""What every test may ask for: databases, ports, mail, a real server. No test reaches another machine."""

import shutil
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.servers import databases, network, postgres, process
from tests.servers.coditect import Server
from tests.servers.smtp import SmtpServer, run_smtp

if TYPE_CHECKING:
    from tests.model_server.server import ModelServer

RUN = pytest.StashKey[databases.TestRun]()
SERVERS = pytest.StashKey[list[Server]]()
FOLDER_MARKS = {"slow": pytest.mark.slow, "e2e": pytest.mark.browser}


class XdistWorker(Protocol):
    """A worker as xdist's controller sees it."""

    config: pytest.Config
    workerinput: dict[str, Any]


# ---- the run: what its workers share


def pytest_configure(config: pytest.Config) -> None:
    network.guard()
    # `make test-slow` asks for the slow ones by name; nobody else waits for them.
    config.option.markexpr = config.option.markexpr or "not slow"
    if (given := getattr(config, "workerinput", None)) is not None:
        config.stash[RUN] = databases.TestRun.received(given["coditect_run"])
        return
    run = databases.TestRun(Path(tempfile.mkdtemp(prefix="coditect-tests-")))
    config.stash[RUN] = run
    config.add_cleanup(run.close)
    if config.getoption("numprocesses", None):
        run.start_postgres_early()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: XdistWorker) -> None:
    node.workerinput["coditect_run"] = node.config.stash[RUN].handed_over()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        folder = item.path.relative_to(here).parts[0]
        if folder in FOLDER_MARKS:
            item.add_marker(FOLDER_MARKS[folder])


# ---- no way out


@pytest.fixture(autouse=True)
def _stay_on_this_machine() -> Iterator[None]:
    network.attempts.clear()
    yield
    if network.attempts:
        pytest.fail(f"the test reached for another machine: {network.attempts}")


# ---- databases


@pytest.fixture(scope="session")
def postgres_cluster(pytestconfig: pytest.Config) -> Iterator[postgres.Cluster]:
    """The run's PostgreSQL."""
    with pytestconfig.stash[RUN].shared_or_own_postgres() as cluster:
        yield cluster


@pytest.fixture
def postgres_url(postgres_cluster: postgres.Cluster) -> Iterator[str]:
    """An empty PostgreSQL database."""
    with postgres_cluster.database() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty database; the test runs once on each kind."""
    if request.param == "sqlite":
        return databases.sqlite_url(tmp_path / "empty.db")
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_database_url(
    request: pytest.FixtureRequest, pytestconfig: pytest.Config, tmp_path: Path
) -> Iterator[str]:
    """A migrated database, copied from one made once per run; the test runs once on each kind."""
    run = pytestconfig.stash[RUN]
    if request.param == "sqlite":
        yield databases.sqlite_url(run.copy_of_migrated_sqlite(tmp_path / "migrated.db"))
        return
    cluster: postgres.Cluster = request.getfixturevalue("postgres_cluster")
    with cluster.database(run.migrated_template(cluster)) as url:
        yield url


# ---- servers


@pytest.fixture
def free_port() -> int:
    """A loopback port on which nothing listens."""
    return process.free_port()


@pytest.fixture
def smtp_server() -> Iterator[SmtpServer]:
    """A mail server that keeps what it is sent."""
    with run_smtp() as server:
        yield server


@pytest.fixture
def model_server() -> Iterator["ModelServer"]:
    """A model provider whose answers the test scripts, in Anthropic's and OpenAI's formats."""
    # The client libraries, whose types it speaks, take over a second to import.
    from tests.model_server.server import run_model_server

    with run_model_server() as server:
        yield server


class StartServer(Protocol):
    """Starts a server; `settings` are CODITECT_* without the prefix, in lower case."""

    def __call__(self, *arguments: str, **settings: str) -> Server: ...


@pytest.fixture
def start_server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[StartServer]:
    """Starts real servers; the test need not end them."""
    servers = request.node.stash.setdefault(SERVERS, [])

    def start(*arguments: str, **settings: str) -> Server:
        server = Server(tmp_path / f"server-{len(servers)}", settings, arguments)
        servers.append(server)
        server.start()
        return server

    yield start
    for server in servers:
        server.close()


@pytest.fixture
def server(start_server: StartServer) -> Server:
    """A running `coditect serve` with nothing set: SQLite, no model key."""
    return start_server()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser; a machine without one fails the test."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail("Chromium is not installed. Debian: apt-get install chromium")
    return found


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        for server in item.stash.get(SERVERS, []):
            report.sections.append((f"log of {server.url}", process.tail(server.log)))
    return report
