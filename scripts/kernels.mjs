import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './environment.mjs';
import { install } from './install.mjs';

const MATCHING = join(root, 'packages', 'matching');

/** What is compiled from AssemblyScript, and where the result is kept. */
const KERNELS = [
  { name: 'rows', source: 'kernels/rows/main.ts', result: 'src/candidates/kernel.gen.ts' },
  { name: 'solver', source: 'kernels/solver/main.ts', result: 'src/solver/kernel.gen.ts' },
];

const FLAGS = [
  '--outFile=kernel.wasm',
  '--runtime=stub',
  '--enable=simd',
  '--enable=threads',
  '--sharedMemory',
  '--maximumMemory=65536',
  '--use=abort=',
];
const FAST = ['-O3', '--noAssert', '--uncheckedBehavior=always'];
const CHECKED = ['-O1', '--debug', '--uncheckedBehavior=never'];

/**
 * `npm run kernels`: compiles the kernels of the matching engine to WebAssembly and keeps each as a module of text beside the code that
 * runs it, so that nothing has to be compiled to start, test or measure. `--check` only compares; `--checked` compiles
 * them to stop at any index outside a list, to run the tests with.
 */
export async function kernels([mode]) {
  await install();
  const compiler = join(MATCHING, 'node_modules/assemblyscript/dist/asc.js');
  const { default: asc } = await import(pathToFileURL(compiler).href);
  let stale = 0;
  for (const { name, source, result } of KERNELS) {
    const wasm = await compile(asc, source, mode === '--checked' ? CHECKED : FAST);
    const text = moduleOf(name, wasm);
    const path = join(MATCHING, result);
    if (mode !== '--check') writeFileSync(path, text);
    else if (text !== read(path)) {
      stale++;
      console.log(
        `packages/matching/${result} is not what kernels/${name} compiles to: run npm run kernels.`,
      );
    }
  }
  console.log(`${KERNELS.length} kernels, ${stale} stale`);
  return stale === 0 ? 0 : 1;
}

async function compile(asc, source, flags) {
  const files = new Map();
  const { error, stderr } = await asc.main([source, ...FLAGS, ...flags], {
    readFile: (path) => read(join(MATCHING, path)),
    writeFile: (path, contents) => files.set(path, contents),
  });
  if (error) throw new Error(`${source} does not compile:\n${stderr.toString()}`);
  return files.get('kernel.wasm');
}

function moduleOf(name, wasm) {
  return `/** WebAssembly in base64, compiled from kernels/${name} by \`npm run kernels\`; not to be edited. */
export const wasm =
  '${Buffer.from(wasm).toString('base64')}';
`;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
