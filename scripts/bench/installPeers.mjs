// Installs the peers, each at the version that is measured, into .bench/: `npm run bench:peers`. They are no dependencies
// of the project. What can't be installed is named at the end, with the reason; the benchmark goes on without it.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';

const PLACE = resolve('.bench');
const PIP = resolve(PLACE, 'venv/bin/pip');

const STEPS = [
  ['a Python environment', ['python3', '-m', 'venv', resolve(PLACE, 'venv')]],
  ['gaoya', [PIP, 'install', '--quiet', 'gaoya==0.2.2']],
  ['rensa', [PIP, 'install', '--quiet', 'rensa==0.5.0']],
  ['datasketch', [PIP, 'install', '--quiet', 'datasketch==2.0.0', 'numpy==2.4.6', 'scipy==1.17.1']],
  // Of its dependencies, those that its MinHash imports: the others are Spark and TensorFlow, a gigabyte.
  ['text-dedup', [PIP, 'install', '--quiet', '--no-deps', 'text-dedup==0.4.0']],
  [
    "text-dedup's dependencies",
    [
      ...[PIP, 'install', '--quiet', 'click==8.5.1', 'click-option-group==0.5.9', 'datasets==3.6.0', 'ftfy==6.3.1'],
      ...['regex==2026.11.15', 'rich==15.0.0', 'tqdm==4.70.1', 'xxhash==4.1.0'],
    ],
  ],
  ['jscpd', ['npm', 'install', '--no-audit', '--no-fund', '--prefix', resolve(PLACE, 'npm'), 'jscpd@5.3.3']],
  ['fclones', ['cargo', 'install', '--quiet', '--root', resolve(PLACE, 'cargo'), 'fclones@0.35.0']],
  ['jdupes (apt-get install jdupes)', ['jdupes', '--version']],
];

mkdirSync(PLACE, { recursive: true });
const failed = STEPS.filter(([what, command]) => !install(what, command)).map(([what]) => what);
if (failed.length > 0) {
  console.error(`\nNOT INSTALLED: ${failed.join(', ')}. What went wrong is above.`);
  process.exitCode = 1;
}

function install(what, [command, ...args]) {
  console.log(`installing ${what}`);
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) console.error(error?.message ?? stderr);
  return status === 0;
}
