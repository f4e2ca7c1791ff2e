import type { Digest } from "#domain/kernel/digest.ts";
import { text } from "./cells.ts";
import { OWN, whose } from "./own-rows.ts";
import type { Loader } from "./statement.ts";

/** How many rows of a section a copy holds at most, the newest first where it is cut. */
export const MOST_COPIED = 5000;

const ME = "(SELECT id FROM me)";
const HOUSEHOLDS = "(SELECT id FROM own_household)";
const MEMBERS = `(SELECT id FROM member WHERE person_id = ${ME})`;
const MAILBOX = `(SELECT folded FROM own_address
  UNION SELECT email FROM household_profile WHERE household_id IN ${HOUSEHOLDS})`;

/** Each section: the fields of a row as JSON, and where the rows come from, newest first. */
const SECTIONS = {
  person: [
    "'id', p.id, 'createdAt', p.created_at, 'name', f.name, 'language', f.language",
    `person p LEFT JOIN person_profile f ON f.person_id = p.id WHERE p.id = ${ME}`,
  ],
  addresses: [
    `'address', address, 'folded', folded, 'addedAt', added_at, 'confirmedAt', confirmed_at,
      'removedAt', removed_at`,
    `person_email WHERE person_id = ${ME} ORDER BY id DESC`,
  ],
  roles: [
    "'role', role, 'subject', subject, 'grantedAt', granted_at, 'revokedAt', revoked_at",
    `role_grant WHERE holder = ${ME} ORDER BY id DESC`,
  ],
  sessions: [
    `'device', device, 'begunBy', begun_by, 'startedAt', started_at, 'seenAt', seen_at,
      'endedAt', ended_at`,
    `session WHERE person_id = ${ME} ORDER BY id DESC`,
  ],
  passkeys: [
    `'name', name, 'credentialId', credential_id, 'publicKey', public_key,
      'transports', json(transports), 'addedAt', added_at, 'lastUsedAt', last_used_at,
      'revokedAt', revoked_at`,
    `passkey WHERE person_id = ${ME} ORDER BY id DESC`,
  ],
  tokens: [
    `'label', label, 'createdAt', created_at, 'expiresAt', expires_at, 'revokedAt', revoked_at`,
    `access_token WHERE person_id = ${ME} ORDER BY id DESC`,
  ],
  invitations: [
    "'kind', kind, 'madeAt', made_at, 'expiresAt', expires_at, 'usedAt', used_at",
    `invitation WHERE person_id = ${ME} ORDER BY id DESC`,
  ],
  codes: [
    "'purpose', purpose, 'address', folded, 'sentAt', sent_at, 'usedAt', used_at",
    `mail_code WHERE person_id = ${ME} OR (person_id IS NULL
      AND folded IN (SELECT folded FROM own_address)) ORDER BY id DESC`,
  ],
  suspensions: [
    "'reason', reason, 'suspendedAt', suspended_at, 'liftedAt', lifted_at",
    `suspension WHERE person_id = ${ME} ORDER BY id DESC`,
  ],
  consents: [
    `'purpose', purpose, 'isGiven', json(iif(given, 'true', 'false')),
      'textVersion', text_version, 'channel', channel, 'at', at, 'paper', paper`,
    `consent WHERE person_id = ${ME} ORDER BY number DESC`,
  ],
  notices: [
    `'notice', notice, 'isWanted', json(iif(wanted, 'true', 'false')), 'channel', channel,
      'chosenAt', chosen_at, 'address', iif(holder = ${ME}, NULL, holder)`,
    `notice_choice WHERE holder = ${ME} OR holder IN ${MAILBOX} ORDER BY chosen_at DESC, notice`,
  ],
  households: [
    `'id', h.id, 'createdAt', h.created_at, 'groupId', h.group_id,
      'lowCreditCents', h.low_credit_cents, 'name', f.name, 'email', f.email, 'phone', f.phone,
      'street', f.street, 'postcode', f.postcode, 'town', f.town,
      'latMicrodegrees', f.lat_microdegrees, 'lonMicrodegrees', f.lon_microdegrees`,
    `household h LEFT JOIN household_profile f ON f.household_id = h.id
      WHERE h.id IN ${HOUSEHOLDS} ORDER BY h.id DESC`,
  ],
  orders: [
    `'id', o.id, 'code', o.code, 'cycleId', o.cycle_id, 'householdId', o.household_id,
      'place', o.place, 'payment', o.payment, 'placedAt', o.placed_at,
      'cancelledAt', o.cancelled_at, 'handedOutAt', o.handed_out_at, 'settledAt', o.settled_at,
      'estimatedCents', o.goods_estimated_cents, 'depositsCents', o.deposits_cents,
      'deliveryFeeCents', o.delivery_fee_cents,
      'language', o.language, 'finalTotalCents', o.final_total_cents,
      'contact', iif(c.order_id IS NULL, NULL, json_object('name', c.name, 'email', c.email,
        'phone', c.phone, 'street', c.street, 'postcode', c.postcode, 'town', c.town,
        'note', c.note)),
      'lines', (SELECT json_group_array(json_object('product', p.name, 'variant', v.label,
          'status', l.status, 'wantedMilli', l.wanted_milli, 'toleranceMilli', l.tolerance_milli,
          'allocatedMilli', l.allocated_milli, 'deliveredMilli', l.delivered_milli,
          'actualGrams', l.actual_grams, 'estimatedCents', l.estimated_cents,
          'finalCents', l.final_cents, 'refundedCents', l.refunded_cents,
          'problem', (SELECT json_object('kind', q.kind, 'quantityMilli', q.quantity_milli,
              'at', q.at, 'verdict', a.verdict, 'said', (SELECT json_group_array(
                json_object('voice', w.voice, 'words', w.words))
                FROM order_problem_words w WHERE w.problem_id = q.id))
            FROM order_problem q LEFT JOIN order_problem_answer a ON a.problem_id = q.id
            WHERE q.line_id = l.id)))
        FROM order_line l JOIN offer f ON f.id = l.offer_id JOIN product p ON p.id = f.product_id
          JOIN variant v ON v.id = f.variant_id WHERE l.order_id = o.id)`,
    `customer_order o LEFT JOIN order_contact c ON c.order_id = o.id
      WHERE o.id IN (SELECT id FROM own_order) OR o.household_id IN ${HOUSEHOLDS}
      ORDER BY o.id DESC`,
  ],
  wallet: [
    `'householdId', substr(a.code, instr(a.code, ':') + 1), 'kind', tx.kind,
      'day', tx.business_date, 'at', tx.posted_at, 'orderId', tx.order_id,
      'amountCents', -e.amount_cents,
      'note', (SELECT note FROM posting_note n WHERE n.ref = tx.ref)`,
    `ledger_account a CROSS JOIN ledger_entry e ON e.account_id = a.id
      JOIN ledger_tx tx ON tx.id = e.tx_id
      WHERE a.code IN (SELECT 'wallet:' || id FROM own_household) ORDER BY tx.id DESC`,
  ],
  // Of what makes a link or a code nothing is copied: whoever had the copy could open it.
  letters: [
    `'kind', kind, 'to', recipient, 'state', state, 'stateAt', state_at, 'queuedAt', queued_at,
      'reason', reason, 'subject', words ->> 'subject', 'pieces', json(words -> 'pieces')`,
    `letter WHERE recipient IN ${MAILBOX} ORDER BY id DESC`,
  ],
  baskets: [
    `'changedAt', b.changed_at, 'lines', (SELECT json_group_array(json_object(
        'product', p.name, 'wantedMilli', l.wanted_milli))
      FROM basket_line l JOIN offer f ON f.id = l.offer_id JOIN product p ON p.id = f.product_id
      WHERE l.basket_id = b.id)`,
    `basket b WHERE b.person_id = ${ME} ORDER BY b.id DESC`,
  ],
  standingOrders: [
    `'id', s.id, 'householdId', s.household_id, 'place', s.place, 'payment', s.payment,
      'isInPart', json(iif(s.in_part, 'true', 'false')),
      'priceRiseBasisPoints', s.price_rise_basis_points, 'createdAt', s.created_at,
      'pausedAt', s.paused_at, 'endedAt', s.ended_at,
      'lines', (SELECT json_group_array(json_object('product', p.name, 'variant', v.label,
          'wantedMilli', l.wanted_milli, 'toleranceMilli', l.tolerance_milli))
        FROM standing_line l JOIN variant v ON v.id = l.variant_id
          JOIN product p ON p.id = v.product_id WHERE l.standing_id = s.id),
      'runs', (SELECT json_group_array(json_object('cycleId', r.cycle_id, 'at', r.at,
          'outcome', r.outcome, 'orderId', r.order_id, 'reason', r.reason))
        FROM standing_run r WHERE r.standing_id = s.id)`,
    `standing_order s WHERE s.household_id IN ${HOUSEHOLDS} ORDER BY s.id DESC`,
  ],
  memberships: [
    `'id', m.id, 'kind', m.kind, 'class', m.class, 'appliedAt', m.applied_at,
      'decision', m.decision, 'bookNo', m.book_no, 'enrolledOn', m.enrolled_on,
      'ending', m.ending, 'endedAt', m.ended_at, 'name', i.name, 'taxCode', i.tax_code,
      'bornOn', i.born_on, 'bornIn', i.born_in, 'representedBy', i.represented_by,
      'street', i.street, 'postcode', i.postcode, 'town', i.town,
      'entries', (SELECT json_group_array(json_object('number', e.number, 'kind', e.kind,
          'ground', e.ground, 'at', e.at, 'words', w.words))
        FROM member_event e LEFT JOIN member_event_words w ON w.event_id = e.id
        WHERE e.member_id = m.id),
      'shares', (SELECT json_group_array(json_object('kind', s.kind, 'at', s.at,
          'shares', s.shares, 'subscribedCents', s.subscribed_cents, 'paidCents', s.paid_cents))
        FROM share_event s WHERE s.member_id = m.id),
      'transfers', (SELECT json_group_array(json_object('askedAt', t.asked_at,
          'shares', t.shares, 'ending', t.ending, 'reason', t.reason))
        FROM share_transfer t WHERE t.from_id = m.id)`,
    `member m LEFT JOIN member_identity i ON i.member_id = m.id
      WHERE m.person_id = ${ME} ORDER BY m.id DESC`,
  ],
  proposals: [
    `'number', p.number, 'title', v.title, 'body', v.body, 'createdAt', p.created_at,
      'submittedAt', p.submitted_at, 'endedAt', p.ended_at`,
    `proposal p JOIN proposal_version v ON v.proposal_id = p.id AND v.version = (
        SELECT max(version) FROM proposal_version WHERE proposal_id = p.id)
      WHERE p.author_id IN ${MEMBERS} ORDER BY p.number DESC`,
  ],
  endorsements: [
    "'proposal', p.number, 'endorsedAt', e.endorsed_at",
    `endorsement e JOIN proposal p ON p.id = e.proposal_id
      WHERE e.member_id IN ${MEMBERS} ORDER BY p.number DESC`,
  ],
  comments: [
    `'proposal', p.number, 'stance', c.stance, 'words', c.words, 'writtenAt', c.written_at,
      'hiddenAt', c.hidden_at`,
    `proposal_comment c JOIN proposal p ON p.id = c.proposal_id
      WHERE c.member_id IN ${MEMBERS} ORDER BY c.id DESC`,
  ],
  amendments: [
    `'proposal', p.number, 'title', a.title, 'body', a.body, 'reason', a.reason,
      'proposedAt', a.proposed_at, 'decision', a.decision`,
    `amendment a JOIN proposal p ON p.id = a.proposal_id
      WHERE a.member_id IN ${MEMBERS} ORDER BY a.id DESC`,
  ],
  ballots: [
    `'proposal', p.number, 'callNumber', b.call_number, 'tracker', b.tracker,
      'choice', b.choice, 'castAt', b.cast_at`,
    `electorate_row e JOIN proposal p ON p.id = e.proposal_id
        JOIN ballot b ON b.proposal_id = e.proposal_id AND b.call_number = e.call_number
          AND b.member_id = e.member_id
      WHERE e.member_id IN ${MEMBERS} ORDER BY b.cast_at DESC, b.tracker`,
  ],
  secretVotes: [
    "'proposal', p.number, 'callNumber', w.call_number",
    `electorate_row e JOIN proposal p ON p.id = e.proposal_id
        JOIN voted w ON w.proposal_id = e.proposal_id AND w.call_number = e.call_number
          AND w.member_id = e.member_id
      WHERE e.member_id IN ${MEMBERS} ORDER BY p.number DESC, w.call_number DESC`,
  ],
  groupRequests: [
    `'groupId', group_id, 'householdId', household_id, 'askedAt', asked_at, 'endedAt', ended_at,
      'ending', ending, 'reason', reason`,
    `group_request WHERE household_id IN ${HOUSEHOLDS} ORDER BY id DESC`,
  ],
} as const satisfies Readonly<Record<string, readonly [fields: string, from: string]>>;

export type CopySection = keyof typeof SECTIONS;
export const COPY_SECTIONS = Object.keys(SECTIONS) as CopySection[];

/** A section of everything that is kept of who is signed in, as JSON objects. */
export function ownCopy(session: Digest | null, section: CopySection): Loader<object[]> {
  const [fields, from] = SECTIONS[section];
  return {
    statement: {
      sql: `${OWN} SELECT json_group_array(json(one)) FROM (
        SELECT json_object(${fields}) AS one FROM ${from} LIMIT ${MOST_COPIED})`,
      args: whose({ session }),
    },
    parse: ([row]) => (row === undefined ? [] : (JSON.parse(text(row, 0)) as object[])),
  };
}
