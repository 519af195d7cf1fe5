/** A rounded outline about points. */

/** @typedef {{ x: number, y: number }} Spot */

const CORNERS = 12; // of the circle about a point

/**
 * Wrap points, with some room about each: the corners of the outline, in the order of a clock.
 *
 * @param {Spot[]} spots
 * @param {number} room
 * @returns {Spot[]}
 */
export function wrapSpots(spots, room) {
  const around = spots.flatMap(({ x, y }) =>
    Array.from({ length: CORNERS }, (_, turn) => {
      const angle = (2 * Math.PI * turn) / CORNERS;
      return { x: x + room * Math.cos(angle), y: y + room * Math.sin(angle) };
    }),
  );
  around.sort((one, two) => one.x - two.x || one.y - two.y);
  return [...halfHull(around), ...halfHull(around.toReversed())];
}

/**
 * One half of the convex hull (Andrew 1979, doi:10.1016/0020-0190(79)90072-3), without its end.
 *
 * @param {Spot[]} sorted
 */
function halfHull(sorted) {
  /** @type {Spot[]} */
  const hull = [];
  for (const spot of sorted) {
    while (hull.length > 1 && turns(hull[hull.length - 2], hull[hull.length - 1], spot) <= 0) {
      hull.pop();
    }
    hull.push(spot);
  }
  return hull.slice(0, -1);
}

/**
 * @param {Spot} from
 * @param {Spot} over
 * @param {Spot} to
 */
function turns(from, over, to) {
  return (over.x - from.x) * (to.y - from.y) - (over.y - from.y) * (to.x - from.x);
}
