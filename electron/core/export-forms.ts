import type { AppError } from '../../shared/domain/app-error.ts';
import { err, type Result } from '../../shared/domain/result.ts';
import { numberForms } from '../../shared/forms/number-forms.ts';
import { placeName } from '../../shared/forms/place-name.ts';
import { makeSection } from '../../shared/paper/make-section.ts';
import type { PaperSection, PaperSettings } from '../../shared/paper/paper-document.ts';
import type { ExportFormat } from '../../shared/rpc/contract.ts';
import type { CallContext } from '../../shared/rpc/method.ts';
import type { LoadedForm } from './load-forms.ts';
import type { PdfPrinter } from './ports.ts';
import { giveTurn } from './turn.ts';
import { renderExport } from './writers/render-export.ts';

/**
 * Lays forms out on paper and turns them into the bytes of one file, in the order given.
 * @returns what the writer of the format objects to, or `cancelled`
 */
export async function exportForms(
  forms: readonly LoadedForm[],
  format: ExportFormat,
  settings: PaperSettings,
  printPdf: PdfPrinter,
  context: CallContext,
): Promise<Result<Uint8Array, AppError>> {
  const numbers = numberForms(forms.map(({ definition }) => definition.id));
  const sections: PaperSection[] = [];
  for (const [index, { record, definition }] of forms.entries()) {
    const section = makeSection(definition, record, numbers[index]);
    context.onProgress({ done: index, total: forms.length, label: section.title });
    sections.push(section);
    await giveTurn();
    if (context.signal.aborted) return err({ kind: 'cancelled' });
  }
  const [first] = sections;
  const title =
    first === undefined ? '' : sections.length === 1 ? first.title : `${first.title}等${sections.length}张表`;
  const job = {
    document: { title, sections, settings },
    records: forms.map(({ record: { id, definitionId, definitionVersion, fiscalYear, answers } }) => ({
      id,
      definitionId,
      definitionVersion,
      fiscalYear,
      answers,
    })),
    locate: (recordId: string, cellPath: string): string => {
      const index = forms.findIndex(({ record }) => record.id === recordId);
      const definition = forms[index]?.definition;
      return definition === undefined ? cellPath : `${sections[index]?.title} ${placeName(definition, cellPath)}`;
    },
  };
  return await renderExport(job, format, printPdf, context);
}
