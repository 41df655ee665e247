import { closest } from '../../language/closest.ts';
import { explainAll, explainGroup, explainRule } from '../../rules/explain.ts';
import { rules } from '../../rules/index.ts';
import type { Gate } from '../../rules/rule.ts';
import { UsageError } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/** `mops explain [rule]`: a rule, a gate (`G4`), an anti-pattern (`A3`), or the list of all. */
export function explain(topic: string | undefined, terminal: Terminal): void {
  terminal.out(topic === undefined ? explainAll(rules) : explainTopic(topic));
}

function explainTopic(topic: string): string {
  const group = /^([ga])([1-7])$/i.exec(topic);
  if (group) {
    const kind = group[1]?.toLowerCase() === 'g' ? 'gate' : 'pattern';
    return explainGroup(kind, Number(group[2]) as Gate, rules);
  }
  const rule = rules.find(({ id }) => id === topic.toLowerCase());
  if (rule) return explainRule(rule);
  const meant = closest(
    topic,
    rules.map(({ id }) => id),
  );
  const hint = meant === null ? 'mops explain lists all rules.' : `Did you mean ${meant}?`;
  throw new UsageError(`There is no rule, gate or anti-pattern "${topic}". ${hint}`);
}
