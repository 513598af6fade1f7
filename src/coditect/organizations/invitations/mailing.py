"""The mail of an invitation, in the language of whom it goes to, or else of whoever invited."""

import re
from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy import select

from coditect.identity import Letter, MailTo, language_of, names_of, people_of, rendered
from coditect.kernel.clock import utc_now
from coditect.kernel.config import Settings
from coditect.kernel.mail import Mail
from coditect.kernel.platform import Platform
from coditect.kernel.relay import Consumer
from coditect.kernel.scope import tenant
from coditect.organizations.events import MemberInvited
from coditect.organizations.invitations.models import Invitation
from coditect.organizations.invitations.tokens import key_of_invitations, token_of
from coditect.organizations.models import Organization

LONGEST_NAME = 80
_ADDRESS = re.compile(r"[/@\\]|\w\.\w")


def consumers(platform: Platform) -> Sequence[Consumer]:
    """Return what is mailed about invitations."""
    return (Consumer("organizations.mail_invitation", MemberInvited, _mail_invitation(platform)),)


def _mail_invitation(platform: Platform) -> Callable[[MemberInvited], Awaitable[None]]:
    async def handle(event: MemberInvited) -> None:
        assert event.organization_id is not None
        key = await key_of_invitations(platform.database)
        async with platform.database.read(tenant(event.organization_id)) as session:
            invitation = await session.scalar(
                select(Invitation).where(
                    Invitation.id == event.invitation_id, Invitation.sending == event.sending
                )
            )
            if invitation is None or invitation.expires_at <= utc_now():
                return
            name = await session.scalar(
                select(Organization.name).where(Organization.id == event.organization_id)
            )
            inviter = (await names_of(session, [event.account_id])).get(event.account_id)
            language = await language_of(session, invitation.email)
            if language is None and (found := (await people_of(session, [event.account_id])).values()):
                language = await language_of(session, next(iter(found))[1])
        mail = invitation_mail(
            platform.settings,
            MailTo(invitation.email, language),
            key=f"invitation-{event.invitation_id}-{event.sending}",
            token=token_of(key, event.invitation_id, event.sending),
            names=(name, inviter),
        )
        await platform.mailer.send(mail)

    return handle


def invitation_mail(
    settings: Settings, to: MailTo, *, key: str, token: str, names: tuple[str | None, str | None]
) -> Mail:
    """Return the mail with the link of an invitation; `names` are those of the organization and of whoever invited."""
    here = settings.instance_name
    there = _harmless(names[0]) or to.say("an organization", "einer Organisation")
    who = _harmless(names[1]) or to.say("Somebody", "Jemand")
    letter = Letter(
        key=key,
        to=to.email,
        language=to.say("en", "de"),
        subject=to.say(f"{who} invites you to {there}", f"{who} lädt Sie zu {there} ein"),
        heading=to.say("You are invited", "Sie sind eingeladen"),
        before=to.say(
            f"{who} would like to work with you in {there} at {here}.",
            f"{who} möchte bei {here} mit Ihnen in {there} zusammenarbeiten.",
        ),
        button=to.say("Look at the invitation", "Einladung ansehen"),
        link=f"{settings.base_url}/invitation?token={token}",
        after=to.say(
            "The link works once, within 7 days, and only for this address. If you do not know who this is, ignore this"
            " mail: nothing happens.",
            "Der Link gilt einmal, 7 Tage lang und nur für diese Adresse. Wenn Sie nicht wissen, wer das ist, beachten Sie"
            " diese Mail nicht: Es geschieht nichts.",
        ),
    )
    return rendered(settings, letter)


def _harmless(name: str | None) -> str | None:
    """Return a name that somebody chose if it cannot pass for a message or a link of ours."""
    if name is None or len(name) > LONGEST_NAME or _ADDRESS.search(name):
        return None
    return name
