import { csvLine } from '@trellis/domain/exports/csv';
import type { ProgramId } from '@trellis/domain/ids';
import type { ImportKind } from '@trellis/domain/imports/kinds';
import type { Actor } from '@trellis/domain/members/actor';
import type { TestServer } from '../../testing.ts';

/** Sheets for tests, as people make them. Nobody in them exists. */

export const csvOf = (...rows: (string | number)[][]): Buffer =>
  Buffer.from(rows.map((row) => csvLine(row.map(String))).join(''));

const AREAS = ['Backend Developer', 'QA', 'Data engineering', 'Project management', 'Nursing', 'Teaching'];
const TONGUES = ['Python', 'Javascript', 'JavaScript', 'C#; C++', 'Java', ''];
const FOCUS = ['Career change', 'Grow from mid to senior', 'Find a job', 'Salary negotiation'];
const COUNTRIES = ['United Kingdom', 'Spain', 'Nigeria', 'other', 'Deutschland'];

const pick = <T>(list: readonly T[], number: number): T => list[number % list.length]!;

export const MENTOR_HEADERS = [
  'Mentor ID',
  'Disabled',
  'Matched',
  'Mentees this cycle',
  'Hours per month',
  'Mentorship type',
  'Country',
  'Spoken languages',
  'Years of experience',
  'Areas',
  'Programming languages',
  'Mentorship focus',
];

/** A mentor as in the directory of a community: without a name, with what they help with in lists. */
export const mentorRow = (
  id: number,
  told: { readonly capacity?: number | ''; readonly disabled?: boolean; readonly matched?: boolean } = {},
): (string | number)[] => [
  id,
  told.disabled ? 'True' : 'False',
  told.matched ? 'True' : 'False',
  told.capacity ?? 2,
  (id % 4) + 1,
  pick(['both', 'Both', 'ad-hoc'], id),
  pick(COUNTRIES, id),
  id % 3 === 0 ? 'English; Ukranian' : 'English',
  (id % 15) + 1,
  `${pick(AREAS, id)}; ${pick(AREAS, id + 1)}; ${pick(AREAS, id)}`,
  pick(TONGUES, id),
  `${pick(FOCUS, id)}; ${pick(FOCUS, id + 1)}`,
];

export const MENTEE_HEADERS = ['No', 'Job title', 'Country', 'Languages', 'Tags'];

export const menteeRow = (id: number): (string | number)[] => [
  id,
  pick(['Waiter', 'Frontend developer', 'Chief tea officer'], id),
  pick(['GB', 'DE', 'EU', 'NG'], id),
  pick(['en', 'en, de', '', 'pt-BR'], id),
  pick(['javascript, reactjs', 'python', 'nodejs, k8s, watson', 'css, html'], id),
];

/** Uploads and returns the id with what the upload said. */
export const uploadSheet = async (
  server: TestServer,
  actor: Actor,
  file: {
    readonly kind: ImportKind;
    readonly programId: ProgramId | null;
    readonly bytes: Buffer;
    readonly name?: string;
    readonly sheet?: string;
  },
) =>
  (await server.callAs(actor)).imports.upload({
    kind: file.kind,
    programId: file.programId,
    fileName: file.name ?? 'sheet.csv',
    content: file.bytes.toString('base64'),
    sheet: file.sheet ?? null,
    replaces: null,
  });

/** Uploads and brings in at once; returns the report. */
export const bringIn = async (server: TestServer, actor: Actor, file: Parameters<typeof uploadSheet>[2]) => {
  const { view } = await uploadSheet(server, actor, file);
  return (await (await server.callAs(actor)).imports.carryOut({ importId: view.id })).report;
};
