import type { VNode } from "preact";
import { type CookieKind, COOKIES } from "#domain/access/cookies.ts";
import { DAY, MINUTE } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** Every cookie that the site sets, from the one list that it sets them by. */
export function CookieList({ t }: { readonly t: Texts }): VNode {
  const say = t.legal.cookies;
  const life = (ms: number) =>
    ms < DAY ? say.minutes(t.format.count(ms / MINUTE)) : say.days(t.format.count(ms / DAY));
  const kinds = Object.entries(COOKIES) as [CookieKind, (typeof COOKIES)[CookieKind]][];
  return (
    <section class="stack" id="cookie">
      <h2>{say.title}</h2>
      <p>{say.lead}</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say.what}</th>
            <th scope="col">{say.name}</th>
            <th scope="col">{say.life}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map(([kind, { name, lifeMs }]) => (
            <tr>
              <th scope="row">{say.kinds[kind]}</th>
              <td>
                <code>{name}</code>
              </td>
              <td>{life(lifeMs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
