"""Times the reference job: `pledge simulate` beside one DuckDB query, on the same tickets.

    python3 bench/reference_job.py [--tickets 100000,1000000] [--runs 5] [--threads 1,2] [--pin] [--duckdb-only]

Each run is a process of its own, from its start to its exit; runs of the two take turns, and the medians
count. Both must give the same totals, and for 100 000 tickets those of examples/reference-job/expected.json.
The working files are in .build-bench, where DuckDB is installed too. The table is printed as Markdown.
README.md beside this file says what is counted.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".build-bench"
JOB = ROOT / "examples" / "reference-job"
PLEDGE = ROOT / ".build" / "release" / "pledge"
DUCKDB_VERSION = "2.0.0"
TIERS = ("AAA", "AA", "A", "normal")
OBLIGATIONS = ("restore", "dispatch", "accept", "report")

Totals = dict[str, Any]


def pledge_command(tickets: Path, threads: int) -> list[str | Path]:
    return [
        PLEDGE, "simulate", JOB / "reference-job.pledge", "--tickets", tickets, "--by", "tier",
        "--as-of", "2027-01-01T00:00:00+08:00", "--jobs", str(threads), "--format", "json",
    ]


def pledge_totals(report: dict[str, Any]) -> Totals:
    """The totals in the shape of expected.json, from the JSON that `pledge simulate` prints."""

    tiers = {group["value"]: group for by in report["by"] if by["field"] == "tier" for group in by["groups"]}

    def counts(obligation: str) -> dict[str, list[int]]:
        return {
            name: [target[verdict] for verdict in ("met", "breached", "excused")]
            for name in TIERS
            for target in tiers[name]["targets"]
            if target["name"] == obligation
        }

    return {
        "tickets": report["counts"]["decided"],
        "events": report["counts"]["events"],
        **{obligation: counts(obligation) for obligation in OBLIGATIONS},
        "refund": next(refund["owed"] for refund in report["refunds"] if refund["name"] == "late_restore"),
    }


def duckdb_command(tickets: Path, threads: int) -> list[str | Path]:
    return [WORK / "venv" / "bin" / "python", ROOT / "bench" / "duckdb_job.py", tickets, str(threads)]


@dataclass(frozen=True)
class Run:
    """One process: its time from start to exit, its processor time, its peak memory, and what it printed."""

    seconds: float
    processor_seconds: float
    peak_mib: float
    output: dict[str, Any]


def run(command: list[str | Path], processors: int | None) -> Run:
    """Runs a command; `processors`: how many it may use at most, None for all."""
    pinned = sorted(os.sched_getaffinity(0))[:processors] if processors else []
    started = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE,
        preexec_fn=(lambda: os.sched_setaffinity(0, pinned)) if pinned else None,
    )
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"bench: exit code {process.returncode} of {' '.join(map(str, command))}")
    bytes_each = 1 if sys.platform == "darwin" else 1024
    peak = usage.ru_maxrss * bytes_each / 2**20
    return Run(seconds, usage.ru_utime + usage.ru_stime, peak, json.loads(output))


def install_duckdb() -> None:
    folder = WORK / "venv"
    python = str(folder / "bin" / "python")
    if not Path(python).exists():
        venv.create(folder, with_pip=True)
    probe = [python, "-c", f"import duckdb; assert duckdb.__version__ == '{DUCKDB_VERSION}'"]
    if subprocess.run(probe, stderr=subprocess.DEVNULL).returncode != 0:
        note(f"installing duckdb {DUCKDB_VERSION} into {folder.relative_to(ROOT)}")
        pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
        subprocess.run([*pip, f"duckdb=={DUCKDB_VERSION}"], check=True)


def write_tickets(count: int, seed: int) -> Path:
    path = WORK / f"tickets-{count}-{seed}.ndjson"
    if not path.exists():
        note(f"writing {count:,} tickets to {path.relative_to(ROOT)}")
        partial = path.with_suffix(".partial")
        generator: list[str | Path] = [sys.executable, JOB / "generate_tickets.py"]
        choice = ["--tickets", str(count), "--seed", str(seed), "--out"]
        subprocess.run([*generator, *choice, partial], check=True)
        partial.rename(path)
    return path


def expected_totals(tickets: Path, count: int, seed: int) -> Totals | None:
    """The known answers, after a look at whether the file is the one that they are known for."""
    known = json.loads((JOB / "expected.json").read_text(encoding="utf-8"))
    entry: Totals | None = known.get(f"seed-{seed}")
    if entry is None or entry["tickets"] != count:
        return None
    with tickets.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != entry["ndjson_sha256"]:
        sys.exit(f"bench: {tickets.name} is not the file that expected.json speaks of; delete it")
    return {name: value for name, value in entry.items() if not name.startswith("ndjson_")}


def agree(name: str, totals: Totals, expected: Totals) -> None:
    for key, value in expected.items():
        if totals[key] != value:
            sys.exit(f"bench: {name} gives {key} {totals[key]}, expected {value}")


@dataclass(frozen=True)
class Line:
    """A line of the table: the medians of one tool's runs."""

    tickets: int
    threads: int
    tool: str
    seconds: float
    query_seconds: float | None
    processor_seconds: float
    peak_mib: float

    def cells(self, *ratios: str) -> list[str]:
        query = "" if self.query_seconds is None else f"{self.query_seconds:.2f}"
        rate = f"{self.tickets / self.seconds:,.0f}"
        count, times = f"{self.tickets:,}", f"{self.seconds:.2f}"
        processor, peak = f"{self.processor_seconds:.2f}", f"{self.peak_mib:.0f}"
        return [count, str(self.threads), self.tool, times, query, processor, rate, peak, *ratios]


def measure(count: int, seed: int, threads: int, runs: int, with_pledge: bool, pin: bool) -> list[Line]:
    tickets = write_tickets(count, seed)
    expected = expected_totals(tickets, count, seed)
    duck: list[Run] = []
    pledge: list[Run] = []
    for number in range(runs):
        note(f"{count:,} tickets, threads {threads}: run {number + 1} of {runs}")
        if with_pledge:
            pledge.append(run(pledge_command(tickets, threads), threads if pin else None))
        duck.append(run(duckdb_command(tickets, threads), threads if pin else None))
    for each in duck:
        agree("DuckDB", each.output["totals"], expected or duck[0].output["totals"])
    for each in pledge:
        agree("pledge", pledge_totals(each.output), expected or duck[0].output["totals"])

    def line(tool: str, all_runs: list[Run], query: float | None) -> Line:
        return Line(
            count, threads, tool,
            median(each.seconds for each in all_runs), query,
            median(each.processor_seconds for each in all_runs), max(each.peak_mib for each in all_runs),
        )

    query = median(each.output["seconds"] for each in duck)
    lines = [line(f"DuckDB {DUCKDB_VERSION}", duck, query)]
    return [line("pledge", pledge, None), *lines] if with_pledge else lines


def table(groups: list[list[Line]]) -> str:
    head = [
        "tickets", "threads", "tool", "seconds", "query alone", "processor s", "tickets/s", "peak MiB",
        "DuckDB ÷", "query ÷",
    ]
    rows = [
        line.cells(
            f"{group[-1].seconds / line.seconds:.2f}",
            f"{(group[-1].query_seconds or 0) / (line.query_seconds or line.seconds):.2f}",
        )
        for group in groups
        for line in group
    ]
    align = ["---" if name == "tool" else "--:" for name in head]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, align, *rows])


def note(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tickets", type=numbers, default=[100_000, 1_000_000], metavar="N,…")
    parser.add_argument("--threads", type=numbers, default=[1, 2], metavar="N,…")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=5, help="runs of each (default: 5)")
    parser.add_argument("--pin", action="store_true", help="a processor for each thread, and no more")
    parser.add_argument("--duckdb-only", action="store_true", help="without pledge")
    return parser.parse_args()


def main() -> None:
    options = arguments()
    if sys.version_info < (3, 11):
        sys.exit("bench: Python 3.11 or later is needed")
    if not options.duckdb_only and not PLEDGE.exists():
        sys.exit(f"bench: {PLEDGE.relative_to(ROOT)} is missing; `make bench` builds it")
    WORK.mkdir(exist_ok=True)
    install_duckdb()
    groups = [
        measure(count, options.seed, threads, options.runs, not options.duckdb_only, options.pin)
        for count in options.tickets
        for threads in options.threads
    ]
    print(table(groups))


if __name__ == "__main__":
    main()
