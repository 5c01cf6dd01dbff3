import { DomainError } from '#worker/kernel/errors.ts';
import { sayError } from '#worker/refusals/model/refusal-words.ts';

/** Runs a command to its end. What stops it is said in its own words on stderr, without a stack, and makes the exit code 1. */
export async function orderly(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error(error instanceof DomainError ? sayError(error) : error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
