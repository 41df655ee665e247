/**
 * Cuts the few GitHub endpoints that the Action uses out of GitHub's own OpenAPI description, for the loopback
 * server of the tests. The package is large (385 MB), so it is no dependency of this repository:
 *
 *   mkdir /tmp/openapi && cd /tmp/openapi && npm init -y && npm install @octokit/openapi
 *   node scripts/openapi-slice.ts /tmp/openapi/node_modules/@octokit/openapi
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type JsonObject = { [key: string]: Json };

/** The operations a run of the Action can call: method and path as GitHub writes them. */
const operations: readonly (readonly [method: string, path: string])[] = [
  ['get', '/user'],
  ['get', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['post', '/repos/{owner}/{repo}/issues/{issue_number}/comments'],
  ['delete', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['patch', '/repos/{owner}/{repo}/issues/comments/{comment_id}'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}/files'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}/comments'],
  ['get', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews'],
  ['post', '/repos/{owner}/{repo}/pulls/{pull_number}/reviews'],
  ['get', '/repos/{owner}/{repo}/compare/{basehead}'],
  ['get', '/repos/{owner}/{repo}/contents/{path}'],
  ['get', '/repos/{owner}/{repo}/git/trees/{tree_sha}'],
  ['post', '/repos/{owner}/{repo}/git/trees'],
  ['get', '/repos/{owner}/{repo}/git/blobs/{file_sha}'],
  ['get', '/repos/{owner}/{repo}/git/commits/{commit_sha}'],
  ['post', '/repos/{owner}/{repo}/git/commits'],
  ['get', '/repos/{owner}/{repo}/git/ref/{ref}'],
  ['patch', '/repos/{owner}/{repo}/git/refs/{ref}'],
];

/** Words for people; a validator has no use for them. */
const prose = new Set([
  'description',
  'summary',
  'example',
  'examples',
  'externalDocs',
  'title',
  'deprecated',
]);

const [, , packageFolder] = process.argv;
if (packageFolder === undefined) {
  console.error('Usage: node scripts/openapi-slice.ts <folder of the installed @octokit/openapi>');
  process.exit(2);
}

const description = read(join(packageFolder, 'generated', 'api.github.com.json'));
const version = String(read(join(packageFolder, 'package.json'))['version']);
const schemas: JsonObject = {};

const slice = operations.map(([method, path]) => {
  const operation = object(at(description, 'paths', path, method));
  return {
    method: method.toUpperCase(),
    path,
    parameters: list(operation['parameters']).map((parameter) => {
      const { name, in: place, required, schema } = object(resolve(parameter));
      return { name: name ?? null, in: place ?? null, required: required === true, schema: schemaOf(schema) };
    }),
    body: schemaOf(at(operation, 'requestBody', 'content', 'application/json', 'schema')),
    responses: Object.fromEntries(
      Object.entries(object(operation['responses'])).map(([status, response]) => {
        const schema = at(resolve(response), 'content', 'application/json', 'schema');
        return [status, Number(status) < 300 ? schemaOf(schema) : null];
      }),
    ),
  };
});

const output = { source: `@octokit/openapi ${version}`, operations: slice, schemas: sorted(schemas) };
const file = new URL('../test/contract/openapi/github.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(output, null, 1)}\n`);

function read(path: string): JsonObject {
  return object(JSON.parse(readFileSync(path, 'utf8')) as Json);
}

function object(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

function list(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function at(value: Json | undefined, ...keys: string[]): Json | undefined {
  return keys.reduce<Json | undefined>((inner, key) => object(inner)[key], value);
}

function resolve(value: Json): Json | undefined {
  const reference = object(value)['$ref'];
  return typeof reference === 'string' ? at(description, ...reference.slice(2).split('/')) : value;
}

/** A JSON Schema made of an OpenAPI 3.0 one: `nullable` spelled out, prose dropped, references to `#/schemas/…`. */
function schemaOf(schema: Json | undefined): Json {
  if (schema === undefined || schema === null) {
    return null;
  }
  if (Array.isArray(schema)) {
    return schema.map(schemaOf);
  }
  if (typeof schema !== 'object') {
    return schema;
  }
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const name = reference.slice(reference.lastIndexOf('/') + 1);
    if (schemas[name] === undefined) {
      schemas[name] = {};
      schemas[name] = schemaOf(resolve(schema));
    }
    return { $ref: `#/schemas/${name}` };
  }
  const kept: JsonObject = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') {
      kept[key] = Object.fromEntries(
        Object.entries(object(value)).map(([name, inner]) => [name, schemaOf(inner)]),
      );
    } else if (!prose.has(key) && key !== 'nullable' && !key.startsWith('x-')) {
      kept[key] = key === 'enum' || key === 'required' || key === 'default' ? value : schemaOf(value);
    }
  }
  return schema['nullable'] === true ? { anyOf: [kept, { type: 'null' }] } : kept;
}

function sorted(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
