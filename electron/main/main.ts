import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { runApplication } from './application.ts';
import { registerPageScheme } from './page-protocol.ts';

// Before Electron is ready: the scheme cannot be declared later, nor every renderer sandboxed.
registerPageScheme();
// As root, Linux offers no sandbox to Chromium: whoever starts us then says so, and only then.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

const builtDir = path.dirname(fileURLToPath(import.meta.url));
if (app.requestSingleInstanceLock()) {
  await runApplication({
    programDir: path.resolve(builtDir, '..', '..'),
    coreEntry: path.join(builtDir, 'core.js'),
    preloadEntry: path.join(builtDir, 'preload.cjs'),
    hasSample: !app.commandLine.hasSwitch('no-sample'),
  });
} else {
  app.quit();
}
