"""Commands in a sandbox: without network, with the project's folder as the only place to write."""

import asyncio
import shutil
import signal
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from coditect.agents.tools.contract import Tool, ToolContext, ToolRefused, ToolResult

_TMP: Final = "/tmp"  # noqa: S108 - of the sandbox, empty and its own


class BashInput(BaseModel):
    model_config = ConfigDict(extra="forbid")

    command: str = Field(min_length=1, max_length=20_000)
    timeout_seconds: float = Field(default=60, gt=0, le=600)


async def _bash(context: ToolContext, given: BashInput) -> ToolResult:
    if (bubblewrap := shutil.which("bwrap")) is None:
        raise ToolRefused("Commands are refused: bubblewrap is not installed on this machine.")
    root = str(context.root)
    seconds = min(given.timeout_seconds, context.limits.seconds)
    process = await asyncio.create_subprocess_exec(
        bubblewrap, "--ro-bind", "/usr", "/usr", "--ro-bind-try", "/etc/alternatives", "/etc/alternatives",
        "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64",
        "--proc", "/proc", "--dev", "/dev", "--tmpfs", _TMP, "--bind", root, root, "--chdir", root,
        "--unshare-all", "--die-with-parent", "--new-session", "--clearenv",
        "--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin", "--setenv", "HOME", _TMP,
        "bash", "-c", given.command,
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
    )  # fmt: skip
    try:
        async with asyncio.timeout(seconds):
            output, _ = await process.communicate()
    except TimeoutError:
        process.send_signal(signal.SIGKILL)
        await process.wait()
        return ToolResult(f"The command took longer than {seconds:g} s and was ended.", is_error=True)
    text = output.decode("utf-8", "replace")[: context.limits.output_characters]
    return ToolResult(f"{text}\n[exit code {process.returncode}]", is_error=process.returncode != 0)


BASH = Tool("Bash", "Run a command with bash in the project's folder.", BashInput, "execute", _bash)
