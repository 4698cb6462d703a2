import { findBroken } from '@trellis/db/invariant-check';
import type { AgencyId } from '@trellis/domain/ids';
import { PAIRING_STATUSES } from '@trellis/domain/pairings/statuses';
import type { TransactionSql } from 'postgres';
import { missingEvidence } from './evidence.ts';
import type { Move } from './moves.ts';

/**
 * Compares what the clients were told with what the database holds, with SQL alone. Everything that does not fit, in
 * words; nothing when all does. The transaction has entered the agency.
 */
export const faultsOf = async (
  tx: TransactionSql,
  agencyId: AgencyId,
  history: readonly Move[],
): Promise<readonly string[]> => [
  ...(await findBroken(tx, agencyId)).map(({ invariant, found }) => `${invariant}: ${found}`),
  ...(await lostOrDouble(tx, history)),
  ...(await keptAnswers(tx, history)),
  ...(await findUnfit(tx)),
];

const lostOrDouble = async (tx: TransactionSql, history: readonly Move[]): Promise<string[]> => {
  const faults: string[] = [];
  for (const { call, evidence } of history) {
    for (const one of evidence) {
      const missing = await missingEvidence(tx, one);
      if (missing) faults.push(`${told(call)}: ${missing}`);
    }
  }
  return faults;
};

/** Each call that was done keeps the very answer the client got, under its key; a refused one keeps nothing. */
const keptAnswers = async (tx: TransactionSql, history: readonly Move[]): Promise<string[]> => {
  const rows = await tx<
    { key: string; response: string | null }[]
  >`select key, response from idempotency_key`;
  const kept = new Map(rows.map(({ key, response }) => [key, response]));
  return history.flatMap(({ call }) => {
    const response = kept.get(call.key);
    if (call.outcome.kind === 'refused') {
      return response === undefined ? [] : [`${told(call)}: has an answer kept`];
    }
    if (response === undefined || response === null) return [`${told(call)}: no answer is kept`];
    return JSON.stringify(sorted(JSON.parse(response))) === JSON.stringify(sorted(call.outcome.answer))
      ? []
      : [`${told(call)}: another answer is kept`];
  });
};

/** Objects with their keys in order: views may name them in another one than the use case. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, sorted(v)]),
        )
      : value;

/** What must fit together whoever called what. */
const findUnfit = async (tx: TransactionSql): Promise<string[]> => {
  const rows = await tx<{ fault: string }[]>`
    with steps as (
      select distinct on (subject_id) subject_id, split_part(action, '.', 2) as status from audit_entry
      where subject_kind = 'pairing' and split_part(action, '.', 2) in ${tx([...PAIRING_STATUSES])}
      order by subject_id, seq desc
    )
    select format('I9: pairing %s was published, and nobody is told', a.subject_id) as fault
      from audit_entry a where a.action = 'pairing.invited' and not exists (
        select 1 from outbox o where o.topic = 'pairing.invited' and o.payload->>'pairingId' = a.subject_id)
    union all
    select format('I9: pairing %s was declined, and staff are not told', a.subject_id)
      from audit_entry a where a.action in ('pairing.declined', 'pairing.not_now') and not exists (
        select 1 from outbox o where o.topic = 'pairing.ended' and o.payload->>'pairingId' = a.subject_id)
    union all
    select format('I9: %s told %s times of %s %s', payload->>'memberId', count(*), topic, payload->>'pairingId')
      from outbox where topic in ('pairing.invited', 'pairing.meeting', 'pairing.ended')
      group by topic, payload->>'pairingId', payload->>'memberId' having count(*) > 1
    union all
    select format('I7: pairing %s is %s, its last entry says %s', p.id, p.status, coalesce(s.status, 'nothing'))
      from pairing p left join steps s on s.subject_id = p.id::text where s.status is distinct from p.status
    union all
    select format('round %s still runs', id) from round where status = 'running'
    union all
    select format('I15: round %s has no snapshot', id) from round
      where status in ('ready', 'published', 'superseded') and snapshot is null
    order by 1`;
  return rows.map(({ fault }) => fault);
};

const told = ({ procedure, key, outcome, unanswered }: Move['call']): string =>
  `${procedure} ${key} (${outcome.kind}, ${unanswered} unanswered)`;
