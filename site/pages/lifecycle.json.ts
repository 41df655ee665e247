import { exportJson } from '../../src/export/lifecycle.ts';
import { lifecycle } from '../lib/lifecycle.ts';

/** The lifecycle as `mops export json` writes it, byte for byte. */
export async function GET(): Promise<Response> {
  const { report } = await lifecycle();
  return new Response(exportJson(report.model), { headers: { 'content-type': 'application/json' } });
}
