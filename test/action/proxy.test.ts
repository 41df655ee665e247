/** A runner that reaches GitHub only through its company's proxy: in the bundle, which has a part of the toolkit's HTTP client. */
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { closeServers, rules, stage } from './scenario.ts';

let proxy: Server | null = null;
afterEach(async () => {
  proxy?.closeAllConnections();
  proxy?.close();
  await closeServers();
});

/** Opens tunnels to one port of this machine, whatever name is asked for, and remembers the names. */
async function proxyTo(port: number): Promise<{ readonly url: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', ({ url }, socket) => {
    asked.push(url ?? '');
    const through = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    for (const end of [socket, through]) end.on('error', () => through.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  proxy = server;
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test('the comment is written through the proxy that the runner names', async () => {
  const built = await stage({ change: rules(['**Owner**: BDR', '**Owner**: TBD']), depth: 2, bundle: true });
  const { url, asked } = await proxyTo(Number(new URL(built.github.url).port));
  const api = 'http://github.example:8080';
  const run = await built.run({
    env: { GITHUB_API_URL: api, GITHUB_GRAPHQL_URL: `${api}/graphql`, http_proxy: url },
  });
  expect([run.exit, run.stderr]).toEqual([1, '']);
  expect(built.github.world.comments).toHaveLength(1);
  expect(new Set(asked)).toEqual(new Set(['github.example:8080']));
});
