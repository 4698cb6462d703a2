import { type Reading, taken, unreadable } from './reading.ts';

/** One career step in words. */
export interface CareerWords {
  readonly occupation: string | null;
  readonly industry: string | null;
  readonly employer: string | null;
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

/** Stands for a quoted piece while the rest is taken apart; anything that holds these signs itself is written in quotes. */
const OPEN = '\ue000';
const CLOSE = '\ue001';
/** Three names and two years are shorter; what is longer is prose. */
const MOST_STEP = 1000;
const HELD = /\ue000(\d+)\ue001/gu;

const SAFE = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} .&'’+#/-]*$/u;
const AT = /(^|\s)(?:at|bei|@|chez)\s+/iu;

const YEAR = '(?:\\d{1,2}[./])?(\\d{4})';
const TODAY = 'today|now|present|current|heute|jetzt';
const YEARS_WORDS = [
  `(?:since|from|seit|ab)\\s+(?<since>${YEAR})(?:\\s*[-–—]\\s*(?:${TODAY})?)?`,
  `(?:until|till|bis)\\s+(?<until>${YEAR})`,
  `(?<first>${YEAR})\\s*(?:[-–—]|\\bto\\b|\\bbis\\b)\\s*(?:(?<last>${YEAR})|${TODAY})?`,
  `(?<only>${YEAR})`,
].join('|');
const AT_END = new RegExp(`(?:^|[\\s,:])\\(?(?:${YEARS_WORDS})\\)?$`, 'iu');
const AT_START = new RegExp(`^\\(?(?:${YEARS_WORDS})\\)?(?:[\\s,:]+|$)`, 'iu');

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const written = (text: string): string =>
  SAFE.test(text) && !AT.test(` ${text} `) && !AT_END.test(text) && !AT_START.test(text)
    ? text
    : quoted(text);

const yearsOf = ({ fromYear, toYear }: CareerWords): string | null => {
  if (fromYear === null) return toYear === null ? null : `until ${toYear}`;
  if (toYear === null) return `since ${fromYear}`;
  return fromYear === toYear ? String(fromYear) : `${fromYear}–${toYear}`;
};

const formatStep = (step: CareerWords): string => {
  const head = [
    step.occupation === null ? null : written(step.occupation),
    step.industry === null ? null : `(${written(step.industry)})`,
    step.employer === null ? null : `at ${written(step.employer)}`,
  ].filter((part) => part !== null);
  return [head.join(' '), yearsOf(step) ?? ''].filter((part) => part !== '').join(', ');
};

/**
 * Career steps in one cell, in their order: `Nurse (Health care) at City Clinic, 2015–2020; Team lead, since 2020`.
 * Names that would be misread stand in quotes; a step without a word is left out.
 */
export const formatCareer = (steps: readonly CareerWords[]): string =>
  steps
    .map(formatStep)
    .filter((step) => step !== '')
    .join('; ');

/** Takes quoted pieces out of the cell, so that signs inside them part nothing. */
const holdQuotes = (cell: string): { readonly text: string; readonly held: readonly string[] } => {
  const held: string[] = [];
  const text = cell.replace(
    /(^|[\s,;:|(])"((?:[^"]|"")*)"(?=$|[\s,;|)])|[\ue000\ue001]/gu,
    (_, before: string | undefined, inside: string | undefined) => {
      if (inside === undefined) return '';
      held.push(inside.replaceAll('""', '"'));
      return `${before}${OPEN}${held.length - 1}${CLOSE}`;
    },
  );
  return { text, held };
};

interface Years {
  readonly rest: string;
  readonly fromYear: number | null;
  readonly toYear: number | null;
}

const takeYears = (step: string): Years => {
  const found = AT_END.exec(step) ?? AT_START.exec(step);
  if (!found) return { rest: step, fromYear: null, toYear: null };
  const { since, until, first, last, only } = found.groups!;
  const year = (text: string | undefined) => (text === undefined ? null : Number(text.slice(-4)));
  const rest = `${step.slice(0, found.index)} ${step.slice(found.index + found[0].length)}`;
  return { rest, fromYear: year(since ?? first ?? only), toYear: year(until ?? last ?? only) };
};

const isYear = (year: number | null): boolean => year === null || (year >= 1900 && year <= 2100);

const parseStep = (step: string, held: readonly string[]): Reading<CareerWords> => {
  const back = (text: string | undefined): string | null => {
    const plain = (text ?? '').trim().replace(/^[,\s]+|[,\s]+$/gu, '');
    const words = plain.replace(HELD, (_, at: string) => held[Number(at)] ?? '').trim();
    return words === '' || (words === plain && /^[–—?-]$/u.test(words)) ? null : words;
  };
  const piece = step.replace(HELD, (_, at: string) => quoted(held[Number(at)] ?? ''));
  if (step.length > MOST_STEP) return unreadable('not_a_step', piece);
  const { rest, fromYear, toYear } = takeYears(step.trim());
  if (!isYear(fromYear) || !isYear(toYear)) return unreadable('not_a_step', piece);
  if (fromYear !== null && toYear !== null && fromYear > toYear) return unreadable('years_backwards', piece);
  const found = AT.exec(rest);
  // In "Nurse, Health care, Care at Home" the word belongs to the employer's name.
  const at = found && rest.slice(0, found.index).split(',').length < 3 ? found : null;
  const employerSaid = at ? back(rest.slice(at.index + at[0].length)) : null;
  const before = (at ? rest.slice(0, at.index) : rest).trim().replace(/[,\s]+$/u, '');
  const brackets = /^([^(),]*)\(([^()]*)\)\s*(?:,(.*))?$/u.exec(before);
  // "Nurse, Health care, City Clinic" and "Nurse, City Clinic": what stands last is the employer.
  const behind = brackets?.[3] === undefined ? '' : `,${brackets[3]}`;
  const beside = brackets ? `${brackets[1]}${behind}` : before;
  const parts = beside.split(',').map(back);
  const [occupation = null, ...more] = parts;
  if (more.length > 2) return unreadable('not_a_step', piece);
  const employer = employerSaid ?? more.at(-1) ?? null;
  const middle = employerSaid === null ? more.slice(0, -1) : more;
  if (middle.length > (brackets ? 0 : 1)) return unreadable('not_a_step', piece);
  const industry = brackets ? back(brackets[2]) : (middle[0] ?? null);
  const words = { occupation, industry, employer, fromYear, toYear };
  return Object.values(words).every((value) => value === null)
    ? unreadable('not_a_step', piece)
    : taken(words);
};

/**
 * Reads career steps as people write them: one a line or parted by `;` or `|`; `Nurse at City Clinic, 2015–2020`,
 * `2015 - today: Nurse, City Clinic`, `Krankenpfleger bei Stadtklinik (seit 2015)`. One step that cannot be read makes the
 * whole cell unread.
 */
export const parseCareer = (cell: string): Reading<readonly CareerWords[]> => {
  const { text, held } = holdQuotes(cell);
  const steps: CareerWords[] = [];
  for (const step of text.split(/[;|\r\n]+/u).filter((part) => part.trim() !== '')) {
    const read = parseStep(step.trim().replace(/^[•*–-]\s+/u, ''), held);
    if (!read.ok) return read;
    steps.push(read.value);
  }
  return taken(steps);
};
