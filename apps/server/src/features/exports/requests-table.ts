import type { Read } from '@trellis/db/client';
import { loadOffersOfProgram } from '@trellis/db/offers';
import { listPrograms } from '@trellis/db/programs';
import { loadRequestsOfProgram } from '@trellis/db/requests';
import { listWishesOfProgram } from '@trellis/db/wishes';
import { languageInEnglish } from '@trellis/domain/imports/languages';
import { formatList } from '@trellis/domain/imports/lists';
import { type Cells, loadNames, type Table } from './table.ts';

const HEADERS = [
  'Trellis id',
  'Name',
  'E-mail',
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
  'Mix (0 close to home to 100 new world)',
  'Wishes (dearest first)',
  'Note',
  'Open since',
  'Rounds waited',
];

/** Every request of every program, with whom the mentee wishes for and why. */
export const requestsTable = async (read: Read): Promise<Table> => {
  const names = await loadNames(read);
  const rows: Cells[] = [];
  for (const program of await listPrograms(read)) {
    const owners = new Map(
      (await loadOffersOfProgram(read, program.id)).map((offer) => [offer.id, offer.memberId]),
    );
    const wishes = await listWishesOfProgram(read, program.id);
    for (const request of await loadRequestsOfProgram(read, program.id)) {
      const wished = wishes
        .filter(({ requestId }) => requestId === request.id)
        .map(({ offerId, line }) => {
          const memberId = owners.get(offerId);
          const name = memberId === undefined ? '' : names.member(memberId);
          return line === null ? name : `${name}: ${line}`;
        });
      rows.push([
        request.memberId,
        names.member(request.memberId),
        names.email(request.memberId),
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
        formatList(request.languages.map(languageInEnglish)),
        request.mix,
        formatList(wished),
        request.note,
        request.openedAt,
        request.missedRounds,
      ]);
    }
  }
  return { headers: HEADERS, rows };
};
