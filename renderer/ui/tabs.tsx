import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import { cx } from './cx';
import styles from './tabs.module.css';

export interface TabItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Shown after the name, already in the user's notation. */
  readonly count?: string | number | undefined;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected?: Id | undefined;
  readonly onSelect?: ((id: Id) => void) | undefined;
  readonly className?: string | undefined;
  readonly panelClassName?: string | undefined;
}

/** Views of one thing, one at a time; the hidden ones are not rendered. */
export function Tabs<Id extends string>({
  label,
  items,
  selected,
  onSelect,
  className,
  panelClassName,
}: TabsProps<Id>) {
  return (
    <AriaTabs
      className={cx(styles['tabs'], className)}
      {...(selected === undefined ? {} : { selectedKey: selected })}
      {...(onSelect
        ? {
            onSelectionChange: (key) => {
              const chosen = items.find((item) => item.id === key);
              if (chosen) onSelect(chosen.id);
            },
          }
        : {})}
    >
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className={styles['tab'] ?? ''}>
            <span className={styles['name']} data-text={item.label}>
              {item.label}
            </span>
            {item.count === undefined ? null : <span className={styles['count']}>{item.count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className={cx(styles['panel'], panelClassName)}>
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
