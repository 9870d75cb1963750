import os from 'node:os';

/** Who saves, and on which PC. */
export interface Author {
  readonly name: string;
  readonly machine: string;
}

/** The person logged in to this machine; `""` where the system does not say. */
export function currentAuthor(): Author {
  return { name: userName(), machine: os.hostname() };
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // An account without an entry in the system's list of users, as in some containers.
    return '';
  }
}
