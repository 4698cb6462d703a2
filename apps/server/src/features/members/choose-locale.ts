import { appendAudit } from '@trellis/db/audit';
import { updateMember } from '@trellis/db/members';
import { accept, type Decision, type Refusal } from '@trellis/domain/decision';
import type { ChooseLocale } from '@trellis/domain/members/inputs';
import type { Acting } from '../../acting.ts';
import type { Deps } from '../../deps.ts';
import { writeOnce } from '../../write-once.ts';

/** Remembers the language a member chose, for every device and for what is written to them. */
export const chooseLocale = (
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Acting,
  { locale }: ChooseLocale,
): Promise<Decision<ChooseLocale, Refusal<'key_reused'>>> =>
  writeOnce(deps, actor, async (tx, now) => {
    await updateMember(tx, actor.memberId, { locale }, now);
    await appendAudit(tx, {
      action: 'member.language_chosen',
      subjectKind: 'member',
      subjectId: actor.memberId,
      detail: { locale },
    });
    return accept({ locale });
  });
