"""What no page may ever do: leave this machine, complain on the console, throw, break its policy, or meet a 5xx."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, WebError, WebSocket

# Chromium itself writes these lines; a test that provokes one says so.
UNAUTHORIZED = r"status of 401"
REFUSED = r"status of 4\d\d"
CONNECTION_LOST = r"net::ERR_"
NOT_FOUND = r"status of 404"

_REPORT_VIOLATIONS = """
addEventListener('securitypolicyviolation', (event) => {
  console.error(`policy violation: ${event.violatedDirective} forbids ${event.blockedURI}`);
});
"""
_INSIDE = {"data", "blob", "about"}


class Watch:
    """Notes every misdeed of the pages of one browser context."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
        self.problems: list[str] = []
        self._expected: list[str] = []
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", self._threw)
        context.on("page", self._opened)
        context.add_init_script(_REPORT_VIOLATIONS)

    def expect(self, *patterns: str) -> None:
        """Console lines that the test provokes on purpose."""
        self._expected += patterns

    def note(self, problem: str) -> None:
        if not any(re.search(pattern, problem) for pattern in self._expected):
            self.problems.append(problem)

    def _asked(self, request: Request) -> None:
        self._stay(request.url)

    def _opened(self, page: Page) -> None:
        page.on("websocket", self._connected)

    def _connected(self, socket: WebSocket) -> None:
        self._stay(re.sub("^ws", "http", socket.url))

    def _stay(self, url: str) -> None:
        inside = urlsplit(url).scheme in _INSIDE or url.startswith(f"{self.origin}/")
        if not inside:
            self.problems.append(f"left for {url}")

    def _answered(self, response: Response) -> None:
        if response.status >= 500:
            self.problems.append(f"{response.status} from {response.request.method} {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.note(f"console: {message.text} ({message.location.get('url', '')})")

    def _threw(self, error: WebError) -> None:
        self.problems.append(f"uncaught: {error.error.message}")
