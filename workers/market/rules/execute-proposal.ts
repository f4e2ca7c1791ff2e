import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import type { TextRefusal } from "#domain/governance/proposal/check-changes.ts";
import { decideExecution, type Effect } from "#domain/governance/proposal/execution.ts";
import { mayExecute } from "#domain/governance/proposal/proposal-state.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type { ExecutionRefusal } from "#domain/governance/refusals.ts";
import type { RuleVersion } from "#domain/governance/rule.ts";
import type { RegisteredRule } from "#domain/governance/verify-register.ts";
import type { ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Database, Statement } from "#ports/database.ts";
import { insertPolicy, type KeptPolicy, POLICY_CHANGED, policyVersions } from "#store/policies.ts";
import {
  executeProposal as markExecuted,
  NOT_PASSED,
  passedProposals,
  proposalBy,
  PROPOSAL_ENDED,
} from "#store/proposals.ts";
import { versionsChangedBy } from "#store/rule-history.ts";
import { RULES } from "#store/rule-register.ts";
import { insertVersion } from "#store/rules.ts";
import { readBatch } from "#store/statement.ts";

/** What a proposal wrote into the register, and when. */
export interface Executed {
  readonly executedAt: Instant;
  readonly versions: readonly RuleVersion[];
}

type Refused = AccessRefusal | ExecutionRefusal | TextRefusal;

/** Guards of an execution that came second, or of a proposal that was challenged meanwhile. */
const OVERTAKEN: readonly string[] = [
  "refused:rule-changed",
  POLICY_CHANGED,
  PROPOSAL_ENDED,
  NOT_PASSED,
];

function loadersOf(id: ProposalId) {
  return { proposal: proposalBy(id), versions: versionsChangedBy(id), policies: policyVersions() };
}

/** Puts what passed into effect, if it may be now; what was done already is told again. */
export function executeProposal(request: Request, id: ProposalId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => loadersOf(id),
    decide: ({ proposal, versions, policies }, principal): Outcome<Plan<Executed>, Refused> => {
      const allowed = allow(principal, "proposals.execute");
      if (!allowed.ok) return allowed;
      const isPublic = proposal !== null && proposal.submittedAt !== null;
      if (!isPublic) return refuse({ code: "not-found", what: "proposal" });
      const { executedAt } = proposal;
      if (executedAt !== null) {
        const written = versions.filter(({ proposalId }) => proposalId === id).map(asVersion);
        return accept({ value: { executedAt, versions: written }, statements: [] });
      }
      const executed = decided(proposal, { versions, policies }, now);
      if (!executed.ok) return executed;
      const value = { executedAt: now, versions: executed.value.versions };
      const statements = statementsOf(proposal, executed.value, now);
      return accept({ status: 201, value, statements });
    },
    guards: Object.fromEntries(OVERTAKEN.map((guard) => [guard, "decide-again" as const])),
  });
}

/** So many proposals are looked at in a minute. */
const MOST = 50;

/**
 * Puts into effect what may be by now. Whoever asks twice finds it done; what another proposal
 * overtook stays as it is, with a reason that its page tells, and expires.
 */
export async function executeDue(database: Database, now: Instant): Promise<void> {
  const { passed } = await readBatch(database, { passed: passedProposals(MOST) });
  for (const { id } of passed.filter(({ row }) => mayExecute(row, now))) {
    const { proposal, ...register } = await readBatch(database, loadersOf(id));
    if (proposal === null) continue;
    const executed = decided(proposal, register, now);
    if (!executed.ok) continue;
    const written = await database.write(statementsOf(proposal, executed.value, now));
    if (written.kind === "guarded" && !OVERTAKEN.includes(written.guard)) {
      throw new Error(`guard not expected here: ${written.guard}`);
    }
  }
}

/** By the policy that it was called under. */
function decided(
  { row, call, policy, text }: Proposal,
  register: { readonly versions: RegisteredRule[]; readonly policies: readonly KeptPolicy[] },
  now: Instant,
) {
  const { code } = (call?.policy ?? policy).policy;
  const executable = { row, policy: code, actions: text.actions };
  return decideExecution(executable, { rules: RULES, ...register }, now);
}

/** One transaction: the versions, and that the proposal was executed. */
function statementsOf(
  { id, text }: Proposal,
  { versions, policies }: Effect,
  now: Instant,
): readonly Statement[] {
  const decision = { decidedAt: now, decidedBy: "members", reason: text.title };
  const ofRules = { ...decision, proposalId: id };
  return [
    markExecuted(id, now),
    ...versions.map((version) => insertVersion(version, ofRules)),
    ...policies.map((policy) => insertPolicy({ ...policy, ...decision, effectiveAt: now })),
  ];
}

function asVersion(told: RegisteredRule): RuleVersion {
  const { key, subject, version, value, effectiveAt, expiresAt } = told;
  return { key, subject, version, value, effectiveAt, expiresAt };
}
