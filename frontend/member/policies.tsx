import type { VNode } from "preact";
import type { Policy } from "#domain/governance/policy/policy.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextDiff } from "#frontend/ui/text-diff.tsx";
import { policyChange, policyLines, policyPath, policySentences } from "./policy-words.ts";

/** A version of a policy, with the vote behind it. */
export interface PolicyVersionFacts {
  readonly policy: Policy;
  readonly version: number;
  readonly effectiveAt: Instant;
  readonly decidedBy: string;
  /** The number of the proposal that members passed; null where the set-up wrote it. */
  readonly proposal: number | null;
}

export interface PolicyFacts {
  readonly code: string;
  readonly inForce: PolicyVersionFacts;
  /** From the first on. */
  readonly versions: readonly PolicyVersionFacts[];
  /** Whoever reads may propose another one. */
  readonly isMember: boolean;
}

/** All policies of the network, each in its sentences. */
export function PoliciesPage({
  t,
  policies,
}: {
  readonly t: Texts;
  readonly policies: readonly PolicyFacts[];
}): VNode {
  const say = t.policies;
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      {policies.map((facts) => (
        <section class="stack" aria-labelledby={facts.code}>
          <h2 class="part" id={facts.code}>
            {nameOf(t, facts.code)}
          </h2>
          <Sentences t={t} policy={facts.inForce.policy} />
          <p>
            <a href={policyPath(facts.code)} data-act={`policy-${facts.code}`}>
              {say.whole(nameOf(t, facts.code))}
            </a>
          </p>
        </section>
      ))}
    </div>
  );
}

interface PolicyProps {
  readonly t: Texts;
  readonly facts: PolicyFacts;
}

/** One policy: how it decides today, and all that it ever said with the votes behind it. */
export function PolicyPage({ t, facts }: PolicyProps): VNode {
  const say = t.policies;
  const { code, inForce, versions, isMember } = facts;
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <h1>{say.named(nameOf(t, code))}</h1>
      </div>
      <section class="stack" aria-labelledby="now">
        <h2 class="part" id="now">
          {say.now}
        </h2>
        <ul class="ruled">
          {policyLines(t, inForce.policy)
            .split("\n")
            .map((line) => (
              <li>{line}</li>
            ))}
        </ul>
        {isMember ? (
          <p>
            <a class="button" href={`/proposte/nuova/regolamento/${code}`} data-act="propose">
              {say.propose}
            </a>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="versions">
        <h2 class="part" id="versions">
          {t.rules.versions}
        </h2>
        <ol class="ruled">
          {versions.toReversed().map((version) => (
            <Version t={t} version={version} before={beforeOf(facts, version)} />
          ))}
        </ol>
      </section>
      <p>
        <a href="/regolamenti" data-act="policies">
          {say.all}
        </a>
      </p>
    </div>
  );
}

function beforeOf({ versions }: PolicyFacts, { version }: PolicyVersionFacts): Policy | null {
  return versions.find((one) => one.version === version - 1)?.policy ?? null;
}

interface VersionProps {
  readonly t: Texts;
  readonly version: PolicyVersionFacts;
  readonly before: Policy | null;
}

function Version({ t, version, before }: VersionProps) {
  const say = t.rules;
  const { policy, proposal, effectiveAt, decidedBy, version: number } = version;
  return (
    <li class="stack" id={`v${number}`}>
      <h3>{say.version(t.format.count(number))}</h3>
      {before === null ? null : <TextDiff t={t} {...policyChange(t, before, policy)} />}
      <p>
        {say.from(t.format.date(effectiveAt))}{" "}
        {decidedBy === "members" ? say.decided.members : say.decided.setup}
      </p>
      {proposal === null ? null : (
        <p>
          <a href={`/proposte/${proposal}`} data-act={`vote-${number}`}>
            {say.vote(t.format.count(proposal))}
          </a>
        </p>
      )}
    </li>
  );
}

function Sentences({ t, policy }: { readonly t: Texts; readonly policy: Policy }) {
  return (
    <ul class="ruled">
      {policySentences(t, policy).map(({ words, article }) => (
        <li>
          {words}
          {article === undefined ? null : (
            <span class="small"> {t.proposals.policy.article(article)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(t: Texts, code: string): string {
  return t.proposals.policyNames[code] ?? code;
}
