import { Alert, Button, Input, Segmented } from 'antd';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { SubjectDictionary } from '../../shared/subjects/dictionary.ts';
import type { Subject, SubjectKind } from '../../shared/subjects/subject.ts';
import { useCall } from '../app/use-call.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { SubjectChange } from './subject-change.tsx';
import { SubjectList } from './subject-list.tsx';
import { useSubjectImport } from './use-subject-import.ts';
import './subjects.css';

const kinds: readonly { readonly value: SubjectKind; readonly label: string }[] = [
  { value: 'functional', label: '支出功能分类' },
  { value: 'economic', label: '部门预算支出经济分类' },
];
const EVERYTHING = 10_000;

/** What the search finds, in the order of the codes; all subjects while nothing is sought. */
function useFound(subjects: readonly Subject[] | undefined, query: string): readonly Subject[] {
  const dictionary = useMemo(() => new SubjectDictionary(subjects ?? []), [subjects]);
  return useMemo(
    () => (query.trim() === '' ? (subjects ?? []) : dictionary.search(query, EVERYTHING)),
    [dictionary, subjects, query],
  );
}

/** The subjects (科目) of the year: looking them up, loading the official table. */
export function SubjectsScreen() {
  const { fiscalYear } = useWorkspace().info;
  const [kind, setKind] = useState<SubjectKind>('functional');
  const [query, setQuery] = useState('');
  const table = useCall('subject.get', { kind, fiscalYear });
  const found = useFound(table.value?.subjects, useDeferredValue(query));
  const file = useRef<HTMLInputElement>(null);
  const loading = useSubjectImport(kind, fiscalYear, table.reload);
  const tableYear = table.value?.tableYear ?? null;
  const error = loading.error ?? table.error;
  return (
    <div className="page subjects">
      <div className="subjects-tools">
        <Segmented
          value={kind}
          options={[...kinds]}
          onChange={(value) => {
            setKind(value);
            loading.cancel();
          }}
        />
        <Input
          allowClear
          className="subjects-search"
          aria-label="查找科目"
          placeholder="编码、名称或拼音首字母"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <span className="spacer" />
        {tableYear === fiscalYear && <Button onClick={loading.remove}>移除{fiscalYear}年科目表</Button>}
        <Button type="primary" onClick={() => file.current?.click()}>
          载入{fiscalYear}年科目表
        </Button>
        <input
          ref={file}
          type="file"
          hidden
          aria-label="科目表文件"
          accept=".xlsx,.xls,.et,.ods,.docx,.csv,.tsv,.txt,.html,.htm"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) loading.read(chosen);
            event.target.value = '';
          }}
        />
      </div>
      {error && <Alert type="error" banner title={describeError(error)} />}
      {loading.change ? (
        <SubjectChange
          change={loading.change}
          fiscalYear={fiscalYear}
          onAccept={loading.accept}
          onCancel={loading.cancel}
        />
      ) : (
        <>
          {table.value?.note !== undefined && table.value.note !== '' && (
            <Alert type="info" banner title={table.value.note} />
          )}
          <SubjectList kind={kind} subjects={found} query={query} />
        </>
      )}
    </div>
  );
}
