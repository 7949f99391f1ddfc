import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Disclosure as AriaDisclosure,
  DisclosurePanel,
  Heading,
} from 'react-aria-components';
import { Icon } from './icon';
import styles from './disclosure.module.css';

export interface DisclosureProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly level?: 2 | 3 | 4 | 5 | undefined;
  readonly defaultExpanded?: boolean | undefined;
  readonly isExpanded?: boolean | undefined;
  readonly onExpandedChange?: ((expanded: boolean) => void) | undefined;
}

/** A part that opens and closes under its heading. */
export function Disclosure(props: DisclosureProps) {
  const { title, aside, children, level = 3, defaultExpanded, isExpanded, onExpandedChange } = props;
  return (
    <AriaDisclosure
      className={styles['disclosure'] ?? ''}
      {...(defaultExpanded === undefined ? {} : { defaultExpanded })}
      {...(isExpanded === undefined ? {} : { isExpanded })}
      {...(onExpandedChange ? { onExpandedChange } : {})}
    >
      <Heading level={level} className={styles['heading'] ?? ''}>
        <AriaButton slot="trigger" className={styles['trigger'] ?? ''}>
          <Icon icon={ChevronRight} size={16} />
          <span className={styles['title']}>{title}</span>
          {aside ? <span className={styles['aside']}>{aside}</span> : null}
        </AriaButton>
      </Heading>
      <DisclosurePanel>
        <div className={styles['body']}>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  );
}
