/** A decimal number without loss: units / 10^places. Units are a safe integer or a bigint. */
export interface Decimal {
  readonly units: number | bigint;
  readonly places: number;
}

/** JSON numbers reach 5e-324 with 17 digits or so; more places than this are a mistake, not a fit. */
const MOST_PLACES = 1_200;

/** Reads a JSON number; null where it is not finite or has more than 1,200 decimal places. */
export function parseDecimal(text: string): Decimal | null {
  const point = text.indexOf('.');
  if (text.length <= 15 && !/[eEIN]/.test(text)) {
    if (point < 0) return { units: Number(text), places: 0 };
    return { units: Number(text.slice(0, point) + text.slice(point + 1)), places: text.length - point - 1 };
  }
  if (!Number.isFinite(Number(text))) return null;
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const dot = mantissa.indexOf('.');
  const digits = dot < 0 ? mantissa : mantissa.slice(0, dot) + mantissa.slice(dot + 1);
  const places = (dot < 0 ? 0 : mantissa.length - dot - 1) - Number(exponent);
  const units = BigInt(digits);
  if (units === 0n) return { units: 0, places: 0 };
  if (places > MOST_PLACES) return null;
  return places >= 0 ? { units, places } : { units: units * 10n ** BigInt(-places), places: 0 };
}

/** The integer that a decimal is in units of 10^-places; `places` is at least the decimal's own. */
export function scaleDecimal(decimal: Decimal, places: number): number | bigint {
  const steps = places - decimal.places;
  if (typeof decimal.units === 'number' && steps <= 15) {
    const scaled = decimal.units * 10 ** steps;
    if (Number.isSafeInteger(scaled)) return scaled === 0 ? 0 : scaled;
  }
  const scaled = BigInt(decimal.units) * 10n ** BigInt(steps);
  const small = Number(scaled);
  return Number.isSafeInteger(small) ? small : scaled;
}

/** Writes units / 10^places in plain digits, without trailing zeros: `12.35`, `-0.5`, `7`. */
export function writeDecimal(units: number | bigint, places: number): string {
  const value = BigInt(units);
  const digits = (value < 0n ? -value : value).toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
