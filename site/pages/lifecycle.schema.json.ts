import schema from '../../schema/lifecycle.json?raw';

/** The JSON schema of `lifecycle.json`. */
export function GET(): Response {
  return new Response(schema, { headers: { 'content-type': 'application/schema+json' } });
}
