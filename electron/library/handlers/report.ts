import { ok } from '@shared/lib/result';
import type { WritingServices } from '../services/report-composition';
import type { AreaHandlers } from './handler';
import type { CallOutput } from '@shared/ipc/contract';
import type { ShareFinding } from '@shared/domain/exchange/share-check';

/** Calls of area report -> services. @param writing the services of writing */
export function reportHandlers(writing: WritingServices): AreaHandlers<'report'> {
  const { reports, evidence, exporter } = writing;
  return {
    'report.templates': ({ language }) => ok(reports.templates(language)),
    'report.projects': () => ok(reports.projects()),
    'report.list': () => ok(reports.list()),
    'report.create': (input) => reports.create(input),
    'report.get': ({ reportId }) => reports.get(reportId),
    'report.update': (input) => reports.update(input),
    'report.updateSection': ({ sectionId, content }) => reports.updateSection(sectionId, content),
    'report.trash': ({ reportId }) => reports.setTrashed(reportId, true),
    'report.restore': ({ reportId }) => reports.setTrashed(reportId, false),
    'report.evidenceCandidates': (input) => evidence.candidates(input),
    'report.linkEvidence': (input) => evidence.link(input),
    'report.unlinkEvidence': ({ linkId }) => evidence.unlink(linkId),
    'report.check': ({ reportId }) => reports.check(reportId),
    'report.shareCheck': async ({ reportId }) => {
      const found = await exporter.shareCheck(reportId);
      if (!found.ok) return found;
      return ok({ findings: found.value.flatMap(toShareFinding) });
    },
    'report.export': (input) => exporter.export(input),
  };
}

function toShareFinding({ code, excerpt }: ShareFinding): CallOutput<'report.shareCheck'>['findings'] {
  return code === 'raw-rows' || code === 'absolute-path' ? [{ code, excerpt }] : [];
}
