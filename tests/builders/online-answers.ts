/** Invented works in the shapes that the services answer with (public documentation of each; see docs/online.md). */

export const DOI = '10.5555/example.2019.0042';

export const crossrefWork = {
  DOI,
  type: 'journal-article',
  title: ['Paired reading in <i>small</i> schools &amp; its limits'],
  subtitle: ['A cluster trial'],
  'container-title': ['Example Journal of Reading'],
  author: [
    { given: 'Brook', family: 'Halas', sequence: 'first', affiliation: [] },
    { given: 'Oksana', family: 'Verbova', sequence: 'additional', affiliation: [] },
  ],
  issued: { 'date-parts': [[2019, 3, 14]] },
  volume: '12',
  issue: '3',
  page: '201-219',
  publisher: 'Example University Press',
  ISSN: ['1234-5679', '2345-6787'],
  language: 'en',
  abstract:
    '<jats:title>Abstract</jats:title><jats:sec><jats:title>Aim</jats:title><jats:p>To see whether p &lt; .05 holds.</jats:p></jats:sec><jats:p>Pairs read.</jats:p>',
  'is-referenced-by-count': 3,
};

export const crossrefAnswer = {
  status: 'ok',
  'message-type': 'work',
  'message-version': '1.0.0',
  message: crossrefWork,
};

export const crossrefList = (...items: readonly unknown[]) => ({
  status: 'ok',
  'message-type': 'work-list',
  message: { 'total-results': items.length, items, 'items-per-page': 20, query: {} },
});

export const retractedWork = {
  ...crossrefWork,
  'updated-by': [
    { type: 'correction', label: 'Correction', DOI: '10.5555/c', updated: { 'date-parts': [[2020, 1, 2]] } },
    { type: 'retraction', label: 'Retraction', DOI: '10.5555/R', updated: { 'date-parts': [[2021, 5, 6]] } },
  ],
};

export const openalexWork = {
  id: 'https://openalex.org/W4000000001',
  doi: `https://doi.org/${DOI}`,
  title: 'Paired reading in small schools and its limits: A cluster trial',
  publication_year: 2019,
  publication_date: '2019-03-14',
  type: 'article',
  language: 'en',
  authorships: [
    { author: { display_name: 'Brook Halas', orcid: null }, raw_author_name: 'Halas, B.' },
    { author: { display_name: 'Oksana Verbova' } },
  ],
  primary_location: {
    source: {
      display_name: 'Example Journal of Reading',
      issn_l: '1234-5679',
      type: 'journal',
      host_organization_name: 'Example University Press',
    },
    landing_page_url: `https://doi.org/${DOI}`,
  },
  open_access: { is_oa: true, oa_url: 'https://example.org/paired.pdf' },
  abstract_inverted_index: { Pairs: [0], read: [1, 4], aloud: [2], and: [3], more: [5] },
  biblio: { volume: '12', issue: '3', first_page: '201', last_page: '219' },
  is_retracted: false,
};

export const openalexList = (...results: readonly unknown[]) => ({
  meta: { count: results.length, db_response_time_ms: 9, page: 1, per_page: 50 },
  results,
  group_by: [],
});

export const ericDoc = {
  id: 'EJ1999001',
  title: 'Paired reading in small schools and its limits: A cluster trial',
  author: ['Halas, Brook', 'Verbova, Oksana'],
  source: 'Example Journal of Reading, v12 n3 p201-219 2019',
  publicationdateyear: 2019,
  description: 'Pairs met four times a week. &quot;Ten minutes&quot; were enough.',
  subject: ['Reading Fluency', 'Peer Teaching', 'Rural Schools'],
  peerreviewed: 'T',
  publicationtype: ['Journal Articles', 'Reports - Research'],
  educationlevel: ['Elementary Education', 'Grade 4', 'Secondary Education'],
  language: ['English'],
  issn: ['ISSN-1234-5679'],
  publisher: 'Example University Press. 1 Example Street, Exampleton',
  url: `https://doi.org/${DOI}`,
  e_fulltextauth: 1,
};

export const ericAnswer = (...docs: readonly unknown[]) => ({
  response: { numFound: docs.length, start: 0, numFoundExact: true, docs },
});

export const unpaywallAnswer = {
  doi: DOI,
  is_oa: true,
  oa_status: 'green',
  best_oa_location: {
    url: 'http://repository.example.org/1.pdf',
    url_for_pdf: 'http://repository.example.org/1.pdf',
    url_for_landing_page: 'http://repository.example.org/1',
    host_type: 'repository',
    license: 'cc-by',
    version: 'acceptedVersion',
  },
};
