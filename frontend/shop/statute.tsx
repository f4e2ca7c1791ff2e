import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty } from "#frontend/ui/notice.tsx";
import { rulePath } from "#frontend/ui/rule-words.ts";
import { RuleVersions } from "./rule-versions.tsx";
import type { ArticleFacts, RuleHistoryFacts } from "./rules-facts.ts";

interface StatuteProps {
  readonly t: Texts;
  readonly articles: readonly ArticleFacts[];
}

/** The statute in force, article by article. */
export function Statute({ t, articles }: StatuteProps): VNode {
  const say = t.rules.statute;
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      {articles.length === 0 ? (
        <Empty title={say.empty} why={say.emptyWhy} />
      ) : (
        <>
          <nav aria-labelledby="contents">
            <h2 id="contents">{say.contents}</h2>
            <ol class="chips">
              {articles.map(({ number, heading }) => (
                <li>
                  <a class="chip" href={`#art-${number}`} data-act={`article-${number}`}>
                    {titleOf(t, number, heading)}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
          <div class="stack loose" lang="it">
            {articles.map((article) => (
              <Article t={t} article={article} />
            ))}
          </div>
          <p>
            <a href="/proposte/nuova/articolo" data-act="propose-article">
              {t.policies.proposeNew}
            </a>
          </p>
          <p class="small">{say.model}</p>
        </>
      )}
    </div>
  );
}

function Article({ t, article }: { readonly t: Texts; readonly article: ArticleFacts }) {
  const say = t.rules.statute;
  const { number, heading, paragraphs, version, since, coming } = article;
  return (
    <section class="stack" id={`art-${number}`}>
      <h2>{titleOf(t, number, heading)}</h2>
      {heading === "" && paragraphs.length === 0 ? <p>{say.repealed}</p> : null}
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p class="small" lang={t.lang}>
        <a href={rulePath("statute", number)} data-act={`history-${number}`}>
          {say.version(t.format.count(version), t.format.date(since))}
        </a>
      </p>
      {coming.map(({ from, proposal, isOvertaken }) =>
        proposal === null || isOvertaken ? null : (
          <p lang={t.lang}>
            <a href={`/proposte/${proposal}`} data-act={`coming-${number}`}>
              {t.rules.comingVoted(
                say.article(number),
                t.format.date(from),
                t.format.count(proposal),
              )}
            </a>
          </p>
        ),
      )}
    </section>
  );
}

function titleOf(t: Texts, number: string, heading: string): string {
  const say = t.rules.statute;
  return heading === "" ? say.article(number) : say.titled(number, heading);
}

/** An article with all that it ever said. */
export function ArticleHistory({
  t,
  facts,
}: {
  readonly t: Texts;
  readonly facts: RuleHistoryFacts;
}): VNode {
  const say = t.rules.statute;
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <h1>{say.history(facts.subject)}</h1>
      </div>
      <RuleVersions t={t} facts={facts} />
      <p>
        <a
          class="button"
          href={`/proposte/nuova/articolo?articolo=${facts.subject}`}
          data-act="propose-article"
        >
          {t.policies.proposeArticle}
        </a>
      </p>
      <p>
        <a href={`/statuto#art-${facts.subject}`} data-act="statute">
          {say.whole}
        </a>
      </p>
    </div>
  );
}
