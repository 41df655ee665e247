import { lifecycle } from '../lib/lifecycle.ts';
import { searchRecords } from '../lib/search-index.ts';

/** The records of the search, fetched by the browser when it is opened. */
export async function GET(): Promise<Response> {
  const { pages } = await lifecycle();
  return Response.json(searchRecords(pages));
}
