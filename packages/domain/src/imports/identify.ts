import { MemberId } from '../ids.ts';
import { aliasKey } from '../taxonomy/alias-key.ts';
import { EmailAddress } from '../text.ts';
import { countryOf } from './countries.ts';
import type { KnownPerson } from './known-people.ts';
import type { PlanContext, Report } from './plan-context.ts';
import type { RowReading } from './read-row.ts';

/** Who a row is about, as the sheet says it. */
export interface Identity {
  readonly email: string | null;
  /** What the member is found by next time: the sheet's id, or the name, within this source. */
  readonly ref: string | null;
  readonly name: string | null;
  readonly known: KnownPerson | null;
  /** Others of this name: one of them may be meant. */
  readonly maybe: readonly KnownPerson[];
}

export const nameKey = (name: string): string => aliasKey(name.normalize('NFD').replace(/\p{M}/gu, ''));

export const rowName = (reading: RowReading): string | null => {
  const { name, first_name: first, last_name: last } = reading.texts;
  const parts = [first, last].filter((part) => part !== undefined);
  return name ?? (parts.length === 0 ? null : parts.join(' '));
};

/**
 * The reference under which a sheet's own id is kept: the same number in two sources is two people. An id of ours, as an
 * export of any agency carries it, is one of its own kind whatever the file is called.
 */
export const sourceRefOf = (source: string, id: string): string =>
  MemberId.safeParse(id).success ? `trellis:${id.toLowerCase()}` : `${source}:${id}`;

/** A member's own id, as our exports write it into the id column; null when it is an id of somewhere else. */
export const rowMemberId = (reading: RowReading): MemberId | null => {
  const parsed = MemberId.safeParse(reading.texts.ref);
  return parsed.success ? parsed.data : null;
};

export const rowRef = (source: string, reading: RowReading): string | null => {
  const id = reading.texts.ref;
  if (id !== undefined) return sourceRefOf(source, id);
  const name = rowName(reading);
  if (name === null) return null;
  const country = reading.texts.country === undefined ? null : countryOf(reading.texts.country);
  return sourceRefOf(source, `name ${nameKey(name)} ${country ?? ''}`.trim());
};

/** The row's e-mail, lower case, or null when there is none or it is none; `ok` tells the two apart. */
export const rowEmail = (reading: RowReading): { readonly ok: boolean; readonly email: string | null } => {
  const text = reading.texts.email;
  if (text === undefined) return { ok: true, email: null };
  const parsed = EmailAddress.safeParse(text.replace(/^mailto:/i, '').replace(/^.*<(.+)>$/, '$1'));
  return parsed.success ? { ok: true, email: parsed.data } : { ok: false, email: null };
};

/**
 * Finds the member a row is about: by e-mail, else by the sheet's own id. A name alone never decides, unless a person
 * said so (`chosen`).
 */
export const identify = (
  context: PlanContext,
  reading: RowReading,
  chosen: MemberId | null | undefined,
  report: Report,
): Identity | null => {
  const { ok, email } = rowEmail(reading);
  if (!ok) report('not_an_email', { field: 'email', value: reading.texts.email ?? '' });
  const name = rowName(reading);
  const own = rowMemberId(reading);
  const ofOwnId = own === null ? undefined : context.people.byId.get(own);
  const ref = ofOwnId ? null : rowRef(context.source, reading);
  if (email === null && ref === null && !ofOwnId) {
    report('nobody');
    return null;
  }
  const { byId, byEmail, byRef, byName } = context.people;
  const ofEmail = email === null ? undefined : byEmail.get(email);
  const ofRef = ofOwnId ?? (ref === null ? undefined : byRef.get(ref));
  if (ofEmail && ofRef && ofEmail.id !== ofRef.id && reading.texts.ref !== undefined) {
    report('two_people', { field: 'email', value: email ?? '' });
    return null;
  }
  const known = ofEmail ?? ofRef ?? (chosen ? byId.get(chosen) : undefined) ?? null;
  const maybe =
    known === null && chosen === undefined && name !== null
      ? (byName.get(nameKey(name)) ?? []).filter(
          (person) =>
            person.status !== 'erased' && (person.email === null || email === null || person.email === email),
        )
      : [];
  return { email, ref, name, known, maybe };
};
