"""A program in a terminal of its own, and when it was seen to write what."""
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

PATIENCE = 120


class Terminal:
    """A terminal of 80 x 24 with a program in it, which begins now."""

    def __init__(self, command, directory, environment):
        self.seen = b""
        self.began = time.monotonic()
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.chdir(directory)
            os.execvpe(command[0], command, environment)

    def wait_for(self, *wanted, within=None):
        """
        Which of these bytes was seen, and when; what is before them is forgotten. None where none of
        them is within so many seconds; where nothing is said of that, the program is stuck.
        """
        now = time.monotonic()
        end = now + (within or PATIENCE)
        while True:
            for each in wanted:
                if each in self.seen:
                    self.seen = self.seen.split(each, 1)[1]
                    return each, now
            if not select.select([self.descriptor], [], [], max(0, end - now))[0]:
                if within is None:
                    raise TimeoutError(f"none of {wanted} in {self.seen[-2000:]}")
                return None, now
            self.seen += os.read(self.descriptor, 1 << 16)
            now = time.monotonic()

    def press(self, keys):
        """Returns when."""
        now = time.monotonic()
        os.write(self.descriptor, keys)
        return now

    def close(self):
        """Ends the program, and takes what it still has to say."""
        os.kill(self.pid, signal.SIGTERM)
        try:
            while os.read(self.descriptor, 1 << 16):
                pass
        except OSError:
            # So ends a terminal on Linux.
            pass
        os.close(self.descriptor)
        os.waitpid(self.pid, 0)
