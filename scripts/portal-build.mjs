// @ts-check
import { launch } from './lib/bootstrap.mjs'

await launch('portal-build.ts')
