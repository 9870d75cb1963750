import type { OtherTables } from '../../shared/forms/arithmetic/other-tables.ts';
import { type Quote, quoteSchema } from '../../shared/narrative/quote.ts';
import type { QuotedTables } from '../../shared/narrative/quoted-value.ts';
import { subjectTable } from './budget-tables.ts';

/** An expenditure table whose 合计 line says these amounts. */
function expenditure(total: string | null, basic: string | null): OtherTables {
  const lines = [
    { code: '', name: '合计', total, basic, project: null },
    { code: '201', name: '一般公共服务支出', total: '90', basic: null, project: null },
  ];
  return new Map([[subjectTable.id, { definition: subjectTable, answers: { lines } }]]);
}

/** Tables of this year (100.00 in all, 30.00 of it basic) and of the year before (basic: 35.50). */
export const quotedTables: QuotedTables = { now: expenditure('100.00', '30.00'), before: expenditure('100', '35.5') };

const cell = (row: string, column: string, definition = subjectTable.id) => ({ definition, row, column });

/** Quotes of those tables. */
export const sampleQuotes: readonly Quote[] = [
  { id: 'all', labels: ['预算支出'], cell: cell('top', 'total') },
  { id: 'general', labels: ['一般公共预算支出'], cell: cell('201', 'total') },
  { id: 'visits', labels: ['“三公”经费'], cell: cell('299', 'total') },
  { id: 'allChange', labels: ['较上年预算'], cell: cell('top', 'total'), isChange: true },
  { id: 'basicChange', labels: ['基本支出'], cell: cell('top', 'basic'), isChange: true },
  { id: 'carried', labels: ['上年结转'], cell: cell('top', 'total', 'test-unknown') },
].map((quote) => quoteSchema.parse(quote));
