/// <reference types="astro/client" />

declare module 'virtual:mops/settings' {
  export const settings: {
    readonly dir: string;
    readonly out: string;
    readonly base: string;
    readonly config: string | null;
    readonly replay: string | null;
    readonly title: string;
    readonly url: string | null;
    readonly today: string;
    readonly cache: string;
    readonly viteCache: string;
    readonly diagramCache: string;
    readonly browser: string;
  };
}

declare namespace App {
  interface Locals {
    /** The page being drawn, for the components of the frame. */
    page?: import('./view/page.ts').Page;
    /** Starlight's own data of the page. */
    starlightRoute: import('@astrojs/starlight/route-data').StarlightRouteData;
  }
}
