/** What is on the map: a cluster, or an article that is in none and has a link. */
export interface Spot {
  /** How many articles it stands for. */
  readonly size: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** The share of the map that discs cover: with more they would touch, and lines between them could not be seen. */
const COVERED = 0.3;

const LARGEST = 40;
const SMALLEST = 3;

/** Room between discs, as a share of the greater radius, and at least so much. */
const GAP = 0.9;
const LEAST_GAP = 4;

/**
 * Places discs, whose areas tell how many articles they stand for, on a map of this width in lines from top to bottom.
 * What is linked is neighbours: linked groups come first, then all others, largest first in each. A group stays on one
 * line if it can.
 *
 * @param links pairs of spots, by index
 */
export function layMap(
  spots: readonly Spot[],
  links: readonly (readonly [number, number])[],
  width: number,
  height: number,
): { places: Place[]; height: number } {
  const total = spots.reduce((sum, { size }) => sum + size, 0);
  const unit = Math.sqrt((COVERED * width * height) / Math.PI / Math.max(total, 1));
  const radius = (size: number): number => Math.min(LARGEST, Math.max(SMALLEST, unit * Math.sqrt(size)));
  const places = new Array<Place>(spots.length);
  let x = 0;
  let y = 0;
  let line: number[] = [];
  let tallest = 0;
  const endLine = (): void => {
    // A line's discs stand in its middle, and the line itself in the middle of the map.
    const shift = Math.max(0, (width - x) / 2);
    for (const i of line) {
      const place = places[i] as Place;
      places[i] = { ...place, x: place.x + shift, y: y + tallest / 2 };
    }
    y += tallest;
    x = 0;
    tallest = 0;
    line = [];
  };
  for (const group of groupsOf(spots, links)) {
    const radii = group.map((i) => radius((spots[i] as Spot).size));
    const whole = radii.reduce((sum, r) => sum + cellOf(r), 0);
    if (x + whole > width && whole <= width && line.length > 0) endLine();
    for (const [k, i] of group.entries()) {
      const r = radii[k] as number;
      const cell = cellOf(r);
      if (x + cell > width && line.length > 0) endLine();
      places[i] = { x: x + cell / 2, y: 0, r };
      line.push(i);
      x += cell;
      tallest = Math.max(tallest, cell);
    }
  }
  endLine();
  return { places, height: Math.max(y, 1) };
}

/** The room that a disc takes. */
export function cellOf(r: number): number {
  return 2 * r + Math.max(LEAST_GAP, r * GAP);
}

/** Linked groups, then the rest, each its own group; in a group from its largest along the links. */
function groupsOf(spots: readonly Spot[], links: readonly (readonly [number, number])[]): number[][] {
  const neighbours = new Map<number, number[]>();
  const add = (from: number, to: number): void => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };
  for (const [a, b] of links) {
    add(a, b);
    add(b, a);
  }
  const size = (i: number): number => (spots[i] as Spot).size;
  const largestFirst = (x: number, y: number): number => size(y) - size(x) || x - y;
  const all = spots
    .map((_, i) => i)
    .sort((x, y) => Number(neighbours.has(y)) - Number(neighbours.has(x)) || largestFirst(x, y));
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const start of all) {
    if (seen.has(start)) continue;
    seen.add(start);
    const queue = [start];
    groups.push(queue);
    for (const spot of queue) {
      for (const next of (neighbours.get(spot) ?? []).sort(largestFirst)) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return groups;
}
