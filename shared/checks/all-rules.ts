import type { Rule } from './rule.ts';
import { amountNegative, amountTooFine } from './rules/amount-plausible.ts';
import { amountReadable } from './rules/amount-readable.ts';
import { brackets } from './rules/brackets.ts';
import { categoryMisplaced, categoryUnknown, nameIsCategory } from './rules/category-place.ts';
import { categoriesPresent, emptyCategory, quantityPresent, satisfactionPresent } from './rules/coverage.ts';
import { formTwice } from './rules/form-twice.ts';
import { htmlLeft } from './rules/html-left.ts';
import { indicatorTwice } from './rules/indicator-twice.ts';
import { notAbove } from './rules/not-above.ts';
import { planBasis, planEnd, planMixed, planOrder, planReadable } from './rules/payment-plan.ts';
import { periodOrder, periodReadable, periodYear } from './rules/period.ts';
import { placeholder } from './rules/placeholder.ts';
import { privacy } from './rules/privacy.ts';
import { quotedFigure } from './rules/quoted-figure.ts';
import { required } from './rules/required.ts';
import { amountScale, costAboveBudget } from './rules/scale.ts';
import { subjectName, subjectNameNotice } from './rules/subject-name.ts';
import { sum, sumRounding } from './rules/sum.ts';
import { emptyTableNote, groupLimit, subjectCode, subjectTwice, tableClosed } from './rules/table-lines.ts';
import { tableRelation, tableRelationNotice } from './rules/table-relation.ts';
import { tableSource, tableSum, tableSumRounding } from './rules/table-sum.ts';
import {
  approximate,
  doubledBound,
  fullRate,
  percentInWords,
  percentWithoutNumber,
  rateTooHigh,
  targetAndNameSwapped,
  targetReadable,
  targetRepeatsName,
} from './rules/target-form.ts';
import { moneyUnitCut, quantityWithoutUnit, rateWithoutPercent, unitUnsuitable } from './rules/target-unit.ts';
import { textLength } from './rules/text-length.ts';
import { textYear } from './rules/text-year.ts';
import { unitName } from './rules/unit-name.ts';
import { wording } from './rules/wording.ts';

/** Every rule, in the order people see the outcomes. */
export const allRules: readonly Rule[] = [
  required,
  formTwice,
  amountReadable,
  amountNegative,
  amountTooFine,
  sum,
  sumRounding,
  notAbove,
  tableSum,
  tableSumRounding,
  tableSource,
  tableRelation,
  tableRelationNotice,
  quotedFigure,
  tableClosed,
  subjectCode,
  subjectTwice,
  subjectName,
  subjectNameNotice,
  emptyTableNote,
  groupLimit,
  planReadable,
  planOrder,
  planMixed,
  planEnd,
  planBasis,
  periodReadable,
  periodOrder,
  periodYear,
  categoriesPresent,
  quantityPresent,
  satisfactionPresent,
  emptyCategory,
  categoryMisplaced,
  categoryUnknown,
  nameIsCategory,
  indicatorTwice,
  targetAndNameSwapped,
  targetReadable,
  percentWithoutNumber,
  percentInWords,
  approximate,
  doubledBound,
  fullRate,
  rateTooHigh,
  targetRepeatsName,
  rateWithoutPercent,
  quantityWithoutUnit,
  unitUnsuitable,
  moneyUnitCut,
  amountScale,
  costAboveBudget,
  textLength,
  htmlLeft,
  unitName,
  textYear,
  placeholder,
  privacy,
  wording,
  brackets,
];
