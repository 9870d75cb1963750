import type { BookForm } from '../../shared/book/assemble.ts';
import { type BookDefinition, bookDefinitionSchema } from '../../shared/book/book-definition.ts';
import { shapeAnswers } from '../../shared/forms/shape.ts';
import { shippedDefinition } from './definitions.ts';

/** A small book: a heading, a text in two stretches, two project forms between them. */
export const sampleBook: BookDefinition = bookDefinitionSchema.parse({
  id: 'sample-book',
  name: '预算公开文本',
  region: '示例县',
  years: { from: 2020 },
  title: '{unit}{fiscalYear}年部门预算公开',
  cover: ['{unit}'],
  parts: [
    { kind: 'heading', id: 'opening', title: '部门预算说明' },
    {
      kind: 'text',
      id: 'goals',
      title: '整体绩效目标',
      definition: 'chengde-department-target',
      fields: ['reportingUnit', 'overallGoal', 'goals', 'indicators'],
    },
    { kind: 'forms', id: 'projects', title: '项目绩效目标表', level: 2, definition: 'haigang-project-target' },
    { kind: 'text', id: 'measures', title: '保障措施', definition: 'chengde-department-target', fields: ['measures'] },
  ],
});

function form(definitionId: string, id: string, answers: object): BookForm {
  const definition = shippedDefinition(definitionId);
  return { definition, record: { id, fiscalYear: 2026, answers: shapeAnswers(definition, { ...answers }) } };
}

export const sampleBookForms: readonly BookForm[] = [
  form('haigang-project-target', 'project-1', { projectName: '甲项目' }),
  form('chengde-department-target', 'text-1', {
    reportingUnit: '云岭县示例局',
    overallGoal: '总体目标一段\n总体目标二段',
    goals: [{ goal: '分项目标甲' }],
    measures: '保障措施一段',
  }),
  form('haigang-project-target', 'project-2', { projectName: '乙项目' }),
];
