import { useQuery } from '@tanstack/react-query';
import type { RoundId } from '@trellis/domain/ids';
import { trpc } from '../../api/client.ts';
import { ProblemNote } from '../../api/problem-note.tsx';
import { Scarcities } from './scarcities.tsx';

/** Which mentors are short in a round, wherever the round itself is not at hand; nothing when none are. */
export function RoundScarcities(props: { roundId: RoundId }) {
  const round = useQuery(trpc.rounds.one.queryOptions({ roundId: props.roundId }));
  if (round.error) return <ProblemNote error={round.error} onRetry={() => void round.refetch()} />;
  const report = round.data?.report;
  if (!round.data || !report || report.scarcity.length === 0) return null;
  return <Scarcities report={report} terms={round.data.terms} />;
}
