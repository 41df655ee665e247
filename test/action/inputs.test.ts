import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { inputNames, readInputs } from '../../action/inputs.ts';

const file = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8'));
const read = (given: Record<string, string>) => readInputs((name) => given[name] ?? '');

describe('inputs', () => {
  test('are those of action.yml, in its order', () => {
    expect(inputNames).toEqual(Object.keys(file.inputs));
    expect(inputNames).toEqual([
      ...['path', 'config', 'mode', 'motion', 'scope', 'fail-on', 'comment', 'suggestions'],
      ...['reconcile', 'sarif-file', 'report-file', 'token'],
    ]);
  });

  test('have no default in action.yml that would hide the configuration', () => {
    const withDefault = Object.entries(file.inputs).filter(([, input]) => 'default' in (input as object));
    expect(withDefault.map(([name]) => name)).toEqual(['token']);
  });

  test('left out, leave the decision to configuration and event', () => {
    expect(read({})).toMatchObject({
      mode: null,
      motion: null,
      scope: null,
      failOn: 'error',
      comment: 'auto',
      suggestions: true,
      reconcile: 'suggest',
      token: null,
    });
  });

  test('with an unknown value name the choices, all wrong ones at once', () => {
    expect(() => read({ mode: 'fast', comment: 'yes' })).toThrow(
      'Input mode is "fast", but must be one of: quick, standard, deep. Input comment is "yes", but must be one of: auto, always, never.',
    );
  });

  test('say the permission they need in their description', () => {
    for (const name of ['comment', 'suggestions', 'reconcile']) {
      expect(file.inputs[name].description).toContain(': write`');
    }
  });
});

test('action.yml runs on Node 24, has branding, and its outputs are the agreed ones', () => {
  expect(file.runs.using).toBe('node24');
  expect(file.branding).toMatchObject({ icon: expect.any(String), color: expect.any(String) });
  expect(Object.keys(file.outputs)).toEqual([
    ...['verdict', 'errors', 'warnings', 'notices', 'new', 'fixed', 'placeholders', 'report-file'],
  ]);
});
