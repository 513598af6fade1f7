"""Lighthouse's scores of pages that are looked at most, as on a desktop and as on a telephone with a slow network.

Performance is what Lighthouse simulates from one load with an empty cache; run it on a machine that does nothing else.
The pages stand before a real server, signed in where they need it, in the Chromium of the machine.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, sync_playwright

from benchmarks import npm
from tests.e2e.places import House, furnish, named
from tests.servers.coditect import Server
from tests.servers.process import free_port
from tests.story.people import PASSWORD, close_all

PAGES = ("sign-in", "sign-up", "home", "overview", "board", "activity", "analysis", "agents", "settings")
CATEGORIES = ("performance", "accessibility", "best-practices")
AIMS = {"desktop": 0.95, "mobile": 0.85}
SECONDS = 240


@dataclass(frozen=True)
class Browser:
    """A Chromium that Lighthouse is let into, with the cookies of a signed-in person."""

    lighthouse: Path
    port: int
    context: BrowserContext


def report() -> None:
    """Print the scores of each page, and the worst performance of each form factor."""
    lighthouse, chromium = npm.program("lighthouse", "lighthouse"), shutil.which("chromium")
    if lighthouse is None or chromium is None:
        print("npm or Chromium is not on this machine")
        return
    with tempfile.TemporaryDirectory(prefix="coditect-bench-") as name:
        folder = Path(name)
        server = Server(folder / "server", {})
        try:
            server.start()
            house = furnish(server)
            with _browser(lighthouse, chromium, folder / "profile") as browser:
                _sign_in(browser, server, house)
                for form in AIMS:
                    _measure(browser, server, house, form)
        finally:
            close_all()
            server.close()


def _measure(browser: Browser, server: Server, house: House, form: str) -> None:
    print(f"-- {form}: {', '.join(CATEGORIES)}; largest paint and blocking time in ms")
    scores = []
    for name in PAGES:
        found = _audit(browser, server.url + house.path(named(name)), form)
        scores.append(found["performance"])
        shown = "  ".join(f"{found[each]:.2f}" for each in CATEGORIES)
        print(f"  {name:10} {shown}  {found['paint']:6.0f} {found['blocking']:6.0f}")
    print(f"  worst performance {min(scores):.2f}; aim >= {AIMS[form]:.2f}")


def _audit(browser: Browser, url: str, form: str) -> dict[str, float]:
    command = [
        *(browser.lighthouse, url, "--port", browser.port, "--disable-storage-reset", "--quiet"),
        *("--output", "json", "--only-categories", ",".join(CATEGORIES)),
        *(("--preset", "desktop") if form == "desktop" else ()),
    ]
    done = subprocess.run(
        [str(part) for part in command], check=True, capture_output=True, text=True, timeout=SECONDS
    )
    told = json.loads(done.stdout)
    if told["finalDisplayedUrl"] != url:
        raise RuntimeError(f"{url} led to {told['finalDisplayedUrl']}.")
    return {
        **{name: told["categories"][name]["score"] for name in CATEGORIES},
        "paint": told["audits"]["largest-contentful-paint"]["numericValue"],
        "blocking": told["audits"]["total-blocking-time"]["numericValue"],
    }


@contextmanager
def _browser(lighthouse: Path, chromium: str, profile: Path) -> Iterator[Browser]:
    port = free_port()
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", f"--remote-debugging-port={port}"],
        )
        yield Browser(lighthouse, port, context)
        context.close()


def _sign_in(browser: Browser, server: Server, house: House) -> None:
    answer = browser.context.request.post(
        f"{server.url}/api/v1/auth/login", data={"email": house.person.email, "password": PASSWORD}
    )
    assert answer.ok, answer.text()


if __name__ == "__main__":
    report()
