/** Who asks: everybody a route has to be tried with. */
export const COLUMNS = [
  "anonymous",
  "link",
  "household",
  "coordinator",
  "producer",
  "other-producer",
  "hub",
  "courier",
  "member",
  "officer",
  "treasurer",
  "supervisor",
  "auditor",
  "revoked",
  "suspended",
] as const;
export type Column = (typeof COLUMNS)[number];

/** Whose the thing is that is asked for. */
export const OWNERSHIPS = ["ours", "theirs", "absent"] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** What a request comes to, as far as access goes. Whatever else is refused was let in. */
export type Verdict = "in" | "no" | "sign-in" | "missing";

/** One thing of each kind, by id: all of one circle of people, or all absent. */
export interface Things {
  readonly household: string;
  readonly group: string;
  readonly order: string;
  readonly line: string;
  readonly enterprise: string;
  readonly hub: string;
  readonly courier: string;
  readonly certification: string;
  readonly grant: string;
  readonly product: string;
  readonly variant: string;
  readonly pool: string;
  readonly offer: string;
  readonly cycle: string;
  readonly token: string;
  /** Where somebody is signed in, and one of their passkeys. */
  readonly session: string;
  readonly passkey: string;
  readonly place: string;
  /** What crates are carried with, who is on a shift with it, and when crates are handed out. */
  readonly vehicle: string;
  readonly shift: string;
  readonly slot: string;
  /** The numbers of a letter, and of something that is to be sent. */
  readonly letter: string;
  readonly effect: string;
  /** Somebody of the network, a role of theirs, and what waits for a second signature. */
  readonly person: string;
  readonly role: string;
  readonly second: string;
  /** What was reported of something that was handed out. */
  readonly problem: string;
  /** A round that was planned, of which the courier drives a route. */
  readonly plan: string;
  /** A meeting of the members that is held, and a term of office. */
  readonly assembly: string;
  readonly term: string;
  /** A household's request to come into a group. */
  readonly joining: string;
  /** A membership, and shares of it that somebody asked to give on. */
  readonly member: string;
  readonly transfer: string;
  /** The address of a product that the shop shows. */
  readonly shown: string;
  /** The address of a producer of the network. */
  readonly grower: string;
  /** What members vote on, its number, what was said of it, and whom somebody speaks for. */
  readonly proposal: string;
  readonly motion: string;
  readonly amendment: string;
  readonly comment: string;
  readonly challenge: string;
  readonly voice: string;
  /** The secret of a link. */
  readonly link: string;
  /** The secret of a household's link. */
  readonly key: string;
}

/** A route and whom it is open to. Roles are separated by blanks. */
export interface Row {
  readonly route: string;
  readonly at: (things: Things) => string;
  readonly body?: (things: Things) => object;
  /** A form's fields, for pages. */
  readonly form?: (things: Things) => Readonly<Record<string, string>>;
  /** Open to anyone at all. */
  readonly anyone?: true;
  /** Columns that are let in to whatever is there. */
  readonly all?: string;
  /** Columns that are let in to what is theirs. */
  readonly own?: string;
  /** Columns that see it, and may not do this: all of them, and those of whom it is. */
  readonly seen?: string;
  readonly seenByOwn?: string;
  /** It is not there for those it is not open to: for the signed in, or for everybody. */
  readonly hidden?: "from-others" | "from-all";
  /** What those it is open to hear of what is not there; "missing" where nothing is said. */
  readonly absent?: Verdict;
  /** Only a neighbour's signature opens it: whoever else asks is nobody. */
  readonly signed?: true;
  /** A page that says no in words, and answers 422. */
  readonly inWords?: true;
}

/** Those who show nothing, or what counts no more. */
const NOBODY: ReadonlySet<Column> = new Set(["anonymous", "revoked", "suspended"]);

const names = (list = ""): readonly string[] => list.split(" ");

/** Whether a column sees what others have; if not, it cannot tell it from what is not there. */
export function seesTheirs(row: Row, column: Column): boolean {
  if (row.anyone === true) return true;
  return names(row.all).includes(column) || names(row.seen).includes(column);
}

/** What a row says that this column has to hear. */
export function expected(row: Row, column: Column, ownership: Ownership): Verdict {
  if (row.signed === true) return "sign-in";
  const isOpen =
    row.anyone === true ||
    names(row.all).includes(column) ||
    (ownership === "ours" && names(row.own).includes(column));
  if (isOpen) return ownership === "absent" ? (row.absent ?? "missing") : "in";
  const isSeen =
    names(row.seen).includes(column) ||
    (ownership === "ours" && names(row.seenByOwn).includes(column));
  if (isSeen) return ownership === "absent" ? "missing" : "no";
  if (row.hidden === "from-all") return "missing";
  if (NOBODY.has(column)) return "sign-in";
  return row.hidden === "from-others" ? "missing" : "no";
}
