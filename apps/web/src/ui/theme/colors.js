/**
 * The palette, light to dark. Paper and bark instead of white and black, the green of a trellis in leaf for what
 * can be done, fired clay and amber for what asks for attention. Shade 7 carries text on paper (≥ 4.5:1),
 * shade 3 carries text on the dark page.
 */
export const trellis = [
  '#eef5ef',
  '#d9e8dc',
  '#b5d1bc',
  '#8fba9b',
  '#689c78',
  '#4b8460',
  '#376e4d',
  '#2b5b3f',
  '#214a33',
  '#163525',
];
export const clay = [
  '#fbf1ea',
  '#f5dfd0',
  '#eac1a5',
  '#e0a680',
  '#d08355',
  '#c06a3a',
  '#a8562b',
  '#8d4522',
  '#71371b',
  '#532813',
];
export const amber = [
  '#fcf4e0',
  '#f8e6bb',
  '#f0d083',
  '#e6b84f',
  '#dba32b',
  '#c08a1b',
  '#997015',
  '#775410',
  '#5f430c',
  '#473208',
];
export const brick = [
  '#fbeeec',
  '#f5d8d4',
  '#ebb3ac',
  '#e59a91',
  '#d46a60',
  '#c44e44',
  '#ad3b33',
  '#922f29',
  '#762621',
  '#571c18',
];
export const slate = [
  '#eef3f6',
  '#d9e5eb',
  '#b4cbd6',
  '#92b3c3',
  '#6690a5',
  '#4b788f',
  '#3b6478',
  '#2f5365',
  '#254453',
  '#193040',
];
/** Neutral, warm. Replaces Mantine's gray, so that every border and hint sits on paper. */
export const gray = [
  '#f8f5ef',
  '#f1ece3',
  '#e6dfd2',
  '#d8cfbf',
  '#bdb3a1',
  '#8f8575',
  '#6b6355',
  '#565045',
  '#3b372f',
  '#24221d',
];
/** The dark page: 0 is text, 4 borders, 6 raised surfaces, 7 surfaces, 8 the page itself. */
export const dark = [
  '#ece8de',
  '#d5d0c4',
  '#b9b3a6',
  '#989284',
  '#55524a',
  '#403e38',
  '#2e2e2a',
  '#252622',
  '#1b1c19',
  '#121310',
];
