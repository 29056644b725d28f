"""Times what is done with policies themselves: `check`, `fmt --check` and `mutate`.

    python3 bench/policy_work.py [--lines 10000] [--runs 7]

`check` and `fmt --check` get a policy of so many lines that is written here, in the one style; `mutate --pairs` gets
examples/telecom-sla with its tests. Each run is a process of its own, from its start to its exit; the medians
count. Beside each stands the processor time (of all threads) and the limit that is asked, and whether it holds; a limit
that does not hold is no failure of this command, since other work on the machine counts too. Needs nothing but
Python's own library.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".build-bench"
PLEDGE = ROOT / ".build" / "release" / "pledge"
TELECOM = ROOT / "examples" / "telecom-sla" / "telecom-sla.pledge"

CHECK_LIMIT = 0.3
MUTANTS = 5000
MUTATE_LIMIT = 30.0
MUTATE_CORES = 2

HEAD = """pledge 1

policy "Prices and times of a provider" {
  id        measured
  version   "1"
  effective from 2026-01-01
  timezone  Asia/Shanghai
  currency  CNY
}

register circuits by circuit {
  level        one of AAA, AA, A
  product      one of line, vpn
  customer     text
  monthly_fee  money
}

ticket {
  circuit  key of circuits
  region   one of north, east, south, west
  cause    one of carrier, customer, force_majeure, unknown = unknown
  event    reported, restored, hung_up, resumed
}

calendar office { mon..fri 09:00-18:00 }

span hold = from hung_up until resumed up to 4 h

exclusion relief { when cause in customer, force_majeure }
"""


def part(number: int) -> str:
    """A service as contracts have them by the dozen: its table, its target, what is paid, and a test."""

    rows = "".join(
        f"  {level} | {product} | {region} -> {60 + 7 * place + number % 50} min | {5 + place}%\n"
        for place, (level, product, region) in enumerate(
            (level, product, region)
            for level in ("AAA", "AA", "A")
            for product in ("line", "vpn")
            for region in ("north", "east", "south", "west")
        )
    )
    return f"""
## Service {number}: how long a repair may take, and what an hour of delay costs.
table limits_{number} {{
  circuit.level | circuit.product | region -> restore | rate
{rows}}}

let weight_{number} = if circuit.level is AAA and region in north, east then {number % 7 + 2} else 1

target restore_{number} "repair of service {number}" {{
  cite     "{number}-1"
  for      circuit.product is vpn or region is not west
  clock    from reported until restored
  on       office
  pause    hold
  exclude  relief
  within   limits_{number}.restore
}}

refund late_{number} {{
  when  restore_{number} is breached
  pay   limits_{number}.rate of circuit.monthly_fee per started 1 h over
  cap   30% of circuit.monthly_fee per circuit each month
}}

test "service {number} in time" {{
  register circuits {{
    circuit | level | product | customer | monthly_fee
    "C-{number}" | AA | vpn | "K" | 8000.00 CNY
  }}
  given {{ circuit "C-{number}"; region north; cause carrier }}
  2026-03-02 10:00  reported
  2026-03-02 10:{number % 50 + 10}  restored
  expect restore_{number} met
}}
"""


def write_policy(lines: int) -> Path:
    """A policy of at least so many lines, as `pledge fmt` lays it out."""

    WORK.mkdir(exist_ok=True)
    path = WORK / f"policy-{lines}.pledge"
    text = HEAD
    number = 0
    count = text.count("\n")
    while count < lines:
        number += 1
        more = part(number)
        text += more
        count += more.count("\n")
    path.write_text(text, encoding="utf-8")
    subprocess.run([PLEDGE, "fmt", "--write", path], check=True, stdout=subprocess.DEVNULL)
    return path


@dataclass(frozen=True)
class Run:
    """One process: its time from start to exit, its processor time, and what it printed."""

    seconds: float
    processor_seconds: float
    output: bytes


def run(command: list[str | Path], expected: set[int]) -> Run:
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in expected:
        sys.exit(f"bench: exit code {process.returncode} of {' '.join(map(str, command))}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, output)


def row(what: str, runs: list[Run], limit: float, asked: str) -> list[str]:
    seconds = median(run.seconds for run in runs)
    processor = median(run.processor_seconds for run in runs)
    return [what, f"{seconds:.3f}", f"{processor:.3f}", asked, "yes" if seconds < limit else "NO"]


def measure(lines: int, runs: int) -> list[list[str]]:
    policy = write_policy(lines)
    count = policy.read_text(encoding="utf-8").count("\n")
    rows = []
    for words in (["check"], ["fmt", "--check"]):
        command: list[str | Path] = [PLEDGE, *words, policy]
        run(command, {0})
        results = [run(command, {0}) for _ in range(runs)]
        what = f"`{' '.join(words)}` of {count:,} lines"
        rows.append(row(what, results, CHECK_LIMIT, f"under {CHECK_LIMIT:g} s"))
    return rows + [measure_mutants(max(1, runs // 2))]


def measure_mutants(runs: int) -> list[str]:
    jobs = min(MUTATE_CORES, os.cpu_count() or 1)
    command: list[str | Path] = [
        PLEDGE, "mutate", TELECOM, "--pairs", "--jobs", str(jobs), "--format", "json",
    ]
    # Status 2 says that the tests do not notice everything, which is not what is asked here.
    results = [run(command, {0, 2}) for _ in range(runs)]
    count = json.loads(results[0].output)["counts"]["mutants"]
    return row(
        f"`mutate --pairs`, {count:,} mutants of telecom-sla on {jobs} threads", results,
        MUTATE_LIMIT * count / MUTANTS, f"{MUTANTS:,} under {MUTATE_LIMIT:g} s",
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=7, help="runs of `check` and `fmt` (default: 7)")
    options = parser.parse_args()
    if not PLEDGE.exists():
        sys.exit(f"bench: {PLEDGE.relative_to(ROOT)} is missing; `make bench` builds it")
    head = ["what", "seconds", "processor s", "asked", "holds"]
    rows = measure(options.lines, options.runs)
    align = ["---", "--:", "--:", "---", "---"]
    print("\n".join("| " + " | ".join(one) + " |" for one in [head, align, *rows]))


if __name__ == "__main__":
    main()
