/** The Git data API, contents and compare, answered from the bare repository. */
import { execFileSync } from 'node:child_process';
import { git } from './diff.ts';
import type { Reply } from './github.ts';
import type { RestRequest } from './rest.ts';

const missing: Reply = { status: 404, body: { message: 'Not Found' } };

export function answerGitData(request: RestRequest): Reply {
  const { path, name } = request.operation;
  try {
    switch (name) {
      case 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}':
        return tree(request, path['tree_sha'] ?? '');
      case 'POST /repos/{owner}/{repo}/git/trees':
        return makeTree(request);
      case 'GET /repos/{owner}/{repo}/git/blobs/{file_sha}':
        return blob(request, path['file_sha'] ?? '');
      case 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}':
        return { status: 200, body: commit(request.world.repository, path['commit_sha'] ?? '') };
      case 'POST /repos/{owner}/{repo}/git/commits':
        return makeCommit(request);
      case 'GET /repos/{owner}/{repo}/git/ref/{ref}':
        return ref(request.world.repository, path['ref'] ?? '');
      case 'PATCH /repos/{owner}/{repo}/git/refs/{ref}':
        return moveRef(request, path['ref'] ?? '');
      case 'GET /repos/{owner}/{repo}/compare/{basehead}':
        return compare(request, path['basehead'] ?? '');
      default:
        return contents(request, path['path'] ?? '');
    }
  } catch {
    return missing;
  }
}

function tree({ world, query }: RestRequest, name: string): Reply {
  const recursive = query.has('recursive');
  const sha = git(world.repository, 'rev-parse', `${name}^{tree}`).trim();
  const lines = git(world.repository, 'ls-tree', '-z', '-l', ...(recursive ? ['-r', '-t'] : []), sha).split(
    '\0',
  );
  return {
    status: 200,
    body: {
      sha,
      truncated: false,
      tree: lines.filter(Boolean).map((line) => {
        const [, mode = '', type = '', object = '', size = '-', path = ''] =
          /^(\d+) (\w+) ([0-9a-f]+) +(-|\d+)\t(.*)$/s.exec(line) ?? [];
        return { path, mode, type, sha: object, ...(size === '-' ? {} : { size: Number(size) }) };
      }),
    },
  };
}

function blob({ world }: RestRequest, sha: string): Reply {
  const content = execFileSync('git', ['cat-file', 'blob', sha], { cwd: world.repository, stdio: 'pipe' });
  return {
    status: 200,
    body: { sha, size: content.length, encoding: 'base64', content: content.toString('base64') },
  };
}

function commit(repository: string, sha: string): object {
  const text = git(repository, 'cat-file', 'commit', sha);
  const end = text.indexOf('\n\n');
  const header = text.slice(0, end).split('\n');
  const value = (key: string) =>
    header.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  return {
    sha,
    message: text.slice(end + 2).replace(/\n$/, ''),
    tree: { sha: value('tree')[0] ?? '' },
    parents: value('parent').map((parent) => ({ sha: parent })),
  };
}

function makeTree({ world, body }: RestRequest): Reply {
  const asked = body as {
    base_tree?: string;
    tree: { path?: string; mode?: string; type?: string; sha?: string | null; content?: string }[];
  };
  const index = { ...process.env, GIT_INDEX_FILE: `${world.repository}/loopback-index` };
  const run = (args: string[], input?: string) =>
    execFileSync('git', args, {
      cwd: world.repository,
      env: index,
      encoding: 'utf8',
      stdio: 'pipe',
      ...(input === undefined ? {} : { input }),
    }).trim();
  run(['read-tree', asked.base_tree ?? '--empty']);
  for (const entry of asked.tree) {
    const sha = entry.sha ?? run(['hash-object', '-w', '--stdin'], entry.content ?? '');
    run(['update-index', '--add', '--cacheinfo', `${entry.mode},${sha},${entry.path}`]);
  }
  return { status: 201, body: { sha: run(['write-tree']), truncated: false, tree: [] } };
}

function makeCommit({ world, body, token }: RestRequest): Reply {
  const asked = body as { message: string; tree: string; parents?: string[] };
  const who = {
    GIT_AUTHOR_NAME: token.login,
    GIT_AUTHOR_EMAIL: 'bot@example.com',
    GIT_COMMITTER_NAME: token.login,
    GIT_COMMITTER_EMAIL: 'bot@example.com',
  };
  const sha = execFileSync(
    'git',
    ['commit-tree', asked.tree, ...(asked.parents ?? []).flatMap((parent) => ['-p', parent])],
    {
      cwd: world.repository,
      env: { ...process.env, ...who },
      input: asked.message,
      encoding: 'utf8',
      stdio: 'pipe',
    },
  ).trim();
  return { status: 201, body: commit(world.repository, sha) };
}

function ref(repository: string, name: string): Reply {
  const sha = git(repository, 'rev-parse', '--verify', `refs/${name}`).trim();
  return { status: 200, body: { ref: `refs/${name}`, object: { type: 'commit', sha } } };
}

function moveRef({ world, body }: RestRequest, name: string): Reply {
  const asked = body as { sha: string; force?: boolean };
  const now = git(world.repository, 'rev-parse', '--verify', `refs/${name}`).trim();
  const forward = git(world.repository, 'merge-base', now, asked.sha).trim() === now;
  if (!forward && asked.force !== true) {
    return { status: 422, body: { message: 'Update is not a fast forward' } };
  }
  git(world.repository, 'update-ref', `refs/${name}`, asked.sha);
  return ref(world.repository, name);
}

function compare({ world }: RestRequest, basehead: string): Reply {
  const [base = '', head = ''] = basehead.split('...');
  const sha = git(world.repository, 'merge-base', base, head).trim();
  return { status: 200, body: { merge_base_commit: { sha }, files: [] } };
}

function contents({ world, query }: RestRequest, path: string): Reply {
  const content = execFileSync('git', ['cat-file', 'blob', `${query.get('ref') ?? 'HEAD'}:${path}`], {
    cwd: world.repository,
    stdio: 'pipe',
  });
  return {
    status: 200,
    body: {
      type: 'file',
      path,
      encoding: 'base64',
      size: content.length,
      content: content.toString('base64'),
    },
  };
}
