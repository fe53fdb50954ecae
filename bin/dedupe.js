#!/usr/bin/env node
import { main } from '../dist/cli/main.js';

process.exitCode = await main(process.argv.slice(2), {
  get cwd() {
    return process.cwd();
  },
  env: process.env,
  today: new Date().toISOString().slice(0, 'yyyy-mm-dd'.length),
  // Opened only where it is read: to open it costs time, and may wait.
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
});
