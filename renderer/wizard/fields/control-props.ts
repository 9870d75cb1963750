import type { AmountUnit } from '../../../shared/domain/amount.ts';
import type { FieldDefinition } from '../../../shared/forms/definition.ts';

/** What every kind of field is given. */
export interface ControlProps {
  readonly field: FieldDefinition;
  readonly inputId: string;
  readonly text: string;
  readonly status: 'error' | 'warning' | undefined;
  readonly amountUnit: AmountUnit;
  readonly fiscalYear: number;
  readonly onText: (text: string) => void;
  readonly onEnter: () => void;
  /** The field was left. */
  readonly onLeave: () => void;
  /** Something to tell under the field; null takes it back. */
  readonly onNotice: (notice: string | null) => void;
}
