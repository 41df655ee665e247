/** The tables of inputs and outputs in action/README.md, made from action.yml. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface ActionFile {
  readonly inputs: Record<string, { readonly description: string }>;
  readonly outputs: Record<string, { readonly description: string }>;
}

const action = parse(readFileSync(new URL('../action.yml', import.meta.url), 'utf8')) as ActionFile;

/** Markdown table of the inputs, in the order of action.yml. */
export function inputsTable(): string {
  return table('Input', action.inputs);
}

/** Markdown table of the outputs, in the order of action.yml. */
export function outputsTable(): string {
  return table('Output', action.outputs);
}

function table(heading: string, rows: Record<string, { readonly description: string }>): string {
  const lines = Object.entries(rows).map(
    ([name, { description }]) => `| \`${name}\` | ${description.replaceAll('|', '\\|')} |`,
  );
  return [`| ${heading} | What it does |`, '| --- | --- |', ...lines].join('\n');
}
