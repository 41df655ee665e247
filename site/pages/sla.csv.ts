import { lifecycle } from '../lib/lifecycle.ts';
import { slaCsv } from '../view/lifecycle/sla-csv.ts';

/** All limits as CSV, a row each. */
export async function GET(): Promise<Response> {
  const { site } = await lifecycle();
  return new Response(slaCsv(site));
}
