"""Files that give descriptions, over HTTP: their text comes back, nothing of them stays."""

import io

import docx

from tests.servers.coditect import Server
from tests.story.people import sign_up

TWO_MEGABYTES = 2 * 1024 * 1024


def test_a_file_gives_its_text_and_a_title_and_nothing_of_it_stays(server: Server) -> None:
    person = sign_up(server)
    answer = person.api.post("/workflows/files", params={"name": "Parcels.docx"}, content=_parcels())
    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        "title": "How parcels arrive",
        "description": "How parcels arrive\nThe clerk receives the parcel. 包裹\nThe porter weighs it.",
    }
    assert person.get("/workflows")["items"] == []
    for name, content, status, code in (
        ("a.exe", b"MZ", 422, "file_not_readable"),
        ("a.pdf", b"%PDF-1.7 broken", 422, "file_not_readable"),
        ("a.txt", b"x" * (TWO_MEGABYTES - 1), 413, "file_too_large"),
    ):
        refused = person.api.post("/workflows/files", params={"name": name}, content=content)
        assert (refused.status_code, refused.json()["code"]) == (status, code)
    assert person.api.post("/workflows/files", content=b"The clerk pays.").status_code == 422, "no name"
    del person.api.headers["authorization"]
    stranger = person.api.post("/workflows/files", params={"name": "a.txt"}, content=b"The clerk pays.")
    assert stranger.status_code == 401


def _parcels() -> bytes:
    document = docx.Document()
    for line in ("How parcels arrive", "The clerk receives the parcel. 包裹", "The porter weighs it."):
        document.add_paragraph(line)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()
