import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import styles from './charts.module.css';

export interface PlotFigureProps {
  /** Everything the drawing says, in words: it is read instead of the drawing and stands under it. */
  readonly summary: string;
  /** Short name for screen readers before the summary. */
  readonly label: string;
  readonly legend?: ReactNode;
  /** Draws for a width in px. Keep it stable (useCallback), or it draws at every render. */
  readonly draw: (width: number) => Element;
  readonly maxWidth?: number | undefined;
}

const DEFAULT_MAX_WIDTH = 640;
const NARROWEST = 240;

/** A chart of Observable Plot with its words: drawn to the width there is, in the colours of the theme. */
export function PlotFigure({ summary, label, legend, draw, maxWidth = DEFAULT_MAX_WIDTH }: PlotFigureProps) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => {
      setWidth(Math.round(Math.max(NARROWEST, Math.min(maxWidth, element.clientWidth))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [maxWidth]);
  useLayoutEffect(() => {
    if (width === 0) return;
    const drawing = draw(width);
    // Plot adds a <style> of its own; the content security policy allows only style sheets, ours has the same rules.
    for (const style of drawing.querySelectorAll('style')) style.remove();
    drawing.setAttribute('aria-hidden', 'true');
    box.current?.replaceChildren(drawing);
  }, [draw, width]);
  return (
    <figure className={styles['figure']}>
      <div ref={box} className={styles['drawing']} role="img" aria-label={`${label}. ${summary}`} />
      {legend}
      <figcaption className={styles['summary']}>{summary}</figcaption>
    </figure>
  );
}
