/** What a failed property says: why, beside the input that it failed for, also in reports that leave causes out. */
import { configureGlobal } from 'fast-check'

configureGlobal({ includeErrorInReport: true })
