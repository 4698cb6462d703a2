import type { StyleItem } from '../../profiles/fields.ts';
import type { ReasonWords, Voice } from './words.ts';

const STYLE: Record<StyleItem, string> = {
  plan_or_explore: 'plan or explore',
  push_or_patience: 'push or patience',
  direct_or_gentle: 'direct or gentle feedback',
  talk_or_write: 'talk or write',
  often_or_seldom: 'often or seldom in touch',
  big_picture_or_detail: 'big picture or detail',
  advice_or_questions: 'advice or questions',
};

const both = ({ audience, mentee, mentor }: Voice): string =>
  audience === 'staff' ? `${mentee} and ${mentor}` : 'You two';

const hours = (minutes: number): string => {
  const half = Math.floor(minutes / 30) / 2;
  if (half < 1) return 'half an hour';
  const whole = Math.floor(half);
  const count = half === whole ? `${whole}` : `${whole}½`;
  return count === '1' ? 'an hour' : `${count} hours`;
};

const moved = (v: Voice, from: string | null, to: string | null, year: number | null): string => {
  const who = v.audience === 'mentor' ? 'You' : v.mentor;
  const way = [from && `from ${from}`, to && `to ${to}`].filter(Boolean).join(' ');
  return `${who} went ${way}${year === null ? '' : ` in ${year}`}`;
};

export const english: ReasonWords = {
  shared_goals: ({ goals }, v) =>
    v.audience === 'mentee'
      ? `${v.mentor} likes to help with what you want: ${v.terms(goals)}.`
      : v.audience === 'mentor'
        ? `${v.mentee} wants what you like to help with: ${v.terms(goals)}.`
        : `${v.mentee} wants what ${v.mentor} likes to help with: ${v.terms(goals)}.`,
  near_goals: ({ asked, offered }, v) =>
    v.audience === 'mentee'
      ? `You named “${v.term(asked)}”; ${v.mentor} helps with something close to it, “${v.term(offered)}”.`
      : v.audience === 'mentor'
        ? `${v.mentee} named “${v.term(asked)}”, which is close to “${v.term(offered)}”, where you help.`
        : `${v.mentee} named “${v.term(asked)}”; ${v.mentor} helps with “${v.term(offered)}”, which is close.`,
  skills: ({ skills, of }, v) => {
    const count = of > skills.length ? `, ${skills.length} of ${of} things asked for` : '';
    if (v.audience === 'mentee') return `${v.mentor} knows ${v.terms(skills)}, which you want to learn.`;
    if (v.audience === 'mentor')
      return `${v.mentee} wants to learn ${v.terms(skills)}, and you know it well.`;
    return `${v.mentor} knows ${v.terms(skills)}${count}.`;
  },
  rare_skill: ({ skill }, v) =>
    v.audience === 'mentee'
      ? `${v.mentor} is one of the few here who know ${v.term(skill)}, and you asked for it.`
      : v.audience === 'mentor'
        ? `${v.mentee} asked for ${v.term(skill)}, and you are one of the few here who know it.`
        : `${v.mentor} is one of the few in this pool who know ${v.term(skill)}, which ${v.mentee} asked for.`,
  near_skill: ({ asked, held }, v) =>
    v.audience === 'mentor'
      ? `${v.mentee} asked for ${v.term(asked)}; you know ${v.term(held)}, which is next to it.`
      : `${v.mentor} knows ${v.term(held)}, which is next to ${v.term(asked)}, the skill ${
          v.audience === 'mentee' ? 'you' : v.mentee
        } asked for.`,
  industries: ({ industries, years }, v) => {
    const long = years !== null && years >= 2 ? ` for ${years} years` : '';
    if (v.audience === 'mentee')
      return `${v.mentor} knows ${v.terms(industries)} from the inside${long && `,${long}`}.`;
    if (v.audience === 'mentor')
      return `${v.mentee} is heading for ${v.terms(industries)}, which you know from the inside.`;
    return `${v.mentor} knows ${v.terms(industries)}${long && `,${long}`}; that is where ${v.mentee} is heading.`;
  },
  near_industry: ({ asked, held }, v) =>
    v.audience === 'mentor'
      ? `${v.mentee} is heading for ${v.term(asked)}, a neighbor of ${v.term(held)}, which you know.`
      : `${v.mentor} comes from ${v.term(held)}, a neighbor of ${v.term(asked)}.`,
  same_move: ({ from, to, year }, v) => {
    const way = moved(v, from && v.term(from), to && v.term(to), year);
    const whose = v.audience === 'mentee' ? 'you have' : `${v.mentee} has`;
    return `${way}: the very move ${whose} in mind.`;
  },
  neighboring_move: ({ from, to, year }, v) => {
    const way = moved(v, from && v.term(from), to && v.term(to), year);
    const whose = v.audience === 'mentee' ? 'you have' : `${v.mentee} has`;
    return `${way}: a move much like the one ${whose} in mind.`;
  },
  arrived: ({ at, since }, v) => {
    const when = since === null ? '' : ` since ${since}`;
    const start = since === null ? '' : ` (from ${since} on)`;
    if (v.audience === 'mentee') return `${v.mentor} has worked where you want to go: ${v.term(at)}${start}.`;
    if (v.audience === 'mentor') return `${v.mentee} wants to go where you have worked: ${v.term(at)}.`;
    return `${v.mentor} has known ${v.term(at)}${when}, where ${v.mentee} wants to go.`;
  },
  style: ({ items }, v) =>
    `${both(v)} like to work in the same way: ${items
      .slice(0, 3)
      .map((item) => STYLE[item])
      .join(', ')}.`,
  shared_time: ({ minutes }, v) =>
    `${both(v)} have about ${hours(minutes)} free at the same time in a usual week.`,
  languages: ({ languages }, v) =>
    `${v.audience === 'staff' ? both(v) : 'You'} both speak ${v.languages(languages)}.`,
  wished: ({ rank }, v) => {
    const place = rank === 1 ? 'first' : `number ${rank}`;
    return v.audience === 'staff'
      ? `${v.mentee} named ${v.mentor} as ${place} wish.`
      : `You named ${v.mentor} as your ${place} wish.`;
  },
  bridge: ({ shared, fresh }, v) => {
    const news = v.audience === 'mentor' ? `you bring ${v.mentee}` : `${v.mentor} brings`;
    const start =
      shared.length > 0 ? `${both(v)} have ${v.terms(shared.slice(0, 2))} in common, and` : 'A new world:';
    return `${start} ${news} news from ${v.terms(fresh.slice(0, 3))}.`;
  },
  little_known: (_, v) =>
    v.audience === 'staff'
      ? `Little is known yet about what ${v.mentee} and ${v.mentor} have in common: a profile is still thin.`
      : `We do not know much yet about what ${v.audience === 'mentee' ? v.mentor : v.mentee} and you have in common; a first talk will show.`,
  little_in_common: (_, v) =>
    v.audience === 'staff'
      ? `${v.mentee} and ${v.mentor} share little on paper.`
      : `On paper ${v.audience === 'mentee' ? v.mentor : v.mentee} and you share little: someone from another corner.`,
};
