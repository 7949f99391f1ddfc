import type { PlaceLocation } from '../../lib/navigation';
import { GlossaryView } from './glossary-view';
import { MapView } from './map-view';
import { Player } from './player';

/** The place Learn: /learn, /learn/glossary[/TERM], /learn/MODULE[/STEP]. */
export default function LearnPlace({ segments }: PlaceLocation) {
  const [first, second] = segments;
  if (first === undefined) return <MapView />;
  if (first === 'glossary') return <GlossaryView termId={second} />;
  return <Player key={first} moduleId={first} stepId={second} />;
}
