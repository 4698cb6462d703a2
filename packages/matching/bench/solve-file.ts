/** Solves one MMI1 file in this process, cold, and prints one line for machines (reading excluded). */
import { fstatSync, openSync, readSync } from 'node:fs';
import { readMmi, roomForMmi } from '../src/mmi.ts';
import { assignMostServed } from '../src/solver/assign.ts';
import { verifyAssignment } from '../src/solver/certificate.ts';
import { peakMemory } from './peak-memory.ts';

const file = openSync(process.argv[2] ?? '', 'r');
const bytes = roomForMmi(fstatSync(file).size);
for (let at = 0; at < bytes.length; ) at += readSync(file, bytes, at, bytes.length - at, at);
const market = readMmi(bytes);
const start = process.hrtime.bigint();
const cpu = process.cpuUsage();
const plan = assignMostServed(market);
const used = process.cpuUsage(cpu);
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const peak = peakMemory();
const proved = verifyAssignment(market, plan).ok;
console.log(
  `total=${seconds.toFixed(5)} cpu=${((used.user + used.system) / 1e6).toFixed(4)} card=${plan.served} ` +
    `score=${plan.score} peakMB=${peak.toFixed(1)} proved=${proved} kernels=${plan.kernels.join('+')}`,
);
