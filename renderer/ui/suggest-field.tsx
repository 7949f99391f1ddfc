import { Search, X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';
import { Kbd } from './kbd';
import styles from './suggest-field.module.css';

/** One thing that can be taken into the box. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  /** What it is, or what is written for it. */
  readonly hint?: string | undefined;
  readonly count?: string | undefined;
}

export interface SuggestFieldProps {
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  readonly clearLabel: string;
  readonly listLabel: string;
  /** Key shown in the empty box that moves the focus here. */
  readonly shortcut: string;
  readonly value: string;
  readonly onChange: (value: string, caret: number) => void;
  /** The caret moved without a change. */
  readonly onCaret: (caret: number) => void;
  readonly suggestions: readonly Suggestion[];
  /** Takes a suggestion. @returns where the caret stands in the new value */
  readonly onTake: (suggestion: Suggestion) => number;
  /** Asked for suggestions with the arrow keys in a place that offers none by itself. */
  readonly onAsk: () => void;
  /** Buttons at the end of the box. */
  readonly end?: ReactNode;
  readonly className?: string | undefined;
}

/** A search box that suggests what may come next (combobox with a list). Escape closes the list, then empties the box. */
export function SuggestField(props: SuggestFieldProps) {
  const { id, label, placeholder, clearLabel, listLabel, shortcut, value, suggestions, className, end } =
    props;
  const { onChange, onCaret, onTake, onAsk } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const wantedCaret = useRef<number | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isShown = isOpen && suggestions.length > 0;
  const at = isShown ? Math.min(active, suggestions.length - 1) : -1;

  // React puts the caret at the end of a value that it sets.
  useLayoutEffect(() => {
    const caret = wantedCaret.current;
    if (caret === null) return;
    wantedCaret.current = null;
    input.current?.setSelectionRange(caret, caret);
  }, [value]);

  const take = (suggestion: Suggestion): void => {
    wantedCaret.current = onTake(suggestion);
    setActive(-1);
    setOpen(true);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const chosen = suggestions[at];
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        if (!isShown) {
          setOpen(true);
          onAsk();
          setActive(event.key === 'ArrowDown' ? 0 : -1);
        } else {
          const step = event.key === 'ArrowDown' ? 1 : -1;
          const count = suggestions.length + 1;
          // One step beyond the ends is the box itself.
          setActive(((at + 1 + step + count) % count) - 1);
        }
        break;
      }
      case 'Enter':
        if (chosen !== undefined) take(chosen);
        else setOpen(false);
        break;
      case 'Tab':
        if (chosen === undefined || event.shiftKey) return;
        take(chosen);
        break;
      case 'Escape':
        if (isShown) setOpen(false);
        else if (value !== '') onChange('', 0);
        else return;
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <div className={cx(styles['field'], className)}>
      <div className={styles['box']}>
        <Icon icon={Search} size={17} />
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          aria-label={label}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={isShown}
          aria-controls={listId}
          {...(at >= 0 ? { 'aria-activedescendant': `${listId}-${String(at)}` } : {})}
          placeholder={placeholder}
          className={styles['input']}
          value={value}
          onChange={(event) => {
            setOpen(true);
            setActive(-1);
            onChange(event.target.value, event.target.selectionStart ?? event.target.value.length);
          }}
          onSelect={(event) => {
            onCaret(event.currentTarget.selectionStart ?? 0);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setOpen(false);
          }}
        />
        {value === '' ? (
          <span className={styles['key']} aria-hidden="true">
            <Kbd>{shortcut}</Kbd>
          </span>
        ) : (
          <button
            type="button"
            className={styles['clear']}
            aria-label={clearLabel}
            onClick={() => {
              onChange('', 0);
              input.current?.focus();
            }}
          >
            <Icon icon={X} size={16} />
          </button>
        )}
        {end}
      </div>
      {isShown ? (
        <ul id={listId} role="listbox" aria-label={listLabel} className={styles['list']}>
          {suggestions.map((suggestion, index) => (
            // The keys are handled by the box, which keeps the focus (aria-activedescendant).
            // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
            <li
              key={suggestion.id}
              id={`${listId}-${String(index)}`}
              role="option"
              aria-selected={index === at}
              className={styles['option']}
              onMouseDown={(event) => {
                // The box keeps the focus.
                event.preventDefault();
              }}
              onClick={() => {
                take(suggestion);
              }}
            >
              <span className={styles['optionText']}>{suggestion.label}</span>
              {suggestion.hint === undefined ? null : (
                <span className={styles['optionHint']}>{suggestion.hint}</span>
              )}
              {suggestion.count === undefined ? null : (
                <span className={styles['optionCount']}>{suggestion.count}</span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
