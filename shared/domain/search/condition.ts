import { z } from 'zod';
import { fieldNamed, type FieldMeaning } from './fields';
import { combine, type SearchNode, type TextField } from './node';
import { termOf, textTerm } from './query';

const TEXT_OPERATORS = ['contains', 'containsNot'] as const;
const EQUALS = ['is', 'isNot'] as const;
const NUMBER_OPERATORS = ['is', 'isNot', 'atLeast', 'atMost'] as const;
const DATE_OPERATORS = ['since', 'before', 'inLast', 'notInLast'] as const;

/** Fields of a saved search, with the operators that each can have. The first operator is the usual one. */
export const CONDITION_FIELDS = {
  anywhere: TEXT_OPERATORS,
  title: TEXT_OPERATORS,
  creator: TEXT_OPERATORS,
  container: [...TEXT_OPERATORS, ...EQUALS],
  year: NUMBER_OPERATORS,
  tag: [...EQUALS, ...TEXT_OPERATORS],
  collection: EQUALS,
  status: EQUALS,
  relevance: NUMBER_OPERATORS,
  type: EQUALS,
  abstract: TEXT_OPERATORS,
  fulltext: TEXT_OPERATORS,
  note: TEXT_OPERATORS,
  comment: TEXT_OPERATORS,
  color: EQUALS,
  has: EQUALS,
  added: DATE_OPERATORS,
  modified: DATE_OPERATORS,
  opened: DATE_OPERATORS,
  design: EQUALS,
  phase: EQUALS,
  subject: EQUALS,
  topic: EQUALS,
  country: EQUALS,
  n: NUMBER_OPERATORS,
  setting: TEXT_OPERATORS,
  fits: EQUALS,
  language: EQUALS,
  keyword: TEXT_OPERATORS,
  editor: TEXT_OPERATORS,
  publisher: TEXT_OPERATORS,
  place: TEXT_OPERATORS,
  annotationType: EQUALS,
  annotationTag: EQUALS,
  doi: EQUALS,
  key: EQUALS,
  isbn: EQUALS,
  issn: EQUALS,
  pmid: EQUALS,
  url: TEXT_OPERATORS,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ConditionField = keyof typeof CONDITION_FIELDS;
export type ConditionOperator = (typeof CONDITION_FIELDS)[ConditionField][number];

/** Every operator there is. */
export const CONDITION_OPERATORS = [
  'contains',
  'containsNot',
  'is',
  'isNot',
  'atLeast',
  'atMost',
  'since',
  'before',
  'inLast',
  'notInLast',
] as const satisfies readonly ConditionOperator[];

const FIELD_IDS = Object.keys(CONDITION_FIELDS).filter((id): id is ConditionField => id in CONDITION_FIELDS);

export const conditionRule = z.object({
  kind: z.literal('rule'),
  field: z.enum(FIELD_IDS),
  operator: z.enum(CONDITION_OPERATORS),
  /** As typed or chosen; what does not fit its field says nothing. */
  value: z.string().max(500),
});
export type ConditionRule = z.infer<typeof conditionRule>;

/** All, any or none of some conditions. */
export interface ConditionGroup {
  readonly kind: 'group';
  readonly match: 'all' | 'any' | 'none';
  readonly conditions: readonly SearchCondition[];
}
export type SearchCondition = ConditionRule | ConditionGroup;

/** Groups inside groups, at most so many. */
export const MAX_DEPTH = 6;

function groupSchema(depth: number): z.ZodType<ConditionGroup, ConditionGroup> {
  const inner: z.ZodType<SearchCondition, SearchCondition> =
    depth <= 1 ? conditionRule : z.union([conditionRule, groupSchema(depth - 1)]);
  return z.object({
    kind: z.literal('group'),
    match: z.enum(['all', 'any', 'none']),
    conditions: z.array(inner).max(50),
  });
}

/** What a saved search stores: a group of rules and groups. */
export const searchCondition = groupSchema(MAX_DEPTH);

const TEXT_MEANING: Readonly<Partial<Record<ConditionField, TextField | null>>> = {
  anywhere: null,
  title: 'title',
  creator: 'creator',
  container: 'container',
  abstract: 'abstract',
  tag: 'tag',
  note: 'note',
  comment: 'comment',
  fulltext: 'fulltext',
  keyword: 'keyword',
  editor: 'editor',
  publisher: 'publisher',
  place: 'place',
  url: 'url',
  setting: 'setting',
};

const EXACT_MEANING: Readonly<Partial<Record<ConditionField, FieldMeaning>>> = {
  tag: { kind: 'exact', field: 'tagName' },
  container: { kind: 'exact', field: 'journal' },
  annotationType: { kind: 'exact', field: 'annotationType' },
  annotationTag: { kind: 'exact', field: 'annotationTag' },
};

/** The words of a value; between quotation marks they are meant exactly. */
function wordsTerm(field: TextField | null, value: string): SearchNode | null {
  const quoted = /^\s*["“”«„](.*)["“”»]\s*$/su.exec(value);
  return textTerm(field, quoted?.[1] ?? value, quoted !== null);
}

function daysBefore(now: string, days: number): string {
  return new Date(Date.parse(now) - days * 86_400_000).toISOString();
}

function positive(rule: ConditionRule, now: string): SearchNode | null {
  const { field, operator, value } = rule;
  const words = TEXT_MEANING[field];
  if (words !== undefined && (operator === 'contains' || operator === 'containsNot'))
    return wordsTerm(words, value);
  const exact = EXACT_MEANING[field] ?? (field === 'anywhere' ? undefined : fieldNamed(field)?.meaning);
  // Chosen from a list, a type is itself: "article" is not every article.
  if (field === 'type' && value !== '') return { kind: 'exact', field: 'type', values: [value] };
  if (exact?.kind === 'exact') return termOf(exact, value, true);
  switch (field) {
    case 'relevance':
    case 'n':
    case 'year': {
      const given = value.trim();
      if (!{ year: /^\d{4}$/, relevance: /^\d$/, n: /^\d{1,9}$/ }[field].test(given)) return null;
      const sign = operator === 'atLeast' ? '>=' : operator === 'atMost' ? '<=' : '';
      const meaning = fieldNamed(field)?.meaning;
      return meaning === undefined ? null : termOf(meaning, `${sign}${given}`, false);
    }
    case 'added':
    case 'modified':
    case 'opened': {
      if (operator === 'inLast' || operator === 'notInLast') {
        const days = /^\s*\d{1,5}\s*$/.test(value) ? Number(value) : 0;
        return days === 0 ? null : { kind: 'date', field, from: daysBefore(now, days), before: null };
      }
      return termOf({ kind: 'date', field, side: operator === 'before' ? 'before' : 'from' }, value, false);
    }
    default:
      return null;
  }
}

const NEGATIVE: ReadonlySet<ConditionOperator> = new Set(['isNot', 'containsNot', 'notInLast']);

/**
 * A condition as a search tree.
 * @param condition of a saved search
 * @param now ISO time, for "in the last days"
 * @returns null when nothing in it says anything (a rule without a value)
 */
export function conditionNode(condition: SearchCondition, now: string): SearchNode | null {
  if (condition.kind === 'rule') {
    const node = positive(condition, now);
    return node !== null && NEGATIVE.has(condition.operator) ? { kind: 'not', node } : node;
  }
  const nodes = condition.conditions.map((each) => conditionNode(each, now));
  if (condition.match === 'all') return combine('and', nodes);
  const any = combine('or', nodes);
  return condition.match === 'none' && any !== null ? { kind: 'not', node: any } : any;
}

const OPPOSITE: Readonly<Partial<Record<ConditionOperator, ConditionOperator>>> = {
  contains: 'containsNot',
  is: 'isNot',
  inLast: 'notInLast',
};
const all = (conditions: readonly SearchCondition[]): ConditionGroup => ({
  kind: 'group',
  match: 'all',
  conditions,
});

function rule(field: ConditionField, operator: ConditionOperator, value: string): ConditionRule {
  return { kind: 'rule', field, operator, value };
}

/** One less than an ISO prefix that follows a year: "2016" gives "2015". */
const yearBefore = (year: string): string => String(Number(year.slice(0, 4)) - 1);

function bounds(node: Extract<SearchNode, { kind: 'date' } | { kind: 'number' }>): readonly ConditionRule[] {
  if (node.kind === 'number' || node.field === 'year') {
    const from =
      node.from === null ? null : node.kind === 'number' ? String(node.from) : node.from.slice(0, 4);
    const to = node.kind === 'number' ? node.to : node.before === null ? null : yearBefore(node.before);
    if (from !== null && String(to) === from) return [rule(node.field, 'is', from)];
    return [
      ...(from === null ? [] : [rule(node.field, 'atLeast', from)]),
      ...(to === null ? [] : [rule(node.field, 'atMost', String(to))]),
    ];
  }
  return [
    ...(node.from === null ? [] : [rule(node.field, 'since', node.from)]),
    ...(node.before === null ? [] : [rule(node.field, 'before', node.before)]),
  ];
}

/**
 * A search tree as the condition that the builder shows, so that a typed search can be saved and edited.
 * @param node parsed query
 */
export function conditionOf(node: SearchNode): ConditionGroup {
  const made = partOf(node);
  return made.kind === 'group' ? made : all([made]);
}

function partOf(node: SearchNode): SearchCondition {
  switch (node.kind) {
    case 'and':
      return all(node.nodes.map(partOf));
    case 'or':
      return { kind: 'group', match: 'any', conditions: node.nodes.map(partOf) };
    case 'not': {
      const inner = partOf(node.node);
      const opposite = inner.kind === 'rule' ? OPPOSITE[inner.operator] : undefined;
      if (inner.kind === 'rule' && opposite !== undefined) return { ...inner, operator: opposite };
      if (inner.kind === 'group' && inner.match === 'any') return { ...inner, match: 'none' };
      return { kind: 'group', match: 'none', conditions: [inner] };
    }
    case 'text': {
      const joined = node.words.join(' ');
      const goesOn = (node.words.at(-1) ?? '').length >= 3;
      const value = node.prefix ? (goesOn ? joined : `${joined}*`) : goesOn ? `"${joined}"` : joined;
      // A topic of the person's own has one operator, like those of the list.
      if (node.field === 'topic') return rule('topic', 'is', joined);
      return rule(node.field ?? 'anywhere', 'contains', value);
    }
    case 'exact': {
      const field = node.field === 'tagName' ? 'tag' : node.field === 'journal' ? 'container' : node.field;
      const rules = node.values.map((value) => rule(field, 'is', value));
      const [only] = rules;
      return rules.length === 1 && only !== undefined
        ? only
        : { kind: 'group', match: 'any', conditions: rules };
    }
    case 'date':
    case 'number': {
      const rules = bounds(node);
      const [only] = rules;
      return rules.length === 1 && only !== undefined ? only : all(rules);
    }
  }
}
