/** The place that names a time zone, as people write it: "New York" for `America/New_York`. */
export const placeOfZone = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
