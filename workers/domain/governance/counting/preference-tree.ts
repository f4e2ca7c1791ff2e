import type { Papers } from "./papers.ts";

/**
 * Ranked ballots as a tree: ballots that begin alike share the path from the root. Node 0 is the
 * root; `ballots[node]` is how many ballots come by. 0 as child or sibling means there is none.
 */
export interface PreferenceTree {
  readonly candidate: Uint16Array;
  readonly ballots: Float64Array;
  readonly firstChild: Uint32Array;
  readonly nextSibling: Uint32Array;
}

const NONE = 0;

/** Grows the tree; candidates who do not stand are passed over as if nobody had ranked them. */
export function growTree({ counts, starts, ranked }: Papers, stands: Uint8Array): PreferenceTree {
  const tree: PreferenceTree = {
    candidate: new Uint16Array(ranked.length + 1),
    ballots: new Float64Array(ranked.length + 1),
    firstChild: new Uint32Array(ranked.length + 1),
    nextSibling: new Uint32Array(ranked.length + 1),
  };
  let size = 1;
  for (let paper = 0; paper < counts.length; paper++) {
    const count = counts[paper] ?? 0;
    let node = 0;
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const candidate = ranked[at] ?? 0;
      if (stands[candidate] !== 1) continue;
      const known = childFor(tree, node, candidate);
      node = known === NONE ? addChild(tree, node, { node: size++, candidate }) : known;
      tree.ballots[node] = (tree.ballots[node] ?? 0) + count;
    }
  }
  return tree;
}

/** The ballots that rank at least one candidate who stands. */
export function ballotsInTree({ ballots, firstChild, nextSibling }: PreferenceTree): number {
  let total = 0;
  for (let node = firstChild[0] ?? NONE; node !== NONE; node = nextSibling[node] ?? NONE) {
    total += ballots[node] ?? 0;
  }
  return total;
}

function childFor(tree: PreferenceTree, parent: number, candidate: number): number {
  let node = tree.firstChild[parent] ?? NONE;
  while (node !== NONE && tree.candidate[node] !== candidate) {
    node = tree.nextSibling[node] ?? NONE;
  }
  return node;
}

function addChild(
  tree: PreferenceTree,
  parent: number,
  { node, candidate }: { readonly node: number; readonly candidate: number },
): number {
  tree.candidate[node] = candidate;
  tree.nextSibling[node] = tree.firstChild[parent] ?? NONE;
  tree.firstChild[parent] = node;
  return node;
}
