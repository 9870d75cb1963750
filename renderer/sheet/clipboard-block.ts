import type { ClipboardEvent } from 'react';
import { formatHtmlTable, parseHtmlTable } from './clipboard-html.ts';
import { formatTsv, parseTsv } from './clipboard-text.ts';
import type { Block } from './paste-block.ts';
import { chooseBlock } from './paste-block.ts';

/** Puts a block on the clipboard, as text for Excel and as a table for Word. */
export function putBlock(event: ClipboardEvent, block: Block): void {
  event.preventDefault();
  event.clipboardData.setData('text/plain', formatTsv(block));
  event.clipboardData.setData('text/html', formatHtmlTable(block));
}

/** Takes a block from the clipboard; undefined where there is no text on it. */
export function takeBlock(event: ClipboardEvent): Block | undefined {
  event.preventDefault();
  const text = event.clipboardData.getData('text/plain');
  const html = event.clipboardData.getData('text/html');
  if (text === '' && html === '') return undefined;
  return chooseBlock(parseTsv(text), html === '' ? undefined : parseHtmlTable(html));
}
