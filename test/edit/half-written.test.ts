/**
 * Half-written lifecycles (SPEC §9): the drafts and edits that findings name, and the fix texts done to the letter.
 * After two rounds only questions for a person are left, and nothing was taken from another stage.
 */
import { describe, expect, test } from 'vitest';
import { usualLimits, usualOwners, usualWaysOut } from '../../src/language/tables/usual.ts';
import { cases, playerOf } from './half-written-lifecycles.ts';
import { questions, round } from './to-the-letter.ts';

/** Here the lifecycle is only begun: what goes with a lead, and where a rejected one goes, is asked, too. */
const asked = [...questions, 'handoff-payload', 'rejection-routing'];

const number = (text: string): string => /\d+/.exec(text)?.[0] ?? '';

describe('half-written', () => {
  test.each(cases)('$what: two rounds, then only questions', (one) => {
    const player = playerOf(one);
    round(player);
    round(player);
    const open = player.report.findings.filter(({ severity }) => severity === 'error');
    expect(
      open.filter(({ rule }) => !asked.includes(rule)).map(({ rule, message }) => [rule, message]),
    ).toEqual([]);

    const stages = player.model.living.stages.filter(({ standing }) => standing === 'gated');
    for (const { name, canonical, owner, sla, escalation, disqualification } of stages) {
      const said = one.stages.find((stage) => stage?.name === name);
      const role = one.config.includes('self-serve') ? 'Marketing automation' : usualOwners[canonical];
      // Of two owners one is kept.
      expect([name, said?.owner ?? role]).toEqual([name, expect.stringContaining(owner?.raw.text ?? '?')]);
      if (owner?.automated === true) continue;
      const limit = said?.sla ?? usualLimits[canonical] ?? '1 business hour';
      expect([name, number(sla?.raw.text ?? '')]).toEqual([name, number(limit).replace('24', '1')]);
      // Whoever is told stands above this owner, unless the entry said it itself.
      if (said?.escalation === undefined)
        expect([name, escalation?.raw.text ?? '']).toEqual([
          name,
          expect.stringMatching(new RegExp(`notify the ${owner?.raw.text} manager`)),
        ]);
      if (said?.out === undefined)
        expect([name, disqualification.map(({ raw }) => raw.text)]).toEqual([
          name,
          [usualWaysOut[canonical]],
        ]);
    }
    for (const { to, rejection } of player.model.living.handoffs) {
      if (/^(?:Customer|Expansion)$/.test(to?.text ?? ''))
        expect(rejection.routing?.value?.text ?? '').not.toMatch(/Nurture|Disqualified/);
    }
  });
});
