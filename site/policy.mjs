import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const policy = /<meta http-equiv="content-security-policy" content="[^"]*">/i;

/** Puts the content security policy before anything that a page loads: it holds only for what comes after it. */
export async function policyFirst(folder) {
  const files = await readdir(folder, { recursive: true });
  await Promise.all(
    files
      .filter((file) => file.endsWith('.html'))
      .map(async (file) => {
        const path = join(folder, file);
        const page = await readFile(path, 'utf8');
        const found = policy.exec(page);
        if (found === null) return;
        const rest = page.replace(found[0], '');
        await writeFile(
          path,
          rest.replace(/<head>(?:<meta charset="utf-8"\s*\/?>)?/, (head) => head + found[0]),
        );
      }),
  );
}
