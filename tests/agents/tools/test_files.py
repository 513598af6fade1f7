"""Files are read and changed below one folder, and nowhere else, whatever paths and links say."""

import os
import shutil
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coditect.agents.tools import ToolContext, ToolRefused, undo
from coditect.agents.tools.texts import decode
from coditect.agents.tools.tree import Tree
from tests.agents.tools.conftest import CallTool


async def test_a_file_is_read_in_parts_with_line_numbers(call: CallTool, context: ToolContext) -> None:
    (context.root / "a.txt").write_text("".join(f"line {number}\n" for number in range(1, 11)))
    assert (await call("Read", file_path="a.txt", offset=3, limit=2)).text == (
        "3\tline 3\n4\tline 4\n[10 lines in all; go on with offset 5]"
    )
    assert (await call("Read", file_path="/workspace/a.txt", offset=10)).text == "10\tline 10"
    with pytest.raises(ToolRefused, match="10 lines; there is no line 11"):
        await call("Read", file_path="a.txt", offset=11)


async def test_what_is_read_is_bounded(call: CallTool, context: ToolContext) -> None:
    (context.root / "long.txt").write_text("x" * 5_000 + "\n" + "y\n" * 50_000)
    told = (await call("Read", file_path="long.txt", limit=10_000)).text
    assert "[5000 characters]" in told
    assert len(told) < context.limits.output_characters + 3_000
    assert "go on with offset" in told


async def test_a_write_is_a_diff_that_can_be_undone(call: CallTool, context: ToolContext) -> None:
    made = (await call("Write", file_path="src/new/a.py", content="x = 1\n")).changes[0]
    assert made.before is None
    assert made.diff == "--- /dev/null\n+++ b/src/new/a.py\n@@ -0,0 +1 @@\n+x = 1\n"
    changed = (await call("Edit", file_path="src/new/a.py", old_string="1", new_string="2")).changes[0]
    assert (changed.before, changed.path) == (made.after, "src/new/a.py")
    assert "-x = 1\n+x = 2\n" in changed.diff
    with pytest.raises(ToolRefused, match="changed again since"):
        undo(context, made)
    assert undo(context, changed).after == made.after
    assert (context.root / "src/new/a.py").read_text() == "x = 1\n"
    assert undo(context, made).after is None
    assert not (context.root / "src/new/a.py").exists()


async def test_an_edit_must_match_once(call: CallTool, context: ToolContext) -> None:
    (context.root / "a.py").write_text("a = 1\n  b = 2\na = 1\n")
    with pytest.raises(ToolRefused, match=r"stands 2 times in a.py \(lines 1, 3\)"):
        await call("Edit", file_path="a.py", old_string="a = 1", new_string="a = 2")
    with pytest.raises(ToolRefused, match=r"does not stand in a\.py.*at line 2"):
        await call("Edit", file_path="a.py", old_string="b = 2\nc", new_string="b = 3")
    with pytest.raises(ToolRefused, match="the same as the old"):
        await call("Edit", file_path="a.py", old_string="a", new_string="a")
    await call("Edit", file_path="a.py", old_string="a = 1", new_string="a = 2", replace_all=True)
    assert (context.root / "a.py").read_text() == "a = 2\n  b = 2\na = 2\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"one\r\ntwo\r\n", b"one\r\n2\r\n3\r\n"),
        (b"\xef\xbb\xbfone\ntwo\n", b"\xef\xbb\xbfone\n2\n3\n"),
        ("one\r\ntwo\r\n".encode("utf-16"), b"\xff\xfe" + "one\r\n2\r\n3\r\n".encode("utf-16-le")),
        (b"caf\xe9\ntwo\n", b"caf\xe9\n2\n3\n"),
        (b"a\r\nb\ntwo", b"a\r\nb\n2\n3"),
    ],
    ids=["crlf", "mark", "utf-16", "latin-1", "mixed"],
)
async def test_encoding_and_line_ends_are_kept(
    before: bytes, after: bytes, call: CallTool, context: ToolContext
) -> None:
    (context.root / "a.txt").write_bytes(before)
    (context.root / "a.txt").chmod(0o755)
    await call("Edit", file_path="a.txt", old_string="two", new_string="2\n3")
    assert (context.root / "a.txt").read_bytes() == after
    assert (context.root / "a.txt").stat().st_mode & 0o777 == 0o755


@given(st.text(), st.sampled_from(["utf-8", "utf-16"]))
def test_text_survives_a_round_trip(text: str, encoding: str) -> None:
    data = text.encode(encoding, "replace")
    if b"\0" in data and encoding == "utf-8":
        return
    found, form = decode(data, "a")
    if form.line_end != "\r\n":
        assert form.encode(found, "a") == data


async def test_what_is_no_text_is_refused(call: CallTool, context: ToolContext) -> None:
    (context.root / "a.bin").write_bytes(b"\x7fELF\0\0")
    (context.root / "huge.txt").touch()
    os.truncate(context.root / "huge.txt", 30_000_000)
    os.mkfifo(context.root / "pipe")
    for name, told in {
        "a.bin": "binary",
        "huge.txt": "at most",
        "pipe": "no regular file",
        "x": "There is no",
    }.items():
        with pytest.raises(ToolRefused, match=told):
            await call("Read", file_path=name)


@pytest.mark.parametrize(
    "path",
    [
        "../secret", "a/../../secret", "/etc/passwd", "{outside}/secret", "", "a\0b", "/", ".", "/workspace/../etc/passwd",
        "link", "folder/secret", "chain/secret", ".git/config", "a/.GIT/hooks/x", ".coditect/keys", "/proc/self/environ",
    ],
)  # fmt: skip
async def test_no_path_leads_out(path: str, call: CallTool, context: ToolContext, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_text("s3cret")
    for folder in (".git", ".coditect"):
        (context.root / folder).mkdir()
        (context.root / folder / "config").write_text("s3cret")
    (context.root / "link").symlink_to(outside / "secret")
    (context.root / "folder").symlink_to(outside)
    (context.root / "chain").symlink_to("folder")
    given_path = path.format(outside=outside)
    for name, more in {
        "Read": {}, "Write": {"content": "x"}, "Edit": {"old_string": "s3cret", "new_string": "x"},
    }.items():  # fmt: skip
        with pytest.raises(ToolRefused):
            await call(name, file_path=given_path, **more)
    if given_path:
        with pytest.raises(ToolRefused):
            await call("Grep", pattern="s3cret", path=given_path if given_path not in {"/", "."} else "..")
    assert (outside / "secret").read_text() == "s3cret"
    assert [path.name for path in outside.iterdir()] == ["secret"]


async def test_a_hard_link_keeps_what_it_had(call: CallTool, context: ToolContext, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("s3cret")
    (context.root / "a").hardlink_to(tmp_path / "secret")
    await call("Write", file_path="a", content="mine")
    assert (tmp_path / "secret").read_text() == "s3cret"


def takes_its_place(new: Path, old: Path) -> bool:
    try:
        new.rename(old)
    except OSError:
        # The writer has made the missing folder anew.
        shutil.rmtree(old, ignore_errors=True)
        return False
    return True


def test_a_folder_swapped_for_a_link_meanwhile_leads_nowhere(tmp_path: Path) -> None:
    root, outside = tmp_path / "work", tmp_path / "outside"
    for folder, text in ((root / "a", "inside"), (outside, "s3cret")):
        folder.mkdir(parents=True)
        (folder / "f").write_text(text)
    (root / "link").symlink_to(outside)
    ended = threading.Event()
    swaps = 0

    def swap() -> None:
        nonlocal swaps
        while not ended.is_set():
            (root / "a").rename(root / "kept")
            while not takes_its_place(root / "link", root / "a"):
                pass
            (root / "kept").rename(root / "link")
            swaps += 1

    swapper = threading.Thread(target=swap)
    swapper.start()
    tree, read = Tree(root), set()
    try:
        for _ in range(3_000):
            try:
                read.add(tree.read("a/f"))
                tree.write("a/f", b"inside")
            except ToolRefused:
                pass
    finally:
        ended.set()
        swapper.join()
    assert swaps > 0
    assert read <= {b"inside"}
    assert (outside / "f").read_text() == "s3cret"
