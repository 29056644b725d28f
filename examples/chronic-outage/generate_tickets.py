#!/usr/bin/env python3
"""Writes the outages of a few lines from January to June 2026 (standard library only).

    generate_tickets.py --seed 7 > tickets.ndjson

The same seed gives the same bytes on every machine. L-2 fails again and again from March on, L-4 once for long,
L-5 often, but by its customer's own doing.
"""

from __future__ import annotations

import argparse
import json
import random
from datetime import datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=8))
FIRST = datetime(2026, 1, 1, tzinfo=ZONE)
DAYS = 181

# Of each line: how many days lie between two outages on average, from which day on, and whose doing they are.
LINES = [
    ("L-1", 40, 0, "provider"),
    ("L-2", 5, 60, "provider"),
    ("L-3", 25, 0, "provider"),
    ("L-4", 60, 0, "provider"),
    ("L-5", 6, 0, "customer"),
]


def ticket(number: int, line: str, cause: str, events: list[tuple[datetime, str]]) -> tuple[datetime, str]:
    record = {
        "id": f"T-{number}",
        "line": line,
        "cause": cause,
        "events": [{"at": at.isoformat(), "type": kind} for at, kind in events],
    }
    return events[0][0], json.dumps(record, separators=(",", ":"))


def outages(rng: random.Random) -> list[tuple[str, str, list[tuple[datetime, str]]]]:
    found = []
    for line, days, first, cause in LINES:
        at = FIRST + timedelta(days=first)
        while True:
            at += timedelta(minutes=rng.randint(1, 2 * days * 1440))
            if at >= FIRST + timedelta(days=DAYS):
                break
            found.append((line, cause, [(at, "down"), (at + timedelta(minutes=rng.randint(2, 90)), "up")]))
    # The cable that was cut, and the notice of the customer of L-2.
    cut = FIRST + timedelta(days=100, hours=7)
    found.append(("L-4", "provider", [(cut, "down"), (cut + timedelta(hours=26, minutes=30), "up")]))
    found.append(("L-2", "unknown", [(FIRST + timedelta(days=130, hours=9), "notice")]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    seed = parser.parse_args().seed
    found = sorted(outages(random.Random(seed)), key=lambda outage: outage[2][0][0])
    for number, (line, cause, events) in enumerate(found, 1):
        print(ticket(number, line, cause, events)[1])


if __name__ == "__main__":
    main()
