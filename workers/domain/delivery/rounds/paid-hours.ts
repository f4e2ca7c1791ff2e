/** A shift of the last weeks, and the driving and work that its plan paid. */
export interface PaidShift {
  readonly cycleId: string;
  readonly task: "collect" | "deliver";
  /** Who drove: a person, or the vehicle where nobody was named. */
  readonly courier: string;
  /** Seconds: how long they were there, and what they were paid for. */
  readonly length: number;
  readonly paid: number;
}

/**
 * How far each courier is ahead of their share, in seconds and never below zero, so that the next
 * plan can even it out. In each week the paid time of a task is due in proportion to the length of
 * shifts: who offers half of the hours is owed half of the work. What is over or under adds up over
 * the weeks, and the one who is furthest behind counts as zero.
 */
export function secondsAhead(
  shifts: readonly PaidShift[],
  today: readonly string[],
): ReadonlyMap<string, number> {
  const balance = new Map<string, number>(today.map((courier) => [courier, 0]));
  for (const { cycleId, task, courier, length, paid } of shifts) {
    const before = balance.get(courier);
    if (before === undefined) continue;
    const mates = shifts.filter((one) => one.cycleId === cycleId && one.task === task);
    const all = mates.reduce((sum, one) => sum + one.paid, 0);
    const hours = mates.reduce((sum, one) => sum + one.length, 0);
    balance.set(courier, before + paid - Math.floor((all * length) / Math.max(1, hours)));
  }
  const floor = balance.size === 0 ? 0 : Math.min(...balance.values());
  return new Map([...balance].map(([courier, ahead]) => [courier, ahead - floor]));
}
