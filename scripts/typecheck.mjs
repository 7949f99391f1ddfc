// One type check per environment: shared (nothing), node (electron, db, tests), web (renderer).
import { failPlainly, runTool } from './lib/steps.mjs';

try {
  for (const project of ['shared', 'node', 'web'])
    runTool('node_modules/typescript/bin/tsc', ['-p', `tsconfig.${project}.json`]);
} catch (error) {
  failPlainly(error);
}
