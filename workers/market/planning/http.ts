import { Hono } from "hono";
import * as v from "valibot";
import type { CycleId, PlanProblemId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { idOf } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { acknowledgeRoute } from "./acknowledge.ts";
import { askPlan } from "./ask.ts";
import {
  AcknowledgedAnswer,
  AskBody,
  Asked,
  OwnRouteAnswer,
  PlanAnswer,
  Routes,
  Taken,
  Task,
  VersionBody,
} from "./http-schemas.ts";
import { listPlans, showPlan, showRoute, showRoutes, showTask } from "./reads.ts";
import { takeVersion } from "./take-version.ts";

const area = "rounds";
const numbered = v.pipe(v.string(), v.regex(/^\d{1,9}$/, "a number"), v.transform(Number));
const CycleParam = v.object({ cycle: idOf<CycleId>() });
const PlanParam = v.object({ plan: idOf<PlanProblemId>() });
const VersionParam = v.object({ plan: idOf<PlanProblemId>(), version: numbered });
const RouteParam = v.object({
  plan: idOf<PlanProblemId>(),
  version: numbered,
  vehicle: numbered,
});
const ofCycle = ["not-signed-in", "not-allowed", "not-found", "invalid-input"] as const;
const ofPlan = ["not-signed-in", "not-found", "invalid-input"] as const;
const writing = [...WRITING, "not-found", "changed-meanwhile"] as const;

/** The plans of a cycle, under its own address. */
export const cyclePlans = new Hono<Edge>()
  .get(
    "/:cycle/plans",
    endpoint({
      summary: "What was asked of the planner for a cycle, the newest first",
      area,
      answers: { 200: pageOf(PlanAnswer) },
      refusals: ofCycle,
    }),
    validated("param", CycleParam),
    validated("query", PageQuery),
    async (c) => {
      const { cycle } = c.req.valid("param");
      return show(c, await listPlans(c.var.request, cycle, askedPage(c.req.valid("query"))));
    },
  )
  .post(
    "/:cycle/plans",
    endpoint({
      summary: "Asks for a plan: what is to be run, with which vehicles, and where places are",
      area,
      answers: { 201: Asked },
      refusals: [...writing, "round-unreadable"],
    }),
    validated("param", CycleParam),
    validated("json", AskBody),
    async (c) => {
      const { cycle: cycleId } = c.req.valid("param");
      return answer(c, await askPlan(c.var.request, { cycleId, ...c.req.valid("json") }));
    },
  );

/** A plan, its versions and their routes. */
export const plans = new Hono<Edge>()
  .get(
    "/:plan",
    endpoint({
      summary: "How a plan stands: its distances, its versions, or why it was set aside",
      area,
      answers: { 200: PlanAnswer },
      refusals: ofPlan,
    }),
    validated("param", PlanParam),
    async (c) => show(c, await showPlan(c.var.request, c.req.valid("param").plan)),
  )
  .get(
    "/:plan/problem",
    endpoint({
      summary: "What is to be planned, with its distances, for a planner in a browser",
      area,
      answers: { 200: Task },
      refusals: [...ofPlan, "plan-not-measured"],
    }),
    validated("param", PlanParam),
    async (c) => show(c, await showTask(c.var.request, c.req.valid("param").plan)),
  )
  .post(
    "/:plan/versions",
    endpoint({
      summary: "Takes a plan made in a browser or by hand, once it passed the check",
      area,
      answers: { 201: Taken },
      refusals: [
        ...writing,
        "plan-set-aside",
        "plan-not-measured",
        "plan-unsound",
        "plan-not-better",
      ],
    }),
    validated("param", PlanParam),
    validated("json", VersionBody),
    async (c) => {
      const { plan: planId } = c.req.valid("param");
      return answer(c, await takeVersion(c.var.request, { planId, ...c.req.valid("json") }));
    },
  )
  .get(
    "/:plan/versions/:version",
    endpoint({
      summary: "The routes of a version, who drives them and who has read them",
      area,
      answers: { 200: Routes },
      refusals: ofPlan,
    }),
    validated("param", VersionParam),
    async (c) => {
      const { plan, version } = c.req.valid("param");
      return show(c, await showRoutes(c.var.request, plan, version));
    },
  )
  .get(
    "/:plan/versions/:version/routes/:vehicle",
    endpoint({
      summary: "One route with the places that it passes, for whoever drives it",
      area,
      answers: { 200: OwnRouteAnswer },
      refusals: ofPlan,
    }),
    validated("param", RouteParam),
    async (c) => {
      const { plan: planId, ...route } = c.req.valid("param");
      return show(c, await showRoute(c.var.request, { planId, ...route }));
    },
  )
  .post(
    "/:plan/versions/:version/routes/:vehicle/acknowledgement",
    endpoint({
      summary: "Notes that whoever drives a route has read its newest version, once",
      area,
      answers: { 201: AcknowledgedAnswer },
      refusals: [...writing, "plan-changed", "plan-acknowledged"],
    }),
    validated("param", RouteParam),
    async (c) => {
      const { plan: planId, ...route } = c.req.valid("param");
      return answer(c, await acknowledgeRoute(c.var.request, { planId, ...route }));
    },
  );
