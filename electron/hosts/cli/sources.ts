import path from 'node:path';
import { text } from 'node:stream/consumers';
import type { FormSource } from '../../core/import/read-forms.ts';

/** How pasted text is called. */
const STANDARD_INPUT = '标准输入';

/** What a FILE argument names; `-` is text from the standard input. */
export async function sourceOf(argument: string): Promise<FormSource> {
  if (argument === '-') return { text: await text(process.stdin), name: STANDARD_INPUT };
  return { path: path.resolve(argument), name: path.basename(argument) };
}
