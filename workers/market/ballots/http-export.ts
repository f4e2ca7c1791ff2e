import { Hono } from "hono";
import * as v from "valibot";
import { id, type ProposalId } from "#domain/kernel/ids.ts";
import { refused } from "#market/edge/answer.ts";
import { endpoint } from "#market/edge/endpoint.ts";
import type { Edge } from "#market/edge/env.ts";
import { identifier } from "#market/edge/schemas.ts";
import { validated } from "#market/edge/validated.ts";
import { exportBlt } from "./export-blt.ts";
import { exportCall } from "./export-call.ts";
import { Vote } from "./http-vote-schema.ts";

const CallQuery = v.strictObject({
  call: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,2}$/, "a call's number"))),
});
const Named = v.object({ id: identifier });

/** A vote that was counted, for whoever counts it again (docs/verify.md). */
export const exports = new Hono<Edge>()
  .get(
    "/:id/export",
    endpoint({
      summary: "A counted vote as one document, for `npm run verify` and for other programs",
      area: "votes",
      answers: { 200: Vote },
      refusals: ["not-signed-in", "not-allowed", "not-found", "invalid-input"],
    }),
    validated("param", Named),
    validated("query", CallQuery),
    async (c) => {
      const asked = askedCall(c.req.valid("param"), c.req.valid("query"));
      const pieces = await exportCall(c.var.request, asked);
      if (!pieces.ok) return refused(c, pieces.refusal);
      c.header("Content-Type", "application/json; charset=utf-8");
      c.header("Cache-Control", "no-store");
      c.header("Content-Disposition", 'attachment; filename="voto.json"');
      return c.body(streamOf(pieces.value));
    },
  )
  .get(
    "/:id/export.blt",
    endpoint({
      summary: "The rankings of a counted vote as BLT, which other counting programs read",
      area: "votes",
      answers: {},
      file: { type: "text/plain", description: "Sizes, the lot, rankings, names, title" },
      refusals: ["not-signed-in", "not-allowed", "not-found", "invalid-input"],
    }),
    validated("param", Named),
    validated("query", CallQuery),
    async (c) => {
      const asked = askedCall(c.req.valid("param"), c.req.valid("query"));
      const written = await exportBlt(c.var.request, asked);
      if (!written.ok) return refused(c, written.refusal);
      c.header("Content-Type", "text/plain; charset=utf-8");
      c.header("Cache-Control", "no-store");
      c.header("Content-Disposition", 'attachment; filename="voto.blt"');
      return c.body(written.value);
    },
  );

function askedCall(
  { id: of }: { readonly id: string },
  { call }: { readonly call?: string | undefined },
) {
  return { proposalId: id<ProposalId>(of), callNumber: call === undefined ? null : Number(call) };
}

/** Written as fast as it is read, and no faster. */
function streamOf(pieces: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const piece = await pieces.next();
      if (piece.done === true) controller.close();
      else controller.enqueue(encoder.encode(piece.value));
    },
    cancel: async () => void (await pieces.return(undefined)),
  });
}
