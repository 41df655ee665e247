import schema from '../../schema/lifecycle.json?raw';

export function GET(): Response {
  return new Response(schema, { headers: { 'content-type': 'application/schema+json' } });
}
