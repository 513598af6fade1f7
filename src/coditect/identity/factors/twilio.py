"""SMS by Twilio's REST interface."""

import httpx
from pydantic import SecretStr


class Twilio:
    """Sends through one account of Twilio, or of what speaks like it."""

    def __init__(self, url: str, account_sid: str, auth_token: SecretStr, sender: str) -> None:
        self._url = f"{url.rstrip('/')}/2010-04-01/Accounts/{account_sid}/Messages.json"
        self._auth = (account_sid, auth_token.get_secret_value())
        # The id of a messaging service takes the place of a number.
        self._sender = {"MessagingServiceSid" if sender.startswith("MG") else "From": sender}

    async def send(self, number: str, text: str) -> None:
        async with httpx.AsyncClient(auth=self._auth, timeout=20) as client:
            answer = await client.post(self._url, data={**self._sender, "To": number, "Body": text})
        answer.raise_for_status()
