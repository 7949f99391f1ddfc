import type { PlaceLocation } from '../../lib/navigation';
import { ProjectList } from './project-list';
import { ProjectPlace } from './project-place';

/** Inquiry: the list of projects, or one project with its stages. */
export default function InquiryPlace({ segments, search }: PlaceLocation) {
  const [projectId, view] = segments;
  if (projectId === undefined || projectId === '') return <ProjectList isNewOpen={search['new'] === '1'} />;
  return (
    <ProjectPlace
      key={projectId}
      projectId={projectId}
      view={view ?? null}
      cycleId={search['cycle'] ?? null}
      entryId={search['entry'] ?? null}
    />
  );
}
