import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { valueWords } from "#frontend/ui/rule-words.ts";
import { TextDiff } from "#frontend/ui/text-diff.tsx";
import type { RuleHistoryFacts, VersionFacts } from "./rules-facts.ts";

interface RuleVersionsProps {
  readonly t: Texts;
  readonly facts: RuleHistoryFacts;
}

/** Every version a rule ever had, the newest first: what changed, when, who decided and why. */
export function RuleVersions({ t, facts }: RuleVersionsProps): VNode | null {
  if (facts.versions.length === 0) return null;
  return (
    <section aria-labelledby="versions">
      <h2 class="part" id="versions">
        {t.rules.versions}
      </h2>
      <ol class="ruled">
        {facts.versions.map((version) => (
          <Version t={t} facts={facts} version={version} />
        ))}
      </ol>
    </section>
  );
}

interface VersionProps extends RuleVersionsProps {
  readonly version: VersionFacts;
}

function Version({ t, facts, version }: VersionProps) {
  const say = t.rules;
  const { proposal } = version;
  const number = t.format.count(proposal ?? 0);
  return (
    <li class="stack" id={`v${version.version}`}>
      <h3>{say.version(t.format.count(version.version))}</h3>
      <Change t={t} facts={facts} version={version} />
      <p>{timesWords(t, version)}</p>
      <p>
        {deciderWords(t, version)}{" "}
        {proposal === null && version.decidedBy !== "setup" ? say.reason(version.reason) : null}
      </p>
      {proposal === null ? null : (
        <p>
          <a href={`/proposte/${proposal}`} data-act={`vote-${version.version}`}>
            {say.vote(number)}
          </a>
        </p>
      )}
    </li>
  );
}

/** A text is compared word by word; of a value what it was stands struck out before it. */
function Change({ t, facts: { rule }, version: { value, before } }: VersionProps) {
  if (rule.unit === "text") {
    return value === "" && before === null ? null : (
      <TextDiff t={t} before={before ?? ""} after={value} />
    );
  }
  const now = valueWords(t, rule, value);
  if (before === null || before === value) {
    return (
      <p>
        <strong>{now}</strong>
      </p>
    );
  }
  return (
    <p class="changes">
      <del>
        <span class="hidden">{t.rules.was} </span>
        {valueWords(t, rule, before)}
      </del>{" "}
      <ins>
        <span class="hidden">{t.rules.now} </span>
        {now}
      </ins>
    </p>
  );
}

function timesWords(t: Texts, { state, from, until }: VersionFacts): string {
  const say = t.rules;
  const began = t.format.date(from);
  if (state === "skipped") return say.neverCounted;
  if (state === "to-come") return say.willCount(began);
  return until === null || state === "in-force"
    ? say.from(began)
    : say.fromTo(began, t.format.date(until));
}

function deciderWords(t: Texts, version: VersionFacts): string {
  const say = t.rules.decided;
  const { decidedBy, expiresAt } = version;
  if (decidedBy === "members") return say.members;
  if (decidedBy === "urgent" && expiresAt !== null) return say.urgent(t.format.date(expiresAt));
  return decidedBy === "setup" ? say.setup : say.officers;
}
