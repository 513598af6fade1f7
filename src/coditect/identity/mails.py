"""The mails of identity, in the language that the account chose.

No mail repeats a name that the sender of a form chose: else anybody could have us send their words to anybody.
"""

from dataclasses import dataclass
from uuid import UUID

from coditect.identity.mail_layout import Letter, rendered
from coditect.kernel.config import Settings
from coditect.kernel.mail import Mail


@dataclass(frozen=True)
class To:
    """Whom a mail goes to; without a language it is English."""

    email: str
    language: str | None = None

    def say(self, english: str, german: str) -> str:
        """Return the words in the reader's language."""
        return german if self.language == "de" else english


def verify_email(settings: Settings, to: To, verification_id: UUID, token: str) -> Mail:
    """Return the mail with the link that confirms an address."""
    name = settings.instance_name
    letter = Letter(
        key=f"verify-email-{verification_id}",
        to=to.email,
        language=to.say("en", "de"),
        subject=to.say(
            f"Confirm your email address for {name}", f"Bestätigen Sie Ihre E-Mail-Adresse für {name}"
        ),
        heading=to.say("Confirm your email address", "Bestätigen Sie Ihre E-Mail-Adresse"),
        before=to.say(
            f"One step is left until you can sign in to {name}: confirm that this address is yours.",
            f"Ein Schritt fehlt noch, bis Sie sich bei {name} anmelden können: Bestätigen Sie, dass diese Adresse Ihnen gehört.",
        ),
        button=to.say("Confirm address", "Adresse bestätigen"),
        link=f"{settings.base_url}/verify-email?token={token}",
        after=to.say(
            "The link works once, within 24 hours. If you did not sign up, ignore this mail: nothing happens.",
            "Der Link gilt einmal und 24 Stunden lang. Wenn Sie sich nicht registriert haben, beachten Sie diese Mail nicht: Es geschieht nichts.",
        ),
    )
    return rendered(settings, letter)


def already_registered(settings: Settings, to: To, attempt_id: UUID) -> Mail:
    """Return the mail to somebody who registers again, or whose address another person entered."""
    name = settings.instance_name
    letter = Letter(
        key=f"already-registered-{attempt_id}",
        to=to.email,
        language=to.say("en", "de"),
        subject=to.say(f"You already have an account at {name}", f"Sie haben schon ein Konto bei {name}"),
        heading=to.say("You already have an account", "Sie haben schon ein Konto"),
        before=to.say(
            f"Somebody, probably you, wanted to use this address at {name}. It has an account already, so nothing was"
            " changed.",
            f"Jemand, vermutlich Sie, wollte diese Adresse bei {name} verwenden. Sie hat schon ein Konto, also wurde nichts"
            " geändert.",
        ),
        button=to.say("Sign in", "Anmelden"),
        link=f"{settings.base_url}/login",
        after=to.say(
            "If this was not you, ignore this mail: your account and its password are as they were.",
            "Wenn Sie das nicht waren, beachten Sie diese Mail nicht: Konto und Passwort sind, wie sie waren.",
        ),
    )
    return rendered(settings, letter)


def session_revoked(settings: Settings, to: To, session_id: UUID) -> Mail:
    """Return the mail that tells of a sign-in session with a copied token."""
    name = settings.instance_name
    letter = Letter(
        key=f"session-revoked-{session_id}",
        to=to.email,
        language=to.say("en", "de"),
        subject=to.say(
            f"We ended a session of yours at {name}", f"Wir haben eine Ihrer Sitzungen bei {name} beendet"
        ),
        heading=to.say("We ended one of your sessions", "Wir haben eine Ihrer Sitzungen beendet"),
        before=to.say(
            "An old copy of a sign-in session was used again. That can be a restored browser, or somebody who copied"
            " it; to be safe, that session is over on every device that shared it.",
            "Eine alte Kopie einer Sitzung wurde noch einmal verwendet. Das kann ein wiederhergestellter Browser sein oder"
            " jemand, der sie kopiert hat; zur Sicherheit ist diese Sitzung überall zu Ende.",
        ),
        button=to.say("Sign in again", "Neu anmelden"),
        link=f"{settings.base_url}/login",
        after=to.say(
            "Your other sessions go on. If you do not know why this happened, look after the device that you used.",
            "Ihre anderen Sitzungen laufen weiter. Wenn Sie den Grund nicht kennen, prüfen Sie das Gerät, das Sie benutzt haben.",
        ),
    )
    return rendered(settings, letter)


def sent_code(settings: Settings, to: To, code_id: UUID, code: str) -> Mail:
    """Return the mail with a code of six digits."""
    name = settings.instance_name
    letter = Letter(
        key=f"code-{code_id}",
        to=to.email,
        language=to.say("en", "de"),
        subject=to.say(f"Your code for {name}", f"Ihr Code für {name}"),
        heading=to.say("Your code", "Ihr Code"),
        before=to.say(
            f"Enter it where {name} asks for it:", f"Geben Sie ihn dort ein, wo {name} danach fragt:"
        ),
        code=code,
        after=to.say(
            "It works once, within 10 minutes. Give it to nobody. If you did not ask for it, somebody knows your password:"
            " change it.",
            "Er gilt einmal und 10 Minuten lang. Geben Sie ihn niemandem. Wenn Sie keinen verlangt haben, kennt jemand Ihr"
            " Passwort: Ändern Sie es.",
        ),
    )
    return rendered(settings, letter)


def reset_password(settings: Settings, to: To, link_id: UUID, token: str) -> Mail:
    """Return the mail with the link that sets a new password."""
    name = settings.instance_name
    letter = Letter(
        key=f"reset-password-{link_id}",
        to=to.email,
        language=to.say("en", "de"),
        subject=to.say(f"Set a new password for {name}", f"Neues Passwort für {name}"),
        heading=to.say("Set a new password", "Neues Passwort festlegen"),
        before=to.say(
            f"Somebody, probably you, asked for a new password at {name}. You are signed out everywhere when you set it.",
            f"Jemand, vermutlich Sie, möchte ein neues Passwort bei {name}. Wenn Sie es festlegen, werden Sie überall abgemeldet.",
        ),
        button=to.say("Set password", "Passwort festlegen"),
        link=f"{settings.base_url}/reset-password?token={token}",
        after=to.say(
            "The link works once, within an hour. If this was not you, ignore this mail: your password stays.",
            "Der Link gilt einmal und eine Stunde lang. Wenn Sie das nicht waren, beachten Sie diese Mail nicht: Ihr Passwort"
            " bleibt.",
        ),
    )
    return rendered(settings, letter)


def confirm_new_email(settings: Settings, to: To, link_id: UUID, token: str) -> Mail:
    """Return the mail to a new address, with the link that puts it in force."""
    name = settings.instance_name
    letter = Letter(
        key=f"new-email-{link_id}",
        to=to.email,
        language=to.say("en", "de"),
        subject=to.say(
            f"Confirm your new address for {name}", f"Bestätigen Sie Ihre neue Adresse für {name}"
        ),
        heading=to.say("Confirm your new address", "Bestätigen Sie Ihre neue Adresse"),
        before=to.say(
            f"From then on you sign in to {name} with it.", f"Danach melden Sie sich mit ihr bei {name} an."
        ),
        button=to.say("Use this address", "Diese Adresse verwenden"),
        link=f"{settings.base_url}/confirm-email?token={token}",
        after=to.say(
            "The link works once, within 24 hours. If you did not ask for this, ignore this mail: nothing happens.",
            "Der Link gilt einmal und 24 Stunden lang. Wenn Sie das nicht verlangt haben, beachten Sie diese Mail nicht: Es"
            " geschieht nichts.",
        ),
    )
    return rendered(settings, letter)


def email_changed(settings: Settings, to: To, link_id: UUID, token: str) -> Mail:
    """Return the notice to the address that an account had before, with the link that takes the change back."""
    name = settings.instance_name
    letter = Letter(
        key=f"email-changed-{link_id}",
        to=to.email,
        language=to.say("en", "de"),
        subject=to.say(f"Your address at {name} was changed", f"Ihre Adresse bei {name} wurde geändert"),
        heading=to.say("Your address was changed", "Ihre Adresse wurde geändert"),
        before=to.say(
            f"Your account at {name} now has another email address. If that was you, there is nothing to do.",
            f"Ihr Konto bei {name} hat jetzt eine andere E-Mail-Adresse. Wenn Sie das waren, ist nichts zu tun.",
        ),
        button=to.say("This was not me", "Das war ich nicht"),
        link=f"{settings.base_url}/revert-email?token={token}",
        after=to.say(
            "For 7 days the button gives the account back to this address, ends every session and mails you a link for a"
            " new password.",
            "7 Tage lang gibt die Schaltfläche das Konto dieser Adresse zurück, beendet alle Sitzungen und schickt Ihnen einen"
            " Link für ein neues Passwort.",
        ),
    )
    return rendered(settings, letter)


CHANGES: dict[str, tuple[str, str]] = {
    "totp_added": ("An authenticator app was added.", "Eine Authenticator-App wurde hinzugefügt."),
    "email_codes_added": ("Codes by mail were turned on.", "Codes per E-Mail wurden eingeschaltet."),
    "sms_added": ("Codes by SMS were turned on.", "Codes per SMS wurden eingeschaltet."),
    "passkey_added": ("A passkey was added.", "Ein Passkey wurde hinzugefügt."),
    "totp_removed": ("The authenticator app was removed.", "Die Authenticator-App wurde entfernt."),
    "email_codes_removed": ("Codes by mail were turned off.", "Codes per E-Mail wurden ausgeschaltet."),
    "sms_removed": ("Codes by SMS were turned off.", "Codes per SMS wurden ausgeschaltet."),
    "passkey_removed": ("A passkey was removed.", "Ein Passkey wurde entfernt."),
    "recovery_codes_made": (
        "New recovery codes were made; the old ones no longer work.",
        "Neue Wiederherstellungscodes wurden erstellt; die alten gelten nicht mehr.",
    ),
    "recovery_code_used": (
        "A recovery code was used to sign in.",
        "Zur Anmeldung wurde ein Wiederherstellungscode verwendet.",
    ),
    "password_changed": ("The password was changed.", "Das Passwort wurde geändert."),
    "password_reset": ("The password was reset by mail.", "Das Passwort wurde per E-Mail zurückgesetzt."),
    "codes_blocked": (
        "Somebody who knows your password entered wrong codes several times. Further tries are slowed down.",
        "Jemand, der Ihr Passwort kennt, hat mehrmals falsche Codes eingegeben. Weitere Versuche werden gebremst.",
    ),
}
"""What is said of each change of how a person signs in."""


def security_changed(settings: Settings, to: To, change_id: UUID, change: str) -> Mail:
    """Return the notice that something about how a person signs in is other than before."""
    name = settings.instance_name
    letter = Letter(
        key=f"security-{change_id}",
        to=to.email,
        language=to.say("en", "de"),
        subject=to.say(f"Your security at {name} changed", f"Änderung an Ihrer Sicherheit bei {name}"),
        heading=to.say("How you sign in has changed", "An Ihrer Anmeldung hat sich etwas geändert")
        if change != "codes_blocked"
        else to.say("Somebody tried to sign in as you", "Jemand wollte sich als Sie anmelden"),
        before=to.say(*CHANGES[change]),
        button=to.say("Look at your security", "Sicherheit ansehen"),
        link=f"{settings.base_url}/settings?tab=security",
        after=to.say(
            "If this was not you, set a new password at once and sign out everywhere else.",
            "Wenn Sie das nicht waren, setzen Sie sofort ein neues Passwort und melden Sie alle anderen Geräte ab.",
        ),
    )
    return rendered(settings, letter)
