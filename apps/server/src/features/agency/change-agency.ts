import { getAgency, updateAgency } from '@trellis/db/agencies';
import { announce } from '@trellis/db/announcements';
import { appendAudit } from '@trellis/db/audit';
import type { AgencySettings } from '@trellis/domain/agencies/inputs';
import { accept, type Decision, type Refusal, refuse } from '@trellis/domain/decision';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Saves how the agency is called, its language, and whose clock counts. */
export const changeAgency = (
  deps: Pick<Deps, 'db' | 'clock' | 'zones'>,
  actor: Acting,
  input: AgencySettings,
): Promise<Decision<AgencySettings, Refusal<'not_found' | 'key_reused'>>> =>
  writeOnce(deps, actor, async (tx) => {
    if (!deps.zones.isKnown(input.timeZone)) return refuse('not_found', { what: 'time zone' });
    const before = await getAgency(tx);
    await updateAgency(tx, input);
    await announce(tx, 'agency', actor.agencyId);
    await appendAudit(tx, {
      action: 'agency.changed',
      subjectKind: 'agency',
      subjectId: actor.agencyId,
      detail: {
        parts: (['name', 'locale', 'timeZone'] as const).filter((part) => before[part] !== input[part]),
      },
    });
    return accept(input);
  });
