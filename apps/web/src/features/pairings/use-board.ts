import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PairingId, ProgramId } from '@trellis/domain/ids';
import type { DecidePairings } from '@trellis/domain/pairings/inputs';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import { mayMove } from '@trellis/domain/pairings/transitions';
import type { BoardPairing, BoardView, DecidedView } from '@trellis/domain/pairings/views';
import type { Instant } from '@trellis/domain/time';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { useMemberSession } from '../../api/session.ts';
import { useProblemWords } from '../../api/use-problem-words.ts';
import { showUndo } from '../../ui/undo-toast.tsx';
import { changeDecidedHere, decidedHere, useDecidedHere } from './decided-here.ts';
import { type Done, lastDecided, withDecision, withoutDone } from './undo-log.ts';
import { useLostWords } from './use-lost-words.ts';

type Target = DecidePairings['to'];

/** The board of a program with its decisions: shown at once, taken back when the server says otherwise. */
export function useBoard(programId: ProgramId) {
  const t = useTranslations('pairings');
  const wordsOf = useProblemWords();
  const tellLost = useLostWords();
  const { member } = useMemberSession();
  const options = trpc.pairings.board.queryOptions({ programId });
  const board = useQuery(options);
  const decideCall = useMutation(trpc.pairings.decide.mutationOptions());
  const log = useDecidedHere(programId);

  function show(change: (pairing: BoardPairing) => BoardPairing) {
    queryClient.setQueryData(options.queryKey, (view: BoardView | undefined) =>
      view ? { ...view, pairings: view.pairings.map(change) } : view,
    );
  }

  async function send(
    pairings: readonly Pick<BoardPairing, 'id' | 'version'>[],
    to: Target,
    undoing: boolean,
  ): Promise<DecidedView['moved']> {
    const ids = new Set(pairings.map(({ id }) => id));
    await queryClient.cancelQueries({ queryKey: options.queryKey });
    const decidedAt = new Date().toISOString() as Instant;
    const byMe = { decidedById: member.id, decidedBy: member.displayName, decidedAt };
    show((one) => (ids.has(one.id) ? { ...one, status: to, ...byMe } : one));
    try {
      const decided = await decideCall.mutateAsync({
        programId,
        pairings: pairings.map(({ id, version }) => ({ pairingId: id, version })),
        to,
        why: null,
      });
      const versionOf = new Map(decided.moved.map(({ pairingId, version }) => [pairingId, version]));
      show((one) => ({ ...one, version: versionOf.get(one.id) ?? one.version }));
      tellLost(decided.lost, undoing);
      return decided.moved;
    } catch (error) {
      const { title, advice } = wordsOf(error);
      notifications.show({
        ...{ title, message: advice, color: 'red', autoClose: 12_000 },
        closeButtonProps: { 'aria-label': t('close') },
      });
      return [];
    } finally {
      void queryClient.invalidateQueries({ queryKey: options.queryKey });
    }
  }

  async function decide(pairings: readonly BoardPairing[], to: Target) {
    const able = pairings.filter(({ status }) => mayMove(status, to, ['coordinator']));
    if (able.length === 0) return;
    const moved = await send(able, to, false);
    if (moved.length === 0) return;
    const statusOf = new Map(able.map(({ id, status }) => [id, status]));
    const done = moved.map(({ pairingId, version }) => ({
      ...{ pairingId, version, to },
      was: statusOf.get(pairingId)!,
    }));
    changeDecidedHere(programId, (now) => withDecision(now, done));
    const group = decidedHere(programId).at(-1)?.group;
    showUndo({
      message: sentenceFor(able, moved, to),
      onUndo: () => void undo(decidedHere(programId).filter((one) => one.group === group)),
    });
  }

  /** Takes decisions back, where nobody else has changed the pairing since; otherwise says who has. */
  async function undo(done: readonly Done[]) {
    if (done.length === 0) return;
    const versions = new Map(done.map(({ pairingId, version }) => [pairingId, version]));
    for (const was of new Set(done.map((one) => one.was))) {
      for (const to of new Set(done.filter((one) => one.was === was).map((one) => one.to))) {
        const those = done.filter((one) => one.was === was && one.to === to);
        let seen = those.map(({ pairingId, version }) => ({ id: pairingId, version }));
        for (const step of wayBack(to, was)) {
          const moved = await send(seen, step, true);
          seen = moved.map(({ pairingId, version }) => ({ id: pairingId, version }));
          for (const { id, version } of seen) versions.set(id, version);
          if (seen.length === 0) break;
        }
      }
    }
    changeDecidedHere(programId, (now) => withoutDone(now, done, versions));
  }

  /** Undoes a swap or a pairing by hand: what was made leaves the board, what it freed comes back. */
  async function undoMoves(
    made: Readonly<DecidedView['moved']>,
    freed: readonly {
      readonly pairingId: PairingId;
      readonly version: number;
      readonly was: PairingStatus;
    }[],
  ) {
    const gone = await send(
      made.map(({ pairingId, version }) => ({ id: pairingId, version })),
      'dismissed',
      true,
    );
    if (gone.length < made.length) return;
    await undo(freed.map((one) => ({ ...one, group: 0, to: 'dismissed' })));
  }

  function sentenceFor(able: readonly BoardPairing[], moved: DecidedView['moved'], to: Target): string {
    const first = able.find(({ id }) => id === moved[0]?.pairingId);
    return moved.length === 1 && first
      ? t(`done.${to}One`, { mentee: first.mentee, mentor: first.mentor })
      : t(`done.${to}Many`, { count: moved.length });
  }

  return { board, log, decide, undo, undoLast: () => void undo(lastDecided(log)), undoMoves };
}

/** The decisions that lead from one status back to another; where there is no straight way it leads over "to decide". */
const wayBack = (from: PairingStatus, to: PairingStatus): readonly Target[] => {
  const straight = mayMove(from, to, ['coordinator']);
  return straight ? [to as Target] : ['suggested', to as Target];
};
