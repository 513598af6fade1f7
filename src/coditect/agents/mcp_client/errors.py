"""What can go wrong with servers of tools.

McpServerNotFound   no such server in the project
McpServerNameTaken  the project has a server of this name
McpServerChanged    what was approved is not what the server offers now
McpServerInvalid    a server cannot be written down so
McpServerFailed     it could not be asked what it offers
"""

from coditect.kernel.errors import Conflict, InvalidInput, NotFound


class McpServerNotFound(NotFound):
    code = "mcp_server_not_found"
    title = "There is no such MCP server"


class McpServerNameTaken(Conflict):
    code = "mcp_server_name_taken"
    title = "The project has an MCP server of this name"


class McpServerChanged(Conflict):
    code = "mcp_server_changed"
    title = "The MCP server is not what you looked at"


class McpServerInvalid(InvalidInput):
    code = "mcp_server_invalid"
    title = "The MCP server cannot be set so"


class McpServerFailed(Conflict):
    code = "mcp_server_failed"
    title = "The MCP server could not be asked"
