import type { OfferId, RequestId } from '../ids.ts';
import type { Offer } from '../offers/offer.ts';
import type { Request } from '../requests/request.ts';
import type { RowOutcome } from './changes.ts';
import { nameKey, sourceRefOf } from './identify.ts';
import type { KnownPerson } from './known-people.ts';
import type { ImportProblem, ImportProblemCode } from './problems.ts';
import { problemAt, type RowReading } from './read-row.ts';

/** Both sides of a program, and the seats that are taken. */
export interface PairContext {
  readonly source: string;
  readonly mentees: readonly { readonly person: KnownPerson; readonly request: Request }[];
  readonly mentors: readonly { readonly person: KnownPerson; readonly offer: Offer }[];
  /** Numbers of the seats that live pairings hold. */
  readonly requestSeats: ReadonlyMap<RequestId, readonly number[]>;
  readonly offerSeats: ReadonlyMap<OfferId, readonly number[]>;
  /** `${requestId} ${offerId}` of all pairings there ever were: a sheet brings none back. */
  readonly couples: ReadonlySet<string>;
  /** `${memberId} ${memberId}`, both ways round, of people who are kept apart. */
  readonly apart: ReadonlySet<string>;
}

export interface PairWrite {
  readonly requestId: RequestId;
  readonly requestSeat: number;
  readonly offerId: OfferId;
  readonly offerSeat: number;
}

export interface PlannedPair {
  readonly outcome: RowOutcome;
  readonly write: PairWrite | null;
}

export interface PairsPlan {
  readonly rows: readonly PlannedPair[];
  readonly problems: readonly ImportProblem[];
}

type Found<T> = { readonly one: T } | { readonly none: true } | { readonly several: true };

/** Finds people of one side by e-mail, by an id of the sheets they came from, or by a name that only one of them has. */
const finder = <T extends { readonly person: KnownPerson }>(
  side: readonly T[],
  source: string,
): ((text: string) => Found<T>) => {
  const index = new Map<string, T[]>();
  const add = (key: string, entry: T) => {
    const entries = index.get(key) ?? [];
    if (!entries.includes(entry)) index.set(key, [...entries, entry]);
  };
  for (const entry of side) {
    const { id, email, sourceRef, displayName } = entry.person;
    add(`member ${id}`, entry);
    if (email !== null) add(`email ${email}`, entry);
    if (sourceRef !== null) {
      add(`ref ${sourceRef}`, entry);
      add(`id ${sourceRef.slice(sourceRef.lastIndexOf(':') + 1)}`, entry);
    }
    add(`name ${nameKey(displayName)}`, entry);
  }
  return (text) => {
    const keys = [
      `member ${text}`,
      `email ${text.toLowerCase()}`,
      `ref ${text}`,
      `ref ${sourceRefOf(source, text)}`,
      `id ${text}`,
      `name ${nameKey(text)}`,
    ];
    const entries = keys.map((key) => index.get(key)).find((found) => found !== undefined);
    if (entries === undefined) return { none: true };
    return entries.length === 1 ? { one: entries[0]! } : { several: true };
  };
};

const lowestFree = (taken: readonly number[]): number => {
  let seat = 1;
  while (taken.includes(seat)) seat++;
  return seat;
};

/** What would come of every pair that was decided elsewhere. Each takes one free seat on both sides, or says why not. */
export const planPairs = (context: PairContext, readings: readonly RowReading[]): PairsPlan => {
  const problems: ImportProblem[] = [];
  const findMentee = finder(context.mentees, context.source);
  const findMentor = finder(context.mentors, context.source);
  const requestSeats = new Map(context.requestSeats);
  const offerSeats = new Map(context.offerSeats);
  const couples = new Map<string, number>();

  const planRow = (reading: RowReading): PlannedPair => {
    const { mentee: menteeText, mentor: mentorText } = reading.texts;
    const row = (outcome: RowOutcome['outcome'], write: PairWrite | null, name: string): PlannedPair => ({
      outcome: { line: reading.line, name, outcome, changes: [] },
      write,
    });
    const label = `${menteeText ?? '?'} – ${mentorText ?? '?'}`;
    problems.push(...reading.problems);
    const leaveOut = (code: ImportProblemCode, value = '', number?: number): PlannedPair => {
      problems.push(problemAt(reading.line, code, { value, ...(number === undefined ? {} : { number }) }));
      return row('left_out', null, label);
    };
    if (menteeText === undefined) return leaveOut('mentee_missing');
    if (mentorText === undefined) return leaveOut('mentor_missing');
    const mentee = findMentee(menteeText);
    if (!('one' in mentee))
      return leaveOut('none' in mentee ? 'mentee_unknown' : 'mentee_unclear', menteeText);
    const mentor = findMentor(mentorText);
    if (!('one' in mentor))
      return leaveOut('none' in mentor ? 'mentor_unknown' : 'mentor_unclear', mentorText);
    const { person: seeking, request } = mentee.one;
    const { person: giving, offer } = mentor.one;
    const names = `${seeking.displayName} – ${giving.displayName}`;
    if (seeking.id === giving.id) return leaveOut('same_person', seeking.displayName);
    const couple = `${request.id} ${offer.id}`;
    const earlier = couples.get(couple);
    if (earlier !== undefined) return leaveOut('twice', names, earlier);
    couples.set(couple, reading.line);
    if (context.couples.has(couple)) return row('same', null, names);
    if (context.apart.has(`${seeking.id} ${giving.id}`)) return leaveOut('kept_apart', names);
    const takenOfRequest = requestSeats.get(request.id) ?? [];
    const takenOfOffer = offerSeats.get(offer.id) ?? [];
    if (takenOfRequest.length >= request.seats) return leaveOut('mentee_has_no_seat', seeking.displayName);
    if (offer.capacity === null) return leaveOut('mentor_capacity_unknown', giving.displayName);
    if (takenOfOffer.length >= offer.capacity) {
      return leaveOut('mentor_has_no_room', giving.displayName, offer.capacity);
    }
    const write: PairWrite = {
      requestId: request.id,
      requestSeat: lowestFree(takenOfRequest),
      offerId: offer.id,
      offerSeat: lowestFree(takenOfOffer),
    };
    requestSeats.set(request.id, [...takenOfRequest, write.requestSeat]);
    offerSeats.set(offer.id, [...takenOfOffer, write.offerSeat]);
    return row('created', write, names);
  };

  return { rows: readings.map(planRow), problems };
};
