import { ok } from '../../../shared/domain/result.ts';
import type { CoreServices } from '../services.ts';
import { readSettings, writeSettings } from '../workspace-settings.ts';
import type { GroupHandlers } from './groups.ts';

/** The workspace as a whole: whose it is, which year. */
export function workspaceHandlers({ store, programVersion }: CoreServices): GroupHandlers<'workspace'> {
  return {
    'workspace.get': () => {
      const settings = readSettings(store);
      if (!settings.ok) return settings;
      const years = store.years();
      if (!years.ok) return years;
      const hasSample = store.hasSample();
      if (!hasSample.ok) return hasSample;
      const { unit, fiscalYear } = settings.value;
      return ok({
        unit,
        fiscalYear,
        years: [...new Set([...years.value, fiscalYear])].sort((a, b) => a - b),
        hasSample: hasSample.value,
        programVersion,
      });
    },
    'workspace.update': (input) => {
      const written = writeSettings(store, input);
      return written.ok ? ok({}) : written;
    },
  };
}
