import type { VNode } from "preact";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { BlindCast } from "#frontend/islands/blind-cast.tsx";
import { ClosingTime } from "#frontend/islands/closing-time.tsx";
import { CopyLink } from "#frontend/islands/copy-link.tsx";
import { LiveMeter } from "#frontend/islands/live-meter.tsx";
import { PlanHere } from "#frontend/islands/plan-here.tsx";
import { PlanProgress } from "#frontend/islands/plan-progress.tsx";
import { PhotoBox } from "#frontend/islands/photo-box.tsx";
import { QuantityInPlace } from "#frontend/islands/quantity-form.tsx";
import { RankList } from "#frontend/islands/rank-list.tsx";
import { RecountHere } from "#frontend/islands/recount-here.tsx";
import { Suggestions } from "#frontend/islands/search-suggestions.tsx";
import { SecretTracker } from "#frontend/islands/secret-tracker.tsx";
import { VerifyFile } from "#frontend/islands/verify-file.tsx";
import { blindWords } from "#frontend/member/blind-words.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { LiveStepper, QuantityForm } from "#frontend/ui/quantity-form.tsx";

const t = textsFor("it");
const IN_TWO_HOURS = 2 * 3600 * 1000;

const radicchio = {
  id: "R02",
  product: "Radicchio di Verona",
  current: milli(1500),
  step: milli(500),
  least: milli(0),
  most: milli(3000),
  unit: "kg",
} as const;

const meter = {
  id: "box-R10",
  facts: { sure: 6000, maybe: 2000, box: 10_000, goal: 10_000 },
  said: "Richieste finora: 6 kg",
  outcome: "Alla cassa 1 mancano ancora 2 kg",
  mood: "missing",
  otherwise: "",
} as const;

const search = {
  lang: "it",
  field: "search",
  name: "q",
  label: "Cerca",
  value: "",
  placeholder: "mele, pane",
  maxLength: 80,
  cycle: "current",
  href: "/prodotti",
  query: "",
  count: { one: "# suggerimento", other: "# suggerimenti" },
  list: "Prodotti suggeriti",
} as const;

/** One of each island, as a page places it, by its name. */
export const samples: Readonly<Record<string, () => VNode>> = {
  "closing-time": () => (
    <ClosingTime
      id="closing"
      when="load"
      props={{
        lang: "it",
        closesAt: Date.now() + IN_TWO_HOURS,
        words: "mancano 2 ore",
        mostMs: IN_TWO_HOURS + 3_600_000,
        over: "chiusi",
      }}
    />
  ),
  "copy-link": () => (
    <CopyLink
      id="share"
      when="load"
      props={{ field: "link", href: "/cassetta", label: "Link", copy: "Copia", copied: "Copiato" }}
    />
  ),
  "live-meter": () => <LiveMeter id={meter.id} when="visible" props={meter} />,
  "photo-box": () => (
    <form>
      <input id="file-R02" name="file" type="file" accept="image/jpeg,image/webp" />
      <PhotoBox
        id="box-R02"
        when="idle"
        props={{
          field: "file-R02",
          mostBytes: 1_048_576,
          smaller: t.photos.smaller,
          converted: t.photos.converted,
        }}
      />
    </form>
  ),
  "plan-progress": () => (
    <PlanProgress
      id="progress"
      when="load"
      props={{ id: "progress", thousandths: 430, said: "È al 43 %." }}
    />
  ),
  "plan-here": () => (
    <PlanHere
      id="plan"
      when="idle"
      props={{
        planId: "01jd3x5k7m9npqrstvwxyz0101",
        thread: "/none.js",
        core: "/none.wasm",
        key: "one",
        href: "/",
        say: t.planning.here,
      }}
    />
  ),
  "quantity-form": () => (
    <>
      <QuantityForm t={t} quantity={radicchio} action="/cassetta" submit="Metti" act="add" />
      <QuantityInPlace
        id="held-R02"
        when="idle"
        props={{
          form: "set-R02",
          line: "held-R02",
          words: null,
          sentence: "Nella tua cassetta: #.",
          change: `Aggiorna (${t.format.money(cents(100))})`,
          href: "/cassetta",
          basket: "Cassetta",
        }}
      />
    </>
  ),
  "quantity-stepper": () => (
    <LiveStepper t={t} quantity={{ ...radicchio, id: "R03" }} action="/cassetta" />
  ),
  "rank-list": () => (
    <RankList
      id="ranks"
      when="load"
      props={{
        options: [
          { code: "ada", title: "Ada Bonfante", rank: 2 },
          { code: "bruno", title: "Bruno Zanella", rank: 1 },
          { code: "carla", title: "Carla Righetti" },
        ],
        say: {
          rankOf: "Posto di @",
          none: "nessuno",
          up: "Su @",
          down: "Giù @",
          out: "Togli @",
          back: "Metti @",
          moved: "#: posto @",
          left: "#: fuori",
          ranked: "In ordine",
          unranked: "Senza posto",
        },
      }}
    />
  ),
  "recount-here": () => (
    <RecountHere
      id="recount"
      when="idle"
      props={{ lang: "it", file: "/vote.json", worker: "/none.js", say: t.votes.result.recount }}
    />
  ),
  "blind-cast": () => (
    <BlindCast
      id="blind-cast"
      when="load"
      props={{
        proposalId: "01jd3x5k7m9npqrstvwxyz0009",
        callNumber: 1,
        method: "majority",
        say: blindWords(t),
      }}
    />
  ),
  "secret-tracker": () => (
    <SecretTracker
      id="tracker"
      when="load"
      props={{ label: "Contrassegno", why: "Lo conosci solo tu.", waits: "Aspetta." }}
    />
  ),
  "verify-file": () => (
    <VerifyFile
      id="verify"
      when="load"
      props={{
        lang: "it",
        worker: "/none.js",
        say: { ...t.votes.verify.told, choose: t.votes.verify.choose },
      }}
    />
  ),
  "search-suggestions": () => <Suggestions id="suggestions" when="load" props={search} />,
};
