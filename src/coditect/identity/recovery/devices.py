"""What a browser says of itself, in the few words that its owner knows it by; nothing is guessed."""

from typing import Literal

Device = Literal["computer", "phone", "tablet", "program"]

_BROWSERS = (
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def browser_of(user_agent: str) -> str | None:
    """Return the browser's name; for another program the first word that it says; None if it says nothing."""
    for mark, name in _BROWSERS:
        if mark in user_agent:
            return name
    first = user_agent.split("/", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    return first[:40] or None


def system_of(user_agent: str) -> str | None:
    """Return the operating system's name, if it is one that we know."""
    return next((name for mark, name in _SYSTEMS if mark in user_agent), None)


def kind_of(user_agent: str) -> Device:
    """Return what kind of device it is."""
    if "Mozilla/" not in user_agent:
        return "program"
    if "iPad" in user_agent or ("Android" in user_agent and "Mobile" not in user_agent):
        return "tablet"
    return "phone" if "Mobile" in user_agent else "computer"
