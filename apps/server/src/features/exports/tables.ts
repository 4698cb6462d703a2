import type { Read } from '@trellis/db/client';
import { listMembers } from '@trellis/db/members';
import { loadOffersOfProgram } from '@trellis/db/offers';
import { loadProfiles } from '@trellis/db/profiles';
import { listPrograms } from '@trellis/db/programs';
import { loadPairingRows, loadWaitingRows } from '@trellis/db/reads/export-rows';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import { listTerms } from '@trellis/db/taxonomy';
import type { ExportKind } from '@trellis/domain/exports/kinds';
import { PEOPLE_HEADERS, personCells } from '@trellis/domain/exports/people-table';
import type { MemberId, TermId } from '@trellis/domain/ids';
import { formatList } from '@trellis/domain/imports/lists';

type Cells = readonly (string | number | null)[];

/** A table as it is written: headers first. */
export interface Table {
  readonly headers: readonly string[];
  readonly rows: readonly Cells[];
}

interface Names {
  readonly term: (id: TermId | null) => string;
  readonly terms: (ids: readonly TermId[]) => string;
  readonly member: (id: MemberId) => string;
}

const namesOf = async (read: Read): Promise<Names> => {
  const terms = new Map((await listTerms(read)).map(({ id, name }) => [id, name]));
  const members = new Map((await listMembers(read)).map(({ id, displayName }) => [id, displayName]));
  const term = (id: TermId | null) => (id === null ? '' : (terms.get(id) ?? ''));
  return { term, terms: (ids) => formatList(ids.map(term)), member: (id) => members.get(id) ?? '' };
};

const people = async (read: Read): Promise<Table> => {
  const { term } = await namesOf(read);
  const members = (await listMembers(read)).filter(({ status }) => status !== 'erased');
  const profiles = new Map(
    (
      await loadProfiles(
        read,
        members.map(({ id }) => id),
      )
    ).map((profile) => [profile.memberId, profile]),
  );
  return {
    headers: PEOPLE_HEADERS,
    rows: members.map((member) => personCells({ ...member, profile: profiles.get(member.id)! }, term)),
  };
};

const requests = async (read: Read): Promise<Table> => {
  const names = await namesOf(read);
  const rows: Cells[] = [];
  for (const program of await listPrograms(read)) {
    for (const request of await loadRequestsOfProgram(read, program.id)) {
      rows.push([
        request.memberId,
        names.member(request.memberId),
        program.name,
        request.status,
        request.seats,
        names.term(request.from.occupationId),
        names.term(request.from.industryId),
        names.term(request.towards.occupationId),
        names.term(request.towards.industryId),
        names.terms(request.goals),
        names.terms(request.skills.map(({ termId }) => termId)),
        names.terms(request.skills.filter(({ need }) => need === 'must').map(({ termId }) => termId)),
        names.terms(request.industries),
        formatList(request.languages),
        request.note,
        request.openedAt,
      ]);
    }
  }
  return {
    headers: [
      'Trellis id',
      'Name',
      'Program',
      'Request',
      'Seats',
      'From (work)',
      'From (field)',
      'Desired occupation',
      'Desired field',
      'Goals',
      'Wanted skills',
      'Indispensable',
      'Wanted industries',
      'Needs to speak',
      'Note',
      'Open since',
    ],
    rows,
  };
};

const offers = async (read: Read): Promise<Table> => {
  const names = await namesOf(read);
  const rows: Cells[] = [];
  for (const program of await listPrograms(read)) {
    for (const offer of await loadOffersOfProgram(read, program.id)) {
      rows.push([
        offer.memberId,
        names.member(offer.memberId),
        program.name,
        offer.status,
        offer.capacity,
        offer.hoursPerMonth,
        names.terms(offer.goals),
        names.terms(offer.skills),
        names.terms(offer.industries),
        offer.note,
      ]);
    }
  }
  return {
    headers: [
      'Trellis id',
      'Name',
      'Program',
      'Offer',
      'Capacity',
      'Hours per month',
      'Goals',
      'Skills',
      'Industries',
      'Note',
    ],
    rows,
  };
};

const pairings = async (read: Read): Promise<Table> => ({
  headers: [
    'Program',
    'Mentee id',
    'Mentee',
    'Mentor id',
    'Mentor',
    'State',
    'Came by',
    'Since',
    'Published',
    'Reason for the end',
  ],
  rows: (await loadPairingRows(read)).map((row) => [
    row.program,
    row.menteeId,
    row.mentee,
    row.mentorId,
    row.mentor,
    row.status,
    row.origin,
    row.createdAt,
    row.publishedAt,
    row.endReasonCode,
  ]),
});

const waiting = async (read: Read): Promise<Table> => ({
  headers: ['Program', 'Trellis id', 'Name', 'Next step', 'In words', 'Owner', 'Due', 'Rounds waited'],
  rows: (await loadWaitingRows(read)).map((row) => [
    row.program,
    row.menteeId,
    row.mentee,
    row.step,
    row.words,
    row.owner,
    row.dueOn,
    row.missedRounds,
  ]),
});

const TABLES: Readonly<Record<ExportKind, (read: Read) => Promise<Table>>> = {
  people,
  requests,
  offers,
  pairings,
  waiting,
};

/** One of the tables, as it is at this moment. */
export const readTable = (read: Read, kind: ExportKind): Promise<Table> => TABLES[kind](read);
