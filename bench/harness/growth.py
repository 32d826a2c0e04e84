"""Curves of growth as an SVG: small plots of time, processor time and memory against runs, hosts and days, on logarithmic axes."""

import math

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 300, 200, 46, 34, 26
COLOURS = ("#2563a8", "#b3541e", "#3d7a3d", "#7a3d7a", "#555555")


def lines(rows, axis, value):
    """{label: [(x, y)]}: the rows that differ in that axis alone; only curves of two points or more."""
    others = [name for name in ("hosts", "runs", "days") if name != axis]
    found = {}
    for row in rows:
        found.setdefault(tuple(row[name] for name in others), []).append((row[axis], row[value]))
    return {", ".join(f"{number:g} {name}" for number, name in zip(key, others)): sorted(points) for key, points in found.items() if len({x for x, _ in points}) > 1}


def ticks(low, high):
    return [10**power for power in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]


def plot(curves, x_title, title, left, top):
    points = [point for curve in curves.values() for point in curve]
    low_x, high_x = min(x for x, _ in points), max(x for x, _ in points)
    y_ticks = ticks(min(y for _, y in points), max(y for _, y in points))

    def x(value):
        return left + LEFT + (WIDTH - LEFT - 10) * math.log(value / low_x) / math.log(high_x / low_x)

    def y(value):
        return top + HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * math.log(value / y_ticks[0]) / math.log(y_ticks[-1] / y_ticks[0])

    out = [f'<text x="{left + LEFT}" y="{top + 14}" font-weight="bold">{title}</text>']
    for tick in y_ticks:
        out.append(f'<path d="M{left + LEFT} {y(tick):.1f}H{left + WIDTH - 10}" stroke="#ddd"/>')
        out.append(f'<text x="{left + LEFT - 4}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick:g}</text>')
    for value in sorted({value for value, _ in points}):
        out.append(f'<text x="{x(value):.1f}" y="{top + HEIGHT - BOTTOM + 14}" text-anchor="middle">{value:g}</text>')
    out.append(f'<text x="{left + (WIDTH + LEFT) / 2}" y="{top + HEIGHT - 4}" text-anchor="middle">{x_title}</text>')
    for number, (label, curve) in enumerate(sorted(curves.items())):
        colour = COLOURS[number % len(COLOURS)]
        path = "L".join(f"{x(a):.1f} {y(b):.1f}" for a, b in curve)
        out.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"><title>{label}</title></path>')
        out += [f'<circle cx="{x(a):.1f}" cy="{y(b):.1f}" r="3" fill="{colour}"><title>{label}: {b:.3g}</title></circle>' for a, b in curve]
        out.append(f'<text x="{left + LEFT + 6}" y="{top + TOP + 12 + 13 * number}" fill="{colour}">{label}</text>')
    return out


def picture(rows):
    out = []
    plots = 0
    for value, title in (("slowest", "slowest query, s"), ("processor", "costliest query, s of processor time"), ("memory", "Prometheus, MiB")):
        for axis in ("runs", "hosts", "days"):
            if curves := lines(rows, axis, value):
                out += plot(curves, axis, title, plots % 3 * WIDTH, plots // 3 * HEIGHT)
                plots += 1
    height = (plots + 2) // 3 * HEIGHT
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {3 * WIDTH} {height}" font-family="sans-serif" font-size="11">'
    return "\n".join([head, f'<rect width="{3 * WIDTH}" height="{height}" fill="white"/>', *out, "</svg>"]) + "\n"
