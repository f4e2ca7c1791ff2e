import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { island } from "./island.tsx";
import { announce } from "./wake.ts";

interface RankedOption {
  readonly code: string;
  readonly title: string;
  /** From 1; absent where it has no place. */
  readonly rank?: number;
}

/** `@` stands for the option's title; in `moved` and `left`, `#` does and `@` is its place. */
interface RankWords {
  readonly rankOf: string;
  readonly none: string;
  readonly up: string;
  readonly down: string;
  readonly out: string;
  readonly back: string;
  readonly moved: string;
  readonly left: string;
  readonly ranked: string;
  readonly unranked: string;
}

export interface RankListProps {
  readonly options: readonly RankedOption[];
  readonly say: RankWords;
}

/**
 * Options in an order. Without scripts each has a list of numbers; with, each is moved by its
 * buttons, and the same numbers travel in fields that are not seen.
 */
export const RankList = island("rank-list", (props: RankListProps) => {
  const isAlive = useSignal(false);
  const order = useSignal(ordered(props.options));
  const focus = useSignal<string | null>(null);
  useEffect(() => {
    isAlive.value = true;
  }, []);
  useEffect(() => {
    // A node that was moved has lost the focus.
    if (focus.value !== null) document.querySelector<HTMLElement>(`#${focus.value}`)?.focus();
  }, [order.value]);
  if (!isAlive.value) return <Numbers {...props} />;
  const put = (next: readonly string[], code: string, button: string) => {
    const title = titleOf(props, code);
    const place = next.indexOf(code) + 1;
    const { moved, left } = props.say;
    focus.value = focusAfter(next, code, button);
    order.value = next;
    announce((place === 0 ? left : moved).replace("#", title).replace("@", String(place)));
  };
  return <Moved {...props} order={order.value} put={put} />;
});

function ordered(options: readonly RankedOption[]): readonly string[] {
  return options
    .filter(({ rank }) => rank !== undefined)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ code }) => code);
}

function titleOf({ options }: RankListProps, code: string): string {
  return options.find((option) => option.code === code)?.title ?? "";
}

/** The button that was pressed, or the one that is left of it. */
function focusAfter(order: readonly string[], code: string, button: string): string {
  const at = order.indexOf(code);
  if (at === -1) return `back-${code}`;
  if (button === "back") return `out-${code}`;
  if (at === 0 && button === "up") return order.length > 1 ? `down-${code}` : `out-${code}`;
  if (at === order.length - 1 && button === "down") return `up-${code}`;
  return `${button}-${code}`;
}

function Numbers({ options, say }: RankListProps) {
  return (
    <>
      {options.map(({ code, title, rank }, at) => (
        <div class="numbered" key={code}>
          <label for={at === 0 ? "choice" : `rank-${code}`}>{title}</label>
          <select
            class="input"
            id={at === 0 ? "choice" : `rank-${code}`}
            name={`rank-${code}`}
            aria-label={say.rankOf.replace("@", title)}
            data-act="rank"
          >
            <option value="">{say.none}</option>
            {options.map((_, place) => (
              <option value={place + 1} selected={rank === place + 1} key={place}>
                {place + 1}
              </option>
            ))}
          </select>
        </div>
      ))}
    </>
  );
}

interface MovedProps extends RankListProps {
  readonly order: readonly string[];
  readonly put: (order: readonly string[], code: string, button: string) => void;
}

function Moved(props: MovedProps) {
  const { options, say, order, put } = props;
  const rest = options.filter(({ code }) => !order.includes(code));
  return (
    <>
      <h3 class="small">{say.ranked}</h3>
      <ol class="moved">
        {order.map((code, at) => (
          <Placed key={code} {...props} code={code} at={at} />
        ))}
      </ol>
      {rest.length === 0 ? null : <h3 class="small">{say.unranked}</h3>}
      <ul class="moved">
        {rest.map(({ code, title }) => (
          <li key={code}>
            <span class="title">{title}</span>
            <input type="hidden" name={`rank-${code}`} value="" />
            <Press
              id={`back-${code}`}
              sign="+"
              label={say.back.replace("@", title)}
              press={() => put([...order, code], code, "back")}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function Placed(props: MovedProps & { readonly code: string; readonly at: number }) {
  const { say, order, put, code, at } = props;
  const title = titleOf(props, code);
  const swap = (to: number, button: string) => {
    const next = order.filter((one) => one !== code);
    put([...next.slice(0, to), code, ...next.slice(to)], code, button);
  };
  return (
    <li>
      <span class="figure">{at + 1}</span>
      <span class="title">{title}</span>
      <input type="hidden" name={`rank-${code}`} value={at + 1} />
      <Press
        id={`up-${code}`}
        sign="↑"
        label={say.up.replace("@", title)}
        isOff={at === 0}
        press={() => swap(at - 1, "up")}
      />
      <Press
        id={`down-${code}`}
        sign="↓"
        label={say.down.replace("@", title)}
        isOff={at === order.length - 1}
        press={() => swap(at + 1, "down")}
      />
      <Press
        id={`out-${code}`}
        sign="×"
        label={say.out.replace("@", title)}
        press={() =>
          put(
            order.filter((one) => one !== code),
            code,
            "out",
          )
        }
      />
    </li>
  );
}

interface PressProps {
  readonly id: string;
  readonly sign: string;
  readonly label: string;
  readonly isOff?: boolean;
  readonly press: () => void;
}

function Press({ id, sign, label, isOff = false, press }: PressProps) {
  return (
    <button
      class="button"
      type="button"
      id={id}
      aria-label={label}
      disabled={isOff}
      data-act={id.split("-", 1)[0] ?? ""}
      onClick={press}
    >
      <Sign of={sign} />
    </button>
  );
}

const STROKES: Readonly<Record<string, string>> = {
  "↑": "M12 20V4M5 11L12 4L19 11",
  "↓": "M12 4V20M5 13L12 20L19 13",
  "×": "M5 5L19 19M19 5L5 19",
  "+": "M12 4V20M4 12H20",
};

/** The fonts have no arrows: they are drawn. */
function Sign({ of }: { readonly of: string }) {
  return (
    <svg class="icon st" viewBox="0 0 24 24" aria-hidden="true">
      <path d={STROKES[of]} />
    </svg>
  );
}
