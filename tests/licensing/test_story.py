"""A tier that an operator assigned by the command line binds at once: projects, analyses, model tokens."""

import subprocess

from tests.conftest import StartServer
from tests.model_server.samples import conforming
from tests.model_server.script import Call, Reply, Request
from tests.model_server.server import ModelServer
from tests.servers.coditect import COMMAND, Server
from tests.story.people import Person, close_all, sign_up


def _answer(request: Request) -> Reply:
    return Call(conforming(request.tools[0].schema, origin="model", start=0, end=9))


def _tiers(server: Server, *arguments: str) -> str:
    done = subprocess.run(
        [COMMAND, "tiers", *arguments, "--data-dir", str(server.data_dir)],
        check=True,
        capture_output=True,
        text=True,
        env=server.environment,
    )
    return done.stdout


def _usage(person: Person) -> dict[str, dict[str, object]]:
    return {one["measure"]: one for one in person.get("/usage")["measures"]}


def test_a_tier_binds_from_its_assignment_on(start_server: StartServer, model_server: ModelServer) -> None:
    model_server.script = _answer
    server = start_server(
        model="anthropic:scripted",
        anthropic_api_key=model_server.api_key,
        anthropic_base_url=model_server.anthropic_url,
    )
    try:
        person = sign_up(server)
        organization = person.get("/me")["active_organization_id"]
        projects = [person.project(f"Project {number}") for number in range(4)]
        assert person.get("/usage")["tier"] is None
        assert _usage(person)["projects"]["limit"] is None

        _tiers(server, "assign", organization, "free")
        refused = person.post("/projects", 429, name="One too many")
        assert (refused["code"], refused["measure"], refused["used"], refused["allowed"]) == (
            "quota_exceeded",
            "projects",
            4,
            3,
        )
        assert refused["resets_at"] is None
        assert person.get("/me")["organizations"][0]["tier"] == "free"

        workflow = person.finished_workflow(projects[0])
        assert workflow["status"] == "completed", workflow["analysts"]
        usage = _usage(person)
        assert usage["analyses"]["used"] == 1
        tokens = usage["model_tokens"]
        assert tokens["used"] == sum(
            len(request.system + request.text) // 4 + 50 for request in model_server.requests
        )
        assert tokens["reserved"] == 0
        assert "model_tokens" in _tiers(server, "usage", organization)

        slug = person.get("/me")["organizations"][0]["slug"]
        _tiers(server, "assign", slug, "none")
        person.project("Unbound again")
    finally:
        close_all()
