/** Amounts, days and percentages of credit insurance, as the portal's contract writes them. */
import { z } from 'zod'
import { alone, moneySchema } from '../common.ts'

/** A calendar day, as ISO 8601 writes it; a day of the portal begins at midnight UTC. */
export const daySchema = z.iso.date().max(10)

/** A calendar month, `2026-11`. */
export const monthSchema = z
  .string()
  .max(7, alone)
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** More than any limit that was ever granted, and less than a sum of integers can hold. */
const greatestAmount = 999_999_999_999

/** Money that somebody asks for or declares: never below zero. */
export const askedMoneySchema = moneySchema.extend({
  amount: z
    .string()
    .max(20, alone)
    .regex(/^\d+(\.\d{1,4})?$/)
    .refine((amount) => Number(amount) <= greatestAmount),
})

/** ISO 4217, as amounts carry it: whichever there is a rate for, not only what a person may choose. */
export const currencyCodeSchema = moneySchema.shape.currency

/** A figure in money: null where one of the currencies in it has no rate on the day of the report. */
export const moneyFigureSchema = moneySchema.nullable()

/** Of a hundred, unrounded; null is a dash: there is nothing to take it of. */
export const percentSchema = z.number().min(0).max(100).nullable()

/** 1 to 100, higher is riskier. */
export const ratingSchema = z.number().int().min(1).max(100)

/** Of several ratings by their limits: between 1 and 100, unrounded; null without a rated buyer. */
export const averageRatingSchema = z.number().min(1).max(100).nullable()

export const countSchema = z.number().int().nonnegative()
