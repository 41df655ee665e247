import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { modes, motions } from '../../src/config/schema.ts';
import { sellers } from '../../src/draft/start/index.ts';
import { folder, init } from './folder.ts';

const lifecycles = motions.flatMap((motion) =>
  modes.flatMap((mode) =>
    sellers.map((seller) => [`${motion}, ${mode}, ${seller} sells`, { motion, mode, seller }] as const),
  ),
);

test.each(lifecycles)(
  'Prettier leaves what mops init writes as it is: %s',
  async (_name, { motion, mode, seller }) => {
    const root = folder();
    await init(root, { motion, mode, seller });
    const written = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.(?:md|yml)$/.test(path),
    );
    expect(written.length).toBeGreaterThan(1);
    for (const path of written) {
      const text = readFileSync(join(root, path), 'utf8');
      expect(await format(text, { filepath: path }), path).toBe(text);
    }
  },
);
