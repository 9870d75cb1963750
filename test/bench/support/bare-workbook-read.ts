import { readFileSync } from 'node:fs';
import { read, utils } from 'xlsx';

/** What a program without any knowledge of forms does: SheetJS reads the workbook, and gives each sheet's rows. */
export function bareWorkbookRead(file: string): void {
  const workbook = read(readFileSync(file));
  for (const sheet of Object.values(workbook.Sheets)) utils.sheet_to_json(sheet, { header: 1 });
}
