import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../../../renderer/rpc/read-lines.ts';

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return new ReadableStream({
    start: (controller) => {
      let from = 0;
      for (const end of [...ends, bytes.length]) {
        controller.enqueue(bytes.subarray(from, end));
        from = end;
      }
      controller.close();
    },
  });
}

async function linesOf(stream: ReadableStream<Uint8Array>): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(stream)) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it('gives the lines however the bytes were cut, in the middle of a character too', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\n', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(line), fc.array(fc.nat()), async (lines, cuts) => {
        const bytes = new TextEncoder().encode(lines.map((text) => `${text}\n`).join(''));
        expect(await linesOf(streamOf(bytes, cuts))).toEqual(lines);
      }),
    );
  });

  it('gives a last line that has no end', async () => {
    const bytes = new TextEncoder().encode('一\n二');
    expect(await linesOf(streamOf(bytes, []))).toEqual(['一', '二']);
  });

  it('cancels the stream when nobody wants more', async () => {
    let wasCancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode('line\n')),
      cancel: () => {
        wasCancelled = true;
      },
    });
    for await (const line of readLines(stream)) {
      expect(line).toBe('line');
      break;
    }
    expect(wasCancelled).toBe(true);
  });
});
