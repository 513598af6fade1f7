"""The development mailbox as pages see it: only without SMTP, and only from this very machine."""

import ipaddress
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Request

from coditect.identity.access import PUBLIC
from coditect.identity.schemas import MailRead, MailSummary
from coditect.kernel.api import DEFAULT_LIMIT, Limit, Page, problems
from coditect.kernel.errors import NotFound
from coditect.kernel.mail import DevMailbox
from coditect.kernel.platform import platform_of

router = APIRouter(prefix="/dev/mailbox", tags=["development"], dependencies=[PUBLIC])

_FORWARDING = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


async def _mailbox(request: Request) -> DevMailbox:
    mailer = platform_of(request).mailer
    if not isinstance(mailer, DevMailbox) or not _is_local(request):
        raise NotFound
    return mailer


Mailbox = Annotated[DevMailbox, Depends(_mailbox)]


@router.get("", responses=problems(404))
async def list_mails(mailbox: Mailbox, limit: Limit = DEFAULT_LIMIT) -> Page[MailSummary]:
    """The latest mails, newest first."""
    mails = await mailbox.newest_first(limit)
    return Page(items=[MailSummary.model_validate(mail) for mail in mails], next_cursor=None)


@router.get("/{mail_id}")
async def read_mail(mail_id: str, mailbox: Mailbox) -> MailRead:
    """One mail with its links."""
    return MailRead.model_validate(await mailbox.read(mail_id))


def _is_local(request: Request) -> bool:
    """Tell whether the caller is on this machine, asks by a name of it, and nothing stands between.

    The name guards against a foreign page whose host name was made to point to 127.0.0.1.
    """
    if request.client is None or any(name in request.headers for name in _FORWARDING):
        return False
    host = _host_name(request.headers.get("host", ""))
    return _is_loopback(request.client.host) and (host == "localhost" or _is_loopback(host))


def _host_name(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


def _is_loopback(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback
