"""Analysts that wait: a scripted model whose every answer the test lets through."""

import threading

from tests.conftest import StartServer
from tests.model_server.samples import conforming
from tests.model_server.script import Call, Reply, Request
from tests.model_server.server import ModelServer
from tests.servers.coditect import Server

LONGEST_WAIT_SECONDS = 120


class PatientModel:
    """Answers in the order of the questions, one for each time that `let_through` is called."""

    def __init__(self, model_server: ModelServer) -> None:
        self._answers = threading.Semaphore(0)
        self._model_server = model_server
        model_server.script = self._answer

    def serve(self, start_server: StartServer) -> Server:
        """Start a platform that asks this model, one analyst at a time."""
        return start_server(
            model="anthropic:scripted",
            anthropic_api_key=self._model_server.api_key,
            anthropic_base_url=self._model_server.anthropic_url,
            worker_concurrency="1",
        )

    def let_through(self, answers: int) -> None:
        self._answers.release(answers)

    def _answer(self, request: Request) -> Reply:
        self._answers.acquire(timeout=LONGEST_WAIT_SECONDS)
        return Call(conforming(request.tools[0].schema, origin="model", start=0, end=9))
