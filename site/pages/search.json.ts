import { lifecycle } from '../lib/lifecycle.ts';
import { searchRecords } from '../lib/search-index.ts';

export async function GET(): Promise<Response> {
  const { pages } = await lifecycle();
  return Response.json(searchRecords(pages));
}
