import type { StyleItem } from '../../profiles/fields.ts';
import type { ReasonWords, Voice } from './words.ts';

const STYLE: Record<StyleItem, string> = {
  plan_or_explore: 'planen oder ausprobieren',
  push_or_patience: 'Antrieb oder Geduld',
  direct_or_gentle: 'direkte oder sanfte Rückmeldung',
  talk_or_write: 'reden oder schreiben',
  often_or_seldom: 'oft oder selten in Verbindung',
  big_picture_or_detail: 'großes Ganzes oder Einzelheiten',
  advice_or_questions: 'Rat oder Fragen',
};

const hours = (minutes: number): string => {
  const half = Math.floor(minutes / 30) / 2;
  if (half < 1) return 'eine halbe Stunde';
  const whole = Math.floor(half);
  const count = half === whole ? `${whole}` : `${whole}½`;
  return count === '1' ? 'eine Stunde' : `${count} Stunden`;
};

const moved = (v: Voice, from: string | null, to: string | null, year: number | null): string => {
  const who = v.audience === 'mentor' ? 'Sie sind' : `${v.mentor} ist`;
  const when = year === null ? '' : ` ${year}`;
  const way = [from && `von „${from}“`, to && `zu „${to}“`].filter(Boolean).join(' ');
  return `${who}${when} ${way} gewechselt`;
};

const inMind = (v: Voice): string =>
  v.audience === 'mentee' ? 'den Sie vorhaben' : `den ${v.mentee} vorhat`;

export const german: ReasonWords = {
  shared_goals: ({ goals }, v) =>
    v.audience === 'mentee'
      ? `Ihr Ziel: ${v.terms(goals)}. Genau dabei hilft ${v.mentor} gern.`
      : v.audience === 'mentor'
        ? `${v.mentee} hat ein Ziel, bei dem Sie gern helfen: ${v.terms(goals)}.`
        : `${v.mentee} hat ein Ziel, bei dem ${v.mentor} gern hilft: ${v.terms(goals)}.`,
  near_goals: ({ asked, offered }, v) =>
    v.audience === 'mentee'
      ? `Sie nannten „${v.term(asked)}“; ${v.mentor} hilft bei etwas Verwandtem: „${v.term(offered)}“.`
      : v.audience === 'mentor'
        ? `${v.mentee} nannte „${v.term(asked)}“, verwandt mit „${v.term(offered)}“, wobei Sie helfen.`
        : `${v.mentee} nannte „${v.term(asked)}“; ${v.mentor} hilft bei Verwandtem: „${v.term(offered)}“.`,
  skills: ({ skills, of }, v) => {
    const count = of > skills.length ? ` (${skills.length} von ${of} gewünschten)` : '';
    if (v.audience === 'mentee') return `${v.mentor} kann, was Sie lernen möchten: ${v.terms(skills)}.`;
    if (v.audience === 'mentor') return `${v.mentee} möchte lernen, was Sie gut können: ${v.terms(skills)}.`;
    return `${v.mentor} kann, was ${v.mentee} lernen möchte: ${v.terms(skills)}${count}.`;
  },
  rare_skill: ({ skill }, v) =>
    v.audience === 'mentor'
      ? `${v.mentee} sucht „${v.term(skill)}“, und Sie können das hier als eine von wenigen Personen.`
      : `${v.mentor} gehört zu den wenigen hier, die „${v.term(skill)}“ können: ${
          v.audience === 'mentee' ? 'danach haben Sie gefragt' : `danach hat ${v.mentee} gefragt`
        }.`,
  near_skill: ({ asked, held }, v) =>
    v.audience === 'mentor'
      ? `${v.mentee} sucht „${v.term(asked)}“; Sie können „${v.term(held)}“, das liegt gleich daneben.`
      : `${v.mentor} kann „${v.term(held)}“, das liegt gleich neben „${v.term(asked)}“, wonach ${
          v.audience === 'mentee' ? 'Sie fragten' : `${v.mentee} fragte`
        }.`,
  industries: ({ industries, years }, v) => {
    const long = years !== null && years >= 2 ? ` (seit ${years} Jahren)` : '';
    if (v.audience === 'mentee')
      return `${v.mentor} kennt die Branche von innen: ${v.terms(industries)}${long}.`;
    if (v.audience === 'mentor') {
      return `${v.mentee} will in eine Branche, die Sie von innen kennen: ${v.terms(industries)}.`;
    }
    return `${v.mentor} kennt die Branche, in die ${v.mentee} will: ${v.terms(industries)}${long}.`;
  },
  near_industry: ({ asked, held }, v) =>
    v.audience === 'mentor'
      ? `${v.mentee} will in „${v.term(asked)}“, benachbart zu „${v.term(held)}“, das Sie kennen.`
      : `${v.mentor} kommt aus „${v.term(held)}“, einer Nachbarbranche von „${v.term(asked)}“.`,
  same_move: ({ from, to, year }, v) =>
    `${moved(v, from && v.term(from), to && v.term(to), year)}: genau der Schritt, ${inMind(v)}.`,
  neighboring_move: ({ from, to, year }, v) =>
    `${moved(v, from && v.term(from), to && v.term(to), year)}: ganz ähnlich dem Schritt, ${inMind(v)}.`,
  arrived: ({ at, since }, v) => {
    const when = since === null ? '' : ` (ab ${since})`;
    if (v.audience === 'mentee')
      return `${v.mentor} hat dort gearbeitet, wo Sie hinwollen: ${v.term(at)}${when}.`;
    if (v.audience === 'mentor') return `${v.mentee} will dorthin, wo Sie gearbeitet haben: ${v.term(at)}.`;
    return `${v.mentor} hat dort gearbeitet, wo ${v.mentee} hinwill: ${v.term(at)}${when}.`;
  },
  style: ({ items }, v) => {
    const what = items
      .slice(0, 3)
      .map((item) => STYLE[item])
      .join(', ');
    return v.audience === 'staff'
      ? `${v.mentee} und ${v.mentor} arbeiten gern auf dieselbe Art: ${what}.`
      : `Sie beide arbeiten gern auf dieselbe Art: ${what}.`;
  },
  shared_time: ({ minutes }, v) =>
    v.audience === 'staff'
      ? `${v.mentee} und ${v.mentor} haben in einer üblichen Woche etwa ${hours(minutes)} zur selben Zeit frei.`
      : `Sie beide haben in einer üblichen Woche etwa ${hours(minutes)} zur selben Zeit frei.`,
  languages: ({ languages }, v) =>
    v.audience === 'staff'
      ? `${v.mentee} und ${v.mentor} sprechen beide ${v.languages(languages)}.`
      : `Sie sprechen beide ${v.languages(languages)}.`,
  wished: ({ rank }, v) =>
    v.audience === 'staff'
      ? `${v.mentee} hat ${v.mentor} als ${rank}. Wunsch genannt.`
      : `Sie haben ${v.mentor} als ${rank}. Wunsch genannt.`,
  bridge: ({ shared, fresh }, v) => {
    const news = v.terms(fresh.slice(0, 3));
    const start = shared.length > 0 ? `Gemeinsam: ${v.terms(shared.slice(0, 2))}.` : 'Eine neue Welt.';
    return v.audience === 'mentor'
      ? `${start} Und Sie bringen ${v.mentee} Neues: ${news}.`
      : `${start} Und ${v.mentor} bringt Neues mit: ${news}.`;
  },
  little_known: (_, v) =>
    v.audience === 'staff'
      ? `Noch ist wenig bekannt, was ${v.mentee} und ${v.mentor} verbindet: ein Profil ist noch dünn.`
      : `Noch wissen wir wenig darüber, was Sie und ${
          v.audience === 'mentee' ? v.mentor : v.mentee
        } verbindet; ein erstes Gespräch wird es zeigen.`,
  little_in_common: (_, v) =>
    v.audience === 'staff'
      ? `${v.mentee} und ${v.mentor} haben auf dem Papier wenig gemeinsam.`
      : `Auf dem Papier haben Sie und ${
          v.audience === 'mentee' ? v.mentor : v.mentee
        } wenig gemeinsam: jemand aus einer anderen Ecke.`,
};
