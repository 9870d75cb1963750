import { Alert, Button, Empty, Select, Spin } from 'antd';
import { useMemo, useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import type { PaperDocument } from '../../shared/paper/paper-document.ts';
import type { BookOfYear } from '../../shared/rpc/book-types.ts';
import { useCall } from '../app/use-call.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { PaperPages } from '../paper/paper-view.tsx';
import { useGrowing } from '../print-preview/use-print-document.ts';
import { type PartChoice, PartList } from './part-list.tsx';
import { ProblemList } from './problem-list.tsx';
import { useBookDocument, useBookForms } from './use-book.ts';
import { useBookExport } from './use-book-export.ts';
import './book.css';

const PREVIEW_SCALE = 0.75;
/** Sections laid out at a time before the window answers again. */
const SECTIONS_AT_ONCE = 6;

function initialChoices(found: BookOfYear): readonly PartChoice[] {
  return found.book.parts.map((part) => ({ part, isChosen: (found.forms[part.id] ?? 0) > 0 }));
}

function BookPreview({ document }: { readonly document: PaperDocument }) {
  const sections = useGrowing(document.sections, SECTIONS_AT_ONCE);
  const shown = useMemo(() => ({ ...document, sections }), [document, sections]);
  return <PaperPages document={shown} scale={PREVIEW_SCALE} />;
}

function Book({ found, fiscalYear }: { readonly found: BookOfYear; readonly fiscalYear: number }) {
  const [choices, setChoices] = useState(() => initialChoices(found));
  const parts = useMemo(() => choices.filter(({ isChosen }) => isChosen).map(({ part }) => part), [choices]);
  const { forms, error } = useBookForms(found, fiscalYear);
  const document = useBookDocument(found, parts, forms, fiscalYear);
  const choice = { bookId: found.book.id, fiscalYear, parts: parts.map(({ id }) => id) };
  const problems = useCall('book.check', choice);
  const { running, write, cancel } = useBookExport();
  const failure = error ?? problems.error;
  const name = document?.title ?? found.book.name;
  return (
    <div className="book-body">
      <aside className="book-side">
        <div className="book-actions">
          <Button
            type="primary"
            loading={running === 'docx'}
            disabled={running !== null || parts.length === 0}
            onClick={() => write(choice, 'docx', `${name}.docx`)}
          >
            导出 Word
          </Button>
          <Button
            loading={running === 'pdf'}
            disabled={running !== null || parts.length === 0}
            onClick={() => write(choice, 'pdf', `${name}.pdf`)}
          >
            导出 PDF
          </Button>
          {running !== null && <Button onClick={cancel}>取消</Button>}
        </div>
        {failure && <Alert type="error" title={describeError(failure)} />}
        <h3>组成部分</h3>
        <PartList choices={choices} counts={found.forms} onChange={setChoices} />
        <h3>公开前要看的问题{problems.value && problems.value.length > 0 ? `（${problems.value.length}）` : ''}</h3>
        {problems.value ? <ProblemList problems={problems.value} /> : !failure && <Spin size="small" />}
      </aside>
      <section className="book-desk" aria-label="预览">
        {document ? (
          <BookPreview document={document} />
        ) : (
          !failure && <Spin className="waiting" description="正在排版" />
        )}
      </section>
    </div>
  );
}

/** The disclosure book (预算公开文本) of the year: what is in it, what is wrong with it, its pages, the finished file. */
export function BookScreen() {
  const { fiscalYear } = useWorkspace().info;
  const books = useCall('book.list', { fiscalYear });
  const [chosen, setChosen] = useState<string | null>(null);
  if (books.error) return <Alert type="error" banner title={describeError(books.error)} />;
  if (!books.value) return <Spin className="waiting" />;
  const found = books.value.find(({ book }) => book.id === chosen) ?? books.value[0];
  const isEmpty =
    found === undefined || found.book.parts.every(({ id, kind }) => kind === 'heading' || found.forms[id] === 0);
  return (
    <div className="page book">
      <div className="book-head">
        <h2>预算公开文本</h2>
        {books.value.length > 1 && (
          <Select
            aria-label="文本式样"
            value={found?.book.id ?? null}
            onChange={setChosen}
            options={books.value.map(({ book }) => ({ value: book.id, label: `${book.name}（${book.region}）` }))}
          />
        )}
        <span className="book-note">{fiscalYear}年度，由已保存的预算表、说明和项目表装订而成。</span>
      </div>
      {isEmpty ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={`${fiscalYear}年度还没有可以公开的预算表。先在工作台导入或新建预算表和项目表。`}
        />
      ) : (
        <Book key={found.book.id} found={found} fiscalYear={fiscalYear} />
      )}
    </div>
  );
}
