import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkDefinition } from '../../../shared/forms/check/check-definition.ts';
import { definitionSchema } from '../../../shared/forms/definition.ts';
import { layOut } from '../../../shared/forms/lay-out.ts';
import { recogniseDocument } from '../../../shared/forms/recognise/recognise.ts';
import { shapeAnswers } from '../../../shared/forms/shape.ts';
import { shippedDefinitions } from '../../support/definitions.ts';
import { sheetOf, textOf } from '../../support/source-sheets.ts';

const folder = path.join(import.meta.dirname, '../../../docs');
const page = readFileSync(path.join(folder, 'form-definitions.md'), 'utf8');
const budgetPage = readFileSync(path.join(folder, 'budget-tables.md'), 'utf8');

/** The pieces of the worked example, put together as the page says. */
function workedExample(): unknown {
  const chapter = page.slice(page.indexOf('## A worked example'), page.indexOf('## Versions'));
  const pieces = [...chapter.matchAll(/```json\n([\s\S]*?)```/gu)].map((match) =>
    z.record(z.string(), z.unknown()).parse(JSON.parse(match[1] ?? '')),
  );
  return Object.assign({}, ...pieces);
}

describe('the worked example', () => {
  const example = workedExample();
  const known = { shipped: shippedDefinitions, installed: [] };

  it('has nothing wrong with it', () => {
    expect(checkDefinition(JSON.stringify(example), known).problems).toEqual([]);
  });

  it('gives a form that is read back as it was filled in', () => {
    const definition = definitionSchema.parse(example);
    const answers = shapeAnswers(definition, {
      projectName: '敬老院屋面',
      reportingUnit: '示例县民政局',
      manager: '李四',
      projectCategory: '专项维修',
      period: '2026.03.01-2026.11.30',
      funds: { total: '128000.50', fiscal: '100000', upper: '20000.50', own: '8000' },
      reason: '屋面渗漏，雨季前须完成。\n其中二楼走廊最重。',
      works: [
        { part: '房屋', content: '铺设防水卷材', target: '≥600平方米', cost: '90000.50' },
        { part: '房屋', content: '更换落水管', target: '100%', cost: '18000' },
        { part: '设备', content: '检修排水泵', target: '运行正常', cost: '20000' },
      ],
    });
    const grid = layOut(definition, { answers, fiscalYear: 2026 });
    for (const document of [sheetOf(grid), textOf(grid)]) {
      const { forms } = recogniseDocument(document, [...shippedDefinitions, definition], { defaultFiscalYear: 2020 });
      expect(forms.map(({ definitionId, fiscalYear }) => [definitionId, fiscalYear])).toEqual([[definition.id, 2026]]);
      expect(forms[0]?.answers).toEqual(answers);
    }
  });
});

it('the example of upgrades is one', () => {
  const chapter = page.slice(page.indexOf('## Versions'), page.indexOf('## Every part'));
  const { upgrades, version } = JSON.parse(/```json\n([\s\S]*?)```/u.exec(chapter)?.[1] ?? '{}');
  expect(definitionSchema.safeParse({ ...Object(workedExample()), version, upgrades }).success).toBe(true);
});

describe('every part of the language', () => {
  /** The names of all parts, wherever in the schema, and of all kinds they can be. */
  function namesIn(schema: unknown): Set<string> {
    const names = new Set<string>();
    const walk = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      for (const [key, value] of Object.entries(node)) {
        if (key === 'properties') for (const name of Object.keys(Object(value))) names.add(name);
        if (key === 'enum' || key === 'const') for (const name of [value].flat()) names.add(String(name));
        walk(value);
      }
    };
    walk(schema);
    return names;
  }

  it('is explained, here or on the page about budget tables', () => {
    const names = namesIn(z.toJSONSchema(definitionSchema, { io: 'input' }));
    expect(names.size).toBeGreaterThan(60);
    const pages = page + budgetPage;
    const isTold = (name: string): boolean => pages.includes(`\`${name}\``) || pages.includes(`"${name}"`);
    expect([...names].filter((name) => !isTold(name))).toEqual([]);
  });
});
