#!/usr/bin/env python3
"""Writes small made-up histories for policies of the folder policies (standard library only).

    generate.py [--seed 1] [--tickets 60] FOLDER

For each policy FOLDER/NAME.ndjson holds its tickets and FOLDER/NAME.REGISTER.csv the rows of each register. The
same seed and number give the same bytes on every machine. Nothing in them comes from anybody's records.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from datetime import datetime, timedelta, timezone
from pathlib import Path

ZONE = timezone(timedelta(hours=8))
FIRST = datetime(2026, 1, 1, tzinfo=ZONE)
MINUTE, HOUR, DAY = 60, 3600, 86_400


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
        """From a tenth of a length to a little over its double, mostly below it."""
        return seconds // 10 + int(self.random() * self.random() * 2.4 * seconds)


def step(event, after, seconds, percent=100, **attributes):
    """An event that follows another one, in so many percent of the tickets, after about so many seconds."""
    return event, after, seconds, percent, attributes


def money(draw, low, high):
    return f"{low + draw.below((high - low) * 100) / 100:.2f} CNY"


# For each policy its registers, its fields and its story: the first event, and those that follow it. A function
# is called with the draw; None leaves a field out.
POLICIES = {}


def policy(name, first, story, fields=None, registers=None):
    POLICIES[name] = dict(first=first, story=story, fields=fields or {}, registers=registers or {})


policy("product-service", "服务请求", [step("提供方案", "服务请求", 14 * HOUR, 97)],
       {"类别": ["质量问题", "维修", "更换", "咨询"], "原因": ["我方", "客户", "第三方", "不可抗力", None],
        "购买价": lambda draw: money(draw, 50, 9000)})
policy("power-supply", "停电", [step("复电", "停电", 16 * HOUR)],
       {"用户": [f"Y-{n}" for n in range(1, 9)],
        "原因": {"供电设施": 60, "用户设备": 12, "不可抗力": 8, "自然灾害": 8, "战争": 1, "待查": 11}},
       {"合同表": lambda draw: ({"用户": f"Y-{n}", "签署日": f"2025-{n + 3:02}-15"} for n in range(1, 9))})
policy("equipment-faults", "故障报告",
       [step("响应", "故障报告", 13 * HOUR), step("诊断", "响应", 4 * HOUR, 98),
        step("提供方案", "诊断", 30 * HOUR, 97)],
       {"设备": ["交换机", "路由器", "电源"]})
policy("agency-contract", "资料齐备", [step("办结", "资料齐备", 20 * DAY)],
       {"甲方服务费": lambda draw: money(draw, 3000, 20000),
        "乙方服务费": lambda draw: money(draw, 3000, 20000)})
policy("low-voltage-project", "反馈",
       [step("回复", "反馈", HOUR), step("派遣", "反馈", 75 * MINUTE), step("备用设备", "派遣", 6 * HOUR, 30),
        step("修复", "派遣", 18 * HOUR)], {"类别": {"故障": 80, "咨询": 20}})
policy("low-voltage-goods", "购买",
       [step("退回", "购买", 6 * DAY, 60), step("报修", "购买", 150 * DAY, 40)],
       {"价款": lambda draw: money(draw, 100, 6000), "人为损坏": {False: 80, True: 15, None: 5},
        "故障原因": ["质量", "质量", "人为", "其他", None]})
policy("guangzhou-telecom-orders", "受理",
       [step("提交进度报告", "受理", 14 * DAY, 70), step("开通", "受理", 25 * DAY)],
       {"电路": [f"D-{n:02}" for n in range(1, 21)],
        "约定日期": lambda draw: (FIRST + timedelta(days=draw.below(200))).date().isoformat()})
policy("telecom-enterprise", "申告",
       [step("反馈", "申告", 20 * HOUR), step("修复", "申告", 26 * HOUR)],
       {"客户": [f"K-{n}" for n in range(1, 11)],
        "产品": ["虚拟网", "NGN虚拟网", "企业彩铃", "电话800", "电话4008", "行业应用"]},
       {"客户表": lambda draw: (
           {"客户": f"K-{n}", "等级": ("集团级", "省级", "A级", "B级", "C级")[n % 5],
            "类型": ("行业", "高端聚类", "品牌政企")[n % 3]} for n in range(1, 11))})
policy("guangdong-telecom", "受理",
       [step("预约", "受理", 14 * HOUR), step("装通", "受理", 44 * HOUR), step("查实", "受理", 60 * HOUR, 90)],
       {"类别": {"装移机": 75, "收费争议": 25}, "应收": ["100.00 CNY"],
        "实收": ["100.00 CNY", "100.01 CNY", "112.34 CNY", "99.00 CNY"]})
policy("it-services", "投诉", [step("初次回复", "投诉", 75 * MINUTE), step("解决", "投诉", 9 * DAY, 97)],
       {"客户": ["K-1", "K-2", "K-3"]})
policy("unicom-sp", "用户提出",
       [step("转发1001", "用户提出", 20 * MINUTE, 20), step("初步答复", "用户提出", 35 * MINUTE)],
       {"类别": ["咨询", "投诉"]})


def ticket(draw, number, spec):
    start = FIRST + timedelta(seconds=draw.below(180 * DAY))
    record = {"id": f"T-{number:04}"}
    for field, values in spec["fields"].items():
        value = values(draw) if callable(values) else draw.of(values)
        if value is not None:
            record[field] = value
    times = {spec["first"]: start}
    events = [(start, spec["first"], {})]
    for event, after, seconds, percent, attributes in spec["story"]:
        length = draw.around(seconds)
        if draw.chance(percent) and after in times:
            times[event] = times[after] + timedelta(seconds=length)
            events.append((times[event], event, attributes))
    events.sort(key=lambda event: event[0])
    record["events"] = [{"at": at.isoformat(), "type": name, **more} for at, name, more in events]
    return record


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tickets", type=int, default=60)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, spec in POLICIES.items():
        draw = Draw(f"{options.seed}/{name}")
        for register, generator in spec["registers"].items():
            lines = list(generator(draw))
            with open(options.folder / f"{name}.{register}.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, lines[0].keys(), lineterminator="\n")
                writer.writeheader()
                writer.writerows(lines)
        with open(options.folder / f"{name}.ndjson", "w", encoding="utf-8") as file:
            for number in range(1, options.tickets + 1):
                file.write(json.dumps(ticket(draw, number, spec), ensure_ascii=False) + "\n")


main()
