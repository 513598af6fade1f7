"""The mails of identity: plain text, and HTML that reads well on a phone, by day and by night, and loads nothing.

No mail repeats a name that the sender of a form chose: else anybody could have us send their words to anybody.
"""

from html import escape
from uuid import UUID

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


def verify_email(settings: Settings, email: str, verification_id: UUID, token: str) -> Mail:
    """Return the mail with the link that confirms an address."""
    return _mail(
        settings,
        key=f"verify-email-{verification_id}",
        to=email,
        subject=f"Confirm your email address for {settings.instance_name}",
        heading="Confirm your email address",
        before=f"One step is left until you can sign in to {settings.instance_name}: confirm that this address is yours.",
        button="Confirm address",
        link=f"{settings.base_url}/verify-email?token={token}",
        after="The link works once, within 24 hours. If you did not sign up, ignore this mail: nothing happens.",
    )


def already_registered(settings: Settings, email: str, attempt_id: UUID) -> Mail:
    """Return the mail to somebody who registers again, or whose address another person entered."""
    return _mail(
        settings,
        key=f"already-registered-{attempt_id}",
        to=email,
        subject=f"You already have an account at {settings.instance_name}",
        heading="You already have an account",
        before=f"Somebody, probably you, wanted to sign up at {settings.instance_name} with this address. It has an account"
        " already, so nothing was changed.",
        button="Sign in",
        link=f"{settings.base_url}/login",
        after="If this was not you, ignore this mail: your account and its password are as they were.",
    )


def session_revoked(settings: Settings, email: str, session_id: UUID) -> Mail:
    """Return the mail that tells of a sign-in session with a copied token."""
    return _mail(
        settings,
        key=f"session-revoked-{session_id}",
        to=email,
        subject=f"We ended a session of yours at {settings.instance_name}",
        heading="We ended one of your sessions",
        before="An old copy of a sign-in session was used again. That can be a restored browser, or somebody who copied"
        " it; to be safe, that session is over on every device that shared it.",
        button="Sign in again",
        link=f"{settings.base_url}/login",
        after="Your other sessions go on. If you do not know why this happened, look after the device that you used.",
    )


def _mail(
    settings: Settings,
    *,
    key: str,
    to: str,
    subject: str,
    heading: str,
    before: str,
    button: str,
    link: str,
    after: str,
) -> Mail:
    name = settings.instance_name
    help_line = f"Questions: {settings.support_email}" if settings.support_email else ""
    text = "\n\n".join(
        part for part in (heading, before, f"{button}:\n{link}", after, name, help_line) if part
    )
    html = f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{escape(subject)}</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<p class="name">{escape(name)}</p>
<h1>{escape(heading)}</h1>
<p>{escape(before)}</p>
<p><a class="button" href="{escape(link)}">{escape(button)}</a></p>
<p>{escape(after)}</p>
<hr>
<p class="small">If the button does not work, open this address:<br>
<a href="{escape(link)}">{escape(link)}</a></p>
{f'<p class="small">{escape(help_line)}</p>' if help_line else ""}
</main>
</body>
</html>
"""
    return Mail(key=key, to=addresses.for_delivery(to), subject=subject, text=text + "\n", html=html)
