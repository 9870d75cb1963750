import path from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../../shared/domain/result.ts';
import { defaultWorkspaceDir } from '../../shell/workspace-dir.ts';

/** What browser mode was asked to do. */
export interface BrowserOptions {
  readonly workspaceDir: string;
  /** Opens the machine's browser; otherwise the address is only printed. */
  readonly shouldOpen: boolean;
  /** 0: the workspace's own where it is free, otherwise any. */
  readonly port: number;
  /** A workspace that is empty so far begins with the invented sample county. */
  readonly withSample: boolean;
}

/**
 * Reads the command line.
 * @param args without program and script
 * @param hasDisplay whether a browser window could be shown; decides where neither --open nor --no-open is given
 * @returns the sentence for the person when it makes no sense
 */
export function readOptions(args: readonly string[], hasDisplay: boolean): Result<BrowserOptions, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      allowNegative: true,
      options: {
        workspace: { type: 'string' },
        open: { type: 'boolean', default: hasDisplay },
        port: { type: 'string', default: '0' },
        sample: { type: 'boolean', default: true },
      },
    });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) return err('端口应是 0 到 65535 之间的数。');
    return ok({
      workspaceDir: values.workspace === undefined ? defaultWorkspaceDir() : path.resolve(values.workspace),
      shouldOpen: values.open,
      port: Number(values.port),
      withSample: values.sample,
    });
  } catch {
    return err('参数有误；可用参数：--workspace 文件夹、--port 端口、--open 或 --no-open、--no-sample。');
  }
}
