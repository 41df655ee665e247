/** Every form in which people write the head of an entry; each reads to the same ID and title (SPEC §2). */
import { describe, expect, test } from 'vitest';
import { readFile } from '../../src/sot/index.ts';

const title = 'Lifecycle Stage — SQL';
const read = (head: string) =>
  readFile({ path: 'SoT/sales.md', text: `${head}\n\nType: Lifecycle-Stage\nStage: SQL\nOwner: AE\n` });

describe('the head of an entry', () => {
  test.each([
    ['a heading of the highest level', `# BR-MOPS-003: ${title}`],
    ['a heading of the lowest level', `###### BR-MOPS-003: ${title}`],
    ['a heading in HTML', `<h3>BR-MOPS-003: ${title}</h3>`],
    ['a heading in HTML with an attribute', `<h3 id="br-mops-003">BR-MOPS-003: ${title}</h3>`],
    ['a heading in HTML over three lines', `<h2>\nBR-MOPS-003: ${title}\n</h2>`],
    ['underlined with equals signs', `BR-MOPS-003: ${title}\n==================`],
    ['underlined with dashes', `BR-MOPS-003: ${title}\n---`],
    ['behind the title, underlined', `${title} (BR-MOPS-003)\n---------`],
    ['behind the title and a dash, underlined', `${title} — BR-MOPS-003\n=====`],
    ['below an anchor', `<a id="sql"></a>\n## BR-MOPS-003: ${title}`],
    ['behind an anchor that closes itself', `## <a name="sql"/> BR-MOPS-003: ${title}`],
    ['with attributes behind it', `## BR-MOPS-003: ${title} {#sql}`],
    ['with a comment of MDX behind it', `## BR-MOPS-003: ${title} {/* #sql */}`],
    ['behind a shortcode', `## :rocket: BR-MOPS-003: ${title}`],
    ['behind a flag', `## 🇩🇪 BR-MOPS-003: ${title}`],
    ['behind a keycap', `## 3️⃣ BR-MOPS-003: ${title}`],
    ['behind the sign of a section', `## § 3 BR-MOPS-003: ${title}`],
    ['behind the number of a section', `## 2.3 BR-MOPS-003: ${title}`],
    ['behind a letter', `## C) BR-MOPS-003: ${title}`],
    ['behind a Roman number', `## III. BR-MOPS-003: ${title}`],
    ['behind a badge', `## [Active] BR-MOPS-003: ${title}`],
    ['behind a picture', `## ![icon](a.png) BR-MOPS-003: ${title}`],
    ['behind a link to itself', `## [#](#br-mops-003) BR-MOPS-003: ${title}`],
    ['with a link to itself behind it', `## BR-MOPS-003: ${title} [¶](#br-mops-003)`],
    ['in round brackets', `## (BR-MOPS-003) ${title}`],
    ['in curly brackets', `## {BR-MOPS-003} ${title}`],
    ['in angle brackets', `## <BR-MOPS-003> ${title}`],
    ['in guillemets', `## «BR-MOPS-003» ${title}`],
    ['in quotes', `## "BR-MOPS-003": ${title}`],
    ['in typographic quotes', `## “BR-MOPS-003” ${title}`],
    ['in brackets that a converter escaped', `## \\[BR-MOPS-003\\] ${title}`],
    ['in brackets of full width', `## 【BR-MOPS-003】 ${title}`],
    ['a colon of full width behind it', `## BR-MOPS-003： ${title}`],
    ['an escaped colon behind it', `## BR-MOPS-003\\: ${title}`],
    ['a point behind it', `## BR-MOPS-003. ${title}`],
    ['a bracket behind it', `## BR-MOPS-003) ${title}`],
    ['a slash behind it', `## BR-MOPS-003 / ${title}`],
    ['two slashes behind it', `## BR-MOPS-003 // ${title}`],
    ['an arrow behind it', `## BR-MOPS-003 → ${title}`],
    ['an equals sign behind it', `## BR-MOPS-003 = ${title}`],
    ['a quotation arrow behind it', `## BR-MOPS-003 » ${title}`],
    ['a tab behind it', `## BR-MOPS-003\t${title}`],
    ['a dash written as an entity', `## BR-MOPS-003 &mdash; ${title}`],
    ['a dash written as a number', `## BR-MOPS-003 &#8211; ${title}`],
    ['hyphens that must not break', `## BR‑MOPS‑003: ${title}`],
    ['behind the title in square brackets', `## ${title} [BR-MOPS-003]`],
    ['behind the title in curly brackets', `## ${title} {BR-MOPS-003}`],
    ['behind the title as code', `## ${title} \`BR-MOPS-003\``],
    ['behind the title and a slash', `## ${title} / BR-MOPS-003`],
    ['behind the title and an arrow', `## ${title} → BR-MOPS-003`],
    ['behind the title, announced', `## ${title} (ID: BR-MOPS-003)`],
    ['behind the title as a reference', `## ${title} (ref. BR-MOPS-003)`],
    ['behind the title, set low', `## ${title} <sub>BR-MOPS-003</sub>`],
    ['behind the title with its status', `## ${title} (BR-MOPS-003, Active)`],
    ['behind the title with escaped hyphens', `## ${title} (BR\\-MOPS\\-003)`],
    ['a link by reference', `## [BR-MOPS-003][sql]: ${title}`],
    ['a bullet', `- BR-MOPS-003: ${title}`],
    ['a box that is ticked', `- [x] **BR-MOPS-003**: ${title}`],
    ['a bullet with the ID behind the title', `- ${title} (BR-MOPS-003)`],
    ['a bullet before a heading', `- ## BR-MOPS-003: ${title}`],
    ['a bold line with the ID behind the title', `**${title} (BR-MOPS-003)**`],
    ['a term of a definition list in HTML', `<dt>BR-MOPS-003: ${title}</dt>`],
    ['a coloured line', `<font color="red">BR-MOPS-003: ${title}</font>`],
    ['a summary over three lines', `<details>\n<summary>\nBR-MOPS-003: ${title}\n</summary>`],
    ['a heading in a summary', `<details><summary><h3>BR-MOPS-003: ${title}</h3></summary>`],
    ['an admonition of MkDocs', `!!! info "BR-MOPS-003: ${title}"`],
    ['a folded admonition of MkDocs', `??? note "BR-MOPS-003: ${title}"`],
    ['a container of Docusaurus', `:::info[BR-MOPS-003: ${title}]`],
    ['a container of VitePress', `::: details BR-MOPS-003: ${title}`],
    ['a callout of Obsidian', `> [!info] BR-MOPS-003: ${title}`],
    ['an ID field below a heading', `## ${title}\n\n**ID:** \`BR-MOPS-003\``],
    ['a reference below a heading', `## ${title}\n\nReference: BR-MOPS-003`],
    ['a hyphenated name of the ID field', `## ${title}\n\nSoT-ID: BR-MOPS-003`],
    ['a link in the ID field', `## ${title}\n\n- ID: [BR-MOPS-003](#sql)`],
    ['the ID alone below a heading', `## ${title}\n\n*BR-MOPS-003*`],
    ['front matter with a title', `---\nid: BR-MOPS-003\n---\n\n# ${title}`],
    ['front matter and the ID again', `---\nsot_id: "BR-MOPS-003"\n---\n## BR-MOPS-003: ${title}`],
  ])('%s', (_name, head) => {
    const file = read(head);
    expect(file.entries.map((entry) => [entry.id, entry.title.text])).toEqual([['BR-MOPS-003', title]]);
    const labels = file.entries[0]?.nodes.map(({ label }) => label?.text);
    expect(labels).toEqual(expect.arrayContaining(['Type', 'Stage', 'Owner']));
    expect([file.issues, file.unclaimed]).toEqual([[], []]);
  });

  test.each([
    ['a number behind a point', 'BR-MOPS-003.1'],
    ['a letter behind the number', 'BR-MOPS-003a'],
    ['a version behind the number', 'BR-MOPS-003-v2'],
    ['letters for digits', 'BR-MOPS-OO3'],
    ['dashes for hyphens', 'BR–MOPS–003'],
    ['small letters', 'br-mops-003'],
    ['a digit too many', 'BR-MOPS-0003'],
  ])('%s is named as wrong, and the entry is read', (_name, id) => {
    const file = read(`## ${id}: ${title}`);
    expect(file.entries.map((entry) => [entry.id, entry.writtenAs])).toEqual([['BR-MOPS-003', id]]);
    expect(file.issues.map(({ code, expected }) => [code, expected])).toEqual([['id-format', 'BR-MOPS-003']]);
  });

  test.each([
    ['a sentence', 'BR-MOPS-003, which sales wrote, says more.'],
    ['a sentence with an arrow', 'BR-MOPS-003 → SQL is where sales begins.'],
    ['two entries', 'BR-MOPS-003 / BR-MOPS-004'],
    ['a range', 'BR-MOPS-003 → BR-MOPS-005'],
    ['a link to an anchor', '[SQL](#br-mops-003)'],
    ['an address', 'https://wiki.example.com/BR-MOPS-003'],
    ['a box of things to do', '- [x] BR-MOPS-003: look through it'],
  ])('%s defines nothing', (_name, words) => {
    const file = readFile({ path: 'README.md', text: `# Sales\n\n${words}\n\nMore about the team.\n` });
    expect(file.entries).toEqual([]);
    expect(file.issues).toEqual([]);
  });
});
