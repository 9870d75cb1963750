import { z } from 'zod';

/** A year that forms can be of. */
export const fiscalYearSchema = z.int().min(1990).max(2100);

/** Whether forms can be of a year; a scan may make 2206 of 2026. */
export function isFiscalYear(year: number): boolean {
  return fiscalYearSchema.safeParse(year).success;
}
