import { describe, expect, it } from 'vitest';
import { proposeChanges } from '@shared/domain/online/proposals';
import { ericQuery } from '@shared/domain/online/search-query';
import { isAllowedAddress } from '@shared/domain/online/services';
import { backoffMs, intervalSeconds, retryAfterMs, TokenBucket } from '@shared/domain/online/token-bucket';

describe('addresses requests may go to', () => {
  it.each([
    ['https://api.crossref.org/works/10.1/x', true],
    ['http://api.crossref.org/works', false],
    ['https://api.crossref.org.evil.example/works', false],
    ['https://api.crossref.org@evil.example/', false],
    ['https://api.crossref.org:8443/works', false],
    ['https://evil.example/api.crossref.org', false],
    ['file:///etc/passwd', false],
  ])('%s: %s', (address, isAllowed) => {
    expect(isAllowedAddress(address, 'crossref')).toBe(isAllowed);
  });

  it('differ by service', () => {
    expect(isAllowedAddress('https://data.datacite.org/x', 'doi')).toBe(true);
    expect(isAllowedAddress('https://data.datacite.org/x', 'eric')).toBe(false);
  });
});

describe('the token bucket', () => {
  it('lets one request through per interval', () => {
    const bucket = new TokenBucket(1, 0);
    expect([bucket.take(0), bucket.take(0), bucket.take(400)]).toEqual([0, 1000, 600]);
    expect(bucket.take(1000)).toBe(0);
  });

  it('follows the rate a host names', () => {
    const bucket = new TokenBucket(1, 0);
    bucket.take(0);
    bucket.adapt(50, 1, 0);
    expect(bucket.take(0)).toBe(20);
  });

  it('lets nothing through while it is closed', () => {
    const bucket = new TokenBucket(10, 0);
    bucket.closeUntil(5_000);
    expect(bucket.take(1_000)).toBe(4_000);
    expect(bucket.take(5_000)).toBe(0);
  });
});

it('pauses grow, with jitter, up to half a minute', () => {
  expect([backoffMs(0, 0), backoffMs(0, 1), backoffMs(2, 0), backoffMs(9, 1)]).toEqual([
    500, 1000, 2000, 30_000,
  ]);
});

it('Retry-After is read as seconds or as a date', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(retryAfterMs('7', now)).toBe(7_000);
  expect(retryAfterMs('Thu, 01 Jan 2026 00:00:09 GMT', now)).toBe(9_000);
  expect([retryAfterMs('soon', now), retryAfterMs(undefined, now)]).toEqual([undefined, undefined]);
});

it('intervals are read with and without their unit', () => {
  expect([intervalSeconds('1s'), intervalSeconds('60'), intervalSeconds('2m'), intervalSeconds('x')]).toEqual(
    [1, 60, 120, undefined],
  );
});

it('a search of ERIC puts filters behind the words, and brackets around alternatives', () => {
  const query = {
    text: 'a OR b',
    fromYear: 2015,
    toYear: null,
    peerReviewed: true,
    type: 'article' as const,
  };
  expect(ericQuery(query)).toBe(
    '(a OR b) AND publicationtype:"Journal Articles" AND peerreviewed:T AND publicationdateyear:[2015 TO *]',
  );
});

describe('proposals', () => {
  const crossref = { service: 'crossref' as const, education: {} };

  it('offer what is missing or different, from the first service that knows it', () => {
    const present = {
      csl: { type: 'article-journal' as const, title: 'Paired reading', volume: '11' },
      education: {},
    };
    const found = [
      { ...crossref, csl: { type: 'article-journal' as const, title: 'PAIRED READING.', volume: '12' } },
      {
        service: 'eric' as const,
        csl: { type: 'article-journal' as const, volume: '12', issue: '3' },
        education: { phase: ['1'] },
      },
    ];
    expect(
      proposeChanges(present, found).map(({ field, current, proposed, source, agreeing }) => [
        field,
        current,
        proposed,
        source,
        agreeing,
      ]),
    ).toEqual([
      ['volume', '11', '12', 'crossref', ['eric']],
      ['issue', '', '3', 'eric', []],
      ['education.phase', '', '1', 'eric', []],
    ]);
  });

  it('never replace an abstract, a fuller date or fuller names', () => {
    const present = {
      csl: {
        type: 'article-journal' as const,
        abstract: 'Mine',
        issued: { 'date-parts': [[2019, 3, 14]] },
        author: [{ family: 'Halas', given: 'Brook' }],
      },
      education: {},
    };
    const csl = {
      type: 'article-journal' as const,
      abstract: 'Theirs',
      issued: { 'date-parts': [[2019]] },
      author: [{ family: 'Halas', given: 'B.' }],
    };
    expect(proposeChanges(present, [{ ...crossref, csl }])).toEqual([]);
  });

  it('take the title of a record that waits for its own as missing', () => {
    const present = { csl: { type: 'article-journal' as const, title: '10.5555/x' }, education: {} };
    const found = [{ ...crossref, csl: { type: 'chapter' as const, title: 'A chapter' } }];
    expect(
      proposeChanges(present, found, '10.5555/x').map(({ field, proposed }) => [field, proposed]),
    ).toEqual([
      ['type', 'chapter'],
      ['title', 'A chapter'],
    ]);
  });
});
