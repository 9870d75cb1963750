import type { Material } from './use-import.ts';
import { words } from './words.ts';

/**
 * What of the clipboard can be read: a table (as html, which knows merged cells; the core reads it like a file),
 * text, or files that were copied; none when it is empty.
 */
export function pastedMaterials(data: DataTransfer): readonly Material[] {
  const files = [...data.files];
  const html = data.getData('text/html');
  const text = data.getData('text/plain');
  // Excel puts a picture of the cells beside them; the cells count.
  if (/<table/iu.test(html)) {
    // A clipboard holds a fragment; as a page of its own it is known for what it is.
    return [{ kind: 'text', name: words.pastedTable, text: `<!doctype html>${html}` }];
  }
  if (text.trim() !== '') return [{ kind: 'text', name: words.pastedText, text }];
  return files.map((file) => ({ kind: 'file', file }));
}
