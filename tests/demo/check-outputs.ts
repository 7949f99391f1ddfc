import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ROCrate } from 'ro-crate';
import { Validator } from 'ro-crate/lib/validator.js';
import { z } from 'zod';
import { hasTool, runTool } from './outside-tools';

const BANNED = /\b(caused|led to|proved|improved by)\b/i;

/**
 * Asks programs that are not ours whether the demo's files are sound.
 * @param output folder of the demo
 * @returns one line per check, also for those that could not be run here
 */
export async function checkOutputs(output: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'inquiry-demo-'));
  const check = (tool: string, what: string, run: () => string): void => {
    if (!hasTool(tool)) lines.push(`not checked (${tool} is not installed): ${what}`);
    else lines.push(`ok: ${what}${run()}`);
  };
  try {
    check('pandoc', 'the .docx reads in pandoc with both citations, limits, no banned verb', () => {
      const text = runTool('pandoc', [join(output, 'case.docx'), '-t', 'plain', '--wrap=none']);
      expect(text).toContain('Farrowby');
      expect(text).toContain('2024');
      expect(text).toMatch(/limit/i);
      expect(text).not.toMatch(BANNED);
      return ` (${String(text.length)} characters)`;
    });
    check('soffice', 'the .docx opens in LibreOffice', () => {
      runTool('soffice', [
        '--headless',
        `-env:UserInstallation=file://${folder}/office`,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(output, 'case.docx'),
      ]);
      return ` (${String(readFileSync(join(folder, 'case.pdf')).length)} bytes as PDF)`;
    });
    check('pdfinfo', 'the PDF is tagged', () => {
      expect(runTool('pdfinfo', [join(output, 'case.pdf')])).toMatch(/Tagged:\s+yes/);
      return '';
    });
    check('pdftoppm', 'the annotated copy shows its highlight in poppler', () => {
      runTool('pdftoppm', [
        '-r',
        '40',
        '-png',
        join(output, 'annotated-copy.pdf'),
        join(output, 'annotated-copy'),
      ]);
      return '';
    });
    check('unzip', 'the package unpacks, its manifest holds', () => {
      runTool('unzip', ['-q', join(output, 'paired-reading.inquiry.zip'), '-d', join(folder, 'crate')]);
      if (hasTool('sha256sum'))
        runTool('sha256sum', ['--check', '--quiet', 'manifest-sha256.txt'], join(folder, 'crate'));
      return '';
    });
    const metadata = readFileSync(join(folder, 'crate', 'ro-crate-metadata.json'), 'utf8');
    lines.push(await validateCrate(metadata));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return lines;
}

const validation = z.looseObject({ errors: z.array(z.unknown()) });

/** Validates the metadata with a library that is not ours; the context is not fetched. */
async function validateCrate(metadata: string): Promise<string> {
  const json = z.looseObject({ '@graph': z.array(z.unknown()) }).parse(JSON.parse(metadata));
  const crate = new ROCrate(json, { array: true, link: true });
  expect(crate.root).toBeDefined();
  const validator = new Validator();
  validator.parseJSON(metadata);
  await validator.validate();
  expect(validation.parse(validator.result).errors).toEqual([]);
  return `ok: the package's metadata is valid for the library ro-crate (${String(json['@graph'].length)} entities)`;
}
