/** @param index number of the entry @returns one BibTeX entry with invented content, unlike all others */
export function aBibtexEntry(index: number): string {
  const number = String(index);
  return `@article{key${number},
  title = {Invented study ${number} of reading aloud in class},
  author = {Koval, Olena and Bondar, Taras},
  journal = {Journal of Invented Studies},
  year = {${String(1990 + (index % 35))}},
  volume = {${number}},
  pages = {1--9},
  doi = {10.5555/invented.${number}},
  abstract = {An invented abstract that says in some words what study ${number} did not find.}
}
`;
}

/** @param count how many entries @param from number of the first */
export function aBibtexFile(count: number, from = 0): string {
  return Array.from({ length: count }, (_, index) => aBibtexEntry(from + index)).join('\n');
}
