import path from 'node:path';
import { err, ok } from '../../../shared/domain/result.ts';
import { exportForms } from '../export-forms.ts';
import { loadForms } from '../load-forms.ts';
import type { CoreServices } from '../services.ts';
import { writeFileSafely } from '../writers/write-file.ts';
import type { GroupHandlers } from './groups.ts';

/** Forms written into files. */
export function exportHandlers(services: CoreServices): GroupHandlers<'export'> {
  return {
    'export.write': async ({ ids, format, target, settings }, context) => {
      const file = services.tokens.path(target, 'write');
      if (file === undefined) return err({ kind: 'badRequest', detail: 'target' });
      const forms = await loadForms(services, ids, context.signal);
      if (!forms.ok) return forms;
      const bytes = await exportForms(forms.value, format, settings, services.printPdf, context);
      if (!bytes.ok) return bytes;
      const written = await writeFileSafely(file, bytes.value);
      if (!written.ok) return written;
      return ok({ fileName: path.basename(file), forms: forms.value.length, bytes: written.value.bytes });
    },
  };
}
