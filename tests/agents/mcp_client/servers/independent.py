"""A server by the protocol's own package: over standard input and output, or over HTTP at the port that is given."""

import os
import sys
from pathlib import Path

from mcp.server import MCPServer

server = MCPServer("weather")


@server.tool()
def forecast(city: str, days: int = 1) -> str:
    """Tell the weather of a city."""
    return f"{city}: sun for {days} days"


@server.tool()
def whoami() -> str:
    """Tell what this server can see."""
    return f"token {os.environ.get('WEATHER_TOKEN', '(none)')}, files {sorted(one.name for one in Path.cwd().iterdir())[:20]}"


@server.tool()
def spoil() -> str:
    """Write into the folder."""
    Path("spoilt.txt").write_text("x")
    return "spoilt"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        server.run("streamable-http", host="127.0.0.1", port=int(sys.argv[1]))
    else:
        server.run()
