import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Where the scripts of Python lie. */
const scripts = fileURLToPath(new URL(".", import.meta.resolve("#tests/seed.ts")));

/** Whether this machine has Python 3; a test that needs it says when it is left out. */
export const hasPython = spawnSync("python3", ["--version"]).status === 0;
if (!hasPython) console.warn("python3 is not here: the second count of every vote is left out");

/** An election as the scripts' functions take it: candidates are named by their codes. */
export interface PlainElection {
  readonly codes: readonly string[];
  readonly lot: readonly string[];
  readonly seats: number;
  readonly ballots: readonly (readonly [number, unknown])[];
  readonly budget?: number;
  readonly costs?: Readonly<Record<string, number>>;
  readonly default?: string;
  readonly quorum?: number;
  readonly ratios?: Readonly<Record<string, string>>;
  readonly is_strict?: boolean;
}

const COUNT_ALL = `
import importlib, json, sys
from fractions import Fraction
from types import SimpleNamespace
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
function = getattr(importlib.import_module(sys.argv[2]), sys.argv[3])
def read(case):
    ratios = case.pop("ratios", {})
    return SimpleNamespace(**case, ratios={code: Fraction(one) for code, one in ratios.items()})
print(json.dumps([function(read(case)) for case in json.load(sys.stdin)]))
`;

/** Counts elections with a function of one of the scripts, all in one process of Python. */
export function countInPython(
  script: string,
  name: string,
  elections: readonly PlainElection[],
): string[][] {
  return asked([COUNT_ALL, scripts, script, name], elections) as string[][];
}

const RECOUNT_ALL = `
import contextlib, io, json, runpy, sys, tempfile
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
def said(script, text):
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".json") as file:
        file.write(text)
        file.flush()
        sys.argv = [script, file.name]
        told = io.StringIO()
        try:
            with contextlib.redirect_stdout(told):
                runpy.run_path(sys.path[0] + script, run_name="__main__")
        except SystemExit as end:
            return {"code": 1, "said": str(end.code)}
        return {"code": 0, "said": told.getvalue().strip()}
print(json.dumps([said(*asked) for asked in json.load(sys.stdin)]))
`;

/** What a script says of the text of an export, and the code that it ends with. */
export interface Said {
  readonly code: number;
  readonly said: string;
}

/** Runs scripts on texts, each as its own program would, all in one process of Python. */
export function recountInPython(runs: readonly (readonly [string, string])[]): Said[] {
  return asked([RECOUNT_ALL, scripts], runs) as Said[];
}

function asked([program = "", ...args]: readonly string[], input: unknown): unknown {
  const given = { input: JSON.stringify(input), encoding: "utf8", maxBuffer: 1 << 26 } as const;
  return JSON.parse(execFileSync("python3", ["-c", program, ...args], given));
}
