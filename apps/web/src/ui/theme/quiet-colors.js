import { amber, brick, clay, dark, gray, slate, trellis } from './colors.ts';

/** Quiet grounds for the `light` variant on the dark page; Mantine's own are nearly black there. */
const GROUNDS = {
  trellis: { ground: '#263a2d', hover: '#2e4636', shades: trellis },
  green: { ground: '#263a2d', hover: '#2e4636', shades: trellis },
  teal: { ground: '#263a2d', hover: '#2e4636', shades: trellis },
  clay: { ground: '#45301f', hover: '#523a27', shades: clay },
  orange: { ground: '#45301f', hover: '#523a27', shades: clay },
  amber: { ground: '#423617', hover: '#4f411d', shades: amber },
  yellow: { ground: '#423617', hover: '#4f411d', shades: amber },
  slate: { ground: '#253641', hover: '#2d414e', shades: slate },
  blue: { ground: '#253641', hover: '#2d414e', shades: slate },
  red: { ground: '#472a27', hover: '#553330', shades: brick },
  gray: { ground: dark[5], hover: dark[4], shades: gray },
};
/** CSS variables of the quiet variants (`light`, `outline`, `subtle`, colored text) on the dark page. */
export function quietColorsInTheDark() {
  const variables = {};
  for (const [name, { ground, hover, shades }] of Object.entries(GROUNDS)) {
    variables[`--mantine-color-${name}-light`] = ground;
    variables[`--mantine-color-${name}-light-hover`] = hover;
    variables[`--mantine-color-${name}-light-color`] = shades[2];
    variables[`--mantine-color-${name}-outline`] = shades[3];
    variables[`--mantine-color-${name}-text`] = shades[3];
  }
  return variables;
}
