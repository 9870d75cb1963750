import { z } from 'zod';
import type { AppError } from '../../shared/domain/app-error.ts';
import { fiscalYearSchema } from '../../shared/domain/fiscal-year.ts';
import { ok, type Result } from '../../shared/domain/result.ts';
import { likelyFiscalYear } from './fiscal-year.ts';
import type { Store } from './store/store.ts';

const UNIT = 'unit';
const FISCAL_YEAR = 'fiscalYear';
const storedYearSchema = z.coerce.number().pipe(fiscalYearSchema);

/** Who fills in forms here, and for which year. */
export interface WorkspaceSettings {
  /** `""` until someone says. */
  readonly unit: string;
  readonly fiscalYear: number;
  /** False while the year is only the most likely one. */
  readonly isYearChosen: boolean;
}

/** The workspace's settings; a year nobody chose is that of the newest forms, else the one the calendar suggests. */
export function readSettings(store: Store): Result<WorkspaceSettings, AppError> {
  const unit = store.setting(UNIT);
  if (!unit.ok) return unit;
  const year = store.setting(FISCAL_YEAR);
  if (!year.ok) return year;
  const years = store.years();
  if (!years.ok) return years;
  const chosen = storedYearSchema.safeParse(year.value);
  const isYearChosen = year.value !== undefined && chosen.success;
  return ok({
    unit: unit.value ?? '',
    fiscalYear: isYearChosen ? chosen.data : (years.value.at(-1) ?? likelyFiscalYear(new Date())),
    isYearChosen,
  });
}

/** Changes what is given; `""` forgets the unit. */
export function writeSettings(
  store: Store,
  changes: { readonly unit?: string | undefined; readonly fiscalYear?: number | undefined },
): Result<null, AppError> {
  if (changes.unit !== undefined) {
    const unit = changes.unit.trim();
    const written = store.setSetting(UNIT, unit === '' ? null : unit);
    if (!written.ok) return written;
  }
  return changes.fiscalYear === undefined ? ok(null) : store.setSetting(FISCAL_YEAR, String(changes.fiscalYear));
}
