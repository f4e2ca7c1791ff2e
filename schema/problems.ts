import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { EnterpriseId, LineId, OrderId, ProblemId } from "#domain/kernel/ids.ts";
import { cents, idOf, instant, milli } from "./columns.ts";

/** That something was wrong with what was handed over, as it was told; once for each line. */
export const orderProblem = sqliteTable("order_problem", {
  id: idOf<ProblemId>("id").primaryKey(),
  lineId: idOf<LineId>("line_id").notNull(),
  orderId: idOf<OrderId>("order_id").notNull(),
  enterpriseId: idOf<EnterpriseId>("enterprise_id").notNull(),
  kind: text("kind", { enum: ["missing", "damaged", "wrong", "other"] }).notNull(),
  quantityMilli: milli("quantity_milli").notNull(),
  at: instant("at").notNull(),
  actor: text("actor").notNull(),
});

/** What was said of it: personal, erasable. */
export const orderProblemWords = sqliteTable(
  "order_problem_words",
  {
    problemId: idOf<ProblemId>("problem_id").notNull(),
    voice: text("voice", { enum: ["buyer", "network"] }).notNull(),
    words: text("words").notNull(),
  },
  (table) => [primaryKey({ columns: [table.problemId, table.voice] })],
);

/** What the network answered, and what of the price goes back. */
export const orderProblemAnswer = sqliteTable("order_problem_answer", {
  problemId: idOf<ProblemId>("problem_id").primaryKey(),
  verdict: text("verdict", { enum: ["accepted", "declined"] }).notNull(),
  refundCents: cents("refund_cents").notNull(),
  way: text("way", { enum: ["wallet", "card", "by-hand"] }),
  borneBy: text("borne_by", { enum: ["producer", "network"] }),
  at: instant("at").notNull(),
  actor: text("actor").notNull(),
});

/** What goes back to a card: asked, then given, or refused by the after-effect that asked. */
export const cardRefund = sqliteTable("card_refund", {
  problemId: idOf<ProblemId>("problem_id").primaryKey(),
  orderId: idOf<OrderId>("order_id").notNull(),
  holdId: text("hold_id").notNull(),
  amountCents: cents("amount_cents").notNull(),
  askedAt: instant("asked_at").notNull(),
  doneAt: instant("done_at"),
  refusedAt: instant("refused_at"),
  reason: text("reason"),
  effectId: integer("effect_id"),
});

/** That money which goes back by hand was handed back. */
export const orderProblemPayback = sqliteTable("order_problem_payback", {
  problemId: idOf<ProblemId>("problem_id").primaryKey(),
  source: text("source", { enum: ["cash", "bank"] }).notNull(),
  at: instant("at").notNull(),
  actor: text("actor").notNull(),
});
