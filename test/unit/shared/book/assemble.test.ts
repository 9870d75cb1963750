import { describe, expect, it } from 'vitest';
import { assembleBook, type BookContent } from '../../../../shared/book/assemble.ts';
import { bookDefinitionSchema } from '../../../../shared/book/book-definition.ts';
import { headingsOf } from '../../../../shared/book/headings.ts';
import { defaultPaperSettings, type PaperDocument } from '../../../../shared/paper/paper-document.ts';
import { sampleBook, sampleBookForms } from '../../../support/sample-book.ts';

const content: BookContent = { unit: '云岭县示例局', fiscalYear: 2026, forms: sampleBookForms };
const assemble = (parts = sampleBook.parts, forms = sampleBookForms): PaperDocument =>
  assembleBook(sampleBook, parts, { ...content, forms }, defaultPaperSettings);

const texts = ({ sections }: PaperDocument) =>
  sections.map(({ grid }) => grid.rows.flatMap(({ cells }) => cells.map(({ text }) => text)).join(' '));

describe('a book definition', () => {
  it('is refused without parts', () => {
    expect(bookDefinitionSchema.safeParse({ ...sampleBook, parts: [] }).success).toBe(false);
  });
});

describe('assembleBook', () => {
  it('begins with cover and contents, and counts pages through', () => {
    const book = assemble();
    expect(book.numbering).toBe('through');
    expect(book.sections.slice(0, 2).map(({ part }) => part)).toEqual(['cover', 'contents']);
    expect(texts(book)[0]).toContain('云岭县示例局2026年部门预算公开');
    expect(new Set(book.sections.map(({ recordId }) => recordId)).size).toBe(book.sections.length);
  });

  it('lists every heading in its contents, one below the other as deep as they are', () => {
    const book = assemble();
    const headings = book.sections.slice(2).flatMap(headingsOf);
    const listed = book.sections[1]?.grid.rows.slice(1).map(({ cells }) => cells[0]?.text);
    expect(listed).toEqual(headings.map(({ text, level }) => '\u3000\u3000'.repeat(level - 1) + text));
    expect(headings.map(({ level }) => level)).toEqual([1, 1, 2, 2, 2, 2, 2, 2]);
  });

  it('prints a text in stretches, with forms in between, and loses none of it', () => {
    const book = assemble();
    const all = texts(book).slice(2).join(' ');
    const [first, second] = [texts(book)[3] ?? '', texts(book).at(-1) ?? ''];
    expect(first).toContain('总体目标一段');
    expect(first).not.toContain('保障措施一段');
    expect(second).toContain('保障措施一段');
    for (const text of ['总体目标一段', '总体目标二段', '分项目标甲', '保障措施一段', '甲项目', '乙项目']) {
      expect(all).toContain(text);
    }
  });

  it('numbers the forms of a definition', () => {
    const titles = assemble()
      .sections.flatMap(headingsOf)
      .map(({ text }) => text);
    expect(titles.filter((text) => text.endsWith('绩效目标表'))).toEqual([
      '1、甲项目绩效目标表',
      '2、乙项目绩效目标表',
    ]);
  });

  it('takes the parts chosen, in the order chosen, and leaves out what is not there', () => {
    const [heading, , forms] = sampleBook.parts;
    const chosen = [forms, heading].flatMap((part) => part ?? []);
    expect(assemble(chosen).sections.map(({ title }) => title)).toEqual([
      '云岭县示例局2026年部门预算公开',
      '目录',
      '甲项目',
      '乙项目',
      '部门预算说明',
    ]);
    expect(
      assemble(sampleBook.parts, [])
        .sections.slice(2)
        .map(({ title }) => title),
    ).toEqual(['部门预算说明']);
  });
});
