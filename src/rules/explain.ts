import { gateTitles, patternTitles } from './gates.ts';
import type { AntiPattern, Gate, Rule } from './rule.ts';

/** Everything about one rule for a terminal: why, how to fix, severities, an entry that fails and one that passes. */
export function explainRule(rule: Rule): string {
  const { quick, standard, deep } = rule.severity;
  const parts = [
    rule.gate === undefined ? null : `Gate ${rule.gate}: ${gateTitles[rule.gate]}`,
    rule.pattern === undefined ? null : `Anti-pattern ${rule.pattern}: ${patternTitles[rule.pattern]}`,
  ].filter((line) => line !== null);
  return [
    `${rule.id}: ${rule.title}`,
    ...parts,
    '',
    'Why it hurts',
    indented(rule.why),
    '',
    'How to fix it',
    indented(rule.fix),
    '',
    'An entry that fails',
    quoted(rule.bad),
    '',
    'An entry that passes',
    quoted(rule.good),
    '',
    `Severity  quick ${quick}, standard ${standard}, deep ${deep}`,
    'Change    in mops.config.yml:',
    `            rules: {${rule.id}: warning}`,
    '          or for one place, on the line above it:',
    `            <!-- mops-ignore ${rule.id}: reason -->`,
    '',
  ].join('\n');
}

/** A gate or an anti-pattern with the rules behind it. */
export function explainGroup(
  kind: 'gate' | 'pattern',
  number: Gate | AntiPattern,
  rules: readonly Rule[],
): string {
  const title =
    kind === 'gate'
      ? `Gate ${number}: ${gateTitles[number]}`
      : `Anti-pattern ${number}: ${patternTitles[number]}`;
  const members = rules.filter((rule) => rule[kind] === number);
  return [title, '', ...ruleLines(members), '', 'One rule in full: mops explain <rule>', ''].join('\n');
}

/** All rules: the seven gates with theirs, then the rest. */
export function explainAll(rules: readonly Rule[]): string {
  const lines: string[] = [];
  for (const gate of [1, 2, 3, 4, 5, 6, 7] as const) {
    lines.push(
      `Gate ${gate}: ${gateTitles[gate]}`,
      ...ruleLines(rules.filter((rule) => rule.gate === gate)),
      '',
    );
  }
  lines.push(
    'Entries, links and the whole graph',
    ...ruleLines(rules.filter((rule) => rule.gate === undefined)),
    '',
  );
  lines.push(
    'One rule in full: mops explain <rule>. A gate: mops explain G4. An anti-pattern: mops explain A3.',
    '',
  );
  return lines.join('\n');
}

function ruleLines(rules: readonly Rule[]): string[] {
  const width = Math.max(0, ...rules.map((rule) => rule.id.length));
  return rules.map((rule) => `  ${rule.id.padEnd(width)}  ${rule.title}`);
}

function indented(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}

function quoted(text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `  | ${line}`.trimEnd())
    .join('\n');
}
