/** One change in words, with what was marked as gone. */

import { own } from '../../../src/language/own.ts';
import type { ChangeLine } from '../../lib/history.ts';
import type { Words } from '../page.ts';
import type { Site } from '../site.ts';

export function changeWords(site: Site, line: ChangeLine): Words {
  const to = line.id === null ? null : site.homePath(line.id);
  const name =
    to === null
      ? { kind: 'strong' as const, text: line.name }
      : { kind: 'link' as const, text: line.name, to };
  if (line.before === null || line.after === null || line.before === '' || line.after === '')
    return [name, ' ', withoutName(line)];
  return [
    name,
    ` ${own(fieldWords, line.what) ?? line.what} `,
    { kind: 'gone', text: line.before },
    ' → ',
    line.after,
  ];
}

/** The sentence without the name it begins with, which stands before it as a link. */
function withoutName({ name, sentence }: ChangeLine): string {
  return sentence.startsWith(name) ? sentence.slice(name.length).replace(/^[\s:]+/, '') : sentence;
}

const fieldWords: Readonly<Record<string, string>> = {
  sla: 'answer within',
  owner: 'owner',
  escalation: 'when the limit passes:',
  trigger: 'handed over when:',
};
