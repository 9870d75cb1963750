// The bare library on the workbook in argv[2], from loading the library to the last row; prints the ms it took.
import { performance } from 'node:perf_hooks';

const startedMs = performance.now();
const { bareWorkbookRead } = await import('../support/bare-workbook-read.ts');
bareWorkbookRead(process.argv[2] ?? '');
process.stdout.write(String(performance.now() - startedMs));
