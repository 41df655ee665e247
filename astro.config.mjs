import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { mopsSite } from './site/integration.mjs';
import { settings } from './site/settings.mjs';

/** The team's site (SPEC §8). What to render comes from the environment; `mops site` sets it (src/shell/site.ts). */
export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: settings.out,
  cacheDir: settings.cache,
  base: settings.base,
  ...(settings.url === null ? {} : { site: settings.url }),
  trailingSlash: 'always',
  // Several pages at once: who waits for a picture holds up nobody.
  build: { format: 'directory', inlineStylesheets: 'never', concurrency: 12 },
  compressHTML: true,
  devToolbar: { enabled: false },
  telemetry: false,
  integrations: [
    starlight({
      // The team's own title is written into each page (Head.astro): the bundle serves every team.
      title: 'Lead lifecycle',
      favicon: '/favicon.svg',
      credits: false,
      lastUpdated: false,
      pagination: false,
      tableOfContents: false,
      disable404Route: true,
      expressiveCode: false,
      pagefind: true,
      sidebar: [],
      customCss: [
        'tokens',
        'frame',
        'home',
        'blocks',
        'tables',
        'figures',
        'tools',
        'diagram',
        'widths',
        'print',
      ].map((name) => `./site/styles/${name}.css`),
      components: Object.fromEntries(
        [
          ['PageFrame', 'PageFrame'],
          ['Header', 'Header'],
          ['Search', 'Search'],
          ['SkipLink', 'SkipLink'],
          ['ThemeProvider', 'ThemeProvider'],
          ['ThemeSelect', 'ThemeSelect'],
          ['PageTitle', 'PageTitle'],
          ['MarkdownContent', 'Content'],
          ['Footer', 'Footer'],
          ['Head', 'Head'],
          ['TwoColumnContent', 'Plain'],
          ['ContentPanel', 'Plain'],
          ['Sidebar', 'Nothing'],
          ['PageSidebar', 'Nothing'],
          ['Banner', 'Nothing'],
          ['Hero', 'Nothing'],
          ['MobileMenuToggle', 'Nothing'],
          ['SiteTitle', 'Nothing'],
        ].map(([part, own]) => [part, `./site/components/frame/${own}.astro`]),
      ),
    }),
    mopsSite(settings),
  ],
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "frame-src 'self'",
      ],
      // Pagefind's index is read by WebAssembly, once search is opened.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
    },
  },
  vite: {
    cacheDir: settings.viteCache,
    build: { assetsInlineLimit: 0 },
    ssr: { external: ['playwright-core', '@sparticuz/chromium', 'mermaid'] },
  },
});
