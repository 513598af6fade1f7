"""The servers that the tests stand on are real, private, and gone afterwards."""

import shutil
import signal
import smtplib
import subprocess
import sys
import time
from email.message import EmailMessage
from pathlib import Path

import asyncpg
import psutil
import pytest

from tests.servers import network
from tests.servers.postgres import Cluster, run_cluster
from tests.servers.smtp import SmtpServer

ROOT = Path(__file__).parents[2]
HOLD_A_CLUSTER = """
import signal, time
# Whoever runs the tests in the background of a shell has told all children to ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)
from tests.servers.postgres import run_cluster
with run_cluster() as cluster:
    print(cluster.folder, cluster.port, flush=True)
    time.sleep(600)
"""


async def test_each_test_has_a_database_of_its_own(postgres_cluster: Cluster) -> None:
    with postgres_cluster.database() as first, postgres_cluster.database() as second:
        for url in (first, second):
            connection = await asyncpg.connect(url)
            await connection.execute("CREATE TABLE mine (id int)")
            await connection.close()


def test_a_database_is_dropped_even_when_it_is_in_use(postgres_cluster: Cluster) -> None:
    with postgres_cluster.database() as url:
        name = url.rpartition("/")[2]
        command = [f"{postgres_cluster.binaries}/psql", "-X", "-q", url]
        user = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL)
        in_use = f"SELECT 1 FROM pg_stat_activity WHERE datname = '{name}'"
        while not postgres_cluster.execute(in_use):
            time.sleep(0.02)
    user.communicate()
    assert not postgres_cluster.execute(f"SELECT 1 FROM pg_database WHERE datname = '{name}'")


def test_a_template_is_made_once_and_only_when_whole() -> None:
    asked: list[str] = []

    def fail(url: str) -> None:
        asked.append(url)
        raise RuntimeError("half way")

    with run_cluster() as cluster:
        with pytest.raises(RuntimeError, match="half way"):
            cluster.migrated_template(fail)
        cluster.migrated_template(asked.append)
        cluster.migrated_template(asked.append)
        assert len(asked) == 2
        with cluster.database(cluster.migrated_template(fail)):
            pass


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_no_cluster_outlives_its_test_run(ending: signal.Signals) -> None:
    if ending == signal.SIGKILL and not sys.platform.startswith("linux"):
        pytest.fail("only Linux can end the children of a killed process")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD_A_CLUSTER],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert holder.stdout
    with holder.stdout:
        folder, _ = holder.stdout.readline().split()
    clusters = [child for child in psutil.Process(holder.pid).children() if child.name() == "postgres"]
    assert clusters
    holder.send_signal(ending)
    holder.wait()
    _, alive = psutil.wait_procs(clusters, timeout=30)
    assert not alive
    assert Path(folder).exists() == (ending == signal.SIGKILL)
    shutil.rmtree(folder, ignore_errors=True)


def test_mail_is_kept(smtp_server: SmtpServer) -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.test", "b@example.test", "Grüße"
    message.set_content("hello")
    with smtplib.SMTP("127.0.0.1", smtp_server.port) as client:
        client.send_message(message)
    assert [kept["Subject"] for kept in smtp_server.messages] == ["Grüße"]


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        (None, True),
        ("10.0.0.1", False),
        ("2001:db8::1", False),
        ("localhost.example.test", False),
        (b"example.test", False),
    ],
)
def test_what_counts_as_this_machine(host: object, *, local: bool) -> None:
    assert network.is_local(host) == local
