import type { FormDefinition, WizardStep } from '../../shared/forms/definition.ts';
import type { Analysis } from './copy/analysis.ts';

/** Steps every form has after its own. */
export const CHECK_STEP = 'check';
export const PRINT_STEP = 'print';

export interface StepInfo {
  readonly id: string;
  readonly title: string;
  /** What is filled in there; null for 审核 and 打印. */
  readonly step: WizardStep | null;
}

/** How far a step is. */
export interface StepState {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  readonly missing: number;
}

/** The steps of a form: its own, then 审核 and 打印. */
export function stepsOf(definition: FormDefinition): StepInfo[] {
  return [
    ...definition.steps.map((step) => ({ id: step.id, title: step.title, step })),
    { id: CHECK_STEP, title: '审核', step: null },
    { id: PRINT_STEP, title: '打印', step: null },
  ];
}

/** The field or table a path belongs to: `indicators.3.target` → `indicators`. */
function ownerOf(definition: FormDefinition, path: string): string {
  const [head = ''] = path.split('.');
  return definition.tables.some((table) => table.id === head) ? head : path;
}

/** Whether a path is filled in at a step. */
export function holdsPath(definition: FormDefinition, step: WizardStep, path: string): boolean {
  const owner = ownerOf(definition, path);
  return step.fields.includes(owner) || step.tables.includes(owner);
}

/** The step where a path is filled in; undefined where there is none (`""`, the whole form). */
export function stepOfPath(definition: FormDefinition, path: string): string | undefined {
  return definition.steps.find((step) => holdsPath(definition, step, path))?.id;
}

/** The path of the first thing that is filled in at a step; undefined where there is none (审核, 打印). */
export function firstPathOf(definition: FormDefinition, stepId: string): string | undefined {
  const step = definition.steps.find(({ id }) => id === stepId);
  const [field] = step?.fields ?? [];
  const table = definition.tables.find(({ id }) => id === step?.tables[0]);
  return field ?? (table && `${table.id}.0.${table.columns[0]?.id ?? ''}`);
}

/** Counts what a step still lacks and what is wrong there. */
export function stepState(definition: FormDefinition, step: WizardStep, analysis: Analysis): StepState {
  const owners = [...step.fields, ...step.tables];
  const problems = owners.flatMap((owner) => analysis.problemsByOwner.get(owner) ?? []);
  const count = (severity: string) => problems.filter((finding) => finding.severity === severity).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    hints: count('hint'),
    missing: [...analysis.missing].filter((path) => holdsPath(definition, step, path)).length,
  };
}
