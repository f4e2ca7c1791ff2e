import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { lintConfig } from "#ci/lint-config.ts";

export interface Finding {
  readonly file: string;
  readonly line: number;
  /** Such as "eslint(no-restricted-imports)". */
  readonly rule: string;
}

const oxlint = resolve("node_modules/.bin/oxlint");

/**
 * Lints a temporary house that holds `files`, with the generated configuration. Type-aware rules
 * need a TypeScript project and are asked for by `typeAware`.
 */
export function lintPlanted(
  files: Readonly<Record<string, string>>,
  { typeAware = false } = {},
): readonly Finding[] {
  const house = mkdtempSync(join(tmpdir(), "filiera-house-"));
  try {
    const config = lintConfig().replace('"typeAware": true', `"typeAware": ${typeAware}`);
    for (const [path, text] of Object.entries({ ...files, ".oxlintrc.json": config })) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), text);
    }
    return findings(
      spawnSync(oxlint, ["-f", "json"], { cwd: house, encoding: "utf8", maxBuffer: 1 << 26 })
        .stdout,
    );
  } finally {
    rmSync(house, { recursive: true });
  }
}

interface Report {
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number } }[];
  }[];
}

function findings(report: string): readonly Finding[] {
  const { diagnostics } = JSON.parse(report) as Report;
  return diagnostics.map(({ code, filename, labels }) => ({
    file: filename,
    line: labels[0]?.span.line ?? 0,
    rule: code ?? "",
  }));
}
