import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PairingId, ProgramId } from '@trellis/domain/ids';
import type { DecidePairings } from '@trellis/domain/pairings/inputs';
import type { PairingStatus } from '@trellis/domain/pairings/statuses';
import type { BoardPairing, BoardView, DecidedView } from '@trellis/domain/pairings/views';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import { queryClient, trpc } from '../../api/client.ts';
import { useProblemWords } from '../../api/use-problem-words.ts';
import { showUndo } from '../../ui/undo-toast.tsx';

type Target = DecidePairings['to'];

/** The board of a program with its decisions: shown at once, taken back when the server says otherwise. */
export function useBoard(programId: ProgramId) {
  const t = useTranslations('pairings');
  const wordsOf = useProblemWords();
  const options = trpc.pairings.board.queryOptions({ programId });
  const board = useQuery(options);
  const decideCall = useMutation(trpc.pairings.decide.mutationOptions());
  const last = useRef<(() => void) | null>(null);

  function show(change: (pairing: BoardPairing) => BoardPairing) {
    queryClient.setQueryData(options.queryKey, (view: BoardView | undefined) =>
      view ? { ...view, pairings: view.pairings.map(change) } : view,
    );
  }

  async function send(
    pairings: readonly Pick<BoardPairing, 'id' | 'version'>[],
    to: Target,
  ): Promise<DecidedView | null> {
    const ids = new Set(pairings.map(({ id }) => id));
    await queryClient.cancelQueries({ queryKey: options.queryKey });
    show((one) => (ids.has(one.id) ? { ...one, status: to } : one));
    try {
      const decided = await decideCall.mutateAsync({
        programId,
        pairings: pairings.map(({ id, version }) => ({ pairingId: id, version })),
        to,
        why: null,
      });
      const versionOf = new Map(decided.moved.map(({ pairingId, version }) => [pairingId, version]));
      show((one) => ({ ...one, version: versionOf.get(one.id) ?? one.version }));
      for (const lost of decided.lost) {
        notifications.show({
          title: t('lost.title', { mentee: lost.mentee, mentor: lost.mentor }),
          message: t('lost.now', { by: lost.by ?? t('lost.someone'), status: t(`status.${lost.now}`) }),
          autoClose: 10_000,
        });
      }
      return decided;
    } catch (error) {
      const { title, advice } = wordsOf(error);
      notifications.show({ title, message: advice, color: 'red', autoClose: 12_000 });
      return null;
    } finally {
      void queryClient.invalidateQueries({ queryKey: options.queryKey });
    }
  }

  async function decide(pairings: readonly BoardPairing[], to: Target) {
    const able = pairings.filter(({ status }) => status !== to);
    if (able.length === 0) return;
    const before = new Map(able.map(({ id, status }) => [id, status]));
    const decided = await send(able, to);
    if (!decided || decided.moved.length === 0) return;
    const undo = () => {
      last.current = null;
      void takeBack(decided, before);
    };
    last.current = undo;
    showUndo({ message: sentenceFor(able, decided, to), onUndo: undo });
  }

  async function takeBack(decided: DecidedView, before: ReadonlyMap<PairingId, PairingStatus>) {
    const back = decided.moved.map(({ pairingId, version }) => ({ id: pairingId, version }));
    const wasApproved = back.filter(({ id }) => before.get(id) === 'approved');
    const others = back.filter(({ id }) => before.get(id) !== 'approved');
    if (others.length > 0) await send(others, 'suggested');
    if (wasApproved.length === 0) return;
    // From a dismissal the way back to "approved" leads over "suggested".
    const now = await send(wasApproved, 'suggested');
    const again = now?.moved ?? [];
    if (again.length > 0) {
      await send(
        again.map(({ pairingId, version }) => ({ id: pairingId, version })),
        'approved',
      );
    }
  }

  function sentenceFor(able: readonly BoardPairing[], decided: DecidedView, to: Target): string {
    const first = able.find(({ id }) => id === decided.moved[0]?.pairingId);
    return decided.moved.length === 1 && first
      ? t(`done.${to}One`, { mentee: first.mentee, mentor: first.mentor })
      : t(`done.${to}Many`, { count: decided.moved.length });
  }

  return { board, decide, undoLast: () => last.current?.(), refresh: () => void board.refetch() };
}
