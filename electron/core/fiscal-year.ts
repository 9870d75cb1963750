/** Forms for the next year are filled in from this month on (1 to 12). */
const FIRST_MONTH_FOR_NEXT_YEAR = 7;

/** The year that forms filled in on a day are most likely for. */
export function likelyFiscalYear(day: Date): number {
  return day.getMonth() + 1 >= FIRST_MONTH_FOR_NEXT_YEAR ? day.getFullYear() + 1 : day.getFullYear();
}
