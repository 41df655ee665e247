/** Where the checked folder lies, and where report files may be written. Without git. */
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportFiles, writeReportFile } from '../../action/files.ts';
import { folderOfInput } from '../../action/tree/place.ts';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'mops-placed-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('where the checked folder lies', () => {
  const make = (...paths: string[]) => {
    for (const one of paths) mkdirSync(join(folder, one), { recursive: true });
  };
  const git = (inside: string) => {
    make(join(inside, '.git/objects'), join(inside, '.git/refs'));
    writeFileSync(join(folder, inside, '.git/HEAD'), 'ref: refs/heads/main\n');
  };
  const place = (asked: string | null) => {
    const { at, outer, prefix, link, folder: real } = folderOfInput(folder, asked);
    return {
      real: real.slice(folder.length),
      at: at === null ? null : [at.top.slice(folder.length), at.prefix],
      outer: outer === null ? null : [outer.repository.top.slice(folder.length), outer.path],
      prefix,
      link,
    };
  };

  test('in no repository', () => {
    make('gtm/SoT');
    expect(place('gtm')).toEqual({ real: '/gtm', at: null, outer: null, prefix: 'gtm/', link: null });
    expect(place(null)).toEqual({ real: '', at: null, outer: null, prefix: '', link: null });
    expect(place('.')).toMatchObject({ prefix: '', link: null });
  });

  test('in the repository of the workspace', () => {
    git('.');
    make('gtm/SoT');
    expect(place(null)).toEqual({ real: '', at: ['', ''], outer: null, prefix: '', link: null });
    expect(place('./gtm/')).toEqual({
      real: '/gtm',
      at: ['', 'gtm/'],
      outer: null,
      prefix: 'gtm/',
      link: null,
    });
  });

  test('in a repository below, which is no submodule', () => {
    git('handbook');
    make('handbook/gtm');
    expect(place('handbook/gtm')).toEqual({
      real: '/handbook/gtm',
      at: ['/handbook', 'gtm/'],
      outer: null,
      prefix: 'gtm/',
      link: null,
    });
  });

  test('in a submodule', () => {
    git('.');
    git('handbook');
    make('handbook/gtm');
    expect(place('handbook/gtm')).toEqual({
      real: '/handbook/gtm',
      at: ['/handbook', 'gtm/'],
      outer: ['', 'handbook'],
      prefix: 'handbook/gtm/',
      link: null,
    });
    expect(place('handbook')).toMatchObject({ at: ['/handbook', ''], prefix: 'handbook/' });
  });

  test('behind a link: under the name that was asked for', () => {
    git('.');
    make('docs/gtm');
    symlinkSync('docs', join(folder, 'way'));
    expect(place('way/gtm')).toEqual({
      real: '/docs/gtm',
      at: ['', 'way/gtm/'],
      outer: null,
      prefix: 'way/gtm/',
      link: 'way',
    });
    expect(place('way/../docs')).toMatchObject({ prefix: 'docs/', link: null });
  });

  test.each([
    ['gone', 'Input path is "gone", but there is no such folder in the workspace.'],
    ['file.md', 'Input path is "file.md", but there is no such folder in the workspace.'],
    ['.git', 'Input path is ".git", which leads into git\'s own folder.'],
    ['.git/refs', 'Input path is ".git/refs", which leads into git\'s own folder.'],
    ['..', 'Input path is "..", which is outside the workspace.'],
  ])('not in %s', (asked, message) => {
    git('.');
    writeFileSync(join(folder, 'file.md'), '');
    expect(() => folderOfInput(folder, asked)).toThrow(message);
  });

  test('not in a workspace with nothing in it', () => {
    expect(() => folderOfInput(folder, null)).toThrow(
      'The workspace is empty. Run actions/checkout in a step before this one.',
    );
  });
});

describe('report files', () => {
  const asked = (reportFile: string | null, sarifFile: string | null) =>
    reportFiles(folder, { reportFile, sarifFile });

  test('are those that were asked for, from the workspace', () => {
    expect(asked(null, null)).toEqual([]);
    expect(asked('./out/../report.json', join(folder, 'a/b.sarif'))).toEqual([
      { input: 'report-file', path: 'report.json' },
      { input: 'sarif-file', path: 'a/b.sarif' },
    ]);
    expect(() => asked(null, '../b.sarif')).toThrow(
      'Input sarif-file is "../b.sarif", which is outside the workspace.',
    );
  });

  test('are written with the folders on their way', () => {
    writeReportFile(folder, { input: 'report-file', path: 'deep/er/report.json' }, 'text');
    expect(readFileSync(join(folder, 'deep/er/report.json'), 'utf8')).toBe('text');
  });

  test.each([
    ['link.json', 'link.json is a link, or leads over one'],
    ['way/report.json', 'way/report.json is a link, or leads over one'],
    ['.git/hooks/pre-commit', ".git/hooks/pre-commit lies in git's own folder"],
    ['.GIT/config', ".GIT/config lies in git's own folder"],
  ])('are not written to %s', (path, message) => {
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'there.json'), 'old');
    symlinkSync('there.json', join(folder, 'link.json'));
    symlinkSync('out', join(folder, 'way'));
    expect(() => writeReportFile(folder, { input: 'report-file', path }, 'text')).toThrow(message);
    expect(readFileSync(join(folder, 'there.json'), 'utf8')).toBe('old');
  });
});
