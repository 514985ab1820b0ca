"""Runs a command with terminals of its own for some of its streams: terminals.py <columns> <stdin,stdout,stderr> <command...>"""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import threading

STREAMS = ["stdin", "stdout", "stderr"]
columns, named, command = int(sys.argv[1]), sys.argv[2].split(","), sys.argv[3:]


def open_terminal():
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    settings = termios.tcgetattr(theirs)
    settings[1] &= ~termios.OPOST  # line ends come out as they were written
    settings[3] &= ~termios.ECHO
    termios.tcsetattr(theirs, termios.TCSANOW, settings)
    return ours, theirs


def copy(source, target):
    while True:
        try:
            piece = os.read(source, 65536)
        except OSError:  # how Linux says that the last one who had the terminal closed it
            return
        if not piece:
            return
        while piece:
            piece = piece[os.write(target, piece) :]


terminals = {name: open_terminal() for name in STREAMS if name in named}
child = subprocess.Popen(command, **{name: theirs for name, (_, theirs) in terminals.items()})
copiers = []
for name, (ours, theirs) in terminals.items():
    os.close(theirs)
    if name == "stdin":
        os.write(ours, sys.stdin.buffer.read() + b"\x04")  # Ctrl-D ends it
    else:
        copiers.append(threading.Thread(target=copy, args=(ours, STREAMS.index(name))))
for copier in copiers:
    copier.start()
code = child.wait()
for copier in copiers:
    copier.join()
os._exit(code)
