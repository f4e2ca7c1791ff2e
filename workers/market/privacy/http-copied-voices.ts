import * as v from "valibot";
import { instantMs } from "#market/edge/schemas.ts";

const said = v.nullable(v.string());
const at = v.nullable(instantMs);
/** Its number. */
const proposal = v.number();

/** What somebody said as a member, within the copy of one's own data. */
export const copiedVoices = {
  proposals: v.array(
    v.object({
      number: v.number(),
      title: v.string(),
      body: v.string(),
      createdAt: instantMs,
      submittedAt: at,
      endedAt: at,
    }),
  ),
  endorsements: v.array(v.object({ proposal, endorsedAt: instantMs })),
  comments: v.array(
    v.object({
      proposal,
      stance: v.string(),
      words: said,
      writtenAt: instantMs,
      hiddenAt: at,
    }),
  ),
  /** Open ballots with what they say; of secret ones only that the vote was used. */
  ballots: v.array(
    v.object({
      proposal,
      callNumber: v.number(),
      tracker: v.string(),
      /** Its JSON, word for word as it is sealed. */
      choice: v.string(),
      castAt: instantMs,
    }),
  ),
  secretVotes: v.array(v.object({ proposal, callNumber: v.number() })),
  amendments: v.array(
    v.object({
      proposal,
      title: v.string(),
      body: v.string(),
      reason: v.string(),
      proposedAt: instantMs,
      decision: said,
    }),
  ),
};
