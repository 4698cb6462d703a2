import type { PairingId } from '@trellis/domain/ids';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import { expect, test } from 'vitest';
import { lastDecided, type UndoLog, undoable, withDecision, withoutDone } from './undo-log.ts';

const a = 'a' as PairingId;
const b = 'b' as PairingId;
const done = (pairingId: PairingId, was: PairingStatus, to: PairingStatus, version: number) => ({
  pairingId,
  was,
  to,
  version,
});
const seen = (id: PairingId, status: PairingStatus, version: number) => ({ id, status, version });

const approvedBoth: UndoLog = withDecision(
  [],
  [done(a, 'suggested', 'approved', 2), done(b, 'suggested', 'approved', 2)],
);

test('each row can be taken back for as long as nobody else has changed it', () => {
  expect(undoable(approvedBoth, seen(a, 'approved', 2))).toMatchObject({ was: 'suggested' });
  expect(undoable(approvedBoth, seen(a, 'approved', 3))).toBeNull();
  expect(undoable(approvedBoth, seen(a, 'invited', 2))).toBeNull();
  expect(undoable([], seen(a, 'approved', 2))).toBeNull();
});

test('what was decided together is the last decision together', () => {
  const log = withDecision(approvedBoth, [done(a, 'approved', 'dismissed', 3)]);
  expect(lastDecided(log).map(({ pairingId }) => pairingId)).toEqual([a]);
  expect(lastDecided(approvedBoth)).toHaveLength(2);
  expect(lastDecided([])).toEqual([]);
});

test('taken back step by step: the earlier decision stands again with its new version', () => {
  const log = withDecision(approvedBoth, [done(a, 'approved', 'dismissed', 3)]);
  const after = withoutDone(log, lastDecided(log), new Map([[a, 5]]));
  expect(undoable(after, seen(a, 'approved', 5))).toMatchObject({ was: 'suggested', version: 5 });
  expect(undoable(after, seen(b, 'approved', 2))).not.toBeNull();
});
