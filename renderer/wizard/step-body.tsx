import { isBudgetTable } from '../../shared/forms/arithmetic/settle.ts';
import type { FormDefinition, TableDefinition, WizardStep } from '../../shared/forms/definition.ts';
import { fieldOf, tableOf } from '../../shared/forms/shape.ts';
import { BudgetTable } from '../budget/budget-table.tsx';
import { useOtherTables } from '../budget/use-other-tables.ts';
import { useSubjects } from '../budget/use-subjects.ts';
import { IndicatorSheet } from '../sheet/indicator-sheet.tsx';
import { FieldRow } from './fields/field-row.tsx';
import { FindingLines } from './finding-lines.tsx';
import { useInsertion } from './use-insertion.ts';
import { useSheetLibrary } from './use-sheet-library.ts';
import { useAnalysis, useProblems, useRequestedIn, useRows, useWizard } from './wizard-context.tsx';

/** Problems that stand at no cell of a table but at the whole of it. */
function TableProblems({ table }: { readonly table: TableDefinition }) {
  const problems = useProblems(table.id);
  const whole = problems.filter((finding) => finding.path === table.id);
  return whole.length === 0 ? null : (
    <div className="table-problems">
      <FindingLines findings={whole} />
    </div>
  );
}

/** A table with arithmetic. */
function BudgetSection({ table }: { readonly table: TableDefinition }) {
  const { copy, focus } = useWizard();
  const rows = useRows(table.id);
  const problems = useProblems(table.id);
  const requested = useRequestedIn(table.id);
  const others = useOtherTables(copy);
  const subjects = useSubjects(table, copy.fiscalYear);
  return (
    <section className="table-section" aria-label={table.label}>
      <TableProblems table={table} />
      <BudgetTable
        definition={copy.definition}
        table={table}
        rows={rows}
        others={others}
        subjects={subjects}
        findings={problems}
        onChange={(next, change) => copy.setRows(table.id, next, change)}
        focusPath={requested}
        onFocusPath={focus.entered}
      />
    </section>
  );
}

function IndicatorSection({ table }: { readonly table: TableDefinition }) {
  const { copy, focus } = useWizard();
  const rows = useRows(table.id);
  const problems = useProblems(table.id);
  const requested = useRequestedIn(table.id);
  const library = useSheetLibrary();
  useInsertion(table);
  return (
    <section className="table-section" aria-label={table.label}>
      <TableProblems table={table} />
      <IndicatorSheet
        table={table}
        amountUnit={copy.definition.amountUnit}
        rows={rows}
        onChange={(next, change) => copy.setRows(table.id, next, change)}
        findings={problems}
        focusPath={requested}
        onFocusPath={focus.entered}
        library={library}
      />
    </section>
  );
}

/** Findings of cells of the step's tables, each a way to its cell; fields show theirs themselves. */
function StepFindings({ step }: { readonly step: WizardStep }) {
  const { goToPath } = useWizard();
  const { problemsByOwner } = useAnalysis();
  const findings = step.tables
    .flatMap((table) => problemsByOwner.get(table) ?? [])
    .filter((finding) => !step.tables.includes(finding.path));
  if (findings.length === 0) return null;
  return (
    <ul className="step-findings" aria-label="本步审核结果">
      {findings.map((finding) => (
        <li key={`${finding.ruleId} ${finding.path} ${finding.message}`}>
          <button
            type="button"
            className={`finding-link finding-${finding.severity}`}
            onClick={() => goToPath(finding.path)}
          >
            <span className="finding-place">{finding.place}</span>
            {finding.message}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What is filled in at one step. */
export function StepBody({ definition, step }: { readonly definition: FormDefinition; readonly step: WizardStep }) {
  return (
    <div className={step.tables.length > 0 ? 'step-body step-body-table' : 'step-body'}>
      {step.fields.map((id) => {
        const field = fieldOf(definition, id);
        return field && <FieldRow key={id} field={field} />;
      })}
      {step.tables.map((id) => {
        const table = tableOf(definition, id);
        if (!table) return null;
        return isBudgetTable(table) ? (
          <BudgetSection key={id} table={table} />
        ) : (
          <IndicatorSection key={id} table={table} />
        );
      })}
      <StepFindings step={step} />
    </div>
  );
}
