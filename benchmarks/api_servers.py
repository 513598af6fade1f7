"""The two servers that `benchmarks.api` compares, each a uvicorn process: ours, and the bare one."""

import sys
from pathlib import Path

import uvicorn

from benchmarks.bare import bare_app
from coditect.kernel.config import Settings
from coditect.main import create_app


def main() -> None:
    """Serve `ours` or `bare` on a port: KIND PORT DATABASE_URL DATA_DIR."""
    kind, port, url, folder = sys.argv[1:]
    # The role without worker and relay: what is compared is the answering of requests.
    app = (
        create_app(Settings(database_url=url, data_dir=Path(folder)), "api")
        if kind == "ours"
        else bare_app(url)
    )
    uvicorn.run(app, host="127.0.0.1", port=int(port), access_log=False, log_level="warning")


if __name__ == "__main__":
    main()
