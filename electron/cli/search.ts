import { printFailure, type CliCommand } from './cli-command';

/** Searches metadata, notes, annotations and full text. */
export const searchCommand: CliCommand = async ({ library, positionals, values, print }) => {
  const limit = typeof values['limit'] === 'string' ? Number(values['limit']) : 20;
  const text = positionals.join(' ');
  if (text.trim() === '' || !Number.isInteger(limit) || limit < 1 || limit > 200) {
    printFailure({ code: 'search.bad-request' }, values['json'] === true);
    return 2;
  }
  // A script that has just imported papers wants them found.
  await library.search.settled();
  const found = await library.handlers['search.query']({ text, limit });
  if (!found.ok) {
    printFailure(found.error, values['json'] === true);
    return 2;
  }
  const { groups } = found.value;
  print(
    found.value,
    groups.flatMap((group) => [
      `${group.kind}${group.hasMore ? ' (more)' : ''}`,
      ...group.hits.map((hit) => {
        const source = [hit.title, hit.authors, hit.year]
          .filter((part) => part !== '' && part !== null)
          .join(', ');
        const page = hit.pageIndex === null ? '' : ` p. ${hit.pageLabel ?? String(hit.pageIndex + 1)}`;
        const snippet = hit.snippet.map((part) => (part.isHit ? `[${part.text}]` : part.text)).join('');
        return `  ${source}${page}${snippet === '' ? '' : `: ${snippet}`}`;
      }),
    ]),
  );
  return 0;
};
