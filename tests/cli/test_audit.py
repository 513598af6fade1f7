"""`coditect audit verify` beside a running server: whole chains hold, and the first broken link is named."""

import sqlite3
import subprocess
from contextlib import closing

from tests.conftest import StartServer
from tests.servers.coditect import COMMAND, Server
from tests.story.people import sign_up, wait_until


def verify(server: Server) -> subprocess.CompletedProcess[str]:
    command = [str(COMMAND), "audit", "verify", "--data-dir", str(server.data_dir)]
    return subprocess.run(
        command, env=server.environment, check=False, capture_output=True, text=True, timeout=120
    )


def test_the_first_broken_link_is_named(start_server: StartServer) -> None:
    server = start_server()
    person = sign_up(server)
    wait_until(lambda: person.get("/audit?action=sign_in.succeeded")["items"] or None)
    organization = person.get("/me")["active_organization_id"]
    whole = verify(server)
    assert whole.returncode == 0, whole.stderr
    assert f"{organization}  holds" in whole.stdout

    with closing(sqlite3.connect(server.data_dir / "coditect.db", timeout=30)) as file:
        file.execute("DROP TRIGGER audit_entries_refuses_update")
        file.execute("UPDATE audit_entries SET outcome = 'refused' WHERE sequence = 2")
        file.commit()
    broken = verify(server)
    assert broken.returncode == 1
    assert f"{organization}  BROKEN at entry 2" in broken.stdout
    assert "chains are broken" in broken.stderr
