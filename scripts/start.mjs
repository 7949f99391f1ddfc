// npm start: installs what is missing, builds, opens the app.
import { spawn } from 'node:child_process';
import { failPlainly, prepareWindow, root, toolEnvironment } from './lib/steps.mjs';

try {
  const window = await prepareWindow();
  const child = spawn(window.electron, [...window.args, root, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: toolEnvironment(window.environment),
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.once('exit', (code) => {
    window.stop();
    process.exit(code ?? 0);
  });
} catch (error) {
  failPlainly(error);
}
