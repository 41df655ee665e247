/** `npm start`: checks the example lifecycle, builds its site, serves it. Ctrl-C ends. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rules } from '../src/rules/index.ts';
import { checkTree } from '../src/shell/files/check-tree.ts';
import { loadTree } from '../src/shell/files/tree.ts';
import { serveSite } from '../src/shell/site/serve.ts';
import { buildSite } from '../src/shell/site/site.ts';

const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s`;
const say = (line: string) => console.log(`${seconds()}  ${line}`);

const dir = join(import.meta.dirname, '..', 'examples', 'b2b-saas');
const port = Number(process.env['PORT'] ?? 4321);

say('Checking examples/b2b-saas');
const tree = await loadTree({ folder: dir, ruleIds: rules.map(({ id }) => id) });
const report = checkTree(tree);
const failed = report.gates.filter(({ status }) => status === 'fail').length;
say(
  `${report.verdict === 'pass' ? 'Pass' : 'Fail'}: ${report.model.living.stages.length} stages, ${report.model.living.handoffs.length} handoffs, ${report.findings.length} finding${report.findings.length === 1 ? '' : 's'}, ${failed === 0 ? 'all gates hold' : `${failed} of ${report.gates.length} gates fail`}`,
);

const folder = await mkdtemp(join(tmpdir(), 'mops-start-'));
const clean = () => rm(folder, { recursive: true, force: true });
const out = join(folder, 'site');
say('Building its site');
const code = await buildSite({ dir, out, base: '/', log: say });
if (code !== 0) {
  await clean();
  process.exit(code);
}
const { server, address } = await serveSite(out, '/', port);
say(`Open ${address}`);
console.log('         Press Ctrl-C to stop.');

const stop = () => {
  server.close();
  server.closeAllConnections();
  void clean().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
