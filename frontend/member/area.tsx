import type { ComponentChildren, VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";

/** The pages of the member area, in the order in which they are listed. */
const PAGES = {
  home: "/io",
  orders: "/io/ordini",
  wallet: "/io/conto",
  shares: "/io/quote",
  groups: "/io/gruppi",
  notices: "/io/avvisi",
  access: "/io/accesso",
  data: "/io/dati",
} as const;

export type AreaPage = keyof typeof PAGES;

interface AreaProps {
  readonly t: Texts;
  readonly here: AreaPage;
  readonly title: string;
  /** Whose page it is, above its title. */
  readonly kicker?: string;
  readonly lead?: string;
  readonly errors?: readonly FieldError[];
  /** Said above everything; null where nothing is to be said. */
  readonly news?: string | null;
  /** For pages that are read from top to bottom. */
  readonly isReading?: boolean;
  readonly children: ComponentChildren;
}

/** A page of the member area: the way to the others, its name, and what it holds. */
export function Area(props: AreaProps): VNode {
  const { t, here, title, kicker, lead, errors = [], news = null, isReading, children } = props;
  return (
    <div class="sheet stack">
      <AreaNavigation t={t} here={here} />
      <div class={isReading === true ? "stack loose reading" : "stack loose"}>
        <Opening t={t} title={title} kicker={kicker} lead={lead} errors={errors} news={news} />
        {children}
      </div>
    </div>
  );
}

function AreaNavigation({ t, here }: Pick<AreaProps, "t" | "here">) {
  const say = t.member.area;
  return (
    <nav class="area" aria-label={say.name}>
      <ul>
        {(Object.keys(PAGES) as AreaPage[]).map((page) => (
          <li>
            <a
              href={PAGES[page]}
              data-act={`area-${page}`}
              {...(page === here ? { "aria-current": "page" as const } : {})}
            >
              {say.pages[page]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
