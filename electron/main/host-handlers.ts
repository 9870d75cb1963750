import path from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { err, ok } from '../../shared/domain/result.ts';
import type { ExportFormat, HostContract } from '../../shared/rpc/contract.ts';
import type { Handlers } from '../../shared/rpc/method.ts';
import type { CoreSupervisor } from '../shell/core-supervisor.ts';
import { paperOfRecords } from './paper-of-records.ts';
import { printOnPaper } from './printing.ts';

const importFilters: FileFilter[] = [
  { name: '表格和文档', extensions: ['xlsx', 'xls', 'et', 'ods', 'docx', 'csv', 'html', 'htm', 'txt'] },
  { name: '所有文件', extensions: ['*'] },
];

const exportKinds: Readonly<Record<ExportFormat, { readonly name: string; readonly extension: string }>> = {
  xlsx: { name: 'Excel 工作簿', extension: 'xlsx' },
  docx: { name: 'Word 文档', extension: 'docx' },
  pdf: { name: 'PDF 文件', extension: 'pdf' },
  html: { name: '网页', extension: 'html' },
  json: { name: '数据文件', extension: 'json' },
  grid: { name: '表格数据', extension: 'json' },
};

/** What Electron does for the page: the system's dialogs and printers. */
export function createHostHandlers(
  core: CoreSupervisor,
  window: () => BrowserWindow | undefined,
): Handlers<HostContract> {
  return {
    'host.info': () => ok({ kind: 'electron', version: app.getVersion() }),
    'host.chooseFiles': async () => {
      const owner = window();
      if (owner === undefined) return ok({ files: [] });
      const { filePaths } = await dialog.showOpenDialog(owner, {
        title: '选择要导入的文件',
        buttonLabel: '导入',
        properties: ['openFile', 'multiSelections'],
        filters: importFilters,
      });
      const files: { token: string; name: string }[] = [];
      for (const filePath of filePaths) {
        const registered = await core.callOwn('files.register', { path: filePath, purpose: 'read' });
        if (!registered.ok) return registered;
        files.push(registered.value);
      }
      return ok({ files });
    },
    'host.chooseTarget': async ({ suggestedName, format }) => {
      const owner = window();
      if (owner === undefined) return ok(null);
      const { name, extension } = exportKinds[format];
      const { filePath, canceled } = await dialog.showSaveDialog(owner, {
        title: '保存到',
        defaultPath: path.join(app.getPath('documents'), path.basename(suggestedName)),
        filters: [{ name, extensions: [extension] }],
      });
      if (canceled || filePath === '') return ok(null);
      return await core.callOwn('files.register', { path: withExtension(filePath, extension), purpose: 'write' });
    },
    'host.print': async ({ ids, settings, copies, isDuplex }) => {
      const document = await paperOfRecords(core, ids, settings);
      if (!document.ok) return err(document.error);
      const printed = await printOnPaper(document.value, { copies, isDuplex });
      return printed.ok ? ok({}) : printed;
    },
  };
}

/** Linux's dialogs do not add the extension of the filter. */
function withExtension(filePath: string, extension: string): string {
  return path.extname(filePath).toLowerCase() === `.${extension}` ? filePath : `${filePath}.${extension}`;
}
