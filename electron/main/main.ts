import path from 'node:path';
import { app, dialog } from 'electron';
import { describeError } from '../../shared/domain/app-error.ts';
import { reportBug } from '../shell/report-bug.ts';
import { runApplication } from './application.ts';
import { registerPageScheme } from './page-protocol.ts';

// Before Electron is ready: the scheme cannot be declared later, nor every renderer sandboxed.
registerPageScheme();
// As root, Linux offers no sandbox to Chromium: whoever starts us then says so, and only then.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

const builtDir = import.meta.dirname;
if (app.requestSingleInstanceLock()) {
  void runApplication({
    programDir: path.resolve(builtDir, '..', '..'),
    coreEntry: path.join(builtDir, 'core.js'),
    preloadEntry: path.join(builtDir, 'preload.cjs'),
    hasSample: !app.commandLine.hasSwitch('no-sample'),
  }).catch(endWithBug);
} else {
  app.quit();
}

/** Nothing is open yet that a person could be told in: a box says that the program cannot start. */
function endWithBug(error: unknown): void {
  dialog.showErrorBox('县财填报', describeError(reportBug(error)));
  app.exit(1);
}
