// @ts-check
import { launch } from './lib/bootstrap.mjs'

await launch('package.ts')
