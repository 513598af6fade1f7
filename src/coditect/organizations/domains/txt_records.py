"""Texts that the owner of a domain put into DNS."""

from collections.abc import Collection

import dns.asyncresolver
import dns.exception
import dns.resolver

from coditect.organizations.domains.errors import NamesUnavailable

PATIENCE_SECONDS = 5.0


async def texts_at(name: str, servers: str | None) -> Collection[str]:
    """Return the TXT records of `name`, asked of `servers` (`host:port` with commas between) or the machine's own.

    No such name and no such record are an empty answer. Raises `NamesUnavailable` where nobody answers.
    """
    try:
        resolver = dns.asyncresolver.Resolver(configure=servers is None)
        if servers is not None:
            resolver.nameservers = [_server(one.strip()) for one in servers.split(",")]
        answer = await resolver.resolve(name, "TXT", lifetime=PATIENCE_SECONDS, search=False)
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return ()
    except (dns.exception.DNSException, OSError):
        raise NamesUnavailable("Try again in a minute; the server may not reach its DNS servers.") from None
    return [b"".join(record.strings).decode(errors="replace") for record in answer]


def _server(given: str) -> dns.nameserver.Nameserver:
    host, _, port = given.rpartition(":")
    return (
        dns.nameserver.Do53Nameserver(host.strip("[]"), int(port))
        if host
        else dns.nameserver.Do53Nameserver(given)
    )
