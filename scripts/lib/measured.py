"""A run of a command, measured."""
import os
import pathlib
import subprocess
import sys
import time


class Run:
    """Seconds by the clock and of the processor, and the memory at its peak, in MB of 10^6 bytes."""

    def __init__(self, command, answer, environment, accepted=(0,)):
        with open(answer, "w") as out, open(f"{answer}.errors", "w") as errors:
            began = time.monotonic()
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=errors, env=environment
            )
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = self.status = os.waitstatus_to_exitcode(status)
            self.clock = time.monotonic() - began
        self.processor = used.ru_utime + used.ru_stime
        # Linux counts in KiB, macOS in bytes.
        self.memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
        if self.status not in accepted:
            said = pathlib.Path(f"{answer}.errors").read_text()[-2000:]
            sys.exit(f"{' '.join(map(str, command))}: {self.status}\n{said}")
