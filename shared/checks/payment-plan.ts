import type { AmountUnit } from '../domain/amount.ts';
import { convertAmount, parseAmount } from '../domain/amount.ts';
import { fieldText } from '../domain/answers.ts';
import type { FormRule } from '../forms/definition.ts';
import type { CheckContext } from './context.ts';
import { fieldLabel } from './sums.ts';

type PlanRule = Extract<FormRule, { kind: 'plan' }>;

/** One filled step of a payment plan. */
export interface PlanStep {
  readonly path: string;
  readonly label: string;
  /** Outer white space cut, never empty. */
  readonly text: string;
  /** `plain` has no unit of its own; undefined where the text is no figure. */
  readonly basis: 'percent' | 'money' | 'plain' | undefined;
  /** Decimal text, money in the form's unit; `""` where the text is no figure. */
  readonly value: string;
}

/** What is compared with the end of the plan. */
export type PlanBudget =
  | { readonly kind: 'none' }
  | { readonly kind: 'empty' | 'unreadable'; readonly path: string; readonly label: string }
  | { readonly kind: 'amount'; readonly amount: string };

export interface PaymentPlan {
  /** The filled steps, earliest first; empty ones are left out, for nothing may be paid yet. */
  readonly steps: readonly PlanStep[];
  /** The step that must reach the whole, whether filled or not. */
  readonly lastPath: string;
  readonly budget: PlanBudget;
}

const FIGURE = /^(.+?)(%|百分比|万元|元)?$/u;

/** Reads `50`, `50%`, `12.5万元`; negative figures are no step of a plan. */
function readFigure(text: string, formUnit: AmountUnit): Pick<PlanStep, 'basis' | 'value'> {
  const match = FIGURE.exec(text.normalize('NFKC'));
  const amount = parseAmount(match?.[1] ?? '');
  if (amount === undefined || amount.startsWith('-')) return { basis: undefined, value: '' };
  const unit = match?.[2];
  if (unit === undefined) return { basis: 'plain', value: amount };
  if (unit !== '元' && unit !== '万元') return { basis: 'percent', value: amount };
  return { basis: 'money', value: convertAmount(amount, unit, formUnit) ?? amount };
}

function budgetOf(context: CheckContext, path: string | undefined): PlanBudget {
  if (path === undefined) return { kind: 'none' };
  const text = fieldText(context.content.answers, path).trim();
  const amount = parseAmount(text);
  if (amount !== undefined) return { kind: 'amount', amount };
  return { kind: text === '' ? 'empty' : 'unreadable', path, label: fieldLabel(context, path) };
}

function readPlan(context: CheckContext, { steps, budget }: PlanRule): PaymentPlan {
  const { content, definition } = context;
  return {
    steps: steps.flatMap((path) => {
      const text = fieldText(content.answers, path).trim();
      if (text === '') return [];
      return { path, label: fieldLabel(context, path), text, ...readFigure(text, definition.amountUnit) };
    }),
    lastPath: steps.at(-1) ?? '',
    budget: budgetOf(context, budget),
  };
}

/** The payment plans of a form, as its definition states them. */
export function paymentPlans(context: CheckContext): PaymentPlan[] {
  return context.definition.rules.flatMap((rule) => (rule.kind === 'plan' ? readPlan(context, rule) : []));
}

/** The first step with another basis than the last one: percent beside money or beside a bare figure. */
export function mixedStep({ steps }: PaymentPlan): PlanStep | undefined {
  const isPercent = steps.at(-1)?.basis === 'percent';
  return steps.find(({ basis }) => basis !== undefined && (basis === 'percent') !== isPercent);
}
