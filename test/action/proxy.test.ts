import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect as open } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { connect } from '../../action/github/client.ts';
import { useProxy } from '../../action/github/proxy.ts';

const servers: Server[] = [];
const before = { ...process.env };

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
  process.env = { ...before };
});

/** GitHub as far as one request goes. */
async function github(): Promise<string> {
  return listening(
    createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ asked: request.url, by: request.headers.authorization }));
    }),
  );
}

/** A proxy that reaches the given server under any name, and the names it was asked for. */
async function proxy(target: string): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer();
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    const through = open(Number(new URL(target).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
  });
  server.on('request', (request, response) => {
    asked.push(new URL(request.url ?? '').host);
    fetch(new URL(new URL(request.url ?? '').pathname, target), {
      headers: { authorization: String(request.headers.authorization) },
    })
      .then((answer) => answer.text())
      .then((text) => response.setHeader('content-type', 'application/json').end(text));
  });
  return { url: await listening(server), asked };
}

async function listening(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function environment(values: NodeJS.ProcessEnv): void {
  const bare = Object.entries(before).filter(([name]) => !/_proxy$/i.test(name));
  process.env = { ...Object.fromEntries(bare), ...values };
}

test('a runner behind a proxy reaches GitHub through it', async () => {
  const { url, asked } = await proxy(await github());
  environment({ http_proxy: url, GITHUB_API_URL: 'http://github.internal' });
  const client = await connect('ghs_token', 'acme/handbook');
  expect(await client.request('GET /repos/{owner}/{repo}')).toEqual({
    asked: '/repos/acme/handbook',
    by: 'token ghs_token',
  });
  expect(asked.map((host) => host.replace(/:80$/, ''))).toEqual(['github.internal']);
});

test('a host that no_proxy names is reached without it', async () => {
  const { url, asked } = await proxy(await github());
  useProxy({ HTTP_PROXY: url, NO_PROXY: 'github.internal' });
  await expect(fetch('http://github.internal/')).rejects.toThrow();
  expect(asked).toEqual([]);
});

test('this machine is reached without the proxy', async () => {
  const api = await github();
  const { url, asked } = await proxy(api);
  useProxy({ http_proxy: url });
  expect((await fetch(api)).status).toBe(200);
  expect(asked).toEqual([]);
});
