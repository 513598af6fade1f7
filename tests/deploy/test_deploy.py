"""What deploy/ ships fits the program: names of settings, metrics, roles and files; engines that are here read it."""

import configparser
import importlib.metadata
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from packaging.requirements import Requirement

from coditect.kernel import metrics
from coditect.kernel.config import Role, Settings
from tests.servers import nginx

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
SETTINGS = {f"CODITECT_{name.upper()}" for name in Settings.model_fields}
MADE_HERE = {"migrate", "api-1", "api-2", "worker", "relay", "scheduler"}


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    document: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    return document


def test_services_name_only_what_exists(compose: dict[str, Any]) -> None:
    services = compose["services"]
    for name, service in services.items():
        assert set(service.get("depends_on", {})) <= set(services), name
        assert set(service.get("secrets", [])) <= set(compose["secrets"]), name
        assert set(service["networks"]) <= set(compose["networks"]), name
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            if source.startswith("."):
                assert (DEPLOY / source).exists(), volume
            else:
                assert source in compose["volumes"], volume


def test_every_service_is_held_tight(compose: dict[str, Any]) -> None:
    for name, service in compose["services"].items():
        assert "no-new-privileges:true" in service["security_opt"], name
        assert not service.get("privileged"), name
        assert ":latest" not in service["image"], name
        assert "healthcheck" in service or "profiles" in service, name
    for name in MADE_HERE:
        service = compose["services"][name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["user"].split(":")[0] not in {"0", "root"}


def test_settings_and_roles_are_known(compose: dict[str, Any]) -> None:
    for name in MADE_HERE:
        service = compose["services"][name]
        given = {variable.removesuffix("_FILE") for variable in service["environment"]}
        assert given <= SETTINGS, name
        command = service["command"]
        assert command[0] == "coditect"
        if "--role" in command:
            assert command[-1] in get_args(Role)
    roles = {compose["services"][name]["command"][-1] for name in MADE_HERE}
    assert roles >= set(get_args(Role)) - {"all"}, "together the services do everything"


def test_a_stop_has_time_for_the_drain(compose: dict[str, Any]) -> None:
    drain = float(compose["services"]["api-1"]["environment"]["CODITECT_DRAIN_SECONDS"])
    assert int(compose["services"]["api-1"]["stop_grace_period"].removesuffix("s")) > drain + 12
    unit = _unit()
    assert int(unit["Service"]["TimeoutStopSec"]) > drain + 12
    keep_alive = re.search(r"keepalive_timeout (\d+)s", nginx.SHIPPED.read_text())
    assert keep_alive
    assert drain > int(keep_alive[1]), "no idle connection of nginx outlives the drain"


def test_docker_reads_the_compose_file_where_it_can(tmp_path: Path) -> None:
    """Asks the client, which needs no engine for it; a machine without one has the tests above."""
    docker = shutil.which("docker")
    if (
        docker is None
        or subprocess.run([docker, "compose", "version"], check=False, capture_output=True).returncode
    ):
        return
    shutil.copytree(DEPLOY, tmp_path / "deploy")
    subprocess.run([tmp_path / "deploy" / "make-secrets"], check=True)
    done = subprocess.run(
        [docker, "compose", "-f", tmp_path / "deploy" / "compose.yaml", "config", "--quiet"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


# ---- the image


def test_the_image_is_pinned_and_unprivileged() -> None:
    text = (DEPLOY / "Dockerfile").read_text()
    instructions = [line.split(maxsplit=1) for line in text.splitlines() if re.match(r"[A-Z]+ ", line)]
    assert [value for name, value in instructions if name == "USER"] == ["10001:10001"]
    assert [value for name, value in instructions if name == "CMD"] == ['["coditect", "serve"]']
    assert len([value for name, value in instructions if name == "FROM"]) == 3
    installs = re.findall(r"pip install (.*?)(?:\\\n|\n)", text)
    assert len(installs) == 3
    assert all("--require-hashes" in line or "--no-index" in line for line in installs)
    for source in re.findall(r"^COPY (?!--from)(?:--\S+ )?(.+) \S+$", text, re.MULTILINE):
        for path in source.split():
            assert (ROOT / path).exists(), path
    variables = set(re.findall(r"CODITECT_[A-Z_]+(?==)", text))
    assert variables <= SETTINGS


def test_the_build_tool_comes_whole_from_its_lock() -> None:
    [program] = re.findall(r"awk '(.+?)'", (DEPLOY / "Dockerfile").read_text())
    lock = subprocess.run(
        ["awk", program, ROOT / "requirements-dev.lock"], check=True, capture_output=True, text=True
    ).stdout
    names = set(re.findall(r"^([a-z-]+)==", lock, re.MULTILINE))
    needs = {Requirement(text).name for text in importlib.metadata.requires("hatchling") or []}
    assert {"hatchling", *needs} - {"tomli"} <= names
    assert lock.count("--hash=sha256:") >= len(names)


def test_secrets_come_from_files(tmp_path: Path) -> None:
    (tmp_path / "url").write_text("postgresql://me:it's $HOME `secret`@host/name\n")
    environment = {"PATH": os.environ["PATH"], "CODITECT_DATABASE_URL_FILE": str(tmp_path / "url")}
    done = subprocess.run(
        [DEPLOY / "with-secrets", "env"], env=environment, check=True, capture_output=True, text=True
    )
    assert "CODITECT_DATABASE_URL=postgresql://me:it's $HOME `secret`@host/name" in done.stdout.splitlines()
    assert "CODITECT_DATABASE_URL_FILE" not in done.stdout
    environment["CODITECT_DATABASE_URL_FILE"] = str(tmp_path / "missing")
    failed = subprocess.run(
        [DEPLOY / "with-secrets", "env"], env=environment, check=False, capture_output=True, text=True
    )
    assert failed.returncode == 1
    assert "cannot be read" in failed.stderr


def test_secrets_are_made_once(tmp_path: Path, compose: dict[str, Any]) -> None:
    script = tmp_path / "make-secrets"
    shutil.copy(DEPLOY / "make-secrets", script)
    subprocess.run([script], check=True)
    made = {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()}
    assert {Path(secret["file"]).name for secret in compose["secrets"].values()} == set(made)
    assert made["postgres_password"] in made["database_url"]
    subprocess.run([script], check=True)
    assert {path.name: path.read_text() for path in (tmp_path / "secrets").iterdir()} == made


# ---- nginx


def test_both_nginx_files_say_the_same() -> None:
    shipped, composed = (
        (DEPLOY / "nginx" / name).read_text().partition("upstream coditect")[2]
        for name in ("coditect.conf", "compose.conf")
    )
    for ours, theirs in {
        "127.0.0.1:8001 ": "api-1:8000 ",
        "127.0.0.1:8002 ": "api-2:8000 ",
        "/var/log/nginx/coditect.log": "/dev/stdout",
    }.items():
        shipped = shipped.replace(ours, theirs)
    assert shipped == composed


# ---- monitoring


def _queries() -> Iterator[str]:
    dashboard = json.loads((DEPLOY / "grafana" / "dashboards" / "coditect.json").read_text())
    for panel in dashboard["panels"]:
        yield from (target["expr"] for target in panel.get("targets", []))
    rules = yaml.safe_load((DEPLOY / "prometheus" / "alerts.yml").read_text())
    for group in rules["groups"]:
        yield from (rule["expr"] for rule in group["rules"])


def _known() -> dict[str, set[str]]:
    """Every sample that `/metrics` can have, with its labels."""
    known: dict[str, set[str]] = {"up": set()}
    for metric in metrics.REGISTRY.collect():
        suffixes = {"counter": ["_total"], "histogram": ["_bucket", "_count", "_sum"]}.get(metric.type, [""])
        known |= {metric.name + suffix: {"le"} if suffix == "_bucket" else set() for suffix in suffixes}
    for collector in (metrics.REQUESTS, metrics.REQUEST_SECONDS, metrics.STEPS, metrics.STEP_SECONDS):
        for name in known:
            if name.startswith(collector._name):
                known[name] |= set(collector._labelnames)
    for gauge in (metrics.STEPS_IN_STATE, metrics.POOL_SIZE, metrics.POOL_USED, metrics.BUILD):
        known[gauge._name] |= set(gauge._labelnames)
    return known


@pytest.mark.parametrize("query", sorted(set(_queries())))
def test_every_query_asks_for_what_is_measured(query: str) -> None:
    known = _known()
    names = set(re.findall(r"\b(?:coditect|process)_[a-z_]+|\bup\b", query))
    assert names
    assert names <= set(known)
    labels = {label.strip() for part in re.findall(r"by \(([^)]*)\)", query) for label in part.split(",")}
    labels |= set(re.findall(r"[{,]\s*([a-z_]+)\s*[=!]", query))
    given_by_prometheus = {"instance", "job"}
    assert labels <= given_by_prometheus.union(*(known[name] for name in names))


def test_prometheus_asks_every_process(compose: dict[str, Any]) -> None:
    document = yaml.safe_load((DEPLOY / "prometheus" / "prometheus.yml").read_text())
    [job] = document["scrape_configs"]
    targets = {target.partition(":")[0] for target in job["static_configs"][0]["targets"]}
    assert targets == MADE_HERE - {"migrate"}
    assert targets <= set(compose["services"])


# ---- systemd


def _unit() -> configparser.ConfigParser:
    parser = configparser.ConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign] # names have capitals
    parser.read(DEPLOY / "systemd" / "coditect@.service")
    return parser


def test_the_unit_starts_what_exists_with_settings_that_are_known() -> None:
    service = _unit()["Service"]
    assert service["ExecStart"].split()[1:] == ["serve"]
    assert {pair.partition("=")[0] for pair in service["Environment"].split()} <= SETTINGS
    assert service["User"] != "root"


def test_systemd_finds_no_fault_where_it_is_here(tmp_path: Path) -> None:
    """The unit is checked by systemd itself; a machine without it has the test above."""
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        return
    text = (DEPLOY / "systemd" / "coditect@.service").read_text()
    unit = tmp_path / "coditect@8001.service"
    # What it starts is not installed here.
    unit.write_text(text.replace("/opt/coditect/bin/coditect", "/bin/true"))
    done = subprocess.run([analyze, "verify", "--man=no", unit], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    told = subprocess.run(
        [analyze, "security", "--offline=yes", "--threshold=30", unit],
        check=False,
        capture_output=True,
        text=True,
    )
    assert told.returncode == 0, told.stdout[-400:]
