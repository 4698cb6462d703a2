/** The day so many days from today on this device's calendar, `YYYY-MM-DD`. */
export const inDays = (days: number): string => {
  const date = new Date();
  date.setDate(date.getDate() + days);
  return [
    date.getFullYear(),
    String(date.getMonth() + 1).padStart(2, '0'),
    String(date.getDate()).padStart(2, '0'),
  ].join('-');
};
