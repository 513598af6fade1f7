"""What `/mcp` hands its requests to. Importing this module imports the protocol's library."""

from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings

from coditect.agents.mcp_server.server import ApiOf, build_server


def build_manager(api_of: ApiOf) -> StreamableHTTPSessionManager:
    """A manager without sessions: each request stands for itself and is answered as JSON."""
    return StreamableHTTPSessionManager(
        build_server(api_of),
        stateless=True,
        json_response=True,
        # Every caller sends a bearer token, which no other site can make a browser send: rebinding gains nothing.
        security_settings=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
