/**
 * What packages of the bundles bring along and nothing calls. Commander loads what starts processes, for commands that
 * are programs of their own, of which we have none. GitHub's toolkit loads an HTTP client for
 * OIDC tokens, a method for each of GitHub's thousand routes and all of undici, of which it calls `fetch`, which Node has,
 * and the proxy, which reads HTTP by one of two WebAssembly modules. `yaml` comes for Node as modules of which a bundler
 * leaves out none. A tenth of a second of every run, and a fifth of the bundle.
 */
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

interface Instead {
  /** Which import is met. */
  readonly filter: RegExp;
  /** Only where the importing file's path contains this. */
  readonly from?: string;
  readonly contents: string;
}

const instead: readonly Instead[] = [
  { filter: /^node:child_process$/, from: 'commander', contents: 'export default {};' },
  {
    filter: /^@actions\/http-client/,
    from: 'oidc-utils',
    contents: 'export class HttpClient {}\nexport class BearerCredentialHandler {}',
  },
  {
    filter: /^@octokit\/plugin-rest-endpoint-methods$/,
    contents: 'export const restEndpointMethods = () => ({});',
  },
  { filter: /^@octokit\/plugin-paginate-rest$/, contents: 'export const paginateRest = () => ({});' },
  {
    filter: /^undici$/,
    // As undici's own index does it; a proxy opens its tunnel by `connect`. The Action runs on a Node whose `fetch` takes it.
    contents: `const Dispatcher = require('undici/lib/dispatcher/dispatcher.js');
Dispatcher.prototype.connect = require('undici/lib/api/api-connect.js');
exports.ProxyAgent = require('undici/lib/dispatcher/proxy-agent.js');
exports.fetch = fetch;`,
  },
  // `fetch` hands every body over as a stream, and HTTP/2 is not asked for.
  { filter: /\/web\/fetch\/body\.js$/, from: 'undici', contents: '' },
  { filter: /\/client-h2\.js$/, from: 'undici', contents: '' },
];

/** Files of packages that do the same with less: yaml as ES modules; HTTP read without SIMD, which not every machine has. */
const smaller: readonly { readonly filter: RegExp; readonly file: string }[] = [
  { filter: /^yaml$/, file: 'yaml/browser/dist/index.js' },
  { filter: /\/llhttp_simd-wasm\.js$/, file: 'undici/lib/llhttp/llhttp-wasm.js' },
];

/** Puts in the place of packages what is used of them. @param root the folder that holds `node_modules` */
export function withoutUnused(root: string): Plugin {
  return {
    name: 'without-unused',
    setup(bundler) {
      for (const { filter, file } of smaller) {
        const path = join(root, 'node_modules', file);
        bundler.onResolve({ filter }, () => ({ path, sideEffects: false }));
      }
      for (const { filter, from, contents } of instead) {
        const namespace = `instead-of-${filter.source}${from ?? ''}`;
        bundler.onResolve({ filter }, ({ path, importer }) =>
          from === undefined || importer.includes(from) ? { path, namespace } : undefined,
        );
        bundler.onLoad({ filter: /.*/, namespace }, () => ({ contents, resolveDir: root }));
      }
    },
  };
}
