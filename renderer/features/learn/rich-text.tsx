import { Fragment } from 'react';

/** Text of the learning content: `**strong**` and `*emphasis*`, nothing else. */
export function RichText({ text }: { readonly text: string }) {
  return text.split(/(\*\*[^*]+\*\*|\*[^*]+\*)/).map((part, index) => {
    if (part.startsWith('**')) return <strong key={index}>{part.slice(2, -2)}</strong>;
    if (part.startsWith('*')) return <em key={index}>{part.slice(1, -1)}</em>;
    return <Fragment key={index}>{part}</Fragment>;
  });
}

/** Paragraphs of learning content. */
export function Paragraphs({ texts }: { readonly texts: readonly string[] }) {
  return texts.map((text, index) => (
    <p key={index}>
      <RichText text={text} />
    </p>
  ));
}
