import type { MemberId, ProxyId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { proxy as proxyTable } from "#schema/calls.ts";
import { type Box, type CallOf, ofCall } from "./calls.ts";
import { instantAt, instantOrNull, text } from "./cells.ts";
import { insertInto, type Loader, updateById } from "./statement.ts";

/** Another proxy of one of the two came in between, or one too many for the holder. */
export const PROXY_CHANGED = "refused:proxy-changed";
export const PROXY_TOO_MANY = "refused:proxy-too-many";
/** It was taken back already. */
export const PROXY_FIXED = "refused:proxy-fixed";
/** Its holder voted by it: the ballot is in the box. */
export const PROXY_USED = "refused:proxy-used";

/** Who stands for whom in a call, since when, and until when. */
export interface KeptProxy {
  readonly id: ProxyId;
  readonly giver: MemberId;
  readonly holder: MemberId;
  readonly givenAt: Instant;
  /** Null while it stands. */
  readonly revokedAt: Instant | null;
  /** As members know the two. */
  readonly giverName: string;
  readonly holderName: string;
}

/** All proxies of a call, in the order in which they were given; those taken back too. */
export function proxiesOf(of: CallOf): Loader<KeptProxy[]> {
  const { sql, args } = ofCall(of);
  return {
    statement: {
      sql: `SELECT id, giver_id, holder_id, given_at, revoked_at,
          coalesce((SELECT name FROM member_identity WHERE member_id = giver_id), ''),
          coalesce((SELECT name FROM member_identity WHERE member_id = holder_id), '')
        FROM proxy WHERE ${sql} ORDER BY given_at, id`,
      args,
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: text(row, 0) as ProxyId,
        giver: text(row, 1) as MemberId,
        holder: text(row, 2) as MemberId,
        givenAt: instantAt(row, 3),
        revokedAt: instantOrNull(row, 4),
        giverName: text(row, 5),
        holderName: text(row, 6),
      })),
  };
}

export function insertProxy(
  { proposalId, callNumber }: Box,
  given: {
    readonly id: ProxyId;
    readonly giver: string;
    readonly holder: string;
    readonly givenAt: Instant;
  },
): Statement {
  const { id, givenAt } = given;
  const [giverId, holderId] = [given.giver as MemberId, given.holder as MemberId];
  return insertInto(proxyTable, { id, proposalId, callNumber, giverId, holderId, givenAt });
}

export function revokeProxy(id: ProxyId, revokedAt: Instant): Statement {
  return updateById(proxyTable, id, { revokedAt });
}
