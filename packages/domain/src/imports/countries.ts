import { aliasKey } from '../taxonomy/alias-key.ts';

/** ISO 3166-1 alpha-2. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  );

const NAME_LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];

/** Names in everyday use that the Unicode tables do not have. */
const OTHER_NAMES: readonly (readonly [string, string])[] = [
  ['UK', 'GB'],
  ['Great Britain', 'GB'],
  ['Britain', 'GB'],
  ['England', 'GB'],
  ['Scotland', 'GB'],
  ['Wales', 'GB'],
  ['Northern Ireland', 'GB'],
  ['USA', 'US'],
  ['United States of America', 'US'],
  ['America', 'US'],
  ['Turkey', 'TR'],
  ['Czech Republic', 'CZ'],
  ['Holland', 'NL'],
  ['The Netherlands', 'NL'],
  ['Republic of Ireland', 'IE'],
  ['UAE', 'AE'],
  ['Ivory Coast', 'CI'],
  ['Macedonia', 'MK'],
  ['Swaziland', 'SZ'],
  ['Burma', 'MM'],
  ['Korea', 'KR'],
  ['Viet Nam', 'VN'],
  ['Hong Kong', 'HK'],
  ['Palestine', 'PS'],
  ['Congo', 'CG'],
];

const fold = (text: string): string => aliasKey(text.normalize('NFD').replace(/\p{M}/gu, ''));

const SPELLINGS: readonly (readonly [spelling: string, code: string])[] = [
  ...OTHER_NAMES,
  ...NAME_LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return CODES.flatMap((code) => {
      const name = names.of(code);
      return name === undefined ? [] : [[name, code] as const];
    });
  }),
];

const byName = new Map<string, string>();
for (const [spelling, code] of SPELLINGS) {
  if (!byName.has(fold(spelling))) byName.set(fold(spelling), code);
}
for (const code of CODES) byName.set(fold(code), code);

/** The ISO 3166-1 code of a country given by code or by name in several languages, or null. */
export const countryOf = (text: string): string | null => byName.get(fold(text)) ?? null;

const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** A country in English, or its code where that name would not lead back to it. */
export const countryInEnglish = (code: string): string => {
  const name = /^[A-Z]{2}$/.test(code) ? english.of(code) : undefined;
  return name !== undefined && countryOf(name) === code ? name : code;
};

/** Every name countries are known by, for the nearest one to a misspelling. */
export const countryNames = (): Iterable<readonly [key: string, code: string]> => byName;

/** Countries in several languages and in everyday names, as people write them. */
export const countrySpellings = (): Iterable<readonly [spelling: string, code: string]> => SPELLINGS;
