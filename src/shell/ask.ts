import { createInterface } from 'node:readline';
import { UsageError } from './exit.ts';

/** Asks one question and gives the answer, blanks trimmed. */
export type AskPerson = (question: string) => Promise<string>;

/**
 * Runs something that may ask on the process's own terminal; it gets null where nobody can answer (a script, a pipe,
 * a CI job). Answers typed ahead of their question count. Ctrl-C and Ctrl-D end the command.
 */
export async function asking<Result>(use: (ask: AskPerson | null) => Promise<Result>): Promise<Result> {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return use(null);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const typed: string[] = [];
  let left = false;
  let waiting: { readonly answer: (line: string) => void; readonly stop: (error: Error) => void } | null =
    null;
  const stopped = () => new UsageError('Stopped. Nothing was written.');
  terminal.on('line', (line) => {
    if (waiting === null) typed.push(line);
    else waiting.answer(line);
    waiting = null;
  });
  terminal.on('SIGINT', () => terminal.close());
  terminal.on('close', () => {
    left = true;
    waiting?.stop(stopped());
  });
  const ask: AskPerson = (question) =>
    new Promise<string>((answer, stop) => {
      if (left) return stop(stopped());
      terminal.setPrompt(question);
      terminal.prompt();
      const line = typed.shift();
      if (line === undefined) waiting = { answer, stop };
      else answer(line);
    }).then((line) => line.trim());
  try {
    return await use(ask);
  } finally {
    terminal.close();
  }
}

/**
 * Lets the person choose by number or by name, and asks again after anything else. Enter takes the default.
 *
 * @param choices each with what it means
 */
export async function choose<const Name extends string>(
  ask: AskPerson,
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

/** An answer in words: what it means, or why it cannot be taken. */
export type Judged<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: string };

/** Lets the person write an answer, and asks again after one that cannot be taken. Enter takes what is proposed. */
export async function line<Value>(
  ask: AskPerson,
  question: string,
  proposed: string,
  judge: (answer: string) => Judged<Value>,
): Promise<Value> {
  let prompt = `${question} (Enter for ${proposed}): `;
  for (;;) {
    const judged = judge((await ask(prompt)) || proposed);
    if (judged.ok) return judged.value;
    prompt = `${judged.problem} (Enter for ${proposed}): `;
  }
}
