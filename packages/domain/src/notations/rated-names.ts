import { isNoValue } from '../imports/cells.ts';
import { quoteInList } from '../imports/lists.ts';
import { SkillLevel } from '../profiles/fields.ts';

/** A name in a list with a number that belongs to it: a skill with its level, an industry with its years. */
export interface RatedName {
  readonly name: string;
  /** Null: nothing said. */
  readonly mark: number | null;
}

/** What a value of a list says; `odd` is a mark that was meant as one and is none. */
export interface RatedReading extends RatedName {
  readonly odd: boolean;
}

/** Whether somebody calls something so; a name may end like a mark itself: `Angular (2)`. */
export type IsName = (spelling: string) => boolean;

const MOST_YEARS = 80;
const IN_BRACKETS = /^(.*\S)\s*[([]([^()[\]]+)[)\]]$/su;
const NOT_SAID = /^[–—?-]$/u;

/** One way of writing marks. */
interface Marks {
  /** What stands in the brackets, or null where that is no mark: NaN is one, but not a possible one. */
  readonly inBrackets: (text: string) => number | null;
  /** After the name without brackets; the last group is the number. */
  readonly behind: RegExp;
  readonly isPossible: (mark: number) => boolean;
  readonly write: (mark: number) => string;
}

const LEVEL_WORDS: readonly (readonly [string, number])[] = [
  ['curious', 1],
  ['learning', 2],
  ['working with it', 3],
  ['confident', 4],
  ['could teach it', 5],
  ['neugierig', 1],
  ['lerne es', 2],
  ['arbeite damit', 3],
  ['sicher', 4],
  ['könnte es lehren', 5],
];

const LEVELS: Marks = {
  inBrackets: (text) => {
    const word = LEVEL_WORDS.find(([words]) => words === text.toLowerCase());
    if (word) return word[1];
    const digits = /^(level|lvl|stufe|niveau)?\s*:?\s*(\d{1,2})\s*(\/\s*5|von 5|of 5)?$/iu.exec(text.trim());
    return digits ? Number(digits[2]) : null;
  },
  behind: /^(.*\S)(?:\s*[:=]\s*|\s+[–—-]\s+|\s+(?=\d\s*\/\s*5$))(\d{1,2})(?:\s*\/\s*5)?$/su,
  isPossible: (mark) => SkillLevel.safeParse(mark).success,
  write: String,
};

const YEARS: Marks = {
  inBrackets: (text) => {
    const years =
      /^(?:about|ca\.?|etwa|~)?\s*(\d[\d.,\s–-]*?)\s*\+?\s*(?:years?|yrs?|y|jahren?|jahre?|j\.?)?$/iu.exec(
        text.trim(),
      );
    return years ? Number(years[1]) : null;
  },
  behind:
    /^(.*\S)(?:\s*[:=]\s*|\s+[–—-]\s+|\s+(?=\d{1,2}\s*\+?\s*(?:years?|yrs?|jahren?|jahre?)$))(\d{1,2})\s*\+?\s*(?:years?|yrs?|y|jahren?|jahre?|j\.?)?$/isu,
  isPossible: (mark) => Number.isInteger(mark) && mark >= 0 && mark <= MOST_YEARS,
  write: (mark) => (mark === 1 ? '1 year' : `${mark} years`),
};

const split = (marks: Marks, value: string): RatedReading | null => {
  const brackets = IN_BRACKETS.exec(value);
  if (brackets) {
    const inside = brackets[2]!.trim();
    if (NOT_SAID.test(inside)) return { name: brackets[1]!, mark: null, odd: false };
    const mark = marks.inBrackets(inside);
    if (mark === null) return null;
    return marks.isPossible(mark)
      ? { name: brackets[1]!, mark, odd: false }
      : { name: brackets[1]!, mark: null, odd: true };
  }
  const behind = marks.behind.exec(value);
  if (!behind) return null;
  const name = behind[1]!.replace(/\s*[:=]$/u, '');
  const mark = Number(behind[2]);
  return name !== '' && marks.isPossible(mark) ? { name, mark, odd: false } : null;
};

/** A value of a list (its quotes undone) as a name and its mark. What is only a name under its whole spelling stays one. */
const parse = (marks: Marks, value: string, isName: IsName): RatedReading => {
  const found = split(marks, value);
  if (found === null || (!isName(found.name) && isName(value)))
    return { name: value, mark: null, odd: false };
  // "Windows (95)" is nobody's level: it is a name unless what stands before it is one.
  return found.odd && !isName(found.name) ? { name: value, mark: null, odd: false } : found;
};

/** Names that would be read as something else get a mark that says "nothing said". */
const needsMark = (marks: Marks, name: string): boolean => split(marks, name) !== null || isNoValue(name);

const format = (marks: Marks, values: readonly RatedName[]): string =>
  values
    .map(({ name, mark }) => {
      const written = quoteInList(name);
      if (mark !== null) return `${written} (${marks.write(mark)})`;
      return needsMark(marks, name) ? `${written} (–)` : written;
    })
    .join('; ');

/** `Payroll (3); Excel`: skills with their levels 1 to 5, where they are said. */
export const formatLevels = (skills: readonly RatedName[]): string => format(LEVELS, skills);

/** One value of such a list: also `Payroll: 3`, `Payroll 3/5`, `Payroll (level 3)`, `Payroll (confident)`. */
export const parseLevel = (value: string, isName: IsName): RatedReading => parse(LEVELS, value, isName);

/** `Health care (5 years); Education`: industries with the years in them, where they are said. */
export const formatYears = (industries: readonly RatedName[]): string => format(YEARS, industries);

/** One value of such a list: also `Health care (5)`, `Health care: 5 years`, `Health care 5+ years`, `… (5 Jahre)`. */
export const parseYears = (value: string, isName: IsName): RatedReading => parse(YEARS, value, isName);
