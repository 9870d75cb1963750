import { Alert, Button, Spin } from 'antd';
import { useMemo, useState } from 'react';
import type { AppError } from '../../shared/domain/app-error.ts';
import { describeError } from '../../shared/domain/app-error.ts';
import type { FormDefinition } from '../../shared/forms/definition.ts';
import { layOut } from '../../shared/forms/lay-out.ts';
import { emptyAnswers } from '../../shared/forms/shape.ts';
import { useCall } from '../app/use-call.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { PaperView } from '../paper/paper-view.tsx';
import { useCreate } from './use-create.ts';
import './workbench.css';

function BlankForm({ definition, fiscalYear }: { readonly definition: FormDefinition; readonly fiscalYear: number }) {
  const grid = useMemo(
    () => layOut(definition, { answers: emptyAnswers(definition), fiscalYear }),
    [definition, fiscalYear],
  );
  return <PaperView grid={grid} orientation={definition.paper.orientation} zoom="fit" showStamp />;
}

function years({ fromYear, toYear }: { readonly fromYear: number; readonly toYear: number | null }): string {
  return toYear === null ? `${fromYear}年起` : `${fromYear}—${toYear}年`;
}

/** The official forms there are, each as blank paper, and a way to begin one. */
export function DefinitionsScreen() {
  const { info, definitions } = useWorkspace();
  const create = useCreate();
  const [chosen, setChosen] = useState(definitions[0]?.id ?? null);
  const [failure, setFailure] = useState<AppError | null>(null);
  const definition = useCall('definition.get', chosen === null ? null : { id: chosen });
  const error = failure ?? definition.error;
  return (
    <div className="page">
      {error && <Alert type="error" banner title={describeError(error)} />}
      <div className="definitions">
        <ul className="definition-list" aria-label="表样">
          {definitions.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="definition-item"
                aria-pressed={one.id === chosen}
                onClick={() => setChosen(one.id)}
              >
                <strong>{one.name}</strong>
                <span>
                  {one.region}，{years(one)}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <div className="definition-paper">
          {definition.value ? (
            <>
              <div className="definition-tools">
                <Button type="primary" onClick={() => void create(definition.value?.id ?? '').then(setFailure)}>
                  用此表样新建{info.fiscalYear}年度表单
                </Button>
              </div>
              <BlankForm definition={definition.value} fiscalYear={info.fiscalYear} />
            </>
          ) : (
            <Spin className="waiting" />
          )}
        </div>
      </div>
    </div>
  );
}
