import { z } from 'zod';

const outcome = z.object({ rendered: z.int(), total: z.int() });

/**
 * Renders the teaching papers as a build does; nothing happens when they are up to date.
 * @param options another folder than resources/generated
 */
export async function buildContent(
  options: { readonly outFolder?: string } = {},
): Promise<z.infer<typeof outcome>> {
  const script: unknown = await import(new URL('../../scripts/build-content.mjs', import.meta.url).href);
  const build: unknown =
    typeof script === 'object' && script !== null ? Reflect.get(script, 'buildContent') : undefined;
  if (typeof build !== 'function') throw new Error('scripts/build-content.mjs has no buildContent');
  return outcome.parse(await Promise.resolve<unknown>(Reflect.apply(build, undefined, [options])));
}
