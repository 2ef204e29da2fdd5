import { stringify } from 'yaml'

/** Data as YAML 1.2, as people read it: `about` stands above it as a comment. */
export function writeYaml(data: object, about: string): string {
  return `# ${about}\n${stringify(data, { lineWidth: 110 })}`
}
