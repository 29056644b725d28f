#!/usr/bin/env python3
"""Writes the telecom trouble tickets of the reference job (standard library only).

    generate_tickets.py --tickets 100000 --seed 1 --out tickets.ndjson

The same number and seed give the same bytes on every machine, and a longer run begins with the tickets of a
shorter one. Memory does not grow with the number of tickets. README.md says what the fields mean.

ndjson  one ticket a line
csv     one row an event; the ticket's fields are repeated, its rows are neighbours
yaml    one document, a sequence of tickets
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from itertools import islice
from statistics import NormalDist
from typing import NamedTuple

FIRST_DAY = date(2025, 1, 1)
DAYS_REPORTED = 546  # tickets are reported from 2025-01-01 to 2026-06-30
DAYS_WRITABLE = DAYS_REPORTED + 400  # and end well before that many days after the first
DAY = 86_400
TABLE_SIZE = 4096

REGIONS = (
    ("BJ", "北京"), ("SH", "上海"), ("GZ", "广州"), ("SZ", "深圳"), ("CD", "成都"),
    ("WH", "武汉"), ("XA", "西安"), ("NJ", "南京"), ("HZ", "杭州"), ("SY", "沈阳"),
)
PRODUCT_SHARES = {"vpn": 30, "sdh": 15, "ddn": 5, "mpls": 20, "internet": 30}
TIER_SHARES = {"AAA": 5, "AA": 15, "A": 30, "normal": 50}
CAUSE_SHARES = {
    "carrier": 46, "equipment": 22, "third_party": 14, "customer": 9, "planned": 5, "force_majeure": 4,
}
MEDIAN_FEE_FEN = {"AAA": 3_200_000, "AA": 1_500_000, "A": 680_000, "normal": 260_000}

Event = tuple[int, str]  # seconds after the first day's midnight, type
Table = tuple[int, ...]
Row = tuple[str, ...]


class Ticket(NamedTuple):
    """The fields as they are written, in the order of FIELDS, and the events in order of time."""

    fields: Row
    events: list[Event]


FIELDS = ("id", "customer", "circuit", "product", "tier", "monthly_fee", "region", "cause")


def percentiles(shares: dict[str, int]) -> Row:
    """A hundred places, each value in as many as its share says."""
    return tuple(value for value, share in shares.items() for _ in range(share))


def lognormal(median: float, sigma: float) -> Table:
    """The quantiles of a lognormal distribution in whole numbers, none under 1."""
    inverse = NormalDist().inv_cdf
    steps = ((step + 0.5) / TABLE_SIZE for step in range(TABLE_SIZE))
    return tuple(max(1, round(median * math.exp(sigma * inverse(p)))) for p in steps)


def target_minutes(tier: str, product: str) -> int:
    """The time in which a circuit is to be restored; it sets the scale of the repair times."""
    match tier:
        case "AAA":
            return 60
        case "AA":
            return 120 if product == "vpn" else 90
        case "A":
            return 240 if product == "vpn" else 180
        case _:
            return 240


class TicketSource:
    """An endless stream of tickets. What is drawn, and in which order, is what makes the bytes the same."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(f"tickets-{seed}").random
        self.products = percentiles(PRODUCT_SHARES)
        self.tiers = percentiles(TIER_SHARES)
        self.causes = percentiles(CAUSE_SHARES)
        self.dispatch = lognormal(330, 0.70)
        self.accept = lognormal(420, 0.80)
        self.pause = lognormal(2_700, 0.90)
        self.report = lognormal(72_000, 0.85)  # from restoration to the report, by the wall clock
        self.confirm = lognormal(2_400, 0.80)
        self.relapse = lognormal(5_400, 0.60)  # from restoration to the reopening
        self.fee = {tier: lognormal(median, 0.60) for tier, median in MEDIAN_FEE_FEN.items()}
        self.repair = {
            (tier, product): lognormal(target_minutes(tier, product) * 60 * 0.40, 0.72)
            for tier in TIER_SHARES
            for product in PRODUCT_SHARES
        }

    def below(self, bound: int) -> int:
        return int(self.draw() * bound)

    def pick(self, table: Table) -> int:
        return table[int(self.draw() * TABLE_SIZE)]

    def __iter__(self) -> Iterator[Ticket]:
        number = 0
        while True:
            number += 1
            yield self.ticket(number)

    def ticket(self, number: int) -> Ticket:
        code, region = REGIONS[self.below(len(REGIONS))]
        product = self.products[self.below(100)]
        tier = self.tiers[self.below(100)]
        cause = self.causes[self.below(100)]
        yuan, fen = divmod(self.pick(self.fee[tier]), 100)
        line = self.below(1_000_000)
        fields = (
            f"T{number:010d}", f"C{line % 20011:05d}", f"{code}-{product.upper()}-{line:06d}",
            product, tier, f"{yuan}.{fen:02d}", region, cause,
        )
        return Ticket(fields, self.history(self.repair[tier, product]))

    def history(self, repair: Table) -> list[Event]:
        draw, pick = self.draw, self.pick
        reported = self.below(DAYS_REPORTED * DAY)
        dispatched = reported + pick(self.dispatch)
        now = dispatched + pick(self.accept)
        events = [(reported, "reported"), (dispatched, "dispatched")]
        if draw() >= 0.01:
            events.append((now, "accepted"))

        work = pick(repair)
        if draw() < 0.01:
            work *= 6  # a disaster
        left = max(work - (now - reported), 60)
        if draw() < 0.6:
            step = int(left * draw() * 0.4)
            now, left = now + step, left - step
            events.append((now, "arrived"))
        luck = draw()
        pauses = 0 if luck < 0.70 else 1 if luck < 0.90 else 2 if luck < 0.98 else 3
        notes = int(draw() * 5)
        while pauses or notes:
            step = int(left * draw() * 0.4)
            now, left = now + step, left - step
            if pauses and (not notes or draw() < 0.5):
                pauses -= 1
                events.append((now, "pending_customer"))
                now += pick(self.pause)
                events.append((now, "resumed"))
            else:
                notes -= 1
                events.append((now, "progress"))
        now += left
        events.append((now, "restored"))

        if draw() < 0.03:
            now += pick(self.relapse)
            events.append((now, "reopened"))
            now += max(60, pick(repair) // 2)
            events.append((now, "restored"))

        restored = now
        if draw() < 0.85:
            now += pick(self.confirm)
            events.append((now, "confirmed"))
        if draw() < 0.97:
            now = max(now, restored + pick(self.report))
            events.append((now, "report_sent"))
        now += 60 + self.below(7_200)
        events.append((now, "closed"))
        return events


class Clock:
    """Writes instants as they are in Asia/Shanghai, which has no clock changes."""

    def __init__(self) -> None:
        self.days = [f"{FIRST_DAY + timedelta(days=day)}T" for day in range(DAYS_WRITABLE)]
        self.times = [f"{s // 3600:02d}:{s // 60 % 60:02d}:{s % 60:02d}+08:00" for s in range(DAY)]

    def __call__(self, seconds: int) -> str:
        day, time = divmod(seconds, DAY)
        return self.days[day] + self.times[time]


Writer = Callable[[Iterable[Ticket]], Iterator[str]]


def ndjson(clock: Clock, shuffle: int | None, spaces: bool) -> Writer:
    """Compact objects with their keys in one order, unless spaces or a seed for the keys' order are given."""
    comma, colon = (", ", ": ") if spaces else (",", ":")
    shuffled = None if shuffle is None else random.Random(f"keys-{shuffle}").shuffle
    numbers = {"monthly_fee"}

    def plain(members: list[str]) -> str:
        return "{" + comma.join(members) + "}"

    def mixed(members: list[str]) -> str:
        assert shuffled is not None
        shuffled(members)
        return plain(members)

    record = plain if shuffled is None else mixed

    def member(key: str, value: str) -> str:
        return f'"{key}"{colon}{value}' if key in numbers else f'"{key}"{colon}"{value}"'

    def lines(tickets: Iterable[Ticket]) -> Iterator[str]:
        at, kind = f'"at"{colon}"', f'"type"{colon}"'
        for fields, events in tickets:
            rows = [record([f'{at}{clock(when)}"', f'{kind}{what}"']) for when, what in events]
            members = [member(key, value) for key, value in zip(FIELDS, fields, strict=True)]
            members.append(f'"events"{colon}[{comma.join(rows)}]')
            yield record(members) + "\n"

    return lines


def csv(clock: Clock) -> Writer:
    """No value holds a comma, a quote or a line's end, so that nothing is quoted."""

    def lines(tickets: Iterable[Ticket]) -> Iterator[str]:
        yield ",".join((*FIELDS, "at", "type")) + "\n"
        for fields, events in tickets:
            start = ",".join(fields)
            yield "".join([f"{start},{clock(when)},{what}\n" for when, what in events])

    return lines


def yaml(clock: Clock) -> Writer:
    def lines(tickets: Iterable[Ticket]) -> Iterator[str]:
        for fields, events in tickets:
            members = [f"{key}: {value}\n" for key, value in zip(FIELDS, fields, strict=True)]
            rows = [f'    - at: "{clock(when)}"\n      type: {what}\n' for when, what in events]
            yield "- " + "  ".join(members) + "  events:\n" + "".join(rows)

    return lines


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tickets", type=int, required=True, metavar="N", help="how many")
    parser.add_argument("--seed", type=int, default=1, help="which ones (default: 1)")
    parser.add_argument("--format", choices=("ndjson", "csv", "yaml"), default="ndjson")
    parser.add_argument("--out", metavar="FILE", help="where to (default: standard output)")
    parser.add_argument(
        "--shuffle-keys", type=int, metavar="SEED", help="ndjson: the keys of each object in random order"
    )
    parser.add_argument("--spaces", action="store_true", help="ndjson: a space after each comma and colon")
    options = parser.parse_args()
    if options.format != "ndjson" and (options.spaces or options.shuffle_keys is not None):
        parser.error("--shuffle-keys and --spaces need --format ndjson")
    return options


def main() -> None:
    options = arguments()
    clock = Clock()
    writers: dict[str, Callable[[], Writer]] = {
        "ndjson": lambda: ndjson(clock, options.shuffle_keys, options.spaces),
        "csv": lambda: csv(clock),
        "yaml": lambda: yaml(clock),
    }
    texts = writers[options.format]()(islice(TicketSource(options.seed), options.tickets))
    target = options.out or sys.stdout.fileno()
    with open(target, "w", encoding="utf-8", newline="", buffering=1 << 20) as out:
        out.writelines(texts)


if __name__ == "__main__":
    main()
