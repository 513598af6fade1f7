"""Secrets and personal data are found, and what only looks like them is left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coditect.agents.detecting import find_personal, find_secrets, redact

LETTERS = "a8Fq2ZrT9xLw4KpV7mNc3BdHy6GsJ5uE1oQi0RtYzXbWnMkPvCfDgAeSh"

SECRETS = [
    ("AWS access key", "AKIA" + "Z7Q2M4XWLPRT5KDH"),
    ("GitHub token", "ghp_" + LETTERS[:36]),
    ("GitLab token", "glpat-" + LETTERS[:20]),
    ("Anthropic key", "sk-ant-api03-" + LETTERS[:40]),
    ("OpenAI key", "sk-proj-" + LETTERS[:40]),
    ("Stripe key", "sk_live_" + LETTERS[:24]),
    ("Slack token", "xoxb-" + "1234567890-" + LETTERS[:20]),
    ("Google key", "AIza" + LETTERS[:35]),
    ("npm token", "npm_" + LETTERS[:36]),
    ("PyPI token", "pypi-" + LETTERS[:52]),
    ("CODITECT key", "cdt_" + LETTERS[:30]),
    ("JSON Web Token", "eyJ" + LETTERS[:20] + ".eyJ" + LETTERS[:20] + "." + LETTERS[:20]),
    ("private key", "-----BEGIN RSA PRIVATE KEY-----\n" + LETTERS + "\n-----END RSA PRIVATE KEY-----"),
    ("value of a secret's name", LETTERS[:24]),
]
BEFORE = {"value of a secret's name": 'db_password = "'}


@pytest.mark.parametrize(("kind", "secret"), SECRETS, ids=[kind for kind, _ in SECRETS])
def test_a_secret_is_found_and_hidden(kind: str, secret: str) -> None:
    text = f'before {BEFORE.get(kind, "")}{secret}" after'
    assert [one.kind for one in find_secrets(text)] == [kind]
    hidden = redact(text)
    assert secret not in hidden
    assert hidden.startswith("before ")
    assert hidden.endswith("after")


@pytest.mark.parametrize(
    "text",
    [
        'password = os.environ["DATABASE_PASSWORD"]',
        "password: str",
        'token = "your-token-here-123"',
        "api_key = settings.api_key_of_2024",
        "SECRET = ${SECRET_1}",
        "postgresql://user:password@host/name",
        "the secret of success: perseverance",
        "commit 3f2504e04f8911d39a0c0305e82c3301",
        "sk-learn is a library",
    ],
)
def test_what_only_looks_like_a_secret_stays(text: str) -> None:
    assert find_secrets(text) == []


def test_a_password_in_an_address() -> None:
    text = "postgresql://ada:h0rs3b4tt3ry@db.internal/name"
    assert redact(text) == "postgresql://[secret: password in an address]@db.internal/name"


@pytest.mark.parametrize(
    ("kind", "detail"),
    [
        ("e-mail address", "ada.lovelace@babbage.co.uk"),
        ("telephone number", "+44 20 7946 0958"),
        ("IBAN", "GB82 WEST 1234 5698 7654 32"),
        ("payment card", "4111 1111 1111 1111"),
        ("US social security number", "123-45-6789"),
    ],
)
def test_a_detail_of_a_person_is_found_and_hidden(kind: str, detail: str) -> None:
    text = f"write to {detail}, please"
    assert [one.kind for one in find_personal(text)] == [kind]
    assert redact(text) == f"write to [personal: {kind}], please"


@pytest.mark.parametrize(
    "text",
    [
        "ada@example.org",
        "version 1.2.3.4",
        "4111 1111 1111 1112",
        "GB00 WEST 1234 5698 7654 32",
        "2026-11-28 12:00",
        "order 1234567890123",
        "0.123456789012345678",
    ],
)
def test_what_only_looks_like_a_person_s_stays(text: str) -> None:
    assert find_personal(text) == []


@given(st.text(max_size=400))
def test_any_text_is_redacted_once_for_all(text: str) -> None:
    assert redact(redact(text)) == redact(text)


def test_a_long_text_takes_linear_time() -> None:
    assert redact("password = " * 20_000).count("password") == 20_000
