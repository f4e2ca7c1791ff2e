import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { COPY_SECTIONS, type CopySection, MOST_COPIED, ownCopy } from "#store/own-copy.ts";
import type { Loader } from "#store/statement.ts";
import { oneself } from "./oneself.ts";

/** Everything that is kept of somebody, section by section, the newest first. */
export type OwnCopy = Readonly<Record<CopySection, readonly object[]>> & {
  readonly kind: "personal-data";
  readonly version: 1;
  readonly madeAt: Instant;
  /** Sections of which only the newest rows are here. */
  readonly cut: readonly CopySection[];
};

/** The copy of one's own data (GDPR art. 15 and 20), in one round trip. */
export async function copyOneself(request: Request): Promise<Outcome<OwnCopy, AccessRefusal>> {
  const { credentials, ports } = request;
  const loaders = Object.fromEntries(
    COPY_SECTIONS.map((section) => [section, ownCopy(credentials.session, section)]),
  ) as Record<CopySection, Loader<object[]>>;
  const { known, principal } = await look(request, loaders);
  const self = oneself(principal, "self.export");
  if (!self.ok) return self;
  const cut = COPY_SECTIONS.filter((section) => known[section].length === MOST_COPIED);
  return accept({ kind: "personal-data", version: 1, madeAt: ports.now, cut, ...known });
}
