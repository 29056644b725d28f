"""What generate.py says of a desk: kinds of tickets, their stories, and the draws behind them."""

from __future__ import annotations

import inspect
import random
from datetime import datetime, timedelta, timezone

ZONE = timezone(timedelta(hours=8))
FIRST = datetime(2026, 1, 1, tzinfo=ZONE)
EXPORTED = datetime(2026, 7, 1, tzinfo=ZONE)
MINUTE, HOUR, DAY = 60, 3600, 86_400

# How much comes in on each day of the week and in each hour of the day.
WEEKDAYS = [20, 19, 18, 18, 17, 5, 3]
HOURS = [1, 1, 1, 1, 1, 1, 2, 4, 8, 12, 12, 10, 6, 8, 11, 10, 9, 7, 4, 3, 3, 2, 2, 1]


class Draw(random.Random):
    """Draws that are the same in every version of Python: all come from random()."""

    def below(self, count: int) -> int:
        return int(self.random() * count)

    def of(self, values):
        """One of a list, or of a dictionary of values and their shares."""
        if not isinstance(values, dict):
            return values[self.below(len(values))]
        place = self.below(sum(values.values()))
        for value, share in values.items():
            if place < share:
                return value
            place -= share
        raise AssertionError

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent

    def around(self, seconds: int) -> int:
        """From a tenth of a length to two and a half of it, mostly below it; of a negative one, so long before."""
        return seconds // 10 + int(self.random() * self.random() * 2.4 * seconds)

    def kind(self, kinds):
        return self.of({kind: kind.share for kind in kinds})

    def arrival(self) -> datetime:
        """An instant of the half year, on working days and in the working day mostly."""
        while True:
            day = FIRST + timedelta(days=self.below((EXPORTED - FIRST).days))
            if self.below(max(WEEKDAYS)) < WEEKDAYS[day.weekday()]:
                hour = self.of(dict(enumerate(HOURS)))
                return day + timedelta(hours=hour, seconds=self.below(HOUR))


def step(event, after, seconds, percent=100, unless=None, set=None, **attributes):
    """An event about so many seconds after another one (or after a field's instant), in so many percent of the
    tickets, unless another has come; `set` changes fields."""
    return event, after, seconds, percent, unless, set or {}, attributes


class Kind:
    """A kind of ticket: its share, its fields, the event that begins it and those that follow."""

    def __init__(self, first, story, fields, share=100, attributes=None):
        self.first, self.story, self.fields, self.share = first, story, fields, share
        self.attributes = attributes or {}

    def ticket(self, draw: Draw, name: str) -> dict:
        start = draw.arrival()
        record: dict = {"id": name}
        for field, values in self.fields.items():
            value = drawn(draw, values, start)
            if value is not None:
                record[field] = value
        times = {field: datetime.fromisoformat(value) for field, value in record.items()
                 if isinstance(value, str) and "T" in value and value.endswith("+08:00")}
        times[self.first] = start
        events = [(start, self.first, {name: draw.of(values) for name, values in self.attributes.items()})]
        for event, after, seconds, percent, unless, changes, attributes in self.story:
            length, comes = draw.around(seconds), draw.chance(percent)
            if not comes or after not in times or unless in times:
                continue
            at = max(times[after] + timedelta(seconds=length), start)
            times[event] = at
            more = dict(attributes)
            if changes:
                more["set"] = {field: drawn(draw, value, at) for field, value in changes.items()}
            events.append((at, event, more))
        events.sort(key=lambda event: event[0])
        record["events"] = [{"at": at.isoformat(), "type": event, **more} for at, event, more in events]
        return record


def drawn(draw, values, at):
    if not callable(values):
        return draw.of(values)
    return values(draw, at) if len(inspect.signature(values).parameters) == 2 else values(draw)


def told(line: str) -> dict:
    """A ticket at an edge, written in one line: `name：field=value … | instant event name=value … | …`."""
    name, rest = line.strip().split("：", 1)
    fields, *events = [part.split() for part in rest.split("|")]
    record: dict = {"id": f"E-{name}", **dict(pair(field) for field in fields), "events": []}
    for day, time, event, *more in events:
        at = datetime.fromisoformat(f"{day} {time}").replace(tzinfo=ZONE)
        found: dict = {"at": at.isoformat(), "type": event}
        for key, value in map(pair, more):
            if key.startswith("set."):
                found.setdefault("set", {})[key[4:]] = value
            else:
                found[key] = value
        record["events"].append(found)
    return record


def pair(text: str):
    key, value = text.split("=", 1)
    if value in ("true", "false"):
        return key, value == "true"
    whole, _, cents = value.partition(".")
    return key, f"{value} CNY" if whole.isdigit() and len(cents) == 2 else value
