import { useState, type ReactNode } from 'react';
import { Disclosure } from '../../../ui';

export interface PanelSectionProps {
  /** Name under which it is remembered whether it is open. */
  readonly id: 'study' | 'related' | 'origin' | 'more' | 'custom';
  readonly title: string;
  /** Small words that say what is inside while it is closed. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

const key = (id: string): string => `library.panel.${id}`;

/** A part of the panel that opens and closes and stays so on this computer. */
export function PanelSection({ id, title, aside, children }: PanelSectionProps) {
  const [isOpen, setOpen] = useState(() => localStorage.getItem(key(id)) === 'open');
  return (
    <Disclosure
      title={title}
      aside={aside}
      isExpanded={isOpen}
      onExpandedChange={(open) => {
        localStorage.setItem(key(id), open ? 'open' : 'closed');
        setOpen(open);
      }}
    >
      {isOpen ? children : null}
    </Disclosure>
  );
}
