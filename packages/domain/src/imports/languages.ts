import { aliasKey } from '../taxonomy/alias-key.ts';

/** ISO 639-1, and the languages without such a code that many people speak. */
const CODES =
  'aa ab af ak am an ar as av ay az ba be bg bm bn bo br bs ca ce ch co cs cv cy da de dv dz ee el en eo es et eu fa ff fi fil fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy hz id ig is it iu ja jv ka kg ki kk kl km kn ko ks ku kv kw ky la lb lg li ln lo lt lv mg mh mi mk ml mn mr ms mt my nb nd ne ng nl nn no nr nv ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo yue za zh zu'.split(
    ' ',
  );

const NAME_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['Tagalog', 'fil'],
  ['tl', 'fil'],
  ['Farsi', 'fa'],
  ['Mandarin', 'zh'],
  ['Mandarin Chinese', 'zh'],
  ['Cantonese', 'yue'],
  ['Norwegian', 'no'],
  ['Brazilian Portuguese', 'pt'],
  ['Castilian', 'es'],
  ['Swiss German', 'de'],
  ['Flemish', 'nl'],
  ['Dari', 'fa'],
  ['Moldovan', 'ro'],
  ['Sign language', 'sgn'],
  ['sgn', 'sgn'],
];

const fold = (text: string): string => aliasKey(text.normalize('NFD').replace(/\p{M}/gu, ''));

const byName = new Map<string, string>(OTHER_NAMES.map(([name, code]) => [fold(name), code]));
for (const language of [...NAME_LANGUAGES, 'own']) {
  for (const code of CODES) {
    const names = new Intl.DisplayNames([language === 'own' ? code : language], {
      type: 'language',
      fallback: 'none',
    });
    const name = names.of(code);
    if (name !== undefined && !byName.has(fold(name))) byName.set(fold(name), code);
  }
}
for (const code of CODES) byName.set(fold(code), code);

/** Knows more languages than those above: their codes are understood as well. */
const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** How well somebody speaks it, as people add it to the name. */
const SKILL_WORDS =
  /\((.*?)\)|\b[abc][12]\b|\b(?:native|fluent|basic|advanced|intermediate|beginner|conversational|mother tongue|muttersprache|fließend|fliessend|grundkenntnisse|verhandlungssicher)\b|[:–]|\s-\s/giu;

/**
 * The BCP 47 primary subtag of a language given by name (in several languages, or its own) or by code, region and
 * level dropped: `pt-BR`, `Portugiesisch`, `Portuguese (fluent)` and `português` are `pt`. Null when unknown.
 */
export const languageOf = (text: string): string | null => {
  const plain = byName.get(fold(text)) ?? byName.get(fold(text.replace(SKILL_WORDS, ' ')));
  if (plain !== undefined) return plain;
  const code = /^[a-z]{2,3}$/.test(text) ? Intl.getCanonicalLocales(text)[0]! : null;
  if (code !== null && english.of(code) !== undefined) return code;
  const tag = /^([a-z]{2,3})[-_](?:[a-z]{4}[-_])?(?:[a-z]{2}|\d{3})$/iu.exec(text.trim())?.[1];
  if (tag === undefined) return null;
  return byName.get(fold(tag)) ?? null;
};

/** A language in English, or its code where that name would not lead back to it. */
export const languageInEnglish = (code: string): string => {
  const name = english.of(code);
  return name !== undefined && languageOf(name) === code ? name : code;
};

/** Every name languages are known by, for the nearest one to a misspelling. */
export const languageNames = (): Iterable<readonly [key: string, code: string]> => byName;
