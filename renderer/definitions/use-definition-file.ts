import { useCallback, useState } from 'react';
import { type AppError, describeError } from '../../shared/domain/app-error.ts';
import type { DefinitionReport } from '../../shared/rpc/definition-types.ts';
import { useRpc } from '../rpc/client-context.tsx';
import { words } from './words.ts';

/** A definition file that was chosen, with what the core says of it. */
interface CheckedFile {
  readonly token: string;
  readonly report: DefinitionReport;
}

/** The way of a definition file from the disk to the workspace: choose, look at what is found, install. */
export interface DefinitionFile {
  readonly checked: CheckedFile | null;
  readonly message: string | null;
  readonly isBusy: boolean;
  readonly choose: (files: readonly File[]) => Promise<void>;
  /** @returns what was installed; null where it was not, for the reason in `message` */
  readonly install: () => Promise<{ readonly id: string; readonly version: number } | null>;
  readonly close: () => void;
}

export function useDefinitionFile(): DefinitionFile {
  const rpc = useRpc();
  const [checked, setChecked] = useState<CheckedFile | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  const fail = useCallback((error: AppError) => {
    setMessage(describeError(error));
    setChecked(null);
  }, []);

  const choose = useCallback(
    async (files: readonly File[]) => {
      const [file, second] = files;
      if (!file) return;
      if (second) {
        setMessage(words.oneFile);
        return;
      }
      setIsBusy(true);
      setMessage(null);
      const registered = await rpc.registerFiles([file]);
      const token = registered.ok ? registered.value[0]?.token : undefined;
      const report = token === undefined ? undefined : await rpc.call('definition.check', { token });
      setIsBusy(false);
      if (!registered.ok) fail(registered.error);
      else if (report && !report.ok) fail(report.error);
      else if (token !== undefined && report) setChecked({ token, report: report.value });
    },
    [rpc, fail],
  );

  const install = useCallback(async () => {
    if (checked === null) return null;
    setIsBusy(true);
    const { token, report } = checked;
    const installed = await rpc.call('definition.install', { token, contents: report.contents });
    setIsBusy(false);
    if (!installed.ok) {
      setMessage(describeError(installed.error));
      return null;
    }
    setMessage(null);
    setChecked(null);
    return installed.value;
  }, [rpc, checked]);

  const close = useCallback(() => {
    setChecked(null);
    setMessage(null);
  }, []);

  return { checked, message, isBusy, choose, install, close };
}
