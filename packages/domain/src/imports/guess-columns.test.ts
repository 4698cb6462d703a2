import { describe, expect, test } from 'vitest';
import { PEOPLE_HEADERS } from '../exports/people-table.ts';
import { guessColumns, type KnowsTerm } from './guess-columns.ts';
import type { ImportKind } from './kinds.ts';
import { sheetOf } from './sheet.ts';

const knows: KnowsTerm = (kind, spelling) =>
  (kind === 'skill' && ['Python', 'Java', 'Nursing'].includes(spelling)) ||
  (kind === 'goal' && ['Change career', 'Find a job'].includes(spelling));

const guess = (kind: ImportKind, headers: string[], ...rows: string[][]) =>
  guessColumns(sheetOf([headers, ...rows]), kind, knows).map(({ field }) => field);

describe('guessColumns', () => {
  test('by headers in a person’s words', () => {
    expect(
      guess(
        'mentors',
        [
          'Mentor No',
          'Full name',
          'E-Mail address',
          'How many mentees can you take?',
          'Hours / month',
          'Type',
          'Programming languages',
          'Spoken languages',
          'Mentorship focus',
        ],
        ['1', 'Ada Example', 'ada@example.org', '2', '3', 'any', 'Python', 'English', 'Change career'],
        ['2', 'Bo Example', 'bo@example.org', '0', '1', 'any', 'Java', 'German', 'Find a job'],
      ),
    ).toEqual(['ref', 'name', 'email', 'capacity', 'hours_per_month', null, 'skills', 'languages', 'goals']);
  });

  test('in other languages', () => {
    expect(
      guess(
        'mentees',
        ['Vorname', 'Nachname', 'E-Mail', 'Land', 'Sprachen', 'Beruf', 'Wunschberuf', 'Ziele'],
        ['Ada', 'Muster', 'ada@example.org', 'Schweiz', 'Deutsch', 'Köchin', 'Gärtnerin', 'x'],
      ),
    ).toEqual([
      'first_name',
      'last_name',
      'email',
      'country',
      'languages',
      'job_title',
      'towards_occupation',
      'goals',
    ]);
    expect(guess('people', ['Prénom', 'Nom', 'Courriel', 'Pays'], ['a', 'b', 'a@b.org', 'France'])).toEqual([
      'first_name',
      'last_name',
      'email',
      'country',
    ]);
  });

  test('by values where headers say nothing', () => {
    expect(
      guess(
        'people',
        ['A', 'B', 'C', 'D', 'E'],
        ['x1', 'a@example.org', 'Germany', 'German; English', 'Python; Nursing'],
        ['x2', 'b@example.org', 'France', 'French', 'Java'],
        ['x3', 'c@example.org', 'Peru', 'Spanish', 'Python'],
      ),
    ).toEqual([null, 'email', 'country', 'languages', 'skills']);
  });

  test('values that contradict a header win', () => {
    expect(guess('mentors', ['Name', 'Mentees'], ['Ada', 'Bo Example'], ['Cy', 'Di Example'])).toEqual([
      'name',
      null,
    ]);
  });

  test('tags of people who seek are what they seek', () => {
    expect(guess('mentees', ['No', 'Tags'], ['1', 'python'], ['2', 'java'])).toEqual([
      'ref',
      'wanted_skills',
    ]);
    expect(guess('mentors', ['No', 'Tags'], ['1', 'python'], ['2', 'java'])).toEqual(['ref', 'skills']);
  });

  test('every column of our own export', () => {
    const ada = PEOPLE_HEADERS.map((header) => (header === 'Name' ? 'Ada' : ''));
    expect(guess('people', [...PEOPLE_HEADERS], ada)).toEqual([
      'ref',
      'name',
      'email',
      'roles',
      'membership',
      'job_title',
      'employer',
      'country',
      'time_zone',
      'hours',
      'languages',
      'skills',
      'industries',
      'career',
      'style',
      'about',
      'boundaries',
      'visibility',
    ]);
  });

  test('hours of the week and hours a month are told apart by what stands there', () => {
    const hours = (header: string, ...cells: string[]) =>
      guess('mentors', ['Name', header], ...cells.map((cell) => ['Ada', cell]))[1];
    expect(hours('Hours', 'Mon 18:00-20:00', 'Tue 6pm-8pm')).toBe('hours');
    expect(hours('Hours', '3', '4')).toBe('hours_per_month');
    expect(hours('Stunden', 'Mo 18-20 Uhr', 'Di 9-12')).toBe('hours');
    expect(hours('C7', 'Mo 18-20 Uhr', 'Di 9-12')).toBe('hours');
    expect(hours('Availability', 'evenings', 'whenever you like')).toBeNull();
  });

  test('a column a day makes a week, whatever words stand around the day', () => {
    expect(
      guess(
        'mentees',
        ['Name', 'Availability [Monday]', 'Availability [Tuesday]', 'Mi', 'Do'],
        ['Ada', '18:00-20:00', '', '9-12 Uhr', 'nein'],
        ['Bo', '6pm-8pm', '9-10', '18-20', '14-15'],
      ),
    ).toEqual(['name', 'hours', 'hours', 'hours', 'hours']);
  });

  test('skills with levels are known as skills, whatever the header says', () => {
    expect(guess('people', ['A', 'B'], ['x1', 'Python (3); Nursing'], ['x2', 'Java: 4'])).toEqual([
      null,
      'skills',
    ]);
  });

  test('pairs', () => {
    expect(
      guess('pairings', ['Mentee e-mail', 'Mentor e-mail', 'Since'], ['a@b.org', 'c@d.org', '2026']),
    ).toEqual(['mentee', 'mentor', null]);
  });

  test('headers that are names of JavaScript do no harm', () => {
    expect(guess('people', ['__proto__', 'constructor', 'toString', 'Name'], ['a', 'b', 'c', 'Ada'])).toEqual(
      [null, null, null, 'name'],
    );
  });
});
