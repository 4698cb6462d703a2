import { useFormatter, useTranslations } from 'use-intl';
import { readProblem } from './problem.ts';

/** A problem in plain words: what happened, what to do now, and the reference for support (null: none). */
export interface ProblemWords {
  title: string;
  advice: string;
  reference: string | null;
}

/** Gives the function that turns any thrown error into plain words. */
export function useProblemWords(): (error: unknown) => ProblemWords {
  const t = useTranslations('shell');
  const format = useFormatter();

  return (error) => {
    const problem = readProblem(error);
    switch (problem.kind) {
      case 'refusal': {
        const { code, facts } = problem.refusal;
        const words = factsAsWords(facts, (names) => format.list(names));
        const title = t(`refusals.${code}.title`, words);
        return { title, advice: t(`refusals.${code}.advice`, words), reference: null };
      }
      case 'unreachable':
      case 'signed_out':
      case 'invalid':
      case 'too_often':
        return {
          title: t(`problems.${problem.kind}.title`),
          advice: t(`problems.${problem.kind}.advice`),
          reference: null,
        };
      case 'unexpected':
        return {
          title: t('problems.unexpected.title'),
          advice: t('problems.unexpected.advice'),
          reference: problem.errorId,
        };
    }
  };
}

/** Facts as arguments of a message: texts and numbers stay, lists (of texts, or of things with a name) are joined. */
function factsAsWords(
  facts: Readonly<Record<string, unknown>>,
  join: (names: string[]) => string,
): Record<string, string | number> {
  const words: Record<string, string | number> = {};
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact === 'string' || typeof fact === 'number') words[name] = fact;
    else if (Array.isArray(fact)) words[name] = join(fact.map(nameOf));
  }
  return words;
}

function nameOf(item: unknown): string {
  if (typeof item === 'object' && item !== null && 'name' in item) return String(item.name);
  return String(item);
}
