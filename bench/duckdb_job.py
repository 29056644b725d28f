"""Runs reference_job.sql once and prints the totals and the query's own seconds as JSON.

    duckdb_job.py TICKETS THREADS

The benchmark starts it as a process of its own, so that start-up and memory are counted as for any command.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import duckdb

TIERS = ("AAA", "AA", "A", "normal")
OBLIGATIONS = ("restore", "dispatch", "accept", "report")


def main() -> None:
    tickets, threads = sys.argv[1], int(sys.argv[2])
    script = Path(__file__).with_name("reference_job.sql").read_text(encoding="utf-8")
    database = duckdb.connect()
    database.execute(f"SET threads TO {threads}")
    database.execute("SET preserve_insertion_order = false")
    database.execute("SET VARIABLE tickets = ?", [tickets])

    started = time.perf_counter()
    answer = database.execute(script)
    rows = answer.fetchall()
    seconds = time.perf_counter() - started

    names = [column[0] for column in answer.description]
    answers = [dict(zip(names, row, strict=True)) for row in rows]
    tiers: dict[str, dict[str, int]] = {
        answer.pop("tier"): {name: int(value) for name, value in answer.items()} for answer in answers
    }

    def total(name: str) -> int:
        return sum(tier[name] for tier in tiers.values())

    def counts(obligation: str) -> dict[str, list[int]]:
        outcomes = [f"{obligation}_{outcome}" for outcome in ("met", "breached", "excused")]
        return {name: [tiers[name].get(outcome, 0) for outcome in outcomes] for name in TIERS}

    yuan, fen = divmod(total("refund_fen"), 100)
    totals = {
        "tickets": total("tickets"),
        "events": total("events"),
        **{obligation: counts(obligation) for obligation in OBLIGATIONS},
        "refund": f"{yuan}.{fen:02d}",
    }
    json.dump({"seconds": seconds, "totals": totals}, sys.stdout)


if __name__ == "__main__":
    main()
