"""Remote write 1.0 with what Python has: many samples of many series at once, in blocks that are stored rather than compressed."""

import http.client
import struct
import urllib.parse

BODY = 4_000_000  # bytes of a request, about


def varint(number):
    out = bytearray()
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)
    return bytes(out)


def field(number, content):
    """A field that has a length: a text or a message."""
    return varint(number << 3 | 2) + varint(len(content)) + content


def labels(values):
    """The labels of a series as the first part of its message."""
    return b"".join(field(1, field(1, name.encode()) + field(2, value.encode())) for name, value in sorted(values.items()))


def ends(times):
    """For each time, in milliseconds: what stands before and behind the value of its sample."""
    made = []
    for time in times:
        behind = b"\x10" + varint(time)
        made.append((b"\x12" + varint(9 + len(behind)) + b"\x09", behind))
    return made


def constant(value, around):
    """The samples of a series that does not change."""
    packed = struct.pack("<d", value)
    return b"".join([before + packed + behind for before, behind in around])


def samples(values, around):
    pack = struct.Struct("<d").pack
    return b"".join([before + pack(value) + behind for value, (before, behind) in zip(values, around)])


def stored(body):
    """The body as a Snappy block of literals."""
    out = [varint(len(body))]
    for at in range(0, len(body), 1 << 16):
        part = body[at : at + (1 << 16)]
        out += [b"\xf4", struct.pack("<H", len(part) - 1), part]
    return b"".join(out)


class Writer:
    """Sends series, a few megabytes at a time, on one connection."""

    def __init__(self, url):
        parts = urllib.parse.urlsplit(url)
        self.connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=300)
        self.path, self.waiting, self.size, self.sent = parts.path, [], 0, 0

    def add(self, encoded_labels, encoded_samples, count):
        one = field(1, encoded_labels + encoded_samples)
        self.waiting.append(one)
        self.size += len(one)
        self.sent += count
        if self.size > BODY:
            self.flush()

    def flush(self):
        if not self.waiting:
            return
        self.connection.request("POST", self.path, stored(b"".join(self.waiting)), {
            "Content-Encoding": "snappy", "Content-Type": "application/x-protobuf", "X-Prometheus-Remote-Write-Version": "0.1.0",
        })
        answer = self.connection.getresponse()
        said = answer.read()
        if answer.status // 100 != 2:
            raise OSError(f"remote write: {answer.status} {said.decode(errors='replace')[:300]}")
        self.waiting, self.size = [], 0
