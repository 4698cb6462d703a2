import { nearestIn, type Spelling } from '../taxonomy/nearest.ts';

export interface NearZone {
  readonly zone: string;
  /** Whether nothing else can be meant: the zone's own name, or its city. */
  readonly sure: boolean;
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const zones = Intl.supportedValuesOf('timeZone');
const byName = new Map(zones.map((zone) => [fold(zone), zone]));
const cityOf = (zone: string): string => fold(zone.slice(zone.lastIndexOf('/') + 1));
const byCity = new Map(zones.filter((zone) => zone.includes('/')).map((zone) => [cityOf(zone), zone]));
const spellings: readonly Spelling<string>[] = zones.flatMap((zone) => [
  { id: zone, spelling: zone },
  { id: zone, spelling: cityOf(zone) },
]);
const nearest = nearestIn(spellings);

/** The zone that `Berlin`, `europe / berlin` or `Europe/Brlin` means, or null. */
export const nearZone = (text: string): NearZone | null => {
  const key = fold(text);
  const exact = byName.get(key) ?? byCity.get(key);
  if (exact !== undefined) return { zone: exact, sure: true };
  const city = [...byCity].find(([name]) => name.length > 3 && ` ${key} `.includes(` ${name} `));
  const zone = city?.[1] ?? nearest(text, 1)[0]?.id;
  return zone === undefined ? null : { zone, sure: false };
};
