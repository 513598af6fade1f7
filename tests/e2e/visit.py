"""A browser of its own for one person, watched from the first request on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypedDict

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.e2e.watch import Watch
from tests.servers.coditect import Server
from tests.story.people import PASSWORD, Person

Scheme = Literal["light", "dark"]
WIDE: ViewportSize = {"width": 1440, "height": 900}
MIDDLE: ViewportSize = {"width": 1024, "height": 768}
PHONE: ViewportSize = {"width": 390, "height": 844}
SIZES: Mapping[str, ViewportSize] = {"1440": WIDE, "1024": MIDDLE, "390": PHONE}
DEADLINE_MILLISECONDS = 30_000


class Look(TypedDict, total=False):
    """How the browser is held."""

    size: ViewportSize
    scheme: Scheme
    calm: bool
    """Nothing moves, for measuring what stands still."""


@dataclass(frozen=True)
class Visit:
    """One person's browser: cookies, tabs, and what it must not do."""

    context: BrowserContext
    page: Page
    watch: Watch

    @property
    def origin(self) -> str:
        return self.watch.origin

    def open(self, path: str) -> Page:
        self.page.goto(self.origin + path)
        return self.page

    def sign_in(self, person: Person) -> None:
        """Give the browser the cookies of a signed-in person, without the form."""
        answer = self.context.request.post(
            f"{self.origin}/api/v1/auth/login", data={"email": person.email, "password": PASSWORD}
        )
        assert answer.ok, answer.text()


def begin(browser: Browser, server: Server, look: Look) -> Visit:
    """Open a fresh browser window with one tab and nothing in it."""
    context = browser.new_context(
        viewport=look.get("size", WIDE),
        color_scheme=look.get("scheme", "light"),
        reduced_motion="reduce" if look.get("calm") else "no-preference",
        locale="en-GB",
    )
    context.set_default_timeout(DEADLINE_MILLISECONDS)
    watch = Watch(context, server.url)
    return Visit(context, context.new_page(), watch)
