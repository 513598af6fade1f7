"""Serves the built pages that ship inside the package; every address that is not a file is the application."""

from importlib.resources import files
from pathlib import Path, PurePosixPath

from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

_NOT_BUILT = """<!doctype html><meta charset="utf-8"><title>CODITECT</title>
<p>The pages are not built. Run <code>make setup</code> and start again. The interface for programs works:
see <a href="/api/docs">/api/docs</a>."""


def web_app() -> ASGIApp:
    """Return the application that serves the pages, or one that says how to build them."""
    folder = Path(str(files("coditect"))) / "web"
    if not (folder / "index.html").is_file():
        return _BesideApi(HTMLResponse(_NOT_BUILT, status_code=503))
    return _BesideApi(GZipMiddleware(_Pages(folder), minimum_size=1024))


class _BesideApi:
    """Answers 404 for programs that ask for a route that does not exist, instead of giving them a page."""

    def __init__(self, pages: ASGIApp) -> None:
        self._pages = pages

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/api/docs":
            scope = {**scope, "path": "/api-docs/index.html"}
        elif scope["path"].startswith(("/api/", "/health/")):
            raise HTTPException(404, "There is no such route; /api/docs lists them.")
        await self._pages(scope, receive, send)


class _Pages:
    """Static files with lasting names are cached for good; pages are asked for anew each time."""

    def __init__(self, folder: Path) -> None:
        self._files = StaticFiles(directory=folder, html=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self._answer(scope)
        await response(scope, receive, send)

    async def _answer(self, scope: Scope) -> Response:
        path = self._files.get_path(scope)
        lasting = path.startswith("assets/")
        try:
            response = await self._files.get_response(path, scope)
        except HTTPException as error:
            is_file = bool(PurePosixPath(path).suffix)
            if error.status_code != 404 or is_file:
                raise
            response = await self._files.get_response("index.html", scope)
        response.headers["cache-control"] = "public, max-age=31536000, immutable" if lasting else "no-cache"
        return response
