/** As much of JSON Schema as the API's own document uses. */
export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
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
}

interface Operation {
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
  const document: unknown = await (await fetch(`${url}/api/openapi.json`)).json();
  const { paths } = document as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      query: (operation.parameters ?? []).filter((each) => each.in === "query"),
      body: operation.requestBody?.content["application/json"]?.schema ?? null,
    })),
  );
}

/** The collections whose identifiers a path takes, in its order: "cycles", "producers". */
export function collectionsOf({ path }: ApiEndpoint): string[] {
  return [...path.matchAll(/([\w-]+)\/\{/g)].map(([, collection]) => collection ?? "");
}

/** The path with its parameters filled in. */
export function pathOf(endpoint: ApiEndpoint, parameters: readonly string[]): string {
  const left = [...parameters];
  const filled = endpoint.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(left.shift() ?? ""));
  return `/api/v1${filled}`;
}
