/** Hard cases of minimums, boxes and allocations that generated weeks must contain. */
import type { Case } from "./cases-ordering.ts";
import type { PlayedProduct, PlayedWeek } from "./played-week.ts";

const boxOf = ({ product }: PlayedProduct) => product.box_qty * 1000;
const remainder = (one: PlayedProduct) => one.demand % boxOf(one);

/** Products sold in boxes that were bought. */
function boxed({ products }: PlayedWeek): PlayedProduct[] {
  return products.filter((one) => one.product.box_qty > 1 && one.demand > 0 && !one.cancelled);
}

export const closingCases = {
  "a minimum met exactly": ({ expected }) =>
    expected.producers.some(
      (one) =>
        one.lines > 0 && one.min_order_cents > 0 && one.ordered_gross_cents === one.min_order_cents,
    ),
  "a minimum missed by one cent": ({ expected }) =>
    expected.producers.some(
      (one) => one.lines > 0 && one.ordered_gross_cents === one.min_order_cents - 1,
    ),
  "a minimum missed by far": ({ expected }) =>
    expected.producers.some(
      (one) => one.lines > 0 && one.ordered_gross_cents + 1 < one.min_order_cents,
    ),
  "a minimum met, then everything cut": ({ expected }) =>
    expected.producers.some(
      (one) =>
        one.status === "delivered" && one.min_order_cents > 0 && one.delivered_gross_cents === 0,
    ),
  "a cancelled product sold loose": ({ products }) =>
    products.some((one) => one.cancelled && one.boxes === 0 && one.product.box_qty === 1),
  "a cancelled product sold in boxes": ({ products }) =>
    products.some((one) => one.cancelled && one.boxes === 0 && one.product.box_qty > 1),
  "full boxes and no remainder, with tolerance unused": (played) =>
    boxed(played).some(
      (one) => remainder(one) === 0 && one.tolerance > 0 && one.ordered === one.demand,
    ),
  "no remainder, with tolerance for a whole box more": (played) =>
    boxed(played).some((one) => remainder(one) === 0 && one.tolerance >= boxOf(one)),
  "a box exactly reached by tolerance": (played) =>
    boxed(played).some(
      (one) => remainder(one) > 0 && remainder(one) + one.tolerance === boxOf(one),
    ),
  "a box more than reached, with tolerance left over": (played) =>
    boxed(played).some(
      (one) => one.ordered > one.demand && one.ordered < one.demand + one.tolerance,
    ),
  "a box that tolerance does not reach": (played) =>
    boxed(played).some(
      (one) =>
        one.ordered > 0 &&
        one.tolerance > 0 &&
        remainder(one) > 0 &&
        remainder(one) + one.tolerance < boxOf(one),
    ),
  "a box larger than what was wanted, opened by tolerance": (played) =>
    boxed(played).some((one) => one.demand < boxOf(one) && one.boxes === 1),
  "a box larger than what was wanted: everybody is cut": (played) =>
    boxed(played).some((one) => one.boxes === 0),
  "tolerance for two boxes more, and one opened": (played) =>
    boxed(played).some(
      (one) => remainder(one) > 0 && remainder(one) + one.tolerance >= 2 * boxOf(one),
    ),
  "boxes of goods sold by the kilogram": (played) =>
    boxed(played).some((one) => one.product.kind === "kg" && (one.boxes ?? 0) > 0),
  "boxes of goods that are weighed": (played) =>
    boxed(played).some((one) => one.product.kind === "variable" && (one.boxes ?? 0) > 0),
  "a tolerance served in part": ({ lines }) =>
    lines.some(
      ({ row }) =>
        row.allocated_milli > row.qty_milli &&
        row.allocated_milli < row.qty_milli + row.tolerance_milli,
    ),
  "a tolerance served, and a later one not": (played) =>
    boxed(played).some(({ lines }) => {
      const tolerant = lines.filter(({ row }) => row.tolerance_milli > 0);
      const first = tolerant.at(0)?.row;
      const last = tolerant.at(-1)?.row;
      return (
        first !== undefined &&
        last !== undefined &&
        first.allocated_milli > first.qty_milli &&
        last.allocated_milli === last.qty_milli
      );
    }),
  "a line partly cut by the box": ({ lines }) =>
    lines.some(({ row }) => row.status === "partly_cut_by_box"),
  "a line cut by the box beside one that is whole": (played) =>
    boxed(played).some(
      ({ lines }) =>
        lines.some(({ row }) => row.status === "cut_by_box") &&
        lines.some(({ row }) => row.status === "delivered"),
    ),
} satisfies Record<string, Case>;
