"""Signing in by a second factor or a passkey, and proving oneself again."""

from fastapi import APIRouter, Request, Response

from coditect.identity import access_tokens, sessions, throttle
from coditect.identity.access import PUBLIC, CurrentAccount
from coditect.identity.factors import challenges, gate, passkeys, proving, sending, sent_codes, totp
from coditect.identity.factors.errors import MethodUnavailable, ReauthenticationRequired
from coditect.identity.factors.models import SignInChallenge
from coditect.identity.factors.schemas import (
    MfaSend,
    MfaToken,
    MfaVerify,
    PasskeyOptions,
    PasskeySignIn,
    Reauthenticate,
    SendCode,
)
from coditect.identity.handing_over import CurrentPlatform, address_of, answer, hand_over
from coditect.identity.models import Account
from coditect.identity.recovery import step_up
from coditect.identity.schemas import AccessToken, SecondFactorNeeded
from coditect.identity.sessions import Method, SignIn
from coditect.kernel.api import problems
from coditect.kernel.ids import AccountId
from coditect.kernel.platform import Platform
from coditect.kernel.rates import Rate, hit
from coditect.kernel.scope import NOBODY

PASSKEY_TRIES = Rate(300, 600)

router = APIRouter(prefix="/auth", tags=["sign-in"], dependencies=[PUBLIC])
own_router = APIRouter(prefix="/auth", tags=["sign-in"])


@router.post("/mfa/verify", responses=problems(401, 403, 409, 429))
async def verify_second_factor(
    body: MfaVerify, request: Request, response: Response, platform: CurrentPlatform
) -> AccessToken:
    """Finish a sign-in by a code or a passkey."""
    key = await access_tokens.signing_key(platform.database)
    keys = await keys_of(platform)
    account_id = await _account_of(platform, body.mfa_token)
    async with platform.database.write(totp.own_scope(account_id)) as session:
        challenge = await challenges.find(session, "sign_in", body.mfa_token)
        method: Method = "passkey"
        if body.credential is not None:
            party = passkeys.party_of(platform.settings)
            await passkeys.check(
                session, party, body.credential, challenge.webauthn or b"", account_id=account_id
            )
        else:
            assert body.code is not None
            method = await proving.prove(
                session, keys, account_id, body.code, method=body.method, purpose="sign_in"
            )
        await challenges.use(session, challenge)
        credentials = await sessions.begin(
            session,
            key,
            await session.get_one(Account, account_id),
            methods=[*_methods_of(challenge), method],
            user_agent=request.headers.get("user-agent", ""),
            address=address_of(request),
        )
    return hand_over(response, platform, credentials)


@router.post("/mfa/send", status_code=202, responses=problems(401, 409, 429))
async def send_second_factor(body: MfaSend, platform: CurrentPlatform) -> None:
    """Send a code by mail or SMS to finish a sign-in with."""
    account_id = await _account_of(platform, body.mfa_token)
    await sending.send(platform, account_id, body.method, "sign_in")


@router.post("/mfa/passkey-options", responses=problems(401, 409))
async def passkey_as_second_factor(body: MfaToken, platform: CurrentPlatform) -> PasskeyOptions:
    """Return what a browser needs to finish a sign-in by a passkey."""
    party = passkeys.party_of(platform.settings)
    async with platform.database.write(NOBODY) as session:
        challenge = await challenges.find(session, "sign_in", body.mfa_token)
        assert challenge.account_id is not None
        known = await passkeys.of_account(session, challenge.account_id)
        options = passkeys.use_options(party, known, alone=False)
        await challenges.remember_webauthn(session, challenge, options.challenge)
    return PasskeyOptions(token=body.mfa_token, options=options.document)


@router.post("/passkey/options", responses=problems(409, 429))
async def passkey_options(request: Request, platform: CurrentPlatform) -> PasskeyOptions:
    """Return what a browser needs to sign in by a passkey alone."""
    await hit(platform.cache, f"passkeys:{address_of(request)}", PASSKEY_TRIES)
    options = passkeys.use_options(passkeys.party_of(platform.settings), (), alone=True)
    async with platform.database.write(NOBODY) as session:
        token = await challenges.begin(session, "passkey", None, webauthn=options.challenge)
    return PasskeyOptions(token=token, options=options.document)


@router.post("/passkey/verify", responses=problems(401, 403, 409))
async def sign_in_by_passkey(
    body: PasskeySignIn, request: Request, response: Response, platform: CurrentPlatform
) -> AccessToken | SecondFactorNeeded:
    """Sign in by a passkey that verified its person: two factors in one."""
    key = await access_tokens.signing_key(platform.database)
    party = passkeys.party_of(platform.settings)
    async with platform.database.write(NOBODY) as session:
        challenge = await challenges.find(session, "passkey", body.token)
        account_id = await passkeys.check(
            session, party, body.credential, challenge.webauthn or b"", account_id=None
        )
        await challenges.use(session, challenge)
        admitted = await gate.admit(
            session,
            key,
            await session.get_one(Account, account_id),
            methods=("passkey",),
            user_agent=request.headers.get("user-agent", ""),
            address=address_of(request),
        )
    return answer(response, platform, admitted)


@own_router.post("/reauthenticate", status_code=204, responses=problems(401, 403, 409, 429))
async def reauthenticate(
    body: Reauthenticate, request: Request, current: CurrentAccount, platform: CurrentPlatform
) -> None:
    """Prove oneself again, for a sensitive change within the next ten minutes."""
    keys = await keys_of(platform)
    async with platform.database.read(NOBODY) as session:
        ways = await gate.proofs_of(session, current.account_id)
    if "password" in ways:
        if body.password is None:
            raise ReauthenticationRequired(ways)
        await check_own_password(platform, current.email, body.password.get_secret_value(), request)
    async with platform.database.write(totp.own_scope(current.account_id)) as session:
        if body.credential is not None:
            challenge = await challenges.find(session, "step_up", body.token or "")
            party = passkeys.party_of(platform.settings)
            await passkeys.check(
                session, party, body.credential, challenge.webauthn or b"", account_id=current.account_id
            )
            await challenges.use(session, challenge)
        elif body.code is not None:
            await proving.prove(
                session, keys, current.account_id, body.code, method=body.method, purpose="step_up"
            )
        elif "password" not in ways:
            raise ReauthenticationRequired(ways)
        await step_up.note_proof(session, current.account_id, current.session_id)


@own_router.post("/reauthenticate/send", status_code=202, responses=problems(409, 429))
async def send_step_up(body: SendCode, current: CurrentAccount, platform: CurrentPlatform) -> None:
    """Send a code by mail or SMS to prove oneself with."""
    await sending.send(platform, current.account_id, body.method, "step_up")


@own_router.post("/reauthenticate/passkey-options", responses=problems(409))
async def step_up_options(current: CurrentAccount, platform: CurrentPlatform) -> PasskeyOptions:
    """Return what a browser needs to prove its person by a passkey."""
    party = passkeys.party_of(platform.settings)
    async with platform.database.write(NOBODY) as session:
        known = await passkeys.of_account(session, current.account_id)
        if not known:
            raise MethodUnavailable("This account has no passkey.")
        options = passkeys.use_options(party, known, alone=False)
        token = await challenges.begin(session, "step_up", current.account_id, webauthn=options.challenge)
    return PasskeyOptions(token=token, options=options.document)


async def keys_of(platform: Platform) -> proving.Keys:
    """Return what codes are compared with; before a writing unit of work."""
    return proving.Keys(platform.secrets, await sent_codes.key_of_codes(platform.database))


async def check_own_password(platform: Platform, email: str, password: str, request: Request) -> None:
    """Raise `InvalidCredentials` unless it is the password of the person who is signed in; wrong ones count."""
    tried = SignIn(email=email, password=password, address=address_of(request))
    await sessions.check_password(platform.database, tried)


async def _account_of(platform: Platform, mfa_token: str) -> AccountId:
    async with platform.database.read(NOBODY) as session:
        challenge = await challenges.find(session, "sign_in", mfa_token)
        assert challenge.account_id is not None
        await throttle.check(session, [throttle.counter_of_codes(challenge.account_id)])
        return challenge.account_id


def _methods_of(challenge: SignInChallenge) -> list[Method]:
    proved: list[Method] = challenge.methods  # type: ignore[assignment] # written by challenges.begin
    return proved
