/**
 * zod would try whether it may compile its schemas; the page's policy forbids that, and says so in
 * the console each time. Imported before any schema is made.
 */
import { config } from 'zod'

config({ jitless: true })
