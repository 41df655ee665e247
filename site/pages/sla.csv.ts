import { lifecycle } from '../lib/lifecycle.ts';
import { slaCsv } from '../view/lifecycle/sla-csv.ts';

export async function GET(): Promise<Response> {
  const { site } = await lifecycle();
  return new Response(slaCsv(site));
}
