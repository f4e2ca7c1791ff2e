import type { Plan, Step } from "#domain/delivery/plan.ts";

interface VroomStep {
  readonly type: Step["type"];
  readonly id?: number;
  readonly location_index?: number;
  readonly setup: number;
  readonly service: number;
  readonly waiting_time: number;
  readonly arrival: number;
  readonly load: readonly number[];
}

interface VroomSolution {
  readonly code: 0;
  readonly summary: {
    readonly cost: number;
    readonly routes: number;
    readonly unassigned: number;
  };
  readonly routes: readonly { readonly vehicle: number; readonly steps: readonly VroomStep[] }[];
  /** `reason` is ours: VROOM does not say why. */
  readonly unassigned: Plan["unassigned"];
}

/** A plan as VROOM would write it; seconds and places as in the problem. */
export function vroomShape(plan: Plan, cost: number): VroomSolution {
  const { routes, unassigned } = plan;
  return {
    code: 0,
    summary: { cost, routes: routes.length, unassigned: unassigned.length },
    routes: routes.map(({ vehicle, steps }) => ({ vehicle, steps: steps.map(vroomStep) })),
    unassigned,
  };
}

function vroomStep({ type, id, place, setup, service, waiting, arrival, load }: Step): VroomStep {
  return {
    type,
    ...(id === undefined ? {} : { id }),
    ...(place === undefined ? {} : { location_index: place }),
    setup,
    service,
    waiting_time: waiting,
    arrival,
    load,
  };
}
