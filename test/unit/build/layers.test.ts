import { describe, expect, it } from 'vitest';
import { findLayerViolations } from '../../../build/lib/layers.mjs';

describe('findLayerViolations', () => {
  it.each([
    ['shared/domain/amount.ts', "import { z } from 'zod'; import { ok } from './result.ts';"],
    ['renderer/app.tsx', "import { Button } from 'antd'; import { ok } from '../shared/domain/result.ts';"],
    ['electron/main/main.ts', "import { app } from 'electron'; import path from 'node:path';"],
    ['electron/main/main.ts', "import { supervise } from '../shell/supervise.ts';"],
    ['electron/hosts/browser.ts', "import { supervise } from '../shell/supervise.ts';"],
    ['electron/core/store/open.ts', "import Database from 'better-sqlite3'; import '../../../shared/a.ts';"],
    ['electron/hosts/cli.ts', "import { start } from '../core/start.ts'; import { Command } from 'commander';"],
    ['test/unit/any.test.ts', "import '../../renderer/app.tsx'; import '../../electron/core/a.ts';"],
  ])('accepts the arrows of %s', (file, source) => {
    expect(findLayerViolations(file, source)).toEqual([]);
  });

  it.each([
    ['shared/domain/amount.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/domain/amount.ts', "import { readFileSync } from 'fs';"],
    ['shared/domain/amount.ts', "import React from 'react';"],
    ['shared/domain/amount.ts', "import { open } from '../../electron/core/open.ts';"],
    ['renderer/app.tsx', "import { open } from '../electron/core/open.ts';"],
    ['renderer/app.tsx', "import type { Store } from '../electron/core/store.ts';"],
    ['renderer/app.tsx', "export { open } from '../electron/core/open.ts';"],
    ['renderer/app.tsx', "export * from '../electron/core/open.ts';"],
    ['renderer/app.tsx', "const core = await import('../electron/core/open.ts');"],
    ['renderer/app.tsx', "import { ipcRenderer } from 'electron';"],
    ['renderer/app.tsx', "import Database from 'better-sqlite3';"],
    ['electron/main/main.ts', "import { open } from '../core/open.ts';"],
    ['electron/main/main.ts', "import { read } from 'xlsx/xlsx.mjs';"],
    ['electron/core/open.ts', "import { app } from 'electron';"],
    ['electron/core/open.ts', "import { main } from '../main/main.ts';"],
    ['electron/core/open.ts', "import { cli } from '../hosts/cli.ts';"],
    ['electron/shell/supervise.ts', "import { open } from '../core/open.ts';"],
    ['electron/shell/supervise.ts', "import { app } from 'electron';"],
    ['electron/core/open.ts', "import { supervise } from '../shell/supervise.ts';"],
    ['electron/hosts/cli.ts', "import { main } from '../main/main.ts';"],
    ['electron/hosts/cli.ts', "import { root } from '../../build/lib/project.mjs';"],
    ['electron/other/thing.ts', 'export const thing = 1;'],
  ])('refuses in %s: %s', (file, source) => {
    expect(findLayerViolations(file, source)).toHaveLength(1);
  });

  it('names the file, the import and the rule', () => {
    expect(findLayerViolations('renderer/app.tsx', "import '../electron/core/open.ts';")).toEqual([
      'renderer/app.tsx: imports ../electron/core/open.ts; renderer may import only from renderer, shared',
    ]);
  });
});
