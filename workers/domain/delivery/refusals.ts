import type { PlanProblemId } from "#domain/kernel/ids.ts";

/** Why a plan cannot be asked for, taken or acknowledged. */
export type PlanRefusal =
  /** A field of what was to be planned, as `jobs[3].time_windows[0]`, and what it should be. */
  | { readonly code: "round-unreadable"; readonly field: string; readonly expected: string }
  /** What the independent check says of a plan: `capacity job:7 vehicle 2; …`. */
  | { readonly code: "plan-unsound"; readonly complaints: string }
  | { readonly code: "plan-not-better"; readonly version: number }
  | { readonly code: "plan-not-measured"; readonly planId: PlanProblemId }
  | { readonly code: "plan-set-aside"; readonly planId: PlanProblemId }
  | { readonly code: "plan-changed"; readonly planId: PlanProblemId }
  | { readonly code: "plan-acknowledged"; readonly version: number };
