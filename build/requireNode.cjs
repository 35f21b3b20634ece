// Preloaded by the npm scripts, as CommonJS that every Node can read: `npm ci --ignore-scripts` leaves out the project's
// own Node, the machine's is then used silently, and an old one would only say that it does not know `.ts`.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Node ${process.versions.node} is too old for Keyreel, which needs 22.18 and brings its own: run \`npm ci\` without\n` +
      '--ignore-scripts, and start through npm (npm start, npm test, npm run keyreel).\n',
  )
  process.exit(1)
}
