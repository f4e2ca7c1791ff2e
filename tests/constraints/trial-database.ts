import type { LibsqlServer } from "#host/libsql-server.ts";
import { openMigratedServer } from "#tests/migrated-database.ts";
import { insert, type Sample, type Statement, type Trial, type Value } from "./attempt.ts";
import { blindTokensTrial } from "./blind-tokens.ts";
import { ballotsTrial } from "./ballots.ts";
import { assembliesTrial } from "./assemblies.ts";
import { callsTrial } from "./calls.ts";
import { catalogueTrial } from "./catalogue.ts";
import { completionsTrial } from "./completions.ts";
import { cyclesTrial } from "./cycles.ts";
import { duesTrial } from "./dues.ts";
import { groundTrial } from "./ground.ts";
import { identityTrial } from "./identity.ts";
import { ledgerTrial } from "./ledger.ts";
import { mailTrial } from "./mail.ts";
import { membersTrial } from "./members.ts";
import { networkHistoryTrial } from "./network-history.ts";
import { noticesTrial } from "./notices.ts";
import { ordersTrial } from "./orders.ts";
import { peopleTrial } from "./people.ts";
import { photosTrial } from "./photos.ts";
import { planningTrial } from "./planning.ts";
import { privacyTrial } from "./privacy.ts";
import { problemsTrial } from "./problems.ts";
import { roadsTrial } from "./roads.ts";
import { proposalsTrial } from "./proposals.ts";
import { roundsTrial } from "./rounds.ts";
import { shiftsTrial } from "./shifts.ts";
import { signInTrial } from "./sign-in.ts";
import { standingTrial } from "./standing.ts";
import { stretchesTrial } from "./stretches.ts";
import { transparencyTrial } from "./transparency.ts";

/** In the order in which their rows refer to each other. */
export const trials: Readonly<Record<string, Trial>> = {
  identity: identityTrial,
  ground: groundTrial,
  people: peopleTrial,
  catalogue: catalogueTrial,
  cycles: cyclesTrial,
  orders: ordersTrial,
  ledger: ledgerTrial,
  dues: duesTrial,
  completions: completionsTrial,
  stretches: stretchesTrial,
  mail: mailTrial,
  networkHistory: networkHistoryTrial,
  signIn: signInTrial,
  privacy: privacyTrial,
  problems: problemsTrial,
  notices: noticesTrial,
  transparency: transparencyTrial,
  photos: photosTrial,
  standing: standingTrial,
  planning: planningTrial,
  roads: roadsTrial,
  members: membersTrial,
  proposals: proposalsTrial,
  calls: callsTrial,
  ballots: ballotsTrial,
  blindTokens: blindTokensTrial,
  shifts: shiftsTrial,
  rounds: roundsTrial,
  assemblies: assembliesTrial,
};

export const samples: readonly Sample[] = Object.values(trials).flatMap((trial) => trial.samples);

/** The fresh row of a table, which its constraints take. */
export function freshRow(table: string): Sample["fresh"] {
  const sample = samples.find((one) => one.table === table);
  if (sample === undefined) throw new Error(`${table} has no sample`);
  return sample.fresh;
}

/** A migrated database with the seeds of every sample; each attempt leaves it as it was. */
export class TrialDatabase {
  readonly #server: LibsqlServer;

  private constructor(server: LibsqlServer) {
    this.#server = server;
  }

  static async open(): Promise<TrialDatabase> {
    const trial = new TrialDatabase(await openMigratedServer());
    for (const { table, seeds, afterwards } of samples) {
      for (const seed of seeds) trial.#run(insert(table, seed));
      if (afterwards !== undefined) trial.#server.database.exec(afterwards);
    }
    return trial;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  rows(sql: string, ...args: Value[]): Value[][] {
    return this.#server.database.prepare(sql).raw().all(args) as Value[][];
  }

  /** The names of the triggers that look at a row before it enters the table. */
  guardsOf(table: string): string[] {
    return this.rows(
      `SELECT name FROM sqlite_schema
        WHERE type = 'trigger' AND tbl_name = ? AND sql LIKE '%BEFORE INSERT%'`,
      table,
    ).map(([name]) => String(name));
  }

  /**
   * What comes of the statements once these triggers are gone: the rows of `shows`, or the
   * message with which the last statement was refused. Nothing of it stays.
   * @throws when an earlier statement is refused.
   */
  attempt({
    by,
    without = [],
    shows = "SELECT 'accepted'",
  }: {
    readonly by: readonly Statement[];
    readonly without?: readonly string[];
    readonly shows?: string;
  }): Value[][] | string {
    this.#server.database.exec("SAVEPOINT attempt");
    try {
      for (const trigger of without) this.#server.database.exec(`DROP TRIGGER ${trigger}`);
      for (const statement of by.slice(0, -1)) this.#run(statement);
      return this.#refusalOf(by.at(-1)) ?? this.rows(shows);
    } finally {
      this.#server.database.exec("ROLLBACK TO attempt");
      this.#server.database.exec("RELEASE attempt");
    }
  }

  #run({ sql, args }: Statement): void {
    this.#server.database.prepare(sql).run([...args]);
  }

  #refusalOf(statement: Statement | undefined): string | undefined {
    if (statement === undefined) return undefined;
    try {
      this.#run(statement);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
