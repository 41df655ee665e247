import { createInterface } from 'node:readline/promises';
import { UsageError } from './exit.ts';

/** Asks one question and gives the answer, blanks trimmed. */
export type Ask = (question: string) => Promise<string>;

/**
 * Asks on the process's own terminal; null where nobody can answer (a script, a pipe, a CI job).
 * Ends the command when the person leaves with Ctrl-C or Ctrl-D.
 */
export function terminalAsk(): Ask | null {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return null;
  return async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      const left = new Promise<never>((_resolve, reject) => {
        lines.once('SIGINT', () => reject(new UsageError('Stopped. Nothing was written.')));
        lines.once('close', () => reject(new UsageError('Stopped. Nothing was written.')));
      });
      return (await Promise.race([lines.question(question), left])).trim();
    } finally {
      lines.close();
    }
  };
}

/**
 * Lets the person choose by number or by name, and asks again after anything else. Enter takes the default.
 *
 * @param choices each with what it means
 */
export async function choose<const Name extends string>(
  ask: Ask,
  question: string,
  choices: readonly { readonly name: Name; readonly means: string }[],
  preset?: Name,
): Promise<Name> {
  const list = choices.map(({ name, means }, at) => `  ${at + 1}  ${name.padEnd(15)} ${means}\n`).join('');
  const hint = preset === undefined ? `1 to ${choices.length}` : `Enter for ${preset}`;
  let prompt = `${question}\n${list}Choose (${hint}): `;
  for (;;) {
    const answer = (await ask(prompt)).toLowerCase();
    if (answer === '' && preset !== undefined) return preset;
    const chosen = choices.find(({ name }, at) => answer === name || answer === String(at + 1));
    if (chosen !== undefined) return chosen.name;
    prompt = `Please answer with a number from 1 to ${choices.length}: `;
  }
}
