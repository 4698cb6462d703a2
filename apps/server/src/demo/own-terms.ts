import type { TermKind } from '@trellis/domain/taxonomy/kinds';

/** What this agency added to the starter set, as every agency does: kind, name, the starter's parent. */
export const demoOwnTerms: readonly (readonly [TermKind, string, string | null])[] = [
  ['occupation', 'Archaeologist', 'Education and research occupations'],
  ['occupation', 'Claims handler', 'Finance and law occupations'],
  ['occupation', 'Construction manager', 'Engineering and trade occupations'],
  ['occupation', 'Environmental engineer', 'Engineering and trade occupations'],
  ['occupation', 'Food technologist', 'Engineering and trade occupations'],
  ['occupation', 'Game artist', 'Design and media occupations'],
  ['occupation', 'Laboratory technician', 'Education and research occupations'],
  ['occupation', 'Learning designer', 'Education and research occupations'],
  ['occupation', 'Museum educator', 'Education and research occupations'],
  ['occupation', 'Museum guard', null],
  ['occupation', 'People analyst', 'People and organization occupations'],
  ['occupation', 'Quality inspector', 'Engineering and trade occupations'],
  ['occupation', 'Textile engineer', 'Engineering and trade occupations'],
  ['skill', 'Construction management', null],
  ['skill', 'Food technology', null],
  ['skill', 'HR analytics', null],
  ['skill', 'Health and safety', null],
  ['skill', 'Life cycle assessment', null],
  ['skill', 'Monitoring and evaluation', null],
  ['skill', 'Museum education', null],
  ['skill', 'Music', null],
  ['skill', 'Sustainability reporting', null],
];
