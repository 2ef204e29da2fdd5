// What `npm run dev` starts anew after every change: first the style sheets and scripts, then the program.
import './build.mjs'

await import('../src/main.ts')
