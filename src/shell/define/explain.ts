import type { Context } from './option.ts';
import { after } from './option.ts';

/** `mops explain`. */
export function defineExplain({ program, terminal }: Context): void {
  program
    .command('explain')
    .summary('explain a rule, a gate or an anti-pattern')
    .description(
      'Says what a rule wants, why it matters and how to fix it. Without a name it lists all rules.',
    )
    .argument('[rule]', 'rule ID, gate (G1 to G7) or anti-pattern (A1 to A7)')
    .addHelpText(
      'after',
      after(['mops explain', 'mops explain stage-sla', 'mops explain G4', 'mops explain A3']),
    )
    .action(async (topic: string | undefined) => {
      const { explain } = await import('../commands/explain.ts');
      explain(topic, terminal);
    });
}
