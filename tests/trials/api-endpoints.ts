/** As much of JSON Schema as the API's own document uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema | false;
  readonly prefixItems?: readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** One endpoint, as the OpenAPI document tells it to strangers. */
export interface ApiEndpoint {
  readonly method: string;
  /** With its parameters in braces, below /api/v1. */
  readonly path: string;
  readonly query: readonly { readonly name: string; readonly schema: JsonSchema }[];
  /** What it wants as its body; null where it wants none. */
  readonly body: JsonSchema | null;
  /** The schema of each status that it answers with, by its content type. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> }>
  >;
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>>;
  };
}

/** Every endpoint that the API's own document names, as a stranger reads it. */
export async function apiEndpoints(url: string): Promise<readonly ApiEndpoint[]> {
  return endpointsIn(await (await fetch(`${url}/api/openapi.json`)).json());
}

/** Every endpoint that an OpenAPI document names. */
export function endpointsIn(document: unknown): readonly ApiEndpoint[] {
  const { paths } = document as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      query: (operation.parameters ?? []).filter((each) => each.in === "query"),
      body: operation.requestBody?.content["application/json"]?.schema ?? null,
      answers: answersOf(operation),
    })),
  );
}

function answersOf({ responses }: Operation): ApiEndpoint["answers"] {
  const answers = Object.entries(responses).map(([status, { content = {} }]) => {
    const schemas = Object.entries(content).map(([type, { schema }]) => [type, schema] as const);
    return [status, Object.fromEntries(schemas)] as const;
  });
  return Object.fromEntries(answers);
}

/**
 * The collections whose identifiers a path takes, in its order: "cycles", "producers". One that
 * follows another directly is called by its own name.
 */
export function collectionsOf({ path }: ApiEndpoint): string[] {
  const segments = path.split("/");
  return segments.flatMap((segment, i) => {
    if (!segment.startsWith("{")) return [];
    const before = segments[i - 1] ?? "";
    return before.startsWith("{") ? segment.slice(1, -1) : before;
  });
}

/** The path with its parameters filled in. */
export function pathOf(endpoint: ApiEndpoint, parameters: readonly string[]): string {
  const left = [...parameters];
  const filled = endpoint.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(left.shift() ?? ""));
  return `/api/v1${filled}`;
}
