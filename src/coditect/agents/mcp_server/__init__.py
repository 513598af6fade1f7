"""CODITECT as a server of the Model Context Protocol: agents, analyses, tasks and runs for other people's agents.

Every tool is one or two requests to our own REST interface with the caller's credentials, in the process over HTTP and
from the terminal over the network. So a caller can do here exactly what they may do there, and is limited, audited and
answered in the same way. The protocol's library is heavy and loads at the first request.
"""

from coditect.agents.mcp_server.endpoint import PATH, McpEndpoint

__all__ = ["PATH", "McpEndpoint"]
