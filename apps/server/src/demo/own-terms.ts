import type { StarterTerm } from '@trellis/domain/taxonomy/starter/outline';

const own = (kind: StarterTerm['kind'], name: string, parent: string | null): StarterTerm => ({
  kind,
  name,
  parent,
  aliases: [],
});

/** What this agency added to the starter set, as every agency does, below the starter's own parents. */
export const demoOwnTerms: readonly StarterTerm[] = [
  own('occupation', 'Archaeologist', 'Education and research occupations'),
  own('occupation', 'Claims handler', 'Finance and law occupations'),
  own('occupation', 'Construction manager', 'Engineering and trade occupations'),
  own('occupation', 'Environmental engineer', 'Engineering and trade occupations'),
  own('occupation', 'Food technologist', 'Engineering and trade occupations'),
  own('occupation', 'Game artist', 'Design and media occupations'),
  own('occupation', 'Laboratory technician', 'Education and research occupations'),
  own('occupation', 'Learning designer', 'Education and research occupations'),
  own('occupation', 'Museum educator', 'Education and research occupations'),
  own('occupation', 'Museum guard', null),
  own('occupation', 'People analyst', 'People and organization occupations'),
  own('occupation', 'Quality inspector', 'Engineering and trade occupations'),
  own('occupation', 'Textile engineer', 'Engineering and trade occupations'),
  own('skill', 'Construction management', null),
  own('skill', 'Food technology', null),
  own('skill', 'HR analytics', null),
  own('skill', 'Health and safety', null),
  own('skill', 'Life cycle assessment', null),
  own('skill', 'Monitoring and evaluation', null),
  own('skill', 'Museum education', null),
  own('skill', 'Music', null),
  own('skill', 'Sustainability reporting', null),
];
