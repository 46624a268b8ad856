/**
 * zod would try whether it may compile its schemas; the page's policy forbids that, and says so in
 * the console each time. In one file with zod itself (vite.renderer.config.ts): no schema is made before.
 */
import { config } from 'zod'

config({ jitless: true })
