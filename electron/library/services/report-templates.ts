import practiceCase from '@resources/templates/report/practice-case.json';
import { ReportTemplate } from '@shared/domain/report/template';

const TEMPLATES: readonly ReportTemplate[] = [ReportTemplate.parse(practiceCase)];

/** @returns every report template, in the order they are offered */
export function reportTemplates(): readonly ReportTemplate[] {
  return TEMPLATES;
}

/** @param templateId id of a template; @returns it, undefined when this version does not have it */
export function reportTemplate(templateId: string): ReportTemplate | undefined {
  return TEMPLATES.find((template) => template.id === templateId);
}
