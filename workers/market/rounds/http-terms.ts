import { Hono } from "hono";
import * as v from "valibot";
import type { EnterpriseId, OrderId } from "#domain/kernel/ids.ts";
import { answer, show } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { count, idOf, microdegrees, minuteOfDay, words } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import {
  addFactor,
  listFactors,
  placeOrderDoor,
  setTermsOfHub,
  setTermsOfProducer,
} from "./terms.ts";

const startMinute = v.pipe(count, v.maxValue(1439));
const hubTerms = {
  sortFromMinute: startMinute,
  sortToMinute: minuteOfDay,
  reloadMinutes: v.pipe(count, v.maxValue(120)),
  homeMinutes: v.pipe(count, v.maxValue(60)),
  coldRideMinutes: v.pipe(count, v.minValue(5), v.maxValue(600)),
};
const HubTermsBody = v.pipe(
  v.strictObject(hubTerms),
  v.check(({ sortFromMinute, sortToMinute }) => sortFromMinute <= sortToMinute, "ends too early"),
);
const collection = { brings: v.boolean(), fromMinute: startMinute, toMinute: minuteOfDay };
const CollectionBody = v.pipe(
  v.strictObject(collection),
  v.check(({ fromMinute, toMinute }) => fromMinute < toMinute, "ends before it begins"),
);
const door = { latMicrodegrees: microdegrees(90), lonMicrodegrees: microdegrees(180) };
const factor = {
  vehicleKind: v.pipe(words(40), v.regex(/^[a-z0-9-]+$/, "small letters and hyphens")),
  milligramsPerKm: v.pipe(count, v.maxValue(100_000_000)),
  source: words(300),
  year: v.pipe(count, v.minValue(1990), v.maxValue(2200)),
};
const Factor = v.object({ ...factor, number: count });
const EnterprisePath = v.strictObject({ enterprise: idOf<EnterpriseId>() });
const OrderPath = v.strictObject({ order: idOf<OrderId>() });

export const roundTerms = new Hono<Edge>()
  .put(
    "/:enterprise/hub-terms",
    endpoint({
      summary: "Says how a hub works on delivery day: when it sorts, how long things take",
      area: "rounds",
      answers: { 200: v.object(hubTerms) },
      refusals: [...WRITING, "not-found"],
    }),
    validated("param", EnterprisePath),
    validated("json", HubTermsBody),
    async (c) => {
      const { enterprise } = c.req.valid("param");
      return answer(c, await setTermsOfHub(c.var.request, enterprise, c.req.valid("json")));
    },
  )
  .put(
    "/:enterprise/collection-terms",
    endpoint({
      summary: "Says when a producer's goods are fetched, or that it brings them",
      area: "rounds",
      answers: { 200: v.object(collection) },
      refusals: [...WRITING, "not-found"],
    }),
    validated("param", EnterprisePath),
    validated("json", CollectionBody),
    async (c) => {
      const { enterprise } = c.req.valid("param");
      return answer(c, await setTermsOfProducer(c.var.request, enterprise, c.req.valid("json")));
    },
  );

export const orderDoors = new Hono<Edge>().put(
  "/:order/door",
  endpoint({
    summary: "Says where an order is brought that nobody can place by its address",
    area: "rounds",
    answers: { 200: v.object(door) },
    refusals: [...WRITING, "not-found"],
  }),
  validated("param", OrderPath),
  validated("json", v.strictObject(door)),
  async (c) => {
    const { order } = c.req.valid("param");
    return answer(c, await placeOrderDoor(c.var.request, order, c.req.valid("json")));
  },
);

export const emissionFactorsApi = new Hono<Edge>()
  .get(
    "/",
    endpoint({
      summary: "What a kilometre of each kind of vehicle emits, and who says so",
      area: "rounds",
      answers: { 200: v.object({ items: v.array(Factor) }) },
      refusals: [],
    }),
    async (c) => show(c, await listFactors(c.var.request)),
  )
  .post(
    "/",
    endpoint({
      summary: "Notes what a kilometre of a kind of vehicle emits",
      area: "rounds",
      answers: { 201: Factor },
      refusals: WRITING,
    }),
    validated("json", v.strictObject(factor)),
    async (c) => answer(c, await addFactor(c.var.request, c.req.valid("json"))),
  );
