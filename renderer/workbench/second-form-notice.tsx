import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import { type AppError, describeError } from '../../shared/domain/app-error.ts';
import { navigate } from '../app/router.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { type ExistingForm, useCreating } from './create-context.tsx';

/** Tells, in place of making a form, that the unit has one of its kind this year; the second is made at a click. */
export function SecondFormNotice() {
  const { existing } = useCreating();
  return existing ? <Told {...existing} /> : null;
}

function Told({ definition, recordId }: ExistingForm) {
  const { info } = useWorkspace();
  const { createSecond, dismiss } = useCreating();
  const [failure, setFailure] = useState<AppError | null>(null);
  const told = `${info.fiscalYear}年度已有《${definition.name}》，一个单位一年填一张即可。`;
  return (
    <Alert
      type={failure ? 'error' : 'warning'}
      banner
      className="second-form"
      title={failure ? describeError(failure) : told}
      closable={{ onClose: dismiss }}
      action={
        <Space>
          <Button
            size="small"
            type="primary"
            onClick={() => navigate({ name: 'form', recordId, step: null, at: null })}
          >
            打开已有的
          </Button>
          <Button size="small" onClick={() => void createSecond().then(setFailure)}>
            仍再建一张
          </Button>
        </Space>
      }
    />
  );
}
