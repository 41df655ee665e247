import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';

/** Starlight wants a collection of documents. Ours is empty: every page is made from the entries. */
export const collections = {
  docs: defineCollection({ loader: () => [], schema: docsSchema() }),
};
