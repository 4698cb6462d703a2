/** ISO weekdays in a few languages, folded (lower case, no accents), full and short; the first one is how we write it. */
const WORDS: readonly string[] = [
  'mon monday mondays mo montag montags lun lundi lunes',
  'tue tuesday tuesdays tues di dienstag dienstags mar mardi martes',
  'wed wednesday wednesdays weds mi mittwoch mittwochs mer mercredi miercoles',
  'thu thursday thursdays thur thurs do donnerstag donnerstags jeu jeudi jueves',
  'fri friday fridays fr freitag freitags ven vendredi viernes',
  'sat saturday saturdays sa samstag samstags sonnabend sonnabends sam samedi sabado',
  'sun sunday sundays so sonntag sonntags dim dimanche domingo',
];

const SETS: readonly (readonly [string, readonly number[]])[] = [
  [
    'weekday weekdays workday workdays wochentag wochentags wochentage werktag werktags werktage',
    [1, 2, 3, 4, 5],
  ],
  ['weekend weekends wochenende wochenenden', [6, 7]],
  ['daily day days everyday taglich tag tage', [1, 2, 3, 4, 5, 6, 7]],
];

const DAYS: ReadonlyMap<string, readonly number[]> = new Map([
  ...WORDS.flatMap((words, at) =>
    words.split(' ').map((word): [string, readonly number[]] => [word, [at + 1]]),
  ),
  ...SETS.flatMap(([words, days]) =>
    words.split(' ').map((word): [string, readonly number[]] => [word, days]),
  ),
]);

/** The ISO weekdays a folded word names, or undefined. */
export const weekdaysOf = (word: string): readonly number[] | undefined => DAYS.get(word);

/** The weekday a column is named after ("Availability: Monday", "Di"), as a list of none or one. */
export const weekdayIn = (foldedHeader: string): readonly number[] => {
  const days = foldedHeader.split(' ').flatMap((word) => DAYS.get(word) ?? []);
  return days.length === 1 ? days : [];
};

/** How a weekday is written in a sheet: `Mon` … `Sun`. */
export const WEEKDAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
