const LEVELS = ['low', 'some', 'good', 'strong'];
/** The level of a value; null (no evidence) is `none` and never the lowest. */
export function fitLevel(value) {
  if (value === null) return 'none';
  return LEVELS[Math.min(3, Math.floor(clamp(value) * 4))] ?? 'low';
}
/** How many of five leaves are full: at least one when there is any evidence, none without. */
export function leavesOf(value) {
  if (value === null) return 0;
  return Math.max(1, Math.round(clamp(value) * 5));
}
function clamp(value) {
  return Math.min(1, Math.max(0, value));
}
