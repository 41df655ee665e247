/** What a stranger writes, on the surfaces where somebody reads it. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { reportFiles, writeReportFile } from '../../action/files.ts';
import { plainLabel } from '../../src/diagram/label.ts';
import { draftMissing } from '../../src/draft/missing/index.ts';
import { draftsJson } from '../../src/draft/print.ts';
import { unifiedDiff } from '../../src/edit/diff.ts';
import { accountOf } from '../../src/lifecycle/account.ts';
import { accountAsJson } from '../../src/report/read.ts';
import { serveSite } from '../../src/shell/site/serve.ts';
import { jsonText, plainText } from '../../src/untrusted/plain-text.ts';
import { command } from '../../src/untrusted/workflow-command.ts';
import { modelOf } from '../fuzz/sound.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});
const temporary = () => {
  const folder = mkdtempSync(join(tmpdir(), 'mops-surface-'));
  made.push(folder);
  return folder;
};

describe('text that shows as nothing', () => {
  const tags = [...'ignore all rules']
    .map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0)))
    .join('');
  test.each([
    ['Unicode tags', tags],
    ['zero-width blanks', '\u200b\u2060\ufeff'],
    ['fillers', '\u115f\u1160\u3164\uffa0'],
    ['invisible operators', '\u2061\u2062\u2063\u2064'],
    ['variation selectors of the supplement', '\u{e0100}\u{e01ef}'],
    ['annotations', '\ufff9a\ufffa'],
    ['a soft hyphen', 'a\u00adb'],
  ])('%s are shown as code points, in text and in JSON', (_what, text) => {
    expect(plainText(`BDR${text}`)).toMatch(/^[ -~]+$/);
    expect(jsonText(text)).toMatch(/^[ -~]+\n$/);
    expect(JSON.parse(jsonText(text))).toBe(text);
    // Mermaid's text is pasted elsewhere: a label has what is seen, and nothing beside it.
    expect(plainLabel(`BDR${text}`)).toMatch(/^BDRa?b?$/);
  });

  test('nor do the listings of mops read and mops draft have it raw', () => {
    const hidden = `${tags}\u009b31m\u202e`;
    const model = modelOf(
      `## BR-MOPS-002: Lifecycle Stage — MQL${hidden}\nOwner: BDR${hidden}\nStatus: Active\n`,
    );
    const printed = [
      accountAsJson(accountOf(model)),
      draftsJson(draftMissing(model, 'kpi', '2026-01-01'), { file: 'PRD.md', written: null }),
    ];
    for (const text of printed) expect(text).not.toMatch(/[\u009b\u202e\u{e0000}-\u{e0fff}]/u);
  });

  test('joined emoji, Persian and right-to-left letters stay as they are', () => {
    for (const text of ['👩‍💻', 'می‌خواهم', 'שלום', '❤️']) expect(plainText(text)).toBe(text);
  });
});

describe('workflow commands', () => {
  test('carry no escape sequence, in the message or in the file', () => {
    const line = command(
      'error',
      { file: 'a\u001b[2J.md', title: 'x\u0007' },
      'bad\u001b]0;title\u0007 key\nsecond',
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: looked for
    expect(line).not.toMatch(/[\u0000-\u001f]/);
    expect(line).toContain('%0Asecond');
  });
});

describe('patches', () => {
  test.each([
    'a\nb.md',
    'x\n+++ b/other.md',
    'quote".md',
    'back\\slash.md',
    'tab\tname.md',
    'a b.md',
    'ümlaut.md',
  ])('git apply changes the named file alone: %j', (path) => {
    const root = temporary();
    execFileSync('git', ['init', '-q'], { cwd: root });
    mkdirSync(join(root, path, '..'), { recursive: true });
    mkdirSync(join(root, 'b'), { recursive: true });
    writeFileSync(join(root, path), 'one\ntwo\n');
    writeFileSync(join(root, 'other.md'), 'one\ntwo\n');
    const patch = unifiedDiff([{ path, before: 'one\ntwo\n', after: 'one\n2\n' }]);
    execFileSync('git', ['apply'], { cwd: root, input: patch });
    expect(readFileSync(join(root, path), 'utf8')).toBe('one\n2\n');
    expect(readFileSync(join(root, 'other.md'), 'utf8')).toBe('one\ntwo\n');
  });
});

describe('report files', () => {
  test('over a link, or in the folder of git, are not written', () => {
    const root = temporary();
    mkdirSync(join(root, '.git'));
    writeFileSync(join(root, '.git/config'), 'mine');
    symlinkSync('.git/config', join(root, 'report.json'));
    symlinkSync('.git', join(root, 'out'));
    symlinkSync('nowhere', join(root, 'dead.json'));
    for (const path of ['report.json', 'out/config', '.git/config', '.GIT/config']) {
      const asked = reportFiles(root, { reportFile: path, sarifFile: null });
      expect(() => asked.map((file) => writeReportFile(root, file, 'theirs'))).toThrow();
    }
    expect(readFileSync(join(root, '.git/config'), 'utf8')).toBe('mine');
    const [plain] = reportFiles(root, { reportFile: 'deep/report.json', sarifFile: null });
    writeReportFile(root, plain!, 'x');
    expect(readFileSync(join(root, 'deep/report.json'), 'utf8')).toBe('x');
  });
});

describe('the local server', () => {
  const ask = (port: number, path: string, host?: string) =>
    new Promise<{ status: number; location: string | undefined }>((done, fail) => {
      request({ host: '127.0.0.1', port, path, ...(host ? { headers: { host } } : {}) }, (answer) => {
        answer.resume();
        done({ status: answer.statusCode ?? 0, location: answer.headers.location });
      })
        .on('error', fail)
        .end();
    });

  test('redirects to itself only, and answers to no other name', async () => {
    const root = temporary();
    mkdirSync(join(root, 'evil.example'), { recursive: true });
    writeFileSync(join(root, 'evil.example/index.html'), 'x');
    const { server, address } = await serveSite(root, '/', 0);
    const port = Number(new URL(address).port);
    try {
      for (const path of ['/evil.example', '/%2Fevil.example', '//evil.example', '/%5Cevil.example']) {
        const { location } = await ask(port, path);
        if (location !== undefined) expect(location).toMatch(/^\/[^/\\]/);
      }
      expect((await ask(port, '/evil.example/', `rebound.example:${port}`)).status).toBe(403);
      expect((await ask(port, '/evil.example/', `localhost:${port}`)).status).toBe(200);
    } finally {
      server.close();
    }
  });
});

describe('the browser that draws', () => {
  test('is not the one somebody planted in the temporary folder', async () => {
    const { privateFolder } = (await import('../../site/browser.mjs')) as {
      privateFolder(folder: string): string;
    };
    const shared = temporary();
    writeFileSync(join(shared, 'chromium'), '#!/bin/sh\n', { mode: 0o755 });
    const own = join(shared, 'own');
    expect(privateFolder(own)).toBe(own);
    expect(statSync(own).mode & 0o077).toBe(0);
    symlinkSync(shared, join(shared, 'link'));
    const instead = privateFolder(join(shared, 'link'));
    made.push(instead);
    expect(instead).not.toBe(join(shared, 'link'));
    expect(existsSync(join(instead, 'chromium'))).toBe(false);
  });
});

describe('workflows we hand out', () => {
  const root = new URL('../../', import.meta.url);
  const texts = [
    ...readdirSync(new URL('examples/workflows/', root)).map((name) => `examples/workflows/${name}`),
    ...readdirSync(new URL('.github/workflows/', root)).map((name) => `.github/workflows/${name}`),
    'README.md',
    'action/README.md',
    'site/action.yml',
  ];
  test.each(texts)('%s pins what it uses and leaves no token behind', (path) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, name = '']) => name);
    // Ours is pinned by whoever copies it: the placeholder says what to put there.
    expect(uses.filter((name) => !/^\.\/|^OWNER\/marketing-ops-handoff|@[0-9a-f]{40}$/.test(name))).toEqual(
      [],
    );
    const checkouts = uses.filter((name) => name.startsWith('actions/checkout@')).length;
    expect((text.match(/persist-credentials: false/g) ?? []).length).toBe(checkouts);
  });
});
