import { Hono } from "hono";
import * as v from "valibot";
import { id, type MemberId, type PersonId, type ShareTransferId } from "#domain/kernel/ids.ts";
import { answer } from "#market/edge/answer.ts";
import { endpoint, WRITING } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { idOf } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { acceptTransfer } from "./accept-transfer.ts";
import { enterInBook } from "./enter.ts";
import { Entered, Holding, Transcribed, Transfer } from "./http-answers.ts";
import {
  EntryBody,
  MovementBody,
  OwnTransferBody,
  SubscriptionBody,
  toApplication,
  TranscriptionBody,
  TransferAnswerBody,
  TransferBody,
} from "./http-schemas.ts";
import { recordMovement, type ShareEntry, subscribeMore } from "./shares.ts";
import { transcribe } from "./transcribe.ts";
import { answerTransfer, askTransfer } from "./transfers.ts";

const area = "members";
const one = v.object({ id: idOf<MemberId>() });
const oneTransfer = v.object({ transfer: idOf<ShareTransferId>() });
const writing = [...WRITING, "not-found", "changed-meanwhile"] as const;

/** What the board enters in the members' book. */
export const memberEntries = new Hono<Edge>()
  .post(
    "/transcriptions",
    endpoint({
      summary: "Takes members over from a book on paper, with the days they were entered there",
      area,
      answers: { 201: Transcribed },
      refusals: [
        ...writing,
        "member-already",
        "tax-code-wrong",
        "tax-code-taken",
        "identity-misfit",
        "too-young",
        "enterprise-not-own",
        "instalments-too-many",
        "share-limit",
        "share-overpaid",
      ],
    }),
    validated("json", TranscriptionBody),
    async (c) => {
      const list = c.req.valid("json").members.map(({ personId, enrolledOn, ...rest }) => {
        const { paidShares, ...fields } = rest;
        const application = toApplication(fields);
        return { personId: id<PersonId>(personId), enrolledOn, paidShares, application };
      });
      return answer(c, await transcribe(c.var.request, list));
    },
  )
  .post(
    "/:id/entries",
    endpoint({
      summary: "Decides about a membership: admits, refuses, suspends, excludes, and so on",
      area,
      answers: { 201: Entered },
      refusals: [
        ...writing,
        "member-already",
        "membership-misfit",
        "refusal-late",
        "payment-not-demanded",
        "not-in-arrears",
        "share-limit",
        "instalments-too-many",
      ],
    }),
    validated("param", one),
    validated("json", EntryBody),
    async (c) => {
      const { words, ...deed } = c.req.valid("json");
      const { id: memberId } = c.req.valid("param");
      return answer(c, await enterInBook(c.var.request, memberId, { deed, words }));
    },
  );

/** Shares: taken, paid, grown, given on, redeemed. */
export const memberShares = new Hono<Edge>()
  .post(
    "/:id/subscriptions",
    endpoint({
      summary: "Takes further shares of one's own, paid in monthly parts",
      area,
      answers: { 201: Holding },
      refusals: [...writing, "membership-misfit", "share-limit", "instalments-too-many"],
    }),
    validated("param", one),
    validated("json", SubscriptionBody),
    async (c) => {
      const { id: memberId } = c.req.valid("param");
      return answer(c, await subscribeMore(c.var.request, memberId, c.req.valid("json")));
    },
  )
  .post(
    "/:id/movements",
    endpoint({
      summary: "Writes down that shares were paid, grew, were redeemed or were paid out",
      area,
      answers: { 201: Holding },
      refusals: [
        ...writing,
        "share-overpaid",
        "shares-unpaid",
        "too-few-shares",
        "still-a-member",
        "loss-too-large",
        "nothing-owed",
        "reserves-short",
      ],
    }),
    validated("param", one),
    validated("json", MovementBody),
    async (c) => {
      const entry = toEntry(c.req.valid("json"));
      return answer(c, await recordMovement(c.var.request, c.req.valid("param").id, entry));
    },
  )
  .post(
    "/:id/transfers",
    endpoint({
      summary: "Asks the board to let shares go to another member",
      area,
      answers: { 201: Transfer },
      refusals: [
        ...writing,
        "transfer-open",
        "receiver-not-a-member",
        "too-few-shares",
        "shares-unpaid",
        "share-limit",
      ],
    }),
    validated("param", one),
    validated("json", TransferBody),
    async (c) => {
      const { id: memberId } = c.req.valid("param");
      return answer(c, await askTransfer(c.var.request, memberId, c.req.valid("json")));
    },
  );

const ending = [
  ...writing,
  "transfer-ended",
  "transfer-free",
  "transfer-waiting",
  "transfer-not-accepted",
  "receiver-not-a-member",
  "too-few-shares",
  "shares-unpaid",
  "share-limit",
] as const;

/** Transfers of shares that wait for an answer. */
export const shareTransfers = new Hono<Edge>()
  .post(
    "/:transfer/acceptance",
    endpoint({
      summary: "Says that one wants the shares that another member would give",
      area,
      answers: { 200: Transfer },
      refusals: [...writing, "transfer-ended", "transfer-accepted"],
    }),
    validated("param", oneTransfer),
    async (c) => answer(c, await acceptTransfer(c.var.request, c.req.valid("param").transfer)),
  )
  .post(
    "/:transfer/answer",
    endpoint({
      summary: "The board consents to a transfer, or says why not",
      area,
      answers: { 200: Transfer },
      refusals: ending,
    }),
    validated("param", oneTransfer),
    validated("json", TransferAnswerBody),
    async (c) => {
      const { transfer } = c.req.valid("param");
      return answer(c, await answerTransfer(c.var.request, transfer, c.req.valid("json")));
    },
  )
  .post(
    "/:transfer/end",
    endpoint({
      summary: "Completes one's own transfer in time, takes it back, or declines what is offered",
      area,
      answers: { 200: Transfer },
      refusals: ending,
    }),
    validated("param", oneTransfer),
    validated("json", OwnTransferBody),
    async (c) => {
      const { transfer } = c.req.valid("param");
      return answer(c, await answerTransfer(c.var.request, transfer, c.req.valid("json")));
    },
  );

type Moved = v.InferOutput<typeof MovementBody>;

function toEntry(body: Moved): ShareEntry {
  if (body.kind === "redeemed") return { kind: "redeemed", loss: body.lossCents };
  const { amountCents: amount, ...rest } = body;
  return { ...rest, amount };
}
