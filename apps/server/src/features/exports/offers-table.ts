import type { Read } from '@trellis/db/client';
import { loadOffersOfProgram } from '@trellis/db/offers';
import { listPrograms } from '@trellis/db/programs';
import { loadLiveSeats } from '@trellis/db/reads/live-seats';
import type { OfferId } from '@trellis/domain/ids';
import { type Cells, loadNames, type Table } from './table.ts';

const HEADERS = [
  'Trellis id',
  'Name',
  'E-mail',
  'Program',
  'Offer',
  'Capacity',
  'Seats taken',
  'Hours per month',
  'Goals',
  'Skills',
  'Industries',
  'Note',
];

/** Every offer of every program, with the seats that live pairings hold. A blank capacity is not known; 0 is none. */
export const offersTable = async (read: Read): Promise<Table> => {
  const names = await loadNames(read);
  const rows: Cells[] = [];
  for (const program of await listPrograms(read)) {
    const held = new Map<OfferId, number>();
    for (const { offerId } of await loadLiveSeats(read, program.id)) {
      held.set(offerId, (held.get(offerId) ?? 0) + 1);
    }
    for (const offer of await loadOffersOfProgram(read, program.id)) {
      rows.push([
        offer.memberId,
        names.member(offer.memberId),
        names.email(offer.memberId),
        program.name,
        offer.status,
        offer.capacity,
        held.get(offer.id) ?? 0,
        offer.hoursPerMonth,
        names.terms(offer.goals),
        names.terms(offer.skills),
        names.terms(offer.industries),
        offer.note,
      ]);
    }
  }
  return { headers: HEADERS, rows };
};
