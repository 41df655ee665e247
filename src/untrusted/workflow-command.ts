import { plainLines } from './plain-text.ts';

/** The levels the runner knows. */
type Level = 'error' | 'warning' | 'notice';

/** One workflow command, `::error file=a.md,line=3::text`, everything in it escaped as the runner reads it back. */
export function command(
  level: Level,
  properties: { readonly [name: string]: string | number },
  message: string,
): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level}${list.length > 0 ? ` ${list.join(',')}` : ''}::${escapeData(message)}`;
}

/** Escapes the text of a workflow command; what would steer a terminal that shows the log is shown as its code. */
function escapeData(text: string): string {
  return plainLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** Escapes a property of a workflow command, which ends at a colon or a comma. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
