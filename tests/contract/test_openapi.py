"""What the API answers is what its description says, whatever it is sent."""

from tests.contract.hostile import described, filled, violations
from tests.servers.coditect import Server
from tests.story.people import sign_up


def test_no_request_gets_an_answer_that_is_not_described(server: Server) -> None:
    """Fails with a 5xx, an undocumented status or content type, or a body that is not as described."""
    person = sign_up(server)
    description = described(person)
    found = list(violations(person, description, filled(person), examples=3))
    assert not found, "\n\n".join(found)
    assert person.get("/me"), "the session ended meanwhile: say in hostile.ENDING what ends it"
    # The counter-test: a description that leaves something out is found to be wrong.
    path = "/api/v1/projects/{project_id}"
    description["paths"] = {path: {"get": description["paths"][path]["get"]}}
    del description["paths"][path]["get"]["responses"]["404"]
    undocumented, *_ = violations(person, description, {}, examples=1)
    assert "404" in undocumented
