import * as http from 'node:http';

/** Hosts that are this machine are reached without a proxy, as GitHub's own toolkit does. */
const own = 'localhost,127.0.0.1,[::1]';

/**
 * Sends requests through the proxy of a runner that has one (`https_proxy`, `http_proxy`, `no_proxy`, in either case).
 * Node does it itself once it is asked; a runner whose Node is too old to be asked takes NODE_USE_ENV_PROXY=1.
 */
export function useProxy(env: NodeJS.ProcessEnv): void {
  const named = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].some((name) => env[name]);
  if (!named) return;
  const set: typeof http.setGlobalProxyFromEnv | undefined = http.setGlobalProxyFromEnv;
  const direct = [env['no_proxy'] || env['NO_PROXY'], own].filter(Boolean).join(',');
  set?.({ ...env, no_proxy: direct, NO_PROXY: direct });
}
