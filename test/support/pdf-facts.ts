import { extractText, getDocumentProxy } from 'unpdf';

/** What a pdf is, read from outside. */
export interface PdfFacts {
  /** Text of each page in reading order, white space taken out (a line break in a cell is no word break). */
  readonly texts: readonly string[];
  /** Width and height of each page in mm, rounded. */
  readonly sizesMm: readonly (readonly [number, number])[];
  /** Titles in the outline. */
  readonly outline: readonly string[];
  readonly fontCount: number;
  readonly embeddedFontCount: number;
}

const toMm = (points: number): number => Math.round((points / 72) * 25.4);

/** Reads a pdf that Chromium wrote. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  // A font's descriptor names the embedded file. Chromium writes these objects as plain text.
  const source = Buffer.from(bytes).toString('latin1');
  const descriptors = source.match(/\/Type\s*\/FontDescriptor[^>]*>>/gu) ?? [];
  const proxy = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(proxy, { mergePages: false });
  const sizesMm: [number, number][] = [];
  for (let number = 1; number <= proxy.numPages; number += 1) {
    const { width, height } = (await proxy.getPage(number)).getViewport({ scale: 1 });
    sizesMm.push([toMm(width), toMm(height)]);
  }
  const outline = (await proxy.getOutline()) ?? [];
  await proxy.destroy();
  return {
    texts: text.map((page) => page.replaceAll(/\s/gu, '')),
    sizesMm,
    outline: outline.map((entry) => entry.title),
    fontCount: descriptors.length,
    embeddedFontCount: descriptors.filter((descriptor) => descriptor.includes('/FontFile')).length,
  };
}
