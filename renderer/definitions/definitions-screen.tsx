import { Alert, App as AntApp, Button, Spin } from 'antd';
import { useRef, useState } from 'react';
import { describeError } from '../../shared/domain/app-error.ts';
import { useCall } from '../app/use-call.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { DefinitionPane } from './definition-pane.tsx';
import { DefinitionTable, keyOf } from './definition-table.tsx';
import { FilePane } from './file-pane.tsx';
import { useDefinitionFile } from './use-definition-file.ts';
import { useFileDrop } from './use-file-drop.ts';
import { words } from './words.ts';
import './definitions.css';

/** The official forms there are, each as blank paper; adding others from a file, and taking them away. */
export function DefinitionsScreen() {
  const { info, reload: reloadWorkspace } = useWorkspace();
  const { message } = AntApp.useApp();
  const managed = useCall('definition.manage', {});
  const file = useDefinitionFile();
  const input = useRef<HTMLInputElement>(null);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const isOver = useFileDrop((files) => void file.choose(files));

  const definitions = managed.value?.definitions ?? [];
  const chosen = definitions.find((one) => keyOf(one) === chosenKey) ?? definitions[0];
  const reload = () => {
    managed.reload();
    reloadWorkspace();
  };
  const install = async () => {
    const installed = await file.install();
    if (!installed) return;
    setChosenKey(keyOf(installed));
    void message.success(words.installed);
    reload();
  };

  const { checked } = file;
  return (
    <div className={isOver ? 'page definitions is-over' : 'page definitions'} data-drop={words.drop}>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={words.choose}
        onChange={(event) => {
          void file.choose([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {checked === null && (
        <header className="page-head">
          <h2>{words.title}</h2>
          <span className="definition-hint">{words.hint}</span>
          <span className="spacer" />
          <Button type="primary" loading={file.isBusy} onClick={() => input.current?.click()}>
            {words.choose}
          </Button>
        </header>
      )}
      {file.message !== null && <Alert type="error" banner closable={{ onClose: file.close }} title={file.message} />}
      {managed.error && <Alert type="error" banner title={describeError(managed.error)} />}
      {managed.value?.faults.map((fault) => (
        <Alert
          key={fault.file}
          type="warning"
          banner
          title={`工作区中的表样文件“${fault.file}”没有启用，${fault.message}。`}
        />
      ))}
      {checked === null ? (
        <div className="definition-columns">
          <div className="definition-list">
            {managed.value ? (
              <DefinitionTable
                definitions={definitions}
                chosen={chosen ? keyOf(chosen) : null}
                onChoose={setChosenKey}
              />
            ) : (
              <Spin className="waiting" />
            )}
          </div>
          {chosen && (
            <DefinitionPane
              key={keyOf(chosen)}
              chosen={chosen}
              onRemoved={reload}
              onSaid={(sentence) => void message.success(sentence)}
            />
          )}
        </div>
      ) : (
        <FilePane
          report={checked.report}
          fiscalYear={info.fiscalYear}
          isBusy={file.isBusy}
          onInstall={() => void install()}
          onAgain={() => input.current?.click()}
          onClose={file.close}
        />
      )}
    </div>
  );
}
