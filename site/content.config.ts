import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';

/** Starlight wants a collection of documents. Ours is empty: every page is made from the entries. */
export const collections = {
  docs: defineCollection({ loader: () => [], schema: docsSchema() }),
};
