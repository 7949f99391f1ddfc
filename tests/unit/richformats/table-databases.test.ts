import { describe, expect, it } from 'vitest';
import { readItems } from '../../builders/round-trip';

describe('tables that databases and programs export', () => {
  it.each([
    [
      'Zotero',
      '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISSN","Abstract Note","Date","Num Pages","Short Title"\n' +
        '"AB12CD34","newspaperArticle","2024","Koval, Olena; Hook, Sam","Talk: a report","The Paper","1234-5679","Words.","2024-03-05","","Talk"\n',
      {
        type: 'article-newspaper',
        author: [
          { family: 'Koval', given: 'Olena' },
          { family: 'Hook', given: 'Sam' },
        ],
        issued: { 'date-parts': [[2024, 3, 5]] },
        'container-title': 'The Paper',
        'title-short': 'Talk',
        abstract: 'Words.',
      },
    ],
    [
      'Lens',
      'Title,Date Published,Publication Year,Publication Type,Source Title,ISSNs,Author/s,Issue Number,Start Page,End Page\n' +
        'Talk,2012-07-03,2012,conference proceedings article,A Meeting,12345679; 15361632,Olena Koval; Sam Hook,1,97,105\n',
      {
        type: 'paper-conference',
        issued: { 'date-parts': [[2012, 7, 3]] },
        ISSN: '12345679 15361632',
        issue: '1',
        page: '97-105',
      },
    ],
    [
      'CINAHL, with formulas',
      '"Article Title","Author","Journal Title","ISSN","Publication Date","First Page","Doctype"\n' +
        '"Talk","Koval, Olena","A Journal","=""12345679""","=""4/3/2024""","1","Article"\n',
      {
        type: 'article-journal',
        ISSN: '12345679',
        issued: { 'date-parts': [[2024]] },
        page: '1',
      },
    ],
    [
      'PubMed',
      'PMID,Title,Authors,Journal/Book,Publication Year,PMCID\n30922926,Talk,"Koval OI, Hook S, O\'Hara RE.",J Talk,2020,PMC7026692\n',
      {
        PMCID: 'PMC7026692',
        author: [
          { family: 'Koval', given: 'OI' },
          { family: 'Hook', given: 'S' },
          { family: "O'Hara", given: 'RE' },
        ],
      },
    ],
    [
      'Abstrackr and Cochrane',
      'pubmed id,title,journal,authors,keywords\nPUBMED 21314913,Talk,J Talk,"Koval, O.\n and Hook, S.\n","talk,wait time"\n',
      {
        PMID: '21314913',
        keyword: 'talk, wait time',
        author: [
          { family: 'Koval', given: 'O.' },
          { family: 'Hook', given: 'S.' },
        ],
      },
    ],
    [
      'Rayyan',
      'title,year,month,day,journal,authors\nTalk,2024,5,17,J Talk,"Koval, O."\n',
      { type: 'article-journal', issued: { 'date-parts': [[2024, 5, 17]] } },
    ],
    [
      'OpenAlex',
      'doi,title,publication_year,publication_date,type\nhttps://doi.org/10.5555/a,Talk,2024,2024-02-01,article\n',
      { type: 'article-journal', DOI: '10.5555/a', issued: { 'date-parts': [[2024, 2, 1]] } },
    ],
    [
      'Google Scholar',
      'Authors,Title,Publication,Volume,Number,Pages,Year\n"Koval, Olena; Hook, Sam; ",Talk,A Journal,76,3,411-447,2001\n',
      { type: 'article-journal', 'container-title': 'A Journal', issue: '3', page: '411-447' },
    ],
  ])('%s', (_name, text, fields) => {
    expect(readItems(text)[0]).toMatchObject(fields);
  });
});
