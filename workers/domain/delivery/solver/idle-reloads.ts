import type { Tours } from "./tours.ts";

/**
 * Drops the reloads of a route that nobody needs any more: those before a trip without stops, and
 * those without which the route is sound and no dearer.
 */
export function dropIdleReloads(tours: Tours, route: number): void {
  const base = route * tours.stride;
  const { nodes } = tours.problem;
  for (let position = tours.length[route] as number; position > 0; position--) {
    const reload = tours.nodeAt[base + position] as number;
    if (reload < nodes) continue;
    const before = tours.cost[route] as number;
    const isIdle = isFollowedByNothing(tours, route, position);
    pull(tours, route, position);
    tours.refresh(route);
    if (isIdle) continue;
    if (tours.isSound(route) && (tours.cost[route] as number) <= before) continue;
    tours.insert(reload, route, position - 1);
    tours.refresh(route);
  }
}

/** Whether no stop comes after a reload before the next one or the end. */
function isFollowedByNothing(tours: Tours, route: number, position: number): boolean {
  const { nodes } = tours.problem;
  const base = route * tours.stride;
  const isLast = position === tours.length[route];
  return isLast || (tours.nodeAt[base + position + 1] as number) >= nodes;
}

function pull(tours: Tours, route: number, position: number): void {
  const from = route * tours.stride + position + 1;
  const length = tours.length[route] as number;
  tours.nodeAt.copyWithin(from - 1, from, route * tours.stride + length + 1);
  tours.length[route] = length - 1;
}
