"""What a program costs: seconds of processor and of clock, and the most memory that it held.

A run is measured by the system's own account of the finished process (wait4), its children included.
"""
import dataclasses
import os
import pathlib
import re
import statistics
import subprocess
import time


@dataclasses.dataclass
class Cost:
    cpu: float  # seconds, user and system, of all threads
    wall: float  # seconds
    peak: float  # MB of 10^6 bytes


@dataclasses.dataclass
class Program:
    name: str
    command: list
    pdf: pathlib.Path
    log: pathlib.Path
    costs: list = dataclasses.field(default_factory=list)

    def run(self):
        """Runs the program once; its cost, or an error with the end of what it said."""
        self.pdf.unlink(missing_ok=True)
        with open(self.log, "wb") as log:
            start = time.monotonic()
            process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       env=os.environ | {"LC_ALL": "C"})
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.monotonic() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0 or not self.pdf.exists():
            said = self.log.read_text(errors="replace")[-2000:]
            raise SystemExit(f"{self.name} failed ({process.returncode}):\n{said}")
        return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024 / 1e6)

    def pages(self):
        told = subprocess.run(["pdfinfo", self.pdf], capture_output=True, text=True, check=True).stdout
        return int(re.search(r"^Pages: *(\d+)", told, re.M)[1])

    def bytes(self):
        return self.pdf.stat().st_size


class Pair:
    """Two programs that run one after the other, turn about, so that a slow minute of the machine meets both."""

    def __init__(self, left, right):
        self.left, self.right, self.costs = left, right, []

    def run(self, turn):
        order = (self.left, self.right) if turn % 2 == 0 else (self.right, self.left)
        cost = {id(program): program.run() for program in order}
        for program in order:
            program.costs.append(cost[id(program)])
        self.costs.append((cost[id(self.left)], cost[id(self.right)]))

    def ratios(self, what):
        """left / right, of each run of the pair."""
        return [getattr(left, what) / getattr(right, what) for left, right in self.costs]


def spread(values, form="{:.2f}"):
    """The median; and the least and the greatest, where there are more than one."""
    text = form.format(statistics.median(values))
    if len(values) > 1:
        text += " (" + form.format(min(values)) + "–" + form.format(max(values)) + ")"
    return text
