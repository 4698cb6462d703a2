import { Avatar } from '@mantine/core';

const COLORS = ['trellis', 'clay', 'amber', 'slate', 'gray'];
/**
 * Initials on a color that stays the same for the same name. Never a photo: faces decide too quickly.
 * Decoration only, so the name must stand beside it (or on the button around it).
 * @param props.size in pixels, 40 by default
 */
export function InitialsAvatar(props) {
  return (
    <Avatar
      size={props.size ?? 40}
      radius="xl"
      variant="light"
      color={colorOf(props.name)}
      aria-hidden="true"
      component="span"
    >
      {initialsOf(props.name)}
    </Avatar>
  );
}
/** First letters of the first and the last word, in capitals. */
export function initialsOf(name) {
  const words = name.trim().split(/\s+/u);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return [first, last]
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
function colorOf(name) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return COLORS[sum % COLORS.length] ?? COLORS[0];
}
