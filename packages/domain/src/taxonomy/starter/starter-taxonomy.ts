import { GOALS } from './goals.ts';
import { INDUSTRIES } from './industries.ts';
import { OCCUPATIONS } from './occupations.ts';
import { readOutline, type StarterTerm } from './outline.ts';
import { BUSINESS_SKILLS } from './skills-business.ts';
import { DATA_AND_DESIGN_SKILLS } from './skills-data-design.ts';
import { PEOPLE_AND_TRADES_SKILLS } from './skills-people-and-trades.ts';
import { TECHNOLOGY_SKILLS } from './skills-technology.ts';

/**
 * What an agency for career change begins with: skills, industries, occupations and goals, with parents and
 * other spellings. Parents come before their children; within a kind no two terms meet under one alias key.
 */
export const STARTER_TAXONOMY: readonly StarterTerm[] = [
  ...readOutline('skill', TECHNOLOGY_SKILLS),
  ...readOutline('skill', DATA_AND_DESIGN_SKILLS),
  ...readOutline('skill', BUSINESS_SKILLS),
  ...readOutline('skill', PEOPLE_AND_TRADES_SKILLS),
  ...readOutline('industry', INDUSTRIES),
  ...readOutline('occupation', OCCUPATIONS),
  ...readOutline('goal', GOALS),
];
