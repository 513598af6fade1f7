"""What the provider refuses, in the words of OAuth 2; a `Refusal` is a fact that is kept, as a burnt code is."""

from collections.abc import Mapping

from starlette.responses import JSONResponse

from coditect.kernel.errors import Denial, NotFound, Problem


class Refusal(Denial):
    """An error by the names of RFC 6749; what was written before it is committed."""

    status = 400
    code = "oauth_refused"
    title = "The request of the program is not valid"

    def __init__(self, error: str, description: str, *, status: int = 400) -> None:
        super().__init__(description)
        self.error = error
        self.answer_status = status

    def response(self) -> JSONResponse:
        """Return the answer that programs expect."""
        headers: Mapping[str, str] = {"cache-control": "no-store"}
        if self.answer_status == 401:
            scheme = "Bearer" if self.error == "invalid_token" else "Basic"
            headers = {**headers, "www-authenticate": f'{scheme} error="{self.error}"'}
        body = {"error": self.error, "error_description": self.detail}
        return JSONResponse(body, self.answer_status, headers=dict(headers))


class ClientRefused(Problem):
    """Whoever asks is unknown, so nobody is sent back to them."""

    status = 422
    code = "oauth_client_refused"
    title = "This program is not known here"


class RedirectedError(Problem):
    """The program is told what is wrong, by way of the browser."""

    status = 422
    code = "oauth_request_refused"
    title = "The program asked for something that is not possible"

    def __init__(self, error: str, description: str) -> None:
        super().__init__(description)
        self.error = error


class ClientNotFound(NotFound):
    code = "oauth_client_not_found"
    title = "There is no such program"


class DeviceCodeUnknown(NotFound):
    code = "device_code_unknown"
    title = "No device waits with this code"
