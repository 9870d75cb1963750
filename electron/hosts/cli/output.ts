import { type AppError, describeError } from '../../../shared/domain/app-error.ts';

/** Everything went as asked. */
export const EXIT_OK = 0;
/** `check` found an error. */
export const EXIT_FINDINGS = 1;
/** Something could not be done; why stands on the standard error. */
export const EXIT_FAILURE = 2;

/** One sentence for the person, and the end of the command. */
export class CommandFailure extends Error {}

/** The failure of a command for an expected error. */
export const failure = (error: AppError): CommandFailure => new CommandFailure(describeError(error));

/** A line for a person, on the standard output. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A line that is no result: progress, a summary, a failure. On the standard error. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** The one JSON document of a command. */
export function sayJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
}

/** Resolves when the bytes are handed to the operating system. */
export async function sayBytes(bytes: Uint8Array): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdout.write(bytes, () => resolve());
  });
}

/** A reader that goes away (`| head`) ends the command quietly, as it does with any other program. */
export function endQuietlyOnBrokenPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(EXIT_OK);
    });
  }
}
