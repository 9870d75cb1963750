import { existsSync } from 'node:fs';
import path from 'node:path';

/** What the search needs to know of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (file: string) => boolean;
}

/** Commands of browsers built on Chromium, Debian's and those of 统信 and 麒麟, in order of preference. */
const LINUX_COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'browser360-cn-stable',
  'browser360-cn',
  'qaxbrowser-safe-stable',
  'uos-browser-stable',
  'org.deepin.browser',
];
const LINUX_FILES = [
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/opt/apps/com.360.browser-stable/files/com.360.browser-stable',
  '/opt/apps/cn.google.chrome/files/google-chrome',
  '/snap/bin/chromium',
];
const WINDOWS_FILES = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  '360ChromeX\\Chrome\\Application\\360ChromeX.exe',
  '360Chrome\\Chrome\\Application\\360chrome.exe',
  '360\\360se6\\Application\\360se.exe',
  '360se6\\Application\\360se.exe',
];
const WINDOWS_FOLDERS = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA', 'APPDATA'];
const MAC_FILES = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

function candidates({ platform, env }: Machine): string[] {
  if (platform === 'win32') {
    const folders = WINDOWS_FOLDERS.flatMap((name) => env[name] ?? []);
    return WINDOWS_FILES.flatMap((file) => folders.map((folder) => path.win32.join(folder, file)));
  }
  if (platform === 'darwin') return MAC_FILES;
  const folders = [...(env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/')), '/usr/bin'];
  return [
    ...LINUX_COMMANDS.flatMap((command) => folders.map((folder) => path.posix.join(folder, command))),
    ...LINUX_FILES,
  ];
}

/**
 * The machine's browser that can print: the one `XIANCAI_CHROMIUM` names, else the first known one that is there.
 * @returns its path; undefined where there is none (also where the variable names a file that is not there)
 */
export function findChromium(
  machine: Machine = { platform: process.platform, env: process.env, exists: existsSync },
): string | undefined {
  const wanted = machine.env.XIANCAI_CHROMIUM;
  if (wanted !== undefined && wanted !== '') return machine.exists(wanted) ? wanted : undefined;
  return candidates(machine).find(machine.exists);
}
