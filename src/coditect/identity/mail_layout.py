"""One layout for every mail: plain text, and HTML that reads well on a phone, by day and by night, and loads nothing."""

from dataclasses import dataclass
from html import escape

from coditect.identity import addresses
from coditect.kernel.config import Settings
from coditect.kernel.mail import Mail

_STYLE = """
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 32px 16px; background: #ffffff; color: #12161c;
  font: 16px/1.5 -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
main { display: block; max-width: 520px; margin: 0 auto; }
h1 { margin: 24px 0 12px; font-size: 20px; line-height: 1.3; font-weight: 600; }
p { margin: 0 0 16px; }
a { color: #1f6fd1; }
a.button { display: inline-block; padding: 12px 24px; border-radius: 8px; background: #1f6fd1; color: #ffffff;
  font-weight: 600; text-decoration: none; }
p.code { font: 600 32px/1.2 ui-monospace, Menlo, Consolas, monospace; letter-spacing: 6px; }
.name { font-weight: 600; letter-spacing: -0.01em; }
.small { color: #5f6978; font-size: 13px; overflow-wrap: anywhere; }
hr { margin: 32px 0 16px; border: 0; border-top: 1px solid #e6e9ee; }
@media (prefers-color-scheme: dark) {
  body { background: #0f1216; color: #e9edf3; }
  a { color: #6fb0ff; }
  a.button { background: #6fb0ff; color: #0b1a2b; }
  .small { color: #a0a9b6; }
  hr { border-top-color: #2a313b; }
}
"""


@dataclass(frozen=True)
class Letter:
    """What one mail says; `language` is that of its words."""

    key: str
    to: str
    language: str
    subject: str
    heading: str
    before: str
    after: str
    button: str = ""
    link: str = ""
    code: str = ""


def rendered(settings: Settings, letter: Letter) -> Mail:
    """Return the mail with a letter in it."""
    return Mail(
        key=letter.key,
        to=addresses.for_delivery(letter.to),
        subject=letter.subject,
        text=_text(settings, letter),
        html=_html(settings, letter),
    )


def _text(settings: Settings, letter: Letter) -> str:
    parts = (
        letter.heading,
        letter.before,
        letter.code,
        f"{letter.button}:\n{letter.link}" if letter.link else "",
        letter.after,
        settings.instance_name,
        _help(settings, letter),
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _html(settings: Settings, letter: Letter) -> str:
    link = escape(letter.link)
    hint = (
        "Wenn die Schaltfläche nicht geht, öffnen Sie diese Adresse:"
        if letter.language == "de"
        else "If the button does not work, open this address:"
    )
    code = f'<p class="code">{escape(letter.code)}</p>' if letter.code else ""
    button = f'<p><a class="button" href="{link}">{escape(letter.button)}</a></p>' if link else ""
    again = f'<p class="small">{hint}<br>\n<a href="{link}">{link}</a></p>' if link else ""
    help_line = _help(settings, letter)
    return f"""<!doctype html>
<html lang="{letter.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{escape(letter.subject)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<p class="name">{escape(settings.instance_name)}</p>
<h1>{escape(letter.heading)}</h1>
<p>{escape(letter.before)}</p>
{code}{button}
<p>{escape(letter.after)}</p>
{"<hr>" if again or help_line else ""}
{again}
{f'<p class="small">{escape(help_line)}</p>' if help_line else ""}
</main>
</body>
</html>
"""


def _help(settings: Settings, letter: Letter) -> str:
    if not settings.support_email:
        return ""
    return f"{'Fragen' if letter.language == 'de' else 'Questions'}: {settings.support_email}"
