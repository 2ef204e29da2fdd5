#!/usr/bin/env node
import { existsSync } from 'node:fs'

const program = new URL('../dist/quickscan.mjs', import.meta.url)
if (!existsSync(program)) await import('../scripts/build.mjs')
await import(program.href)
