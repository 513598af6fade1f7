"""How long the agents that need no model take, on a repository of a thousand files that is written here."""

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from coditect.agents.offline import answer_offline, offline_agents

FILES = 1_000
SEED = 7
REQUEST = "how is an invoice paid"
RUNS = 3


def report() -> None:
    """Print the seconds of each agent, the fastest of some runs in a process that has loaded everything."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lines = _write_repository(root)
        print(f"{FILES} Python, TypeScript and Go files, {lines:,} lines, 3 commits; fastest of {RUNS} runs")
        for name in sorted(offline_agents()):
            taken = min(_run(name, root) for _ in range(RUNS))
            aim = " (aim < 5 s)" if name == "codebase-analyzer" else ""
            print(f"{name:>26}: {taken:5.2f} s{aim}")
        began = time.perf_counter()
        program = "import sys; from pathlib import Path; from coditect.agents.offline import answer_offline;"
        program += f"answer_offline('codebase-analyzer', Path(sys.argv[1]), {REQUEST!r})"
        subprocess.run([sys.executable, "-c", program, folder], check=True)
        print(f"{'codebase-analyzer':>26}: {time.perf_counter() - began:5.2f} s in a new process")


def _run(name: str, root: Path) -> float:
    began = time.perf_counter()
    answer_offline(name, root, REQUEST)
    return time.perf_counter() - began


def _write_repository(root: Path) -> int:
    chance = random.Random(SEED)
    lines = 0
    for number in range(FILES):
        text, ending = _FORMS[number % len(_FORMS)](number, chance)
        path = root / f"part{number % 40}" / f"module{number}{ending}"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        lines += text.count("\n")
    _git(root, "init", "-q")
    for part in ("part1", "part2", "."):
        _git(root, "add", part)
        _git(root, "commit", "-q", "-m", f"add {part}")
    return lines


def _git(root: Path, *words: str) -> None:
    identity = ("-c", "user.name=bench", "-c", "user.email=bench@localhost", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True)


def _python(number: int, chance: random.Random) -> tuple[str, str]:
    others = [chance.randrange(FILES) for _ in range(4)]
    imports = "".join(f"from part{other % 40} import module{other}\n" for other in others)
    body = "".join(
        f"\n\ndef pay_invoice_{number}_{at}(invoice, amount):\n"
        f"    if invoice.open and amount > {at}:\n"
        f"        for line in invoice.lines:\n            module{others[at % 4]}.settle(line, amount)\n"
        f'    elif amount < 0:\n        raise ValueError("an amount is positive")\n    return invoice\n'
        for at in range(20)
    )
    return imports + body, ".py"


def _typescript(number: int, chance: random.Random) -> tuple[str, str]:
    other = chance.randrange(FILES)
    body = "".join(
        f"\nexport function showInvoice{number}x{at}(invoice: Invoice): string {{\n"
        f"  if (invoice.open && invoice.total > {at}) {{\n    return render(invoice);\n  }}\n"
        f'  return invoice.paid ? "paid" : "late";\n}}\n'
        for at in range(25)
    )
    return f'import {{ render }} from "../part{other % 40}/module{other}";\n{body}', ".ts"


def _go(number: int, chance: random.Random) -> tuple[str, str]:
    body = "".join(
        f"\nfunc Book{number}x{at}(invoice *Invoice) error {{\n\tif invoice == nil || invoice.Total < {at} {{\n"
        f'\t\treturn errors.New("no invoice")\n\t}}\n\treturn post(invoice, {chance.randrange(9)})\n}}\n'
        for at in range(25)
    )
    return f'package part\n\nimport "errors"\n{body}', ".go"


_FORMS = (_python, _python, _typescript, _go)


if __name__ == "__main__":
    report()
