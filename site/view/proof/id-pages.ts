import { pagePath, routeParam, type SitePath } from '../../lib/paths.ts';
import { link, type Page, text, type Words } from '../page.ts';
import { recordTitle, type Site } from '../site.ts';
import { idWord, type Trace, tracesOf } from './trace.ts';

/** `/id/…` for every ID that has no page of its own; the others' addresses lead on to their page. */
export function idPages(site: Site): readonly Page[] {
  return tracesOf(site)
    .filter(({ id }) => routeParam(site.homePath(id) ?? pagePath('id', id)) === `id/${id}`)
    .map((trace) => idPage(site, trace));
}

/** Addresses of IDs whose home is a stage or handoff page. */
export function idRedirects(site: Site): readonly { readonly id: string; readonly to: SitePath }[] {
  return tracesOf(site).flatMap(({ id }) => {
    const to = site.homePath(id);
    return to === null || to === pagePath('id', id) ? [] : [{ id, to }];
  });
}

function idPage(site: Site, trace: Trace): Page {
  const entry = trace.entries[0];
  const fields = (entry?.nodes ?? []).slice(0, 40).flatMap((node) => {
    const lines = [
      ...(node.value && node.value.text !== '' ? [node.value.text] : []),
      ...node.children.map((child) => child.text.text),
    ];
    const label = node.label?.text ?? '';
    if (label === '' && lines.length === 0) return [{ label: 'Text', lines: [site.words(node.text.text)] }];
    return [
      {
        label: label || 'Text',
        lines: lines.slice(0, 20).map((line) => site.words(line)),
        missing: ['Empty.'],
        at: site.place(node.span),
      },
    ];
  });
  return {
    path: pagePath('id', trace.id),
    title: trace.title || trace.id,
    kicker: `${trace.kind} · ${trace.id}`,
    description: `${trace.id}: ${trace.title || trace.hole || ''}`,
    ids: [trace.id],
    keywords: [trace.kind, ...labelsOf(entry)],
    group: 'Entries',
    source: entry ? site.place(entry.span) : null,
    blocks: [
      ...(entry
        ? []
        : [
            {
              kind: 'note' as const,
              tone: 'warning' as const,
              title: `${trace.id} is cited, but no entry defines it`,
              lines: [['Write the entry, or correct the ID where it is cited.'] as Words],
            },
          ]),
      ...(trace.entries.length > 1
        ? [
            {
              kind: 'note' as const,
              tone: 'error' as const,
              title: `${trace.id} is defined ${trace.entries.length} times`,
              lines: trace.entries.map((each): Words => [site.place(each.idSpan).text]),
            },
          ]
        : []),
      {
        kind: 'facts',
        facts: [
          ...fields,
          {
            label: 'Cited by',
            lines: trace.citedBy.map((id): Words => idWords(site, id)),
            missing: ['Nobody.'],
          },
          { label: 'Cites', lines: trace.cites.map((id): Words => idWords(site, id)), missing: ['Nothing.'] },
        ],
      },
      text('All IDs: ', link('traceability', pagePath('traceability')), '.'),
    ],
  };
}

/** Labels of an entry's own fields, by which people look for what stands in it: `Decay`, `Thresholds`. */
function labelsOf(entry: Trace['entries'][number] | undefined): readonly string[] {
  return (entry?.nodes ?? [])
    .slice(0, 20)
    .flatMap(({ label }) => label?.text ?? [])
    .filter((label) => label.length <= 30 && !/^(?:type|status|linked ids|verified|owner)$/i.test(label));
}

/** An ID with the name of its entry. */
export function idWords(site: Site, id: string): Words {
  const record = site.model.records.get(id)?.[0];
  return [idWord(site, id), ...(record ? [' ', recordTitle(record)] : [])];
}
