import { allow } from "#domain/access/access.ts";
import type { Principal } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { exportAct } from "#domain/governance/ballots/few-ballots.ts";
import {
  headDigest,
  publishedCall,
  publishedOpen,
  publishedPolicy,
  publishedRow,
  publishedSecret,
  publishedText,
  type VoteHead,
} from "#domain/governance/recount/published.ts";
import type { BoxSeal } from "#domain/governance/ballots/sealing.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import type { Database } from "#ports/database.ts";
import { boxSeals } from "#store/ballot-seals.ts";
import { givenRows } from "#store/blind-tokens.ts";
import { openBallots, type PartOfBox, secretBallots, secretReceipts } from "#store/ballots.ts";
import type { Box } from "#store/calls.ts";
import { type CountedCall, countedCall, electorsByDigest } from "#store/exported-calls.ts";
import { type KeptProxy, proxiesOf } from "#store/proxies.ts";
import { type Loader, readBatch } from "#store/statement.ts";

/** Which call is to be exported; null is the last that was counted. */
export interface AskedCall {
  readonly proposalId: ProposalId;
  readonly callNumber: number | null;
}

/** Rows of a list that travel together: about a megabyte, however long the list is. */
const RUN = 2000;

/**
 * A vote that was counted, as a document that anyone can count again: its text comes in pieces, so
 * that a hundred thousand ballots never lie in memory together.
 */
export async function exportCall(
  request: Request,
  asked: AskedCall,
): Promise<Outcome<AsyncGenerator<string, void>, AccessRefusal>> {
  const counted = await countedFor(request, asked);
  return counted.ok ? accept(written(request.ports.database, counted.value)) : counted;
}

/** The call, if it was counted and whoever asks may have its ballots. */
export async function countedFor(
  request: Request,
  { proposalId, callNumber }: AskedCall,
): Promise<Outcome<CountedCall, AccessRefusal>> {
  const loaders = { counted: countedCall(proposalId, callNumber) };
  const { known, principal } = await look(request, loaders);
  const { counted } = known;
  if (counted === null) return refuse({ code: "not-found", what: "count" });
  const allowed = mayExport(principal, counted);
  return allowed.ok ? accept(counted) : allowed;
}

function mayExport(
  principal: Principal,
  { call, ballotsCount: ballots, fewestAlike }: CountedCall,
): Outcome<Principal, AccessRefusal> {
  const { secrecy, policy } = call;
  const { method } = policy.policy;
  return allow(principal, exportAct({ secrecy, method, ballots, fewestAlike }));
}

/** What stands around the long lists. */
interface Framing {
  readonly seals: readonly BoxSeal[];
  readonly proxies: readonly KeptProxy[];
  readonly given: readonly Digest[];
}

function headOf(counted: CountedCall, { seals, proxies, given }: Framing): VoteHead {
  const { text, frame, proposalId, call } = counted;
  const isOpen = call.secrecy === "open";
  const standing = proxies.filter(({ revokedAt }) => revokedAt === null);
  return {
    kind: "vote",
    network: counted.network,
    proposal: {
      number: counted.proposalNumber,
      text: publishedText(text, frame, { proposalId, version: text.version }),
    },
    policy: publishedPolicy(counted.policy),
    call: publishedCall(proposalId, call),
    proxies: isOpen ? standing.map(({ giver, holder }) => ({ giver, holder })) : [],
    silent: [],
    voted: counted.voted,
    ...(call.secrecy === "blind" ? { given } : {}),
    seals,
    tally: { seed: counted.ballotsRoot, result: counted.result },
  };
}

async function* written(database: Database, counted: CountedCall): AsyncGenerator<string, void> {
  const { proposalId, call } = counted;
  const box = { proposalId, callNumber: call.number };
  const isOpen = call.secrecy === "open";
  const known = await readBatch(database, {
    seals: boxSeals(box),
    proxies: proxiesOf(box),
    given: givenRows(box),
  });
  const head = headOf(counted, known);
  yield JSON.stringify({ ...head, digest: headDigest(head) }).slice(0, -1);
  yield* list("electorate", database, {
    load: (part) => electorsByDigest(box, part),
    key: ({ digest }) => digest,
    show: (row) => publishedRow(row, isOpen ? "members" : "nobody"),
  });
  yield* list("receipts", database, {
    load: (part) => secretReceipts(box, part),
    key: ({ tracker }) => tracker,
    show: (receipt) => receipt,
  });
  if (isOpen) yield* list("ballots", database, openOf(box));
  else yield* list("ballots", database, secretOf(box));
  yield "}";
}

function openOf(box: Box) {
  return {
    load: (part: PartOfBox) => openBallots(box, part),
    key: ({ number }: { readonly number: number }) => String(number),
    show: publishedOpen,
  };
}

function secretOf(box: Box) {
  return {
    load: (part: PartOfBox) => secretBallots(box, part),
    key: ({ mark }: { readonly mark: string }) => mark,
    show: publishedSecret,
  };
}

interface Listed<Row> {
  readonly load: (part: PartOfBox) => Loader<readonly Row[]>;
  /** By what the rows are in order. */
  readonly key: (row: Row) => string;
  readonly show: (row: Row) => object;
}

/** A list of the document, run by run. */
async function* list<Row>(
  name: string,
  database: Database,
  { load, key, show }: Listed<Row>,
): AsyncGenerator<string, void> {
  yield `,${JSON.stringify(name)}:[`;
  let after = "";
  for (let isFirst = true; ; isFirst = false) {
    const { rows } = await readBatch(database, { rows: load({ after, limit: RUN }) });
    const last = rows.at(-1);
    if (last !== undefined) {
      const said = rows.map((row) => JSON.stringify(show(row))).join(",");
      yield isFirst ? said : `,${said}`;
      after = key(last);
    }
    if (rows.length < RUN) break;
  }
  yield "]";
}
