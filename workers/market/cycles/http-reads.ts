import { Hono } from "hono";
import * as v from "valibot";
import type { CycleId, EnterpriseId } from "#domain/kernel/ids.ts";
import { show } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { askedPage, pageOf, PageQuery } from "#market/edge/paging.ts";
import { askedRows, rowPageQuery } from "#market/edge/row-paging.ts";
import { identifier, idOf } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { listLines, listNames, listOrders, showPlaces, showPurchase, showSheet } from "./reads.ts";
import { Line, Order, Places, Purchase, Sheet } from "./http-schemas.ts";

const area = "cycles";
const CycleParam = v.object({ cycle: idOf<CycleId>() });
const SheetParam = v.object({ cycle: idOf<CycleId>(), enterprise: idOf<EnterpriseId>() });
const refusals = ["not-signed-in", "not-allowed", "not-found", "invalid-input"] as const;

export const cycleReads = new Hono<Edge>()
  .get(
    "/:cycle/purchase",
    endpoint({
      summary: "What is bought of each offer that somebody asked for",
      area,
      answers: { 200: Purchase },
      refusals,
    }),
    validated("param", CycleParam),
    async (c) => show(c, await showPurchase(c.var.request, c.req.valid("param").cycle)),
  )
  .get(
    "/:cycle/lines",
    endpoint({
      summary: "The lines of the cycle in order of seq, each with its one current quantity",
      area,
      answers: { 200: pageOf(Line) },
      refusals,
    }),
    validated("param", CycleParam),
    validated("query", v.strictObject(rowPageQuery)),
    async (c) => {
      const { cycle } = c.req.valid("param");
      return show(c, await listLines(c.var.request, cycle, askedRows(c.req.valid("query"))));
    },
  )
  .get(
    "/:cycle/orders",
    endpoint({
      summary: "The orders of the cycle with their sums, estimated and final",
      area,
      answers: { 200: pageOf(Order) },
      refusals,
    }),
    validated("param", CycleParam),
    validated("query", PageQuery),
    async (c) => {
      const { cycle } = c.req.valid("param");
      return show(c, await listOrders(c.var.request, cycle, askedPage(c.req.valid("query"))));
    },
  )
  .get(
    "/:cycle/places",
    endpoint({
      summary: "What goes to each pickup point, and to homes",
      area,
      answers: { 200: Places },
      refusals,
    }),
    validated("param", CycleParam),
    async (c) => show(c, await showPlaces(c.var.request, c.req.valid("param").cycle)),
  )
  .get(
    "/:cycle/producers/:enterprise/sheet",
    endpoint({
      summary: "What one producer has to prepare; no household is named",
      area,
      answers: { 200: Sheet },
      refusals,
    }),
    validated("param", SheetParam),
    async (c) => {
      const { cycle, enterprise } = c.req.valid("param");
      return show(c, await showSheet(c.var.request, cycle, enterprise));
    },
  )
  .get(
    "/:cycle/producers/:enterprise/households",
    endpoint({
      summary: "Who ordered from a producer, by name, where the network's rule shows names to it",
      area,
      answers: {
        200: pageOf(v.object({ orderId: identifier, code: v.string(), name: v.string() })),
      },
      refusals,
    }),
    validated("param", SheetParam),
    validated("query", PageQuery),
    async (c) => {
      const { cycle: cycleId, enterprise: enterpriseId } = c.req.valid("param");
      const page = askedPage(c.req.valid("query"));
      return show(c, await listNames(c.var.request, { cycleId, enterpriseId }, page));
    },
  );
