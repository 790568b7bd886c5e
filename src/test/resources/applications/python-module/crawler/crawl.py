import signal
import sys


def crawl():
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))
    signal.pause()
