/**
 * The part of Hrana over HTTP (version 2 and 3, JSON) that the host speaks: one request holds one
 * whole pipeline, as `@libsql/client/web` sends it. Shapes are those of the libSQL project's
 * HRANA_2_SPEC and HRANA_3_SPEC.
 */
export type HranaValue =
  | { readonly type: "null" }
  | { readonly type: "integer"; readonly value: string }
  | { readonly type: "float"; readonly value: number }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "blob"; readonly base64: string };

export interface HranaStatement {
  readonly sql?: string | null;
  readonly sql_id?: number | null;
  readonly args?: readonly HranaValue[] | null;
  readonly named_args?: readonly { readonly name: string; readonly value: HranaValue }[] | null;
  readonly want_rows?: boolean | null;
}

export type HranaCondition =
  | { readonly type: "ok" | "error"; readonly step: number }
  | { readonly type: "not"; readonly cond: HranaCondition }
  | { readonly type: "and" | "or"; readonly conds: readonly HranaCondition[] }
  | { readonly type: "is_autocommit" };

export interface HranaStep {
  readonly condition?: HranaCondition | null;
  readonly stmt: HranaStatement;
}

export type HranaRequest =
  | { readonly type: "execute"; readonly stmt: HranaStatement }
  | { readonly type: "batch"; readonly batch: { readonly steps: readonly HranaStep[] } }
  | {
      readonly type: "sequence" | "describe";
      readonly sql?: string | null;
      readonly sql_id?: number | null;
    }
  | { readonly type: "store_sql"; readonly sql_id: number; readonly sql: string }
  | { readonly type: "close_sql"; readonly sql_id: number }
  | { readonly type: "get_autocommit" | "close" };

/** An answer of "no" that belongs to the protocol, not to SQLite; `code` reaches the client. */
export class HranaRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Parses the body of a pipeline request. Throws `HranaRefusal` when it is no pipeline, or when it
 * carries a baton: a stream never outlives its request here.
 */
export function parsePipeline(body: string): readonly HranaRequest[] {
  const pipeline = parseObject(body);
  if (pipeline["baton"] !== undefined && pipeline["baton"] !== null) {
    throw new HranaRefusal("BATON_REFUSED", "no stream outlives its request: batons are refused");
  }
  const requests = pipeline["requests"];
  if (!Array.isArray(requests) || !requests.every(isObject)) {
    throw new HranaRefusal("PROTOCOL_ERROR", "the body holds no list of requests");
  }
  // Deeper shapes are checked where they are used: a wrong one fails that request alone.
  return requests as unknown as readonly HranaRequest[];
}

function parseObject(body: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw new HranaRefusal("PROTOCOL_ERROR", "the body is not JSON");
  }
  if (isObject(parsed)) return parsed;
  throw new HranaRefusal("PROTOCOL_ERROR", "the body is not a JSON object");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the steps of a batch have come to so far; both lists are indexed by step. */
export interface BatchState {
  readonly results: readonly (string | null)[];
  readonly errors: readonly (string | null)[];
  readonly isAutocommit: () => boolean;
}

/** True when a step's condition holds. Throws `HranaRefusal` on an unknown condition. */
export function holds(condition: HranaCondition | null | undefined, state: BatchState): boolean {
  if (condition === undefined || condition === null) return true;
  switch (condition.type) {
    case "ok":
      return typeof state.results[condition.step] === "string";
    case "error":
      return typeof state.errors[condition.step] === "string";
    case "not":
      return !holds(condition.cond, state);
    case "and":
      return condition.conds.every((one) => holds(one, state));
    case "or":
      return condition.conds.some((one) => holds(one, state));
    case "is_autocommit":
      return state.isAutocommit();
    default:
      throw new HranaRefusal("PROTOCOL_ERROR", "unknown condition of a batch step");
  }
}
