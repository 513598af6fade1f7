"""Attempts to get out of the sandbox. Each prints ESCAPED when it succeeds, and otherwise what it met with.

A word in angle brackets stands for something of the machine outside: see `Outside` in conftest. Where `bare` is set, the
same attempt without a sandbox does succeed, which shows that it is the sandbox that stops it.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Escape:
    """One attempt, what it is told (a regular expression), and whether it succeeds without walls."""

    name: str
    script: str
    told: str
    bare: bool = True


def _python(code: str) -> str:
    return f"python3 - <<'END'\n{code}\nEND"


def _call(number: str, *arguments: str) -> str:
    return _python(
        "import ctypes, os, platform\n"
        f"number = {number}[platform.machine()]\n"
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        f"result = libc.syscall(number, {', '.join(arguments)})\n"
        "print('ESCAPED' if result >= 0 else os.strerror(ctypes.get_errno()))"
    )


_CONNECT: Final = (
    "import socket\n"
    "s = socket.socket(socket.AF_UNIX)\n"
    "s.connect({address})\n"
    "print('ESCAPED' if s.recv(5) == b'hello' else 'nothing')"
)

ESCAPES: Final = (
    Escape("a path with dots", "grep -q s3cret <dots> && echo ESCAPED", "No such file"),
    Escape("an absolute path", "grep -q s3cret <secret> && echo ESCAPED", "No such file"),
    Escape("a symbolic link", "ln -s <secret> link; grep -q s3cret link && echo ESCAPED", "No such file"),
    Escape("a hard link", "ln <secret> hard && echo ESCAPED", "No such file|failed to access"),
    Escape("a link to a folder", "ln -s <folder> out; echo x > out/new && echo ESCAPED", "No such file"),
    Escape("writing outside", "echo x > <folder>/other && echo ESCAPED", "No such file"),
    Escape("writing to the programs", "cp -f /bin/true /usr/bin/<mark> && echo ESCAPED", "Read-only", bare=False),
    Escape("the root of process 1", "grep -q s3cret /proc/1/root<secret> && echo ESCAPED", "No such file|Permission", bare=False),
    Escape("a process's environment", "grep -q PLATFORM_SECRET /proc/<pid>/environ && echo ESCAPED", "No such file"),
    Escape("a process's memory", "head -c 0 /proc/<pid>/mem && echo ESCAPED", "No such file"),
    Escape("a process's folder", "grep -q s3cret /proc/<pid>/cwd/secret.txt && echo ESCAPED", "No such file"),
    Escape("the environment", "env | grep -q PLATFORM_SECRET && echo ESCAPED; env", "HOME=/home/agent"),
    Escape("an open descriptor", "grep -q s3cret /proc/self/fd/<descriptor>/secret.txt && echo ESCAPED", "No such file|Not a directory"),
    Escape("the accounts", "test -e /etc/shadow && echo ESCAPED; ls /etc/shadow", "No such file"),
    Escape("a server on this machine", "exec 3<>/dev/tcp/127.0.0.1/<port> && echo ESCAPED", "Connection refused|Network is unreachable"),
    Escape("the network", "exec 3<>/dev/tcp/192.0.2.1/80 && echo ESCAPED", "Network is unreachable", bare=False),
    Escape("a socket in a folder", _python(_CONNECT.format(address="'<socket>'")), "FileNotFoundError"),
    Escape("a socket without a folder", _python(_CONNECT.format(address="'\\0<mark>'")), "ConnectionRefusedError"),
    Escape("a signal to a process", "kill -0 <pid> && echo ESCAPED", "No such process"),
    Escape("a setuid file", "touch mine; chmod u+s mine && test -u mine && echo ESCAPED", "not permitted"),
    Escape(
        "a setuid file at birth",
        _python("import os\nos.open('mine', os.O_CREAT | os.O_WRONLY, 0o4755)\nprint('ESCAPED')"),
        "PermissionError",
    ),
    Escape("becoming root", _python("import os\nos.setuid(0)\nprint('ESCAPED')"), "PermissionError|Invalid argument"),
    Escape("tracing", _call("{'x86_64': 101, 'aarch64': 117}", "0", "0", "0", "0"), "not permitted"),
    Escape("a device", "mknod null c 1 3 && echo ESCAPED", "not permitted"),
    Escape("the kernel's messages", "test -e /dev/kmsg && echo ESCAPED; ls /dev/kmsg", "No such file", bare=False),
    Escape("the kernel's objects", "test -e /sys/kernel && echo ESCAPED; ls /sys", "No such file"),
    Escape(
        "the kernel's settings",
        "cat /proc/sys/kernel/printk > /proc/sys/kernel/printk && echo ESCAPED",
        "Permission denied|Read-only",
    ),
    Escape("mounting", "mkdir m; mount -t tmpfs none m && umount m && echo ESCAPED", "superuser|not permitted"),
    Escape("another user name space", "unshare --user --map-root-user true && echo ESCAPED", "not permitted|No space"),
    Escape("another root", _python("import os\nos.chroot('.')\nprint('ESCAPED')"), "PermissionError"),
    Escape(
        "the key ring",
        _call("{'x86_64': 248, 'aarch64': 217}", "b'user'", "b'<mark>'", "b'x'", "1", "-2"),
        "not permitted",
    ),
    Escape("io_uring", _call("{'x86_64': 425, 'aarch64': 425}", "1", "(ctypes.c_char * 240)()"), "not permitted", bare=False),
    Escape("a kernel program", _call("{'x86_64': 321, 'aarch64': 280}", "0", "0", "0"), "not permitted", bare=False),
    Escape("the clock", _python("import time\ntime.clock_settime(0, time.time())\nprint('ESCAPED')"), "PermissionError", bare=False),
    Escape("the name of the machine", _python("import socket\nsocket.sethostname('x')\nprint('ESCAPED')"), "PermissionError", bare=False),
    Escape("a hook of git", "echo true > .git/hooks/post-commit && echo ESCAPED", "Read-only"),
    Escape("git's settings", "git config core.fsmonitor true && echo ESCAPED", "Read-only|could not lock"),
    Escape("another .git", "mv .git was && mkdir .git && echo ESCAPED", "busy|Read-only"),
    Escape("what CODITECT keeps here", "grep -q s3cret .coditect/keys && echo ESCAPED", "No such file"),
)  # fmt: skip
