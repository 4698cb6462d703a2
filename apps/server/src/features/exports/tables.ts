import type { Read } from '@trellis/db/client';
import { listMembers } from '@trellis/db/members';
import { loadProfiles } from '@trellis/db/profiles';
import { loadPairingRows, loadWaitingRows } from '@trellis/db/reads/export-rows';
import type { ExportKind } from '@trellis/domain/exports/kinds';
import { PEOPLE_HEADERS, personCells } from '@trellis/domain/exports/people-table';
import { offersTable } from './offers-table.ts';
import { requestsTable } from './requests-table.ts';
import { loadNames, type Table } from './table.ts';

const people = async (read: Read): Promise<Table> => {
  const { term } = await loadNames(read);
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
  requests: requestsTable,
  offers: offersTable,
  pairings,
  waiting,
};

/** One of the tables, as it is at this moment. */
export const readTable = (read: Read, kind: ExportKind): Promise<Table> => TABLES[kind](read);
