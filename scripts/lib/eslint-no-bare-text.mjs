// ESLint rule: no user-visible text in JSX. Words come from resources/locales.
const LETTERS = /\p{L}{2,}/u;
const TEXT_ATTRIBUTES = new Set([
  'aria-label',
  'aria-description',
  'alt',
  'label',
  'placeholder',
  'title',
  'description',
  'tooltip',
]);

export const noBareText = {
  meta: {
    type: 'problem',
    messages: { bare: 'User-visible text belongs in resources/locales: “{{text}}”.' },
    schema: [],
  },
  create(context) {
    const report = (node, text) => {
      if (LETTERS.test(text))
        context.report({ node, messageId: 'bare', data: { text: text.trim().slice(0, 40) } });
    };
    return {
      JSXText(node) {
        report(node, node.value);
      },
      JSXAttribute(node) {
        const name = node.name.type === 'JSXIdentifier' ? node.name.name : '';
        if (
          TEXT_ATTRIBUTES.has(name) &&
          node.value?.type === 'Literal' &&
          typeof node.value.value === 'string'
        )
          report(node, node.value.value);
      },
    };
  },
};
