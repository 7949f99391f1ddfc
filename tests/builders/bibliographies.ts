/** A .bib file of invented records. @param count number of records @param from number of the first */
export function bibFile(count: number, from = 1): string {
  const records: string[] = [];
  for (let index = from; index < from + count; index += 1) {
    records.push(`@article{invented${String(index)},
  author = {Family${String(index % 977)}, Given and Second${String(index % 331)}, Other},
  title = {Invented record ${String(index)}: {Reading} in classroom ${String(index * 7919)} and what came of it},
  journal = {Journal of Invented Studies},
  year = {${String(1980 + (index % 45))}},
  volume = {${String(index % 60)}},
  pages = {${String(index % 300)}--${String((index % 300) + 12)}},
  doi = {10.5555/invented.${String(index)}},
  abstract = {This record was invented for a test. It has a sentence or two, as records have, about pupils, texts and time.}
}
`);
  }
  return records.join('\n');
}
