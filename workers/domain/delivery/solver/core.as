/**
 * The hot part of the solver in AssemblyScript: what `insert-job.ts`, `insert-pair.ts`, `timing.ts`,
 * `loads.ts` and `Tours.refresh` do where nobody rests, loads again or waits for a release. It works
 * on the very arrays of the TypeScript side, which lie in its memory, and gives the same plans:
 * the tests compare. `core-words.ts` writes the words that `begin` reads, in the same order.
 */
const IMPOSSIBLE: i32 = 2000000000;
/** Later than any window: nothing may be added to it, or 32 bits would not hold the sum. */
const NEVER: i32 = 1000000000;

let width: i32, stride: i32, dims: i32, nodes: i32, vehicles: i32, errands: i32, nearWidth: i32;
let nodeAt: usize, arcAt: usize, length: usize, routeOf: usize, positionOf: usize, floor: usize;
let departure: usize, latestWithSetup: usize, latestWithout: usize;
let loads: usize, peakBefore: usize, peakAfter: usize;
let travelOf: usize, distanceOf: usize, costOf: usize, paidOf: usize;
let durationsOf: usize, distancesOf: usize, costsOf: usize, costsToOf: usize;
let firstWindow: usize, windowFrom: usize, windowTo: usize, setup: usize, service: usize;
let placeOf: usize, typeOf: usize, loadChange: usize, fromStart: usize, capacity: usize;
let initialLoad: usize, maxTasks: usize, maxTravel: usize, maxDistance: usize, fixedCost: usize;
let perTaskSecond: usize, startNode: usize, endNode: usize, shiftFrom: usize, shiftTo: usize;
let suits: usize, errandOf: usize, sortOf: usize, near: usize, emptyIn: usize;
let dropDelta: usize, leastDrop: usize, answer: usize;

export function begin(words: usize): void {
  width = int(words, 0); stride = int(words, 1); dims = int(words, 2); nodes = int(words, 3);
  vehicles = int(words, 4); errands = int(words, 5); nearWidth = int(words, 6);
  nodeAt = int(words, 7); arcAt = int(words, 8); length = int(words, 9);
  routeOf = int(words, 10); positionOf = int(words, 11); floor = int(words, 12);
  departure = int(words, 13); latestWithSetup = int(words, 14);
  latestWithout = int(words, 15); loads = int(words, 16); peakBefore = int(words, 17);
  peakAfter = int(words, 18); travelOf = int(words, 19); distanceOf = int(words, 20);
  costOf = int(words, 21); paidOf = int(words, 22); durationsOf = int(words, 23);
  distancesOf = int(words, 24); costsOf = int(words, 25); costsToOf = int(words, 26);
  firstWindow = int(words, 27); windowFrom = int(words, 28); windowTo = int(words, 29);
  setup = int(words, 30); service = int(words, 31); placeOf = int(words, 32);
  typeOf = int(words, 33); loadChange = int(words, 34); fromStart = int(words, 35);
  capacity = int(words, 36); initialLoad = int(words, 37); maxTasks = int(words, 38);
  maxTravel = int(words, 39); maxDistance = int(words, 40); fixedCost = int(words, 41);
  perTaskSecond = int(words, 42); startNode = int(words, 43); endNode = int(words, 44);
  shiftFrom = int(words, 45); shiftTo = int(words, 46); suits = int(words, 47);
  errandOf = int(words, 48); sortOf = int(words, 49); near = int(words, 50);
  emptyIn = int(words, 51); dropDelta = int(words, 52); leastDrop = int(words, 53);
  answer = int(words, 54);
}

@inline function int(at: usize, index: i32): i32 { return load<i32>(at + ((<usize>index) << 2)); }
@inline function float(at: usize, index: i32): f64 { return load<f64>(at + ((<usize>index) << 3)); }
@inline function setInt(at: usize, index: i32, value: i32): void {
  store<i32>(at + ((<usize>index) << 2), value);
}
@inline function setFloat(at: usize, index: i32, value: f64): void {
  store<f64>(at + ((<usize>index) << 3), value);
}
@inline function most(a: i32, b: i32): i32 { return a > b ? a : b; }

/** `Tours.earliest`. */
@inline function earliest(node: i32, ready: i32): i32 {
  const past = int(firstWindow, node + 1);
  for (let w = int(firstWindow, node); w < past; w++) {
    if (ready <= int(windowTo, w)) return most(ready, int(windowFrom, w));
  }
  return IMPOSSIBLE;
}

/** `Tours.lastStart`. */
@inline function lastStart(node: i32, limit: i32): i32 {
  const first = int(firstWindow, node);
  for (let w = int(firstWindow, node + 1) - 1; w >= first; w--) {
    if (int(windowFrom, w) <= limit) {
      const to = int(windowTo, w);
      return limit < to ? limit : to;
    }
  }
  return -1;
}

/** `Tours.work`. */
@inline function work(route: i32, node: i32, spared: bool): i32 {
  const entry = int(typeOf, route) * nodes + node;
  const seconds = int(service, entry);
  return spared ? seconds : seconds + int(setup, entry);
}

@inline function samePlace(one: i32, other: i32): bool {
  return int(placeOf, one) == int(placeOf, other);
}

// --- Tours.refresh -------------------------------------------------------------------------------

export function refresh(route: i32): void {
  const base = route * stride;
  const count = int(length, route);
  setInt(nodeAt, base, int(startNode, route));
  setInt(nodeAt, base + count + 1, int(endNode, route));
  sums(route, base, count);
  for (let d = 0; d < dims; d++) loadDimension(route, base, count, d);
  departures(route, base, count);
  latestArrivals(route, base, count);
}

function sums(route: i32, base: i32, count: i32): void {
  const durations = <usize>int(durationsOf, route);
  const distances = <usize>int(distancesOf, route);
  const costs = <usize>int(costsOf, route);
  let travel: f64 = 0, distance: f64 = 0, cost: f64 = 0;
  let worked = 0;
  let before = int(nodeAt, base);
  setFloat(arcAt, base, 0);
  const past = count > 0 ? count + 2 : 0;
  for (let p = 1; p < past; p++) {
    const node = int(nodeAt, base + p);
    const arc = before * width + node;
    travel += <f64>int(durations, arc);
    distance += <f64>int(distances, arc);
    const arcCost = float(costs, arc);
    setFloat(arcAt, base + p - 1, arcCost);
    cost += arcCost;
    if (p <= count) {
      setInt(positionOf, node, p);
      worked += work(route, node, samePlace(before, node));
    }
    before = node;
  }
  setFloat(travelOf, route, travel);
  setFloat(distanceOf, route, distance);
  setFloat(paidOf, route, travel + <f64>worked);
  cost += float(perTaskSecond, route) * <f64>worked;
  setFloat(costOf, route, count > 0 ? cost + float(fixedCost, route) : 0);
}

function loadDimension(route: i32, base: i32, count: i32, d: i32): void {
  let aboard = int(initialLoad, route * dims + d);
  for (let p = 1; p <= count; p++) aboard += int(fromStart, int(nodeAt, base + p) * dims + d);
  let peak = aboard;
  setInt(loads, base * dims + d, aboard);
  setInt(peakBefore, base * dims + d, aboard);
  for (let cell = base + 1; cell <= base + count; cell++) {
    aboard += int(loadChange, int(nodeAt, cell) * dims + d);
    if (aboard > peak) peak = aboard;
    setInt(loads, cell * dims + d, aboard);
    setInt(peakBefore, cell * dims + d, peak);
  }
  peak = 0;
  for (let cell = base + count; cell >= base; cell--) {
    peak = most(peak, int(loads, cell * dims + d));
    setInt(peakAfter, cell * dims + d, peak);
  }
}

function departures(route: i32, base: i32, count: i32): void {
  const durations = <usize>int(durationsOf, route);
  let before = int(nodeAt, base);
  let now = int(shiftFrom, route);
  setInt(departure, base, now);
  for (let cell = base + 1; cell <= base + count; cell++) {
    const node = int(nodeAt, cell);
    now = now > NEVER ? IMPOSSIBLE : earliest(node, now + int(durations, before * width + node));
    if (now < IMPOSSIBLE) now += work(route, node, samePlace(before, node));
    setInt(departure, cell, now);
    before = node;
  }
}

function latestArrivals(route: i32, base: i32, count: i32): void {
  const durations = <usize>int(durationsOf, route);
  const end = base + count + 1;
  let after = int(nodeAt, end);
  let limit = int(shiftTo, route);
  setInt(latestWithSetup, end, limit);
  setInt(latestWithout, end, limit);
  for (let cell = end - 1; cell > base; cell--) {
    const node = int(nodeAt, cell);
    const leave = limit - int(durations, node * width + after);
    const due = lastStart(node, leave - work(route, node, false));
    const spared = lastStart(node, leave - work(route, node, true));
    setInt(latestWithSetup, cell, due);
    setInt(latestWithout, cell, spared);
    limit = samePlace(int(nodeAt, cell - 1), node) ? spared : due;
    after = node;
  }
}

// --- JobInsertion --------------------------------------------------------------------------------

/** What is being looked for, and how far the look has come: see `nextPlace`. */
let soughtNode: i32, soughtMode: i32, soughtRank: i32, soughtCell: i32, soughtLast: i32;
let soughtRoute: i32, soughtRound: i32, soughtOpening: f64;

const NEAR: i32 = 0;
const EMPTY: i32 = 1;
const ALL: i32 = 2;

/** Begins to look for a place of a job: beside near stops, on empty routes, or on all. */
export function seek(node: i32, mode: i32, round: i32): void {
  soughtNode = node;
  soughtMode = mode;
  soughtRound = round;
  soughtRank = 0;
  soughtCell = 0;
  soughtLast = -1;
}

/**
 * The next cell behind which the job costs less than `least`, or -1 when there is none any more;
 * the difference of cost is in `answer`.
 */
export function nextPlace(least: f64): i32 {
  while (true) {
    const cell = soughtCell <= soughtLast ? scan(least) : -1;
    if (cell >= 0) return cell;
    if (!(soughtMode == NEAR ? nextNear(least) : nextRoute(least))) return -1;
  }
}

function nextNear(least: f64): bool {
  while (soughtRank < nearWidth) {
    const other = int(near, soughtNode * nearWidth + soughtRank++);
    const route = int(routeOf, other);
    if (route < 0) continue;
    const at = int(positionOf, other);
    if (open(route, most(at - 1, int(floor, route)), at, least)) return true;
  }
  return false;
}

function nextRoute(least: f64): bool {
  while (soughtRank < vehicles) {
    const route = soughtRank++;
    const count = int(length, route);
    if (count == 0) {
      const sort = int(sortOf, route);
      if (int(emptyIn, sort) == soughtRound) continue;
      setInt(emptyIn, sort, soughtRound);
    } else if (soughtMode == EMPTY) continue;
    if (open(route, int(floor, route), count, least)) return true;
  }
  return false;
}

/** Sets out to scan positions of a route, unless none of them can do. */
function open(route: i32, from: i32, to: i32, least: f64): bool {
  const count = int(length, route);
  soughtOpening = count == 0 ? float(fixedCost, route) : 0;
  if (soughtOpening >= least || count >= int(maxTasks, route)) return false;
  if (load<u8>(suits + <usize>(route * errands + int(errandOf, soughtNode))) == 0) return false;
  const base = route * stride;
  for (let d = 0; d < dims; d++) {
    const start = int(loads, base * dims + d) + int(fromStart, soughtNode * dims + d);
    if (start > int(capacity, route * dims + d)) return false;
  }
  soughtRoute = route;
  soughtCell = base + from;
  soughtLast = base + to;
  return true;
}

function scan(least: f64): i32 {
  const node = soughtNode;
  const route = soughtRoute;
  const row = node * width;
  const costs = (<usize>int(costsOf, route)) + ((<usize>row) << 3);
  const costsTo = (<usize>int(costsToOf, route)) + ((<usize>row) << 3);
  const due = int(windowTo, int(firstWindow, node + 1) - 1);
  const pay = float(perTaskSecond, route);
  for (let cell = soughtCell; cell <= soughtLast; cell++) {
    if (int(departure, cell) > due) break;
    const before = int(nodeAt, cell);
    const after = int(nodeAt, cell + 1);
    let delta = soughtOpening + float(costsTo, before) + float(costs, after) - float(arcAt, cell);
    if (pay > 0) delta += pay * <f64>moreWork(node, route, before, after);
    if (delta >= least || !jobFits(node, route, cell, before, after)) continue;
    soughtCell = cell + 1;
    setFloat(answer, 0, delta);
    return cell;
  }
  soughtCell = soughtLast + 1;
  return -1;
}

function moreWork(node: i32, route: i32, before: i32, after: i32): i32 {
  let seconds = work(route, node, samePlace(before, node));
  if (after < nodes) {
    seconds += work(route, after, samePlace(after, node));
    seconds -= work(route, after, samePlace(after, before));
  }
  return seconds;
}

@inline function jobFits(node: i32, route: i32, cell: i32, before: i32, after: i32): bool {
  const durations = <usize>int(durationsOf, route);
  const there = int(durations, before * width + node);
  const start = earliest(node, int(departure, cell) + there);
  if (start >= IMPOSSIBLE) return false;
  const leave = start + work(route, node, samePlace(before, node));
  const latest = samePlace(node, after) ? latestWithout : latestWithSetup;
  if (leave + int(durations, node * width + after) > int(latest, cell + 1)) return false;
  for (let d = 0; d < dims; d++) {
    const room = int(capacity, route * dims + d);
    const aboard = int(fromStart, node * dims + d);
    if (int(peakBefore, cell * dims + d) + aboard > room) return false;
    const taken = int(loadChange, node * dims + d) + aboard;
    if (int(peakAfter, cell * dims + d) + taken > room) return false;
  }
  return jobInRange(node, route, before, after);
}

@inline function jobInRange(node: i32, route: i32, before: i32, after: i32): bool {
  const durations = <usize>int(durationsOf, route);
  const distances = <usize>int(distancesOf, route);
  const longer = jobDetour(durations, node, route, before, after);
  if (float(travelOf, route) + <f64>longer > float(maxTravel, route)) return false;
  const farther = jobDetour(distances, node, route, before, after);
  return float(distanceOf, route) + <f64>farther <= float(maxDistance, route);
}

@inline function jobDetour(table: usize, node: i32, route: i32, before: i32, after: i32): i64 {
  const spared: i64 = int(length, route) == 0 ? 0 : int(table, before * width + after);
  const there: i64 = int(table, before * width + node);
  return there + <i64>int(table, node * width + after) - spared;
}

// --- PairInsertion -------------------------------------------------------------------------------

let pairPosition: i32, pairAt: i32, pairLeaving: i32, pairLast: i32, pairAlone: f64;
let pairRoute: i32, pairPickup: i32, pairOpening: f64;

/** Begins to judge the pairs of positions of a route; false when none can do. */
export function seekPair(pickup: i32, route: i32, opening: f64): bool {
  const count = int(length, route);
  if (count + 2 > int(maxTasks, route)) return false;
  if (load<u8>(suits + <usize>(route * errands + int(errandOf, pickup))) == 0) return false;
  pairRoute = route;
  pairPickup = pickup;
  pairOpening = opening;
  pairPosition = int(floor, route) - 1;
  pairAt = count;
  prepareDrop(pickup + 1, route, count);
  return true;
}

function prepareDrop(drop: i32, route: i32, count: i32): void {
  const costs = (<usize>int(costsOf, route)) + ((<usize>(drop * width)) << 3);
  const costsTo = (<usize>int(costsToOf, route)) + ((<usize>(drop * width)) << 3);
  const base = route * stride;
  let least = Infinity;
  setFloat(leastDrop, count + 1, least);
  for (let position = count; position >= 1; position--) {
    const cell = base + position;
    const delta =
      float(costsTo, int(nodeAt, cell)) + float(costs, int(nodeAt, cell + 1)) - float(arcAt, cell);
    setFloat(dropDelta, position, delta);
    if (delta < least) least = delta;
    setFloat(leastDrop, position, least);
  }
}

/**
 * The next pair of positions that costs less than `least`: the pickup's, or -1 when there is none
 * any more. `answer` holds the difference of cost and the drop's position.
 */
export function nextPair(least: f64): i32 {
  const count = int(length, pairRoute);
  while (true) {
    if (pairAt < count) {
      const position = walkOn(least, count);
      if (position >= 0) return position;
    }
    pairAt = count;
    if (++pairPosition > count) return -1;
    const found = setOut(least, count);
    if (found == STOP) return -1;
    if (found == FOUND) return pairPosition;
  }
}

const STOP: i32 = -1;
const ON: i32 = 0;
const FOUND: i32 = 1;

/** Tries a place of the pickup: with the drop right behind it, and then on from there. */
function setOut(least: f64, count: i32): i32 {
  const route = pairRoute;
  const pickup = pairPickup;
  const drop = pickup + 1;
  const cell = route * stride + pairPosition;
  const due = int(windowTo, int(firstWindow, pickup + 1) - 1);
  if (int(departure, cell) > due) return STOP;
  const costs = (<usize>int(costsOf, route)) + ((<usize>(pickup * width)) << 3);
  const costsTo = (<usize>int(costsToOf, route)) + ((<usize>(pickup * width)) << 3);
  const before = int(nodeAt, cell);
  const after = int(nodeAt, cell + 1);
  const there = pairOpening + float(costsTo, before) - float(arcAt, cell);
  const alone = there + float(costs, after);
  const together = there + float(costs, drop) + float(costs, width + after);
  const apart = alone + float(leastDrop, pairPosition + 1);
  if ((apart < together ? apart : together) >= least) return ON;
  if (!pairHasRoom(cell)) return ON;
  pairLeaving = int(departure, cell);
  if (!advance(before, pickup)) return ON;
  pairAlone = alone;
  pairLast = pickup;
  pairAt = pairPosition;
  if (together < least && dropFits(pickup, cell + 1) && pairInRange(pairPosition, pairPosition)) {
    setFloat(answer, 0, together);
    setFloat(answer, 1, <f64>pairPosition);
    return FOUND;
  }
  return ON;
}

/** Carries the pickup on, past one node after the other, until a drop behind one is better. */
function walkOn(least: f64, count: i32): i32 {
  const base = pairRoute * stride;
  for (let at = pairAt + 1; at <= count; at++) {
    if (pairAlone + float(leastDrop, at) >= least) return -1;
    const node = int(nodeAt, base + at);
    if (!advance(pairLast, node) || !pairHasRoom(base + at)) return -1;
    pairLast = node;
    pairAt = at;
    const delta = pairAlone + float(dropDelta, at);
    if (delta >= least || !dropFits(node, base + at + 1)) continue;
    if (!pairInRange(pairPosition, at)) continue;
    setFloat(answer, 0, delta);
    setFloat(answer, 1, <f64>at);
    return pairPosition;
  }
  return -1;
}

@inline function pairHasRoom(cell: i32): bool {
  for (let d = 0; d < dims; d++) {
    const aboard = int(loads, cell * dims + d) + int(loadChange, pairPickup * dims + d);
    if (aboard > int(capacity, pairRoute * dims + d)) return false;
  }
  return true;
}

@inline function advance(before: i32, node: i32): bool {
  if (pairLeaving > NEVER) return false;
  const durations = <usize>int(durationsOf, pairRoute);
  const start = earliest(node, pairLeaving + int(durations, before * width + node));
  if (start >= IMPOSSIBLE) return false;
  pairLeaving = start + work(pairRoute, node, samePlace(before, node));
  return true;
}

@inline function dropFits(before: i32, next: i32): bool {
  if (pairLeaving > NEVER) return false;
  const durations = <usize>int(durationsOf, pairRoute);
  const drop = pairPickup + 1;
  const after = int(nodeAt, next);
  const start = earliest(drop, pairLeaving + int(durations, before * width + drop));
  if (start >= IMPOSSIBLE) return false;
  const leave = start + work(pairRoute, drop, samePlace(before, drop));
  const latest = samePlace(drop, after) ? latestWithout : latestWithSetup;
  return leave + int(durations, drop * width + after) <= int(latest, next);
}

@inline function pairInRange(from: i32, to: i32): bool {
  const longer = pairDetour(<usize>int(durationsOf, pairRoute), from, to);
  if (float(travelOf, pairRoute) + <f64>longer > float(maxTravel, pairRoute)) return false;
  const farther = pairDetour(<usize>int(distancesOf, pairRoute), from, to);
  return float(distanceOf, pairRoute) + <f64>farther <= float(maxDistance, pairRoute);
}

function pairDetour(table: usize, from: i32, to: i32): i64 {
  const drop = pairPickup + 1;
  const base = pairRoute * stride;
  const a = int(nodeAt, base + from);
  const b = int(nodeAt, base + from + 1);
  const spared: i64 = int(length, pairRoute) == 0 ? 0 : arc(table, a, b);
  if (from == to) {
    return arc(table, a, pairPickup) + arc(table, pairPickup, drop) + arc(table, drop, b) - spared;
  }
  const c = int(nodeAt, base + to);
  const d = int(nodeAt, base + to + 1);
  const fetched = arc(table, a, pairPickup) + arc(table, pairPickup, b) - arc(table, a, b);
  return fetched + arc(table, c, drop) + arc(table, drop, d) - arc(table, c, d);
}

@inline function arc(table: usize, from: i32, to: i32): i64 {
  return <i64>int(table, from * width + to);
}
