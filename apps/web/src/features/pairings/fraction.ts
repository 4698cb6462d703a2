/** Ten-thousandths as 0…1, for pictures. */
export const fraction = (value: number | null): number | null => (value === null ? null : value / 10_000);
