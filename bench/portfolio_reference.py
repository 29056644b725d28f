"""What the reference job's tickets come to together, computed apart from Pledge.

Says of examples/reference-job/portfolio.pledge, in whole seconds and cents: the availability of each customer and
month, the windows of thirty days with more than three faults, and the refunds of each customer and month under their
cap. Only the standard library, and none of Pledge's words: intervals, sums, sorting.
"""

from __future__ import annotations

import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

ZONE = datetime.timezone(datetime.timedelta(hours=8))
EXCUSED = {"customer", "planned", "force_majeure"}
CAP_CENTS = 100_000
WINDOW_DAYS = 30
Interval = tuple[int, int]


class Expected:
    """The answers: verdicts by customer and month, breached windows, and cents by ticket."""

    def __init__(self) -> None:
        self.restore: Counter[str] = Counter()
        self.availability: dict[tuple[str, str], tuple[str, set[int]]] = {}
        self.breached_windows = 0
        self.excused_windows = 0
        self.cents: dict[str, int] = {}


def second(text: str) -> int:
    return int(datetime.datetime.fromisoformat(text).timestamp())


def limit(ticket: dict) -> int:
    is_vpn = ticket["product"] == "vpn"
    minutes = {"AAA": 60, "AA": 120 if is_vpn else 90, "A": 240 if is_vpn else 180, "normal": 240}
    return minutes[ticket["tier"]] * 60


def union(intervals: Iterable[Interval]) -> list[Interval]:
    result: list[Interval] = []
    for start, end in sorted(intervals):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(result[-1][1], end))
        elif start < end:
            result.append((start, end))
    return result


def overlap(intervals: list[Interval], start: int, end: int) -> int:
    return sum(max(0, min(end, last) - max(start, first)) for first, last in intervals)


def paired(ticket: dict, starts: set[str], end: str) -> list[Interval]:
    """Intervals from the first of `starts` until the next `end`."""
    result: list[Interval] = []
    open_since: int | None = None
    for event in ticket["events"]:
        at = second(event["at"])
        if event["type"] in starts and open_since is None:
            open_since = at
        elif event["type"] == end and open_since is not None:
            result.append((open_since, at))
            open_since = None
    return result


def months(since: int) -> list[tuple[str, int, int]]:
    """The months of 2025 and 2026 that have not ended at the first event."""
    result = []
    for number in range(24):
        year, month = 2025 + number // 12, number % 12 + 1
        start = datetime.datetime(year, month, 1, tzinfo=ZONE)
        end = datetime.datetime(year + month // 12, month % 12 + 1, 1, tzinfo=ZONE)
        if end.timestamp() > since:
            result.append((f"{year}-{month:02d}", int(start.timestamp()), int(end.timestamp())))
    return result


def item(ticket: dict, over: int) -> int:
    """5% of the fee for each started hour, at most all of it, half up to the cent."""
    fee = int(Decimal(str(ticket["monthly_fee"])) * 100)
    return min((fee * 5 * -(-over // 3600) * 2 + 100) // 200, fee)


def verdict(length: int, all_down: int, our_down: int) -> str:
    def keeps(down: int) -> bool:
        return (length - down) * 1000 >= length * 999

    return "met" if keeps(all_down) else "excused" if keeps(our_down) else "breached"


def expected(path: Path) -> Expected:
    result = Expected()
    customers: dict[str, list[tuple[dict, list[Interval]]]] = defaultdict(list)
    items: dict[tuple[str, str], list[tuple[int, str, int]]] = defaultdict(list)
    first = 2**62
    with path.open() as lines:
        for line in lines:
            ticket = json.loads(line)
            faults = paired(ticket, {"reported", "reopened"}, "restored")
            waiting = union(paired(ticket, {"pending_customer"}, "resumed"))
            reported = second(ticket["events"][0]["at"])
            first = min(first, reported)
            counted = sum(end - start - overlap(waiting, start, end) for start, end in union(faults))
            over = counted - limit(ticket)
            verdict_of_ticket = "met" if over <= 0 else "excused" if ticket["cause"] in EXCUSED else "breached"
            result.restore[verdict_of_ticket] += 1
            customers[ticket["customer"]].append((ticket, faults))
            if verdict_of_ticket == "breached":
                month = datetime.datetime.fromtimestamp(reported, ZONE).strftime("%Y-%m")
                items[ticket["customer"], month].append((reported, ticket["id"], item(ticket, over)))
    for group in items.values():
        rest = CAP_CENTS
        for _, name, cents in sorted(group):
            result.cents[name] = min(cents, rest)
            rest -= result.cents[name]
    periods = months(first)
    for customer, tickets in customers.items():
        every = union(fault for _, faults in tickets for fault in faults)
        ours = union(fault for ticket, faults in tickets if ticket["cause"] not in EXCUSED for fault in faults)
        for name, start, end in periods:
            down, our_down = overlap(every, start, end), overlap(ours, start, end)
            result.availability[customer, name] = (verdict(end - start, down, our_down), {down, our_down})
        count_windows(tickets, result)
    return result


def count_windows(tickets: list[tuple[dict, list[Interval]]], result: Expected) -> None:
    """A fault lies in the thirty windows that end on the day of its start or one of the 29 days behind it."""
    every: dict[int, set[str]] = defaultdict(set)
    ours: dict[int, set[str]] = defaultdict(set)
    offset = int(ZONE.utcoffset(None).total_seconds())
    for ticket, faults in tickets:
        for start, _ in faults:
            day = (start + offset) // 86_400
            for last in range(day, day + WINDOW_DAYS):
                every[last].add(ticket["id"])
                if ticket["cause"] not in EXCUSED:
                    ours[last].add(ticket["id"])
    for last, names in every.items():
        if len(names) > 3:
            if len(ours[last]) > 3:
                result.breached_windows += 1
            else:
                result.excused_windows += 1
