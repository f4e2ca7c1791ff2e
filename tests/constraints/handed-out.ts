import { digestOf, type Row } from "./attempt.ts";
import { aLine, anOrder } from "./order-rows.ts";

/** An order that was handed out, and its lines. */
export const handedOutOrder: Row = {
  ...anOrder,
  id: "order-3",
  code: "F-3",
  household_id: "bianchi",
  link_digest: digestOf("f"),
  handed_out_at: 900,
};
export const handedOutLines: readonly Row[] = [3, 4, 5].map((seq) => {
  return { ...aLine, id: `line-${seq}`, order_id: "order-3", seq };
});
