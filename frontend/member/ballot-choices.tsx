import type { VNode } from "preact";
import { AS_IT_IS } from "#domain/governance/ballots/choice.ts";
import type { Method } from "#domain/governance/policy/policy.ts";
import { RankList, type RankListProps } from "#frontend/islands/rank-list.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextArea } from "#frontend/ui/field.tsx";
import type { OptionFacts } from "./proposal-facts.ts";
import type { BallotFacts, Typed } from "./vote-facts.ts";

interface ChoicesProps {
  readonly t: Texts;
  readonly facts: BallotFacts;
}

/** The boxes of a ballot, by how it is counted. */
export function BallotChoices({ t, facts }: ChoicesProps): VNode {
  const Drawn = BY_METHOD[facts.method];
  return <Drawn t={t} facts={facts} />;
}

const BY_METHOD: Readonly<Record<Method, (props: ChoicesProps) => VNode>> = {
  majority: YesOrNo,
  consent: Consent,
  approval: Approve,
  "equal-shares": Approve,
  score: Score,
  irv: Rank,
  scottish: Rank,
  wigm: Rank,
  meek: Rank,
  schulze: RankWithTies,
  debian: RankWithTies,
};

interface CrossProps {
  readonly kind: "radio" | "checkbox";
  readonly name: string;
  readonly value: string;
  readonly id: string;
  readonly label: string;
  readonly note?: string;
  readonly aside?: string;
  readonly typed: Typed;
}

/** A box that takes a cross, as large as a thumb. */
function Cross({ kind, name, value, id, label, note, aside, typed }: CrossProps) {
  return (
    <label class="cross">
      <input
        type={kind}
        name={name}
        value={value}
        id={id}
        checked={typed[name]?.includes(value) === true}
        data-act={`${name}-${value}`}
      />
      <span class="grow">
        {label}
        {note === undefined || note === "" ? null : <span class="small block">{note}</span>}
      </span>
      {aside === undefined ? null : <span class="number">{aside}</span>}
    </label>
  );
}

function YesOrNo(props: ChoicesProps): VNode {
  return <Words {...props} words={["yes", "no", "abstain"]} />;
}

function Consent(props: ChoicesProps): VNode {
  const { t, facts } = props;
  const say = t.votes.ballot;
  return (
    <>
      <Words {...props} words={["consent", "objection", "abstain"]} />
      <TextArea
        t={t}
        id="objection"
        name="objection"
        label={say.objectionText}
        hint={say.objectionWhy}
        value={facts.typed["objection"]?.[0] ?? ""}
        maxLength={2000}
        error={facts.errors.find(({ field }) => field === "objection")?.message}
      />
    </>
  );
}

type Word = "yes" | "no" | "abstain" | "consent" | "objection";

function Words({ t, facts, words }: ChoicesProps & { readonly words: readonly Word[] }) {
  const say = t.votes.ballot;
  return (
    <fieldset class="crosses">
      <legend class="hidden">{say.choice}</legend>
      {words.map((value, at) => (
        <Cross
          kind="radio"
          name="choice"
          value={value}
          id={at === 0 ? "choice" : `choice-${value}`}
          label={say[value]}
          typed={facts.typed}
        />
      ))}
    </fieldset>
  );
}

function Approve({ t, facts: { method, options, typed } }: ChoicesProps): VNode {
  const say = t.votes.ballot;
  return (
    <fieldset class="crosses">
      <legend class="ask">{method === "approval" ? say.approve : say.fund}</legend>
      {options.map(({ code, title, detail, cost }, at) => (
        <Cross
          kind="checkbox"
          name="option"
          value={code}
          id={at === 0 ? "choice" : `option-${code}`}
          label={title}
          note={detail}
          typed={typed}
          {...(cost === null ? {} : { aside: t.format.money(cost) })}
        />
      ))}
    </fieldset>
  );
}

interface NumberOfProps {
  readonly name: string;
  readonly id: string;
  readonly option: OptionFacts;
  readonly label: string;
  readonly none: string;
  readonly values: readonly (readonly [value: string, words: string])[];
  readonly typed: Typed;
}

/** A closed list of numbers beside an option. */
function NumberOf({ name, id, option, label, none, values, typed }: NumberOfProps) {
  const { title, detail } = option;
  return (
    <div class="numbered">
      <label for={id}>
        <span class="hidden">{label}</span>
        <span aria-hidden="true">{title}</span>
        {detail === "" ? null : <span class="small block">{detail}</span>}
      </label>
      <select class="input" id={id} name={name} data-act={name}>
        <option value="">{none}</option>
        {values.map(([value, words]) => (
          <option value={value} selected={typed[name]?.[0] === value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

function Score({ t, facts: { options, scale, typed } }: ChoicesProps): VNode {
  const say = t.votes.ballot;
  const { least, most } = scale;
  const values = Array.from({ length: most - least + 1 }, (_, at) => String(least + at));
  return (
    <fieldset class="crosses">
      <legend class="ask">{say.score(t.format.count(least), t.format.count(most))}</legend>
      {options.map((option, at) => (
        <NumberOf
          name={`score-${option.code}`}
          id={at === 0 ? "choice" : `score-${option.code}`}
          option={option}
          label={option.title}
          none={say.noScore}
          values={values.map((value) => [value, value])}
          typed={typed}
        />
      ))}
    </fieldset>
  );
}

/** Pairs of options are compared: two may have one place, and what has none is below all others. */
function RankWithTies({ t, facts: { options, method, typed } }: ChoicesProps): VNode {
  const say = t.votes.ballot;
  const asItIs = { code: AS_IT_IS, title: say.asItIs, detail: say.asItIsWhy, cost: null };
  const all = method === "debian" ? [...options, asItIs] : options;
  return (
    <fieldset class="crosses">
      <legend class="ask">{say.rank}</legend>
      <p class="small">{say.rankTies}</p>
      {all.map((option, at) => (
        <NumberOf
          name={`rank-${option.code}`}
          id={at === 0 ? "choice" : `rank-${option.code}`}
          option={option}
          label={say.rankOf(option.title)}
          none={say.noRank}
          values={all.map((_, place) => [String(place + 1), String(place + 1)])}
          typed={typed}
        />
      ))}
    </fieldset>
  );
}

/** Props of an island that are larger than this stay boxes of the page. */
const MOST_PROPS = 2000;

function Rank({ t, facts }: ChoicesProps): VNode {
  const say = t.votes.ballot;
  const props = rankProps(t, facts);
  const isSmall = new TextEncoder().encode(JSON.stringify(props)).length <= MOST_PROPS;
  return (
    <fieldset class="crosses">
      <legend class="ask">{say.rank}</legend>
      <p class="small">{say.rankWhy}</p>
      {isSmall ? <RankList id="ranks" when="load" props={props} /> : <RankList.draw {...props} />}
    </fieldset>
  );
}

function rankProps(t: Texts, { options, typed }: BallotFacts): RankListProps {
  const { rankOf, noRank, up, down, out, back, moved, left, ranked, unranked } = t.votes.ballot;
  const name = "@";
  return {
    options: options.map(({ code, title }) => {
      const rank = Number(typed[`rank-${code}`]?.[0] ?? "");
      return rank > 0 ? { code, title, rank } : { code, title };
    }),
    say: {
      rankOf: rankOf(name),
      none: noRank,
      up: up(name),
      down: down(name),
      out: out(name),
      back: back(name),
      moved,
      left,
      ranked,
      unranked,
    },
  };
}
