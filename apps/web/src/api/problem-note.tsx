import { ErrorNote } from '../ui/error-note.tsx';
import { useProblemWords } from './use-problem-words.ts';

/**
 * Says in plain words why a call did not go through, and what to do.
 * @param props.error what the query or mutation threw; null or undefined shows nothing
 * @param props.onRetry offers "Try again" when given
 */
export function ProblemNote(props: { error: unknown; onRetry?: () => void }) {
  const wordsOf = useProblemWords();
  if (props.error === null || props.error === undefined) return null;
  const words = wordsOf(props.error);
  return (
    <ErrorNote
      title={words.title}
      advice={words.advice}
      reference={words.reference}
      {...(props.onRetry ? { onRetry: props.onRetry } : {})}
    />
  );
}
