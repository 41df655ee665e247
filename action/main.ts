import { start } from '../src/shell/engine.ts';
import { run } from './run.ts';

start();
// The exit code is the verdict; the process ends when its last line is written.
run(process.env).then((code) => {
  process.exitCode = code;
});
