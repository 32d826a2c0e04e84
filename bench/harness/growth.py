"""Curves of growth as an SVG: small plots of time, processor time and memory against runs, hosts and days, on logarithmic axes."""

import math

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 300, 200, 46, 34, 26  # of a plot; labels of curves come on top of it
LINE = 13
COLOURS = ("#2563a8", "#b3541e", "#3d7a3d", "#7a3d7a", "#555555")


def lines(rows, axis, value):
    """{label: [(x, y)]}: the rows that differ in that axis alone; only curves of two points or more."""
    others = [name for name in ("hosts", "runs", "days") if name != axis]
    found = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in others), []).append((row[axis], row[value]))
    return {", ".join(f"{number:g} {name if number > 1 else name[:-1]}" for number, name in zip(key, others)): sorted(points) for key, points in sorted(found.items()) if len({x for x, _ in points}) > 1}


def ticks(low, high):
    return [10**power for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]


def plot(curves, x_title, title, left, above, labels):
    top = above + LINE * labels
    points = [point for curve in curves.values() for point in curve]
    low_x, high_x = min(x for x, _ in points), max(x for x, _ in points)
    y_ticks = ticks(min(y for _, y in points), max(y for _, y in points))

    def x(value):
        return left + LEFT + (WIDTH - LEFT - 10) * math.log(value / low_x) / math.log(high_x / low_x)

    def y(value):
        return top + HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * math.log(value / y_ticks[0]) / math.log(y_ticks[-1] / y_ticks[0])

    out = [f'<text x="{left + LEFT}" y="{above + 14}" font-weight="bold">{title}</text>']
    for tick in y_ticks:
        out.append(f'<path d="M{left + LEFT} {y(tick):.1f}H{left + WIDTH - 10}" stroke="#ddd"/>')
        out.append(f'<text x="{left + LEFT - 4}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick:g}</text>')
    for value in sorted({value for value, _ in points}):
        out.append(f'<text x="{x(value):.1f}" y="{top + HEIGHT - BOTTOM + 14}" text-anchor="middle">{value:g}</text>')
    out.append(f'<text x="{left + (WIDTH + LEFT) / 2}" y="{top + HEIGHT - 4}" text-anchor="middle">{x_title}</text>')
    for number, (label, curve) in enumerate(curves.items()):
        colour = COLOURS[number % len(COLOURS)]
        path = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in curve)
        out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"><title>{label}</title></path>')
        out += [f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="3" fill="{colour}"><title>{label}: {b:.3g}</title></circle>' for a, b in curve]
        out.append(f'<text x="{left + LEFT}" y="{above + 14 + LINE * (number + 1)}" fill="{colour}">{label}</text>')
    return out


def picture(rows):
    out = []
    drawn = [axis for axis in ("runs", "hosts", "days") if lines(rows, axis, "slowest")]
    labels = max(len(lines(rows, axis, "slowest")) for axis in drawn)
    below = HEIGHT + LINE * labels
    for row, (value, title) in enumerate((("slowest", "slowest query, s"), ("processor", "costliest query, s of processor time"), ("memory", "Prometheus, MiB"))):
        for column, axis in enumerate(drawn):
            out += plot(lines(rows, axis, value), axis, title, column * WIDTH, row * below, labels)
    width, height = len(drawn) * WIDTH, 3 * below
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="11">'
    return "\n".join([head, f'<rect width="{width}" height="{height}" fill="white"/>', *out, "</svg>"]) + "\n"
