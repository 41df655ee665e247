/**
 * GitHub's own OpenAPI description (a slice, see scripts/openapi-slice.ts) as validators: each request of the
 * Action must be one GitHub knows, and each answer of the loopback server must have the fields GitHub documents.
 */
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: object;
}

interface Described {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: object | null;
  readonly responses: Readonly<Record<string, object | null>>;
}

export interface Operation {
  /** As GitHub writes it: `POST /repos/{owner}/{repo}/git/trees`. */
  readonly name: string;
  /** Values of the path's parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  /** What is wrong with a request, null when GitHub's description allows it. */
  requestFault(query: URLSearchParams, body: unknown): string | null;
  /** What is wrong with an answer, null when it is one GitHub documents. */
  answerFault(status: number, body: unknown): string | null;
}

const slice = JSON.parse(readFileSync(new URL('./openapi/github.json', import.meta.url), 'utf8')) as {
  operations: Described[];
  schemas: Record<string, object>;
};

const ajv = new Ajv({ allErrors: true, strict: false, coerceTypes: false });
const lenient = new Ajv({ strict: false, coerceTypes: true });
for (const one of [ajv, lenient]) {
  // ajv-formats is CommonJS: its function is the module itself or its default, by loader.
  const add = (formats as unknown as { default?: typeof formats }).default ?? formats;
  (add as unknown as (ajv: Ajv) => void)(one);
}

const compiled = new Map<string, ValidateFunction>();

function validator(key: string, schema: object, answer: boolean): ValidateFunction {
  const known = compiled.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = ajv.compile(closed({ ...schema, schemas: slice.schemas }, answer) as object);
  compiled.set(key, made);
  return made;
}

/**
 * A schema that refuses properties it does not name: a field GitHub does not know is a mistake on either side.
 * In answers nothing is required, because the server gives only what a client may need.
 */
function closed(schema: unknown, answer: boolean): unknown {
  if (Array.isArray(schema)) {
    return schema.map((inner) => closed(inner, answer));
  }
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'required' && answer && Array.isArray(value)) {
      continue;
    }
    if (key === 'properties' || key === 'schemas') {
      copy[key] = Object.fromEntries(
        Object.entries(value as object).map(([name, inner]) => [name, closed(inner, answer)]),
      );
    } else {
      copy[key] = key === 'enum' ? value : closed(value, answer);
    }
  }
  const combined = 'allOf' in copy || 'anyOf' in copy || 'oneOf' in copy;
  if ('properties' in copy && !combined && copy['additionalProperties'] === undefined) {
    copy['additionalProperties'] = false;
  }
  return copy;
}

/** The description calls the line of a review comment a number; GitHub answers null once a push took the line away. */
function withLines(body: unknown): unknown {
  return Array.isArray(body)
    ? body.map((one: { line?: unknown }) => (one.line === null ? { ...one, line: 1 } : one))
    : body;
}

/** The operation a request names, or null when GitHub (as far as the slice goes) has none. */
export function operationOf(method: string, pathname: string): Operation | null {
  for (const described of slice.operations) {
    const path = described.method === method ? matchPath(described.path, pathname) : null;
    if (path !== null) {
      return operation(described, path);
    }
  }
  return null;
}

function matchPath(pattern: string, pathname: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = pathname.split('/');
  const values: Record<string, string> = {};
  for (let index = 0; index < wanted.length; index += 1) {
    const part = wanted[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (given[index] !== part) {
        return null;
      }
    } else if (index === wanted.length - 1 && (name === 'path' || name === 'ref')) {
      // The only parameters that may hold slashes.
      values[name] = decodeURIComponent(given.slice(index).join('/'));
      return values[name] === '' ? null : values;
    } else if (given[index] === undefined || given[index] === '') {
      return null;
    } else {
      values[name] = decodeURIComponent(given[index] as string);
    }
  }
  return given.length === wanted.length ? values : null;
}

function operation(described: Described, path: Record<string, string>): Operation {
  const name = `${described.method} ${described.path}`;
  return {
    name,
    path,
    requestFault(query, body) {
      for (const [key, value] of [...Object.entries(path), ...query.entries()]) {
        const parameter = described.parameters.find((one) => one.name === key && one.in !== 'header');
        if (parameter === undefined) {
          return `${name} has no parameter ${key}`;
        }
        if (!lenient.compile({ type: 'object', properties: { value: parameter.schema } })({ value })) {
          return `${name}: ${key}=${value} is not allowed`;
        }
      }
      if (described.body === null) {
        return body === undefined ? null : `${name} takes no body`;
      }
      const check = validator(`request ${name}`, described.body, false);
      return check(body) ? null : `${name}: ${ajv.errorsText(check.errors)}`;
    },
    answerFault(status, body) {
      const documented = described.responses[String(status)];
      if (documented === undefined || documented === null) {
        return documented === undefined && status < 400 ? `${name} never answers ${status}` : null;
      }
      const check = validator(`answer ${status} ${name}`, documented, true);
      return check(withLines(body)) ? null : `${name} answers ${status}: ${ajv.errorsText(check.errors)}`;
    },
  };
}
