import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.md': 'text/markdown; charset=utf-8',
  '.mmd': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * Serves a built site the way GitHub Pages does: folders by their `index.html`, `404.html` for what is not there.
 *
 * @param base path the site was built for, `/` or `/repo/`
 * @param port the first port to try; the next free one is taken. 0 lets the system choose.
 * @returns the server and its address
 */
export async function serveSite(
  folder: string,
  base: string,
  port: number,
): Promise<{ readonly server: Server; readonly address: string }> {
  const server = createServer((request, response) => {
    // Only by the names of this machine: a page elsewhere that points its own name here reads nothing.
    if (!/^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(request.headers.host ?? '')) {
      response
        .writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
        .end('Not served under this name\n');
      return;
    }
    void answer(folder, base, request.url ?? '/').then(({ status, file, location }) => {
      if (location !== undefined) {
        response.writeHead(301, { location }).end();
        return;
      }
      if (file === null) {
        response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n');
        return;
      }
      response.writeHead(status, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
      if (request.method === 'HEAD') response.end();
      else
        createReadStream(file)
          .on('error', () => response.destroy())
          .pipe(response);
    });
  });
  const taken = await listen(server, port);
  return { server, address: `http://127.0.0.1:${taken}${base}` };
}

interface Answer {
  readonly status: number;
  readonly file: string | null;
  readonly location?: string;
}

async function answer(folder: string, base: string, asked: string): Promise<Answer> {
  let path: string;
  try {
    path = decodeURIComponent(new URL(asked, 'http://localhost').pathname);
  } catch {
    return { status: 400, file: null };
  }
  const missing = { status: 404, file: await fileOrNull(join(folder, '404.html')) };
  if (!path.startsWith(base) || path.includes('\0')) return missing;
  const inside = normalize(path.slice(base.length));
  if (inside.startsWith('..')) return missing;
  const target = join(folder, inside);
  if (path.endsWith('/')) {
    const index = await fileOrNull(join(target, 'index.html'));
    return index === null ? missing : { status: 200, file: index };
  }
  const file = await fileOrNull(target);
  if (file !== null) return { status: 200, file };
  const index = await fileOrNull(join(target, 'index.html'));
  return index === null
    ? missing
    : { status: 301, file: null, location: `${encodeURI(path).replace(/^[/\\]+/, '/')}/` };
}

async function fileOrNull(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? path : null;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, fail) => {
    const attempt = (at: number) => {
      server.once('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EADDRINUSE' && at < port + 50) attempt(at + 1);
        else fail(error);
      });
      server.listen(at, '127.0.0.1', () => {
        server.removeAllListeners('error');
        const address = server.address();
        done(typeof address === 'object' && address !== null ? address.port : at);
      });
    };
    attempt(port);
  });
}
