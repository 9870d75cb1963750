// The bare library, loaded, on the workbook in argv[2], the first it reads; prints the ms it took.
import { performance } from 'node:perf_hooks';
import { bareWorkbookRead } from '../support/bare-workbook-read.ts';

const startedMs = performance.now();
bareWorkbookRead(process.argv[2] ?? '');
process.stdout.write(String(performance.now() - startedMs));
