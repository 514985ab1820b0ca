"""Runs a command whose standard input gives the text of a file, and then an error of the device: torn.py <file> <command...>"""

import ctypes
import mmap
import os
import subprocess
import sys

with open(sys.argv[1], "rb") as file:
    text = file.read()
whole = len(text) // mmap.PAGESIZE * mmap.PAGESIZE

# The text up to a page's end, then a page of memory that is taken away: reading it gives EIO.
memory = mmap.mmap(-1, whole + mmap.PAGESIZE)
memory[:whole] = text[:whole]
address = ctypes.addressof(ctypes.c_char.from_buffer(memory))
if ctypes.CDLL(None).munmap(ctypes.c_void_p(address + whole), ctypes.c_size_t(mmap.PAGESIZE)) != 0:
    sys.exit("munmap failed")

source = os.open("/proc/self/mem", os.O_RDONLY)
os.lseek(source, address, os.SEEK_SET)
code = subprocess.run(sys.argv[2:], stdin=source).returncode
os._exit(code)
