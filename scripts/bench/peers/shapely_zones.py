"""Points in zones by Shapely's STRtree over the points. Commands on standard input, one answer line each:
   LOAD <file>   float64 file: N, then longitudes, latitudes; then zones as polygons, rings, positions
   RUN           -> ms
   ANSWER        -> pairs, two sums of residues (scripts/bench/answer.ts)
"""
import sys
import time

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon
from shapely.prepared import prep
from shapely.strtree import STRtree

MODERN = int(shapely.__version__.split(".")[0]) >= 2


def load(path):
    data = np.fromfile(path, dtype=np.float64)
    at = 0

    def take(count):
        nonlocal at
        at += count
        return data[at - count:at]

    count = int(take(1)[0])
    lng, lat = take(count).copy(), take(count).copy()
    zones = []
    for _ in range(int(take(1)[0])):
        polygons = []
        for _ in range(int(take(1)[0])):
            rings = [take(2 * int(take(1)[0])).reshape(-1, 2) for _ in range(int(take(1)[0]))]
            polygons.append(Polygon(rings[0], rings[1:]))
        zones.append(MultiPolygon(polygons))
    return lng, lat, zones


def modern(lng, lat, zones):
    tree = STRtree(shapely.points(lng, lat))
    for zone in zones:
        shapely.prepare(zone)

    def run():
        zone, point = tree.query(zones, predicate="covers")
        return point, zone

    return run


def classic(lng, lat, zones):
    """Shapely 1.8 tests one by one, or with `vectorized` all candidates of a zone at once, which counts the edge as outside."""
    from shapely import vectorized

    tree = STRtree([Point(x, y) for x, y in zip(lng, lat)])

    def run():
        points, holders = [], []
        for number, zone in enumerate(zones):
            candidates = np.asarray(tree.query_items(zone), dtype=np.int64)
            if len(candidates) == 0:
                continue
            inside = candidates[vectorized.contains(zone, lng[candidates], lat[candidates])]
            points.append(inside)
            holders.append(np.full(len(inside), number))
        return np.concatenate(points), np.concatenate(holders)

    return run


work = None
for line in sys.stdin:
    command, _, rest = line.strip().partition(" ")
    if command == "LOAD":
        lng, lat, zones = load(rest)
        work = (modern if MODERN else classic)(lng, lat, zones)
        print(shapely.__version__)
    elif command == "RUN":
        start = time.perf_counter()
        work()
        print((time.perf_counter() - start) * 1000)
    elif command == "ANSWER":
        point, holder = work()
        point, holder = point.astype(np.int64), holder.astype(np.int64)
        print(len(point), ((point * 7919 + holder * 104729) % 1000003).sum(), (point * holder % 999983).sum())
    print("done", flush=True)
