import { STYLE_ITEMS, StyleAnswer, type StyleItem } from '../profiles/fields.ts';
import type { Profile } from '../profiles/profile.ts';
import { foldName, namedAnswers } from './named-answers.ts';
import { type Reading, taken, unreadable } from './reading.ts';

const GERMAN: Readonly<Record<StyleItem, string>> = {
  plan_or_explore: 'Plan oder Erkunden',
  push_or_patience: 'Antreiben oder Geduld',
  direct_or_gentle: 'Geradeheraus oder sanft',
  talk_or_write: 'Reden oder schreiben',
  often_or_seldom: 'Oft oder selten',
  big_picture_or_detail: 'Das große Ganze oder die Einzelheiten',
  advice_or_questions: 'Rat oder Fragen',
};

const nameOf = (item: StyleItem): string => item.replaceAll('_', ' ');

const BY_NAME: ReadonlyMap<string, StyleItem> = new Map(
  STYLE_ITEMS.flatMap((item): [string, StyleItem][] => [
    [nameOf(item), item],
    [foldName(GERMAN[item]), item],
  ]),
);

/** `plan or explore: 2; talk or write: 5`: 1 is all the first word, 5 all the second; what was not answered is left out. */
export const formatStyle = (style: Profile['style']): string =>
  STYLE_ITEMS.filter((item) => style[item] !== undefined)
    .map((item) => `${nameOf(item)}: ${style[item]}`)
    .join('; ');

export const parseStyle = (cell: string): Reading<Profile['style']> => {
  const style: Partial<Record<StyleItem, number>> = {};
  for (const { name, answer, piece } of namedAnswers(cell)) {
    const item = BY_NAME.get(name);
    const value = StyleAnswer.safeParse(answer === '' ? null : Number(answer));
    if (item === undefined || !value.success) return unreadable('not_a_style', piece);
    style[item] = value.data;
  }
  return taken(style);
};
