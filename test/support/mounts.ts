import { execFileSync } from 'node:child_process';
import { onTestFinished } from 'vitest';

/** Runs a command of the system; false where it is missing or not allowed. */
function succeeds(command: string, ...parameters: readonly string[]): boolean {
  try {
    execFileSync(command, parameters, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const unmount = (folder: string) => onTestFinished(() => void succeeds('umount', '--lazy', folder));

/** Puts a small disk of its own into a folder until the test is over; false where only an administrator may. */
export function mountSmallDisk(folder: string, megabytes: number): boolean {
  if (!succeeds('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder)) return false;
  unmount(folder);
  return true;
}

/** Makes a folder read-only, for administrators too, until the test is over; false where only they may. */
export function mountReadOnly(folder: string): boolean {
  if (!succeeds('mount', '--bind', folder, folder)) return false;
  unmount(folder);
  return succeeds('mount', '-o', 'remount,ro,bind', folder);
}

/** Makes files unchangeable, also for who has them open, until the function that comes back is called; undefined where that cannot be done. */
export function freezeFiles(files: readonly string[]): (() => void) | undefined {
  const thaw = () => void succeeds('chattr', '-i', ...files);
  if (!succeeds('chattr', '+i', ...files)) return undefined;
  onTestFinished(thaw);
  return thaw;
}
