import { QueryBuilder } from "drizzle-orm/sqlite-core";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { network } from "#schema/ground.ts";
import { firstOrNull, insertInto, type Loader, selecting, updateById } from "./statement.ts";

/** What the network says of itself. */
export interface NetworkView {
  readonly name: string;
  readonly currency: string;
  readonly contactEmail: string | null;
  readonly legalName: string | null;
  readonly taxCode: string | null;
  /** The registered office. */
  readonly seat: string | null;
  readonly vatNumber: string | null;
  /** Its number in the register of firms, as `VR-412345`. */
  readonly reaNumber: string | null;
  /** Its number in the register of cooperatives (albo), as `C123456`. */
  readonly coopRegisterNumber: string | null;
  /** Its certified address (PEC). */
  readonly certifiedEmail: string | null;
  readonly phone: string | null;
  /** The account that transfers go to, without spaces. */
  readonly iban: string | null;
  readonly createdAt: Instant;
}

const selectNetwork = selecting(
  new QueryBuilder()
    .select({
      name: network.name,
      currency: network.currency,
      contactEmail: network.contactEmail,
      legalName: network.legalName,
      taxCode: network.taxCode,
      seat: network.seat,
      vatNumber: network.vatNumber,
      reaNumber: network.reaNumber,
      coopRegisterNumber: network.coopRegisterNumber,
      certifiedEmail: network.certifiedEmail,
      phone: network.phone,
      iban: network.iban,
      createdAt: network.createdAt,
    })
    .from(network),
);

/** The network of this database, or null while it is empty. */
export function networkRow(): Loader<NetworkView | null> {
  return firstOrNull(selectNetwork());
}

export function insertNetwork(row: NetworkView): Statement {
  return insertInto(network, { id: 1, ...row });
}

/** Changes the one row; what is not among the changes stays. */
export function updateNetwork(changes: Partial<Omit<NetworkView, "createdAt">>): Statement {
  return updateById(network, "1", changes);
}
