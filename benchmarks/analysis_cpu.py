"""CPU time and memory of a whole rule analysis by the length of its text, after one warm-up in the same process."""

import statistics
import time
import tracemalloc

from coditect.workflows import rules

WORDS = (50, 200, 800, 3200, 12800, 35000)
REPEATS = 5
LONG = 10_000
"""Words from which one repetition must do."""

_SENTENCES = (
    "The clerk receives the order {n} from the customer by e-mail.",
    "The clerk checks whether the order is complete.",
    "If the order is not complete, the clerk asks the customer for the missing data.",
    "Otherwise the sales team enters the order in the ERP system.",
    "Meanwhile the warehouse picks the goods of order {n} and packs them.",
    "The invoice is sent to the customer by the accounting department within 2 days.",
    "Before the goods are shipped, the supervisor approves the delivery note.",
)


def report() -> None:
    """Print milliseconds of CPU for texts of growing length."""
    rules.analyse(_text(100))
    for words in WORDS:
        text = _text(words)
        times = [_cpu_milliseconds(text) for _ in range(REPEATS if words < LONG else 1)]
        print(
            f"{words:>6} words ({len(text) / 1024:6.1f} KB): {statistics.median(times):8.1f} ms CPU,"
            f" {statistics.median(times) / words * 1000:6.1f} ms per 1,000 words, {_peak_megabytes(text):6.1f} MB at the peak"
        )
    print("aim: < 150 ms for 800 words, growing in proportion to the length")


def _text(words: int) -> str:
    sentences: list[str] = []
    count = 0
    while count < words:
        sentence = _SENTENCES[len(sentences) % len(_SENTENCES)].format(n=len(sentences))
        sentences.append(sentence)
        count += len(sentence.split())
    return " ".join(sentences)


def _cpu_milliseconds(text: str) -> float:
    # A new text each time: the engine remembers the last ones it has read.
    fresh = f"{text} Case {time.perf_counter_ns()} is archived by the clerk."
    began = time.process_time()
    rules.analyse(fresh)
    return (time.process_time() - began) * 1000


def _peak_megabytes(text: str) -> float:
    """What an analysis needs beside the lexicons, measured apart since the measuring slows it down."""
    tracemalloc.start()
    rules.analyse(f"{text} Case 0 is archived by the clerk.")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 2**20


if __name__ == "__main__":
    report()
