"""Abuse of invitations: stolen and old ones, above one's own rights, to find out who has an account."""

from datetime import timedelta

import httpx
import pytest

from coditect.kernel.clock import utc_now
from coditect.organizations.access import Member
from coditect.organizations.invitations import service as invitations
from tests.abuse.members.joining import API, INVITED, accept, invite, join, refusal
from tests.identity.house import House


async def test_an_invitation_makes_nobody_else_a_member(
    house: House,
    ada: httpx.AsyncClient,
    eve: httpx.AsyncClient,
    grace: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, token = await invite(house, ada)
    assert refusal(await accept(eve, token)) == (403, "invitation_for_another")
    assert (await accept(grace, token)).status_code == 200
    assert refusal(await accept(grace, token)) == (404, "invitation_not_found")
    # Counter-test: if the link alone counted, whoever stole it would be in.
    _, token = await invite(house, ada, "linus@example.com")
    monkeypatch.setattr(invitations, "_is_for", lambda *_: True)
    assert (await accept(eve, token)).status_code == 200


async def test_a_link_of_before_an_old_one_and_an_invented_one_lead_nowhere(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, first = await invite(house, ada)
    assert (await ada.post(f"{API}/invitations/{made['id']}/resend")).status_code == 200
    second = await house.mailed_token(INVITED)
    assert first != second
    for token in (first, "A" * 43):
        assert refusal(await accept(grace, token)) == (404, "invitation_not_found")
    monkeypatch.setattr(invitations, "utc_now", lambda: utc_now() + timedelta(days=7, seconds=1))
    assert refusal(await accept(grace, second)) == (404, "invitation_not_found")
    # Counter-test: within the week, the newest link works.
    monkeypatch.undo()
    assert (await accept(grace, second)).status_code == 200


async def test_an_invitation_that_was_taken_back_or_declined_is_over(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient
) -> None:
    made, token = await invite(house, ada)
    assert (await ada.delete(f"{API}/invitations/{made['id']}")).status_code == 204
    assert refusal(await accept(grace, token)) == (404, "invitation_not_found")
    _, token = await invite(house, ada)
    assert (await grace.post(f"{API}/invitations/decline", json={"token": token})).status_code == 204
    assert refusal(await accept(grace, token)) == (404, "invitation_not_found")
    assert (await ada.get(f"{API}/invitations")).json()["items"] == []
    # Counter-test: one that nobody ended works.
    _, token = await invite(house, ada)
    assert (await accept(grace, token)).status_code == 200


async def test_nobody_invites_above_themselves(
    house: House,
    ada: httpx.AsyncClient,
    grace: httpx.AsyncClient,
    eve: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await join(house, ada, grace, "admin")
    wanted = {"email": "friend@example.com", "role": "owner"}
    assert refusal(await grace.post(f"{API}/invitations", json=wanted)) == (403, "role_beyond_yours")
    await join(house, ada, eve, "developer")
    wanted["role"] = "viewer"
    assert refusal(await eve.post(f"{API}/invitations", json=wanted)) == (403, "permission_missing")
    # Counter-test: if roles were not compared, an administrator would make owners.
    monkeypatch.setattr(Member, "covers", lambda *_: True)
    wanted["role"] = "owner"
    assert (await grace.post(f"{API}/invitations", json=wanted)).status_code == 201


async def test_an_invitation_ends_with_the_rights_of_who_invited(
    house: House,
    ada: httpx.AsyncClient,
    grace: httpx.AsyncClient,
    eve: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    account_id = await join(house, ada, grace, "admin")
    _, token = await invite(house, grace, "eve@example.com", "admin")
    changed = await ada.patch(f"{API}/members/{account_id}", json={"role": "viewer"})
    assert changed.status_code == 200, changed.text
    assert refusal(await accept(eve, token)) == (404, "invitation_not_found")

    # Counter-test: if nobody asked, an administrator of before would still bring people in.
    async def unasked(*_: object) -> None:
        return None

    monkeypatch.setattr(invitations, "_check_inviter", unasked)
    assert (await accept(eve, token)).status_code == 200


async def test_inviting_does_not_tell_who_has_an_account(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    del grace
    known, known_token = await invite(house, ada, INVITED)
    unknown, unknown_token = await invite(house, ada, "nobody@example.com")
    assert known.keys() == unknown.keys()
    assert {**known, "id": 0, "email": 0, "created_at": 0, "expires_at": 0} == {
        **unknown,
        "id": 0,
        "email": 0,
        "created_at": 0,
        "expires_at": 0,
    }
    seen = [
        (await ada.post(f"{API}/invitations/look", json={"token": token})).json()
        for token in (known_token, unknown_token)
    ]
    assert (
        seen[0].keys() == seen[1].keys() == {"organization_name", "email", "role", "invited_by", "expires_at"}
    )

    # Counter-test: if whoever has an account were looked for instead of the members, the answer would tell.
    async def everybody(*_: object) -> set[str]:
        return {INVITED, "eve@example.com"}

    monkeypatch.setattr(invitations, "_addresses_of_members", everybody)
    asked = [{"email": email, "role": "viewer"} for email in ("eve@example.com", "stranger@example.com")]
    answers = [await ada.post(f"{API}/invitations", json=body) for body in asked]
    assert [one.status_code for one in answers] == [409, 201]


async def test_the_mail_carries_no_message_of_strangers(house: House, ada: httpx.AsyncClient) -> None:
    organization = (await ada.get(f"{API}/me")).json()["active_organization_id"]
    await ada.patch(f"{API}/organizations/{organization}", json={"name": "Win now at evil.example/x"})
    await invite(house, ada)
    mail = (await house.mails(INVITED))[0]
    assert "evil.example" not in mail.text + mail.html + mail.subject
    # Counter-test: a name that is only a name stands there.
    await ada.patch(f"{API}/organizations/{organization}", json={"name": "Herons & Sons"})
    await invite(house, ada, "linus@example.com")
    assert "Herons & Sons" in (await house.mails("linus@example.com"))[0].text
