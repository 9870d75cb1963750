import type { FormDefinition } from '../definition.ts';
import { coverageFaults } from './coverage-faults.ts';
import { nameFaults } from './name-faults.ts';
import type { Fault } from './problem.ts';
import { referenceFaults } from './reference-faults.ts';
import { spanFaults } from './span-faults.ts';
import { tableFaults } from './table-faults.ts';
import { templateFaults } from './template-faults.ts';
import { typeFaults } from './type-faults.ts';

/**
 * What is wrong with a definition whose parts all have the right shape: names of nothing, names given twice, rows that do
 * not fill the paper, fields that are never printed. It says nothing about reading it back (see `readBackFaults`).
 */
export function findFaults(definition: FormDefinition): Fault[] {
  return [
    ...nameFaults(definition),
    ...referenceFaults(definition),
    ...typeFaults(definition),
    ...tableFaults(definition),
    ...spanFaults(definition),
    ...templateFaults(definition),
    ...coverageFaults(definition),
  ];
}
