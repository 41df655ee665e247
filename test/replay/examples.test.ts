import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ReplayReport } from '../../src/replay/report.ts';
import { replayCommand } from '../../src/shell/commands/replay.ts';

const examples = join(import.meta.dirname, '../../examples');

async function measured(file: string): Promise<ReplayReport> {
  let text = '';
  const terminal = {
    out: (more: string) => {
      text += more;
    },
    error: () => {},
    screen: false,
    colour: false,
  };
  const flags = { dir: join(examples, 'b2b-saas'), minCell: 1, format: 'json' } as const;
  await replayCommand([join(examples, 'replay', file)], flags, terminal);
  return JSON.parse(text);
}

test.each([
  ['salesforce-history.csv', 'salesforce-history'],
  ['hubspot-history.csv', 'hubspot-history'],
  ['hubspot-export.csv', 'hubspot-export'],
  ['pipedrive-changes.csv', 'pipedrive-changes'],
  ['events.parquet', 'events'],
])('%s shows the moves of events.csv', async (file, layout) => {
  const [one, events] = [await measured(file), await measured('events.csv')];
  expect(one.layout).toBe(layout);
  expect(one.moves).toEqual(events.moves);
  expect(one.unknownValues).toEqual([]);
});

test('a Parquet file gives the very figures of its CSV', async () => {
  expect(await measured('events.parquet')).toEqual(await measured('events.csv'));
});
