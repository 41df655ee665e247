import { run } from './run.ts';

// The exit code is the verdict; the process ends when its last line is written.
run(process.env).then((code) => {
  process.exitCode = code;
});
