import { integer } from "./cells.ts";
import type { Loader } from "./statement.ts";

/** Who takes part today; the cost follows them, not what they ever did. */
export interface NetworkCounts {
  readonly households: number;
  readonly producers: number;
  readonly groups: number;
  readonly pickupPoints: number;
  /** Those who hold the role of a member, be they people or firms. */
  readonly members: number;
}

export function networkCounts(): Loader<NetworkCounts> {
  return {
    statement: {
      sql: `SELECT (SELECT count(*) FROM household WHERE erased_at IS NULL),
        (SELECT count(*) FROM enterprise_role WHERE role = 'producer'),
        (SELECT count(*) FROM buying_group),
        (SELECT count(*) FROM pickup_point WHERE closed_at IS NULL),
        (SELECT count(DISTINCT holder) FROM role_grant
          WHERE role = 'member' AND revoked_at IS NULL)`,
      args: [],
    },
    parse: ([row]) => {
      const at = (column: number) => (row === undefined ? 0 : integer(row, column));
      return {
        households: at(0),
        producers: at(1),
        groups: at(2),
        pickupPoints: at(3),
        members: at(4),
      };
    },
  };
}
