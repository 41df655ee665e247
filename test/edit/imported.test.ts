/**
 * Documents of many shapes, imported and then followed to the letter (SPEC §9): in two rounds only questions for a
 * person are left, and every owner and limit is the document's own, or a blank.
 */
import { expect, test } from 'vitest';
import { documents } from './imported-documents.ts';
import { exported } from './imported-exports.ts';
import { blankMark, Player } from './player.ts';
import { questions, round } from './to-the-letter.ts';

const asks: Readonly<Record<string, readonly string[]>> = {
  'self-serve': ['stage-sla'],
  'shared owners and loose limits': ['sla-unreadable'],
  'a waterfall': ['lifecycle-shape'],
  'owners in brackets and limits with reasons': ['sla-unreadable'],
};
const calendar =
  'calendar:\n  zone: Europe/Berlin\n  hours: {mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00"}\n';
const persona = { path: 'SoT/people.md', text: '## PER-001: Head of operations\n\nType: Primary\n' };

const number = (text: string): string | undefined => /\d+/.exec(text)?.[0];

test.each(Object.entries({ ...documents, ...exported }))('%s', (name, [config, text]) => {
  const player = new Player([persona], config + calendar);
  const path = text.includes('|') ? 'life.md' : 'life.csv';
  const imported = player.import(text, path).model.living.stages;
  expect(imported.length).toBeGreaterThan(2);
  expect(player.import(text, path).model.living.stages).toHaveLength(imported.length);

  round(player.activate());
  round(player);
  const open = player.report.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  expect([...new Set(open)].filter((rule) => !questions.includes(rule)).sort()).toEqual(asks[name] ?? []);

  for (const stage of player.model.living.stages) {
    const said = imported.find((one) => one.name === stage.name);
    if (said === undefined) continue;
    const owner = said.owner?.raw.text ?? '';
    const blankOwner = owner === '' || blankMark.test(owner) || said.owner?.kind !== 'role';
    blankMark.lastIndex = 0;
    if (!blankOwner)
      expect([stage.name, owner]).toEqual([
        stage.name,
        expect.stringContaining(stage.owner?.raw.text ?? '?'),
      ]);
    const limit = said.sla?.raw.text ?? '';
    if (number(limit) !== undefined)
      expect([stage.name, number(stage.sla?.raw.text ?? '')]).toEqual([
        stage.name,
        number(limit)?.replace('24', '1'),
      ]);
  }
});
